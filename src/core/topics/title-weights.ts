import { OCCASION } from './purpose-words.ts';
import type { Vocabulary } from './term-numbers.ts';
import type { TitleTerm } from './title-meaning.ts';

/** What the terms of a title count: their numbers, and by their places how much and as what. */
export interface WeighedTitle {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** `aside` are weak words and words of names, which do not tell what the section is about. */
  readonly kinds: readonly ('subject' | 'purpose' | 'occasion' | 'aside')[];
  /** The terms that state a purpose or an occasion. */
  readonly purposes: readonly number[];
}

/** How much a purpose counts in a title; a subject counts 0.4 to 1, by how rare it is. */
const PURPOSE = 0.9;
const COMMON_SUBJECT = 0.4;
/** A subject this rare counts fully: one that one definition in fifty speaks of. */
const RARE = 4;
/** What is left of words that say little beside a subject. */
const WEAK = 0.3;
/** What is left of words that the definitions are named by: among code reviewers, a review workflow is the workflow. */
const NAME_WORD = 0.5;

/**
 * What each term of a title counts.
 *
 * @param names Terms of the names that most of the definitions have.
 */
export function weighTitle(
  title: readonly TitleTerm[],
  vocabulary: Vocabulary,
  names: ReadonlySet<string>,
): WeighedTitle {
  const terms: number[] = [];
  const weights: number[] = [];
  const kinds: WeighedTitle['kinds'][number][] = [];
  const purposes: number[] = [];
  for (const { term, kind } of title) {
    const id = vocabulary.idOf(term);
    const rarity = Math.min(1, Math.max(0, (vocabulary.weights[id] ?? 0) / RARE));
    const subject = (COMMON_SUBJECT + (1 - COMMON_SUBJECT) * rarity) * (names.has(term) ? NAME_WORD : 1);
    terms.push(id);
    weights.push(kind === 'purpose' ? PURPOSE : kind === 'weak' ? subject * WEAK : subject);
    if (kind === 'purpose') purposes.push(id);
    kinds.push(kind === 'weak' || names.has(term) ? 'aside' : term === OCCASION ? 'occasion' : kind);
  }
  return { terms, weights, kinds, purposes };
}

/** What is left over counts so many times where no subject is shared. */
const WITHOUT_SUBJECT = 2;
/** What is left over on both sides counts so many times again. */
const ON_BOTH_SIDES = 1.5;

/**
 * How much two titles say the same, 0 to 1.
 *
 * Dice's coefficient of the weights, with two additions. What is left over on both sides counts again: `State
 * Management` is part of `State Management & Data Fetching`, while `Infrastructure Issues` and `Infrastructure Code`
 * are two things. And what is left over counts twice where only a purpose is shared: `Language-Specific Expertise` is
 * not the `Core Competencies`. That both speak of an occasion (`When …`) is no likeness.
 */
export function titleLikeness(one: WeighedTitle, other: WeighedTitle): number {
  let shared = 0;
  let hasSubject = false;
  let all = 0;
  let telling = 0;
  for (let at = 0; at < one.terms.length; at += 1) {
    const weight = one.weights[at] ?? 0;
    const kind = one.kinds[at];
    if (!other.terms.includes(one.terms[at] ?? 0)) {
      all += weight;
      if (kind !== 'aside') telling += weight;
    } else if (kind !== 'occasion') {
      shared += weight;
      hasSubject ||= kind === 'subject';
    }
  }
  if (shared === 0) return 0;
  let otherAll = 0;
  let otherTelling = 0;
  for (let at = 0; at < other.terms.length; at += 1) {
    if (one.terms.includes(other.terms[at] ?? 0)) continue;
    const weight = other.weights[at] ?? 0;
    otherAll += weight;
    if (other.kinds[at] !== 'aside') otherTelling += weight;
  }
  const against = (all + otherAll) * (hasSubject ? 1 : WITHOUT_SUBJECT);
  return (2 * shared) / (2 * shared + against + ON_BOTH_SIDES * Math.min(telling, otherTelling));
}
