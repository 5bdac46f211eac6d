import type { TermVector } from './term-vector.ts';
import type { TitleTerm } from './title-terms.ts';
import { OCCASION } from './title-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the terms of a title count. */
export interface WeighedTitle {
  readonly all: ReadonlyMap<string, number>;
  /** The same by numbers. */
  readonly vector: TermVector;
  /** Those that tell what the section is about: no weak words, no words of names, no purposes. */
  readonly subjects: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
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
  { idOf, weightOf }: Vocabulary,
  names: ReadonlySet<string>,
): WeighedTitle {
  const all = new Map<string, number>();
  for (const { term, kind } of title) {
    const rarity = Math.min(1, Math.max(0, weightOf(idOf(term)) / RARE));
    const subject = (COMMON_SUBJECT + (1 - COMMON_SUBJECT) * rarity) * (names.has(term) ? NAME_WORD : 1);
    all.set(term, kind === 'purpose' ? PURPOSE : kind === 'weak' ? subject * WEAK : subject);
  }
  const ofKind = (wanted: TitleTerm['kind']) =>
    new Set(title.filter(({ term, kind }) => kind === wanted && !names.has(term)).map(({ term }) => term));
  const vector = {
    terms: new Uint32Array([...all.keys()].map(idOf)),
    weights: new Float64Array([...all.values()]),
  };
  return { all, vector, subjects: ofKind('subject'), purposes: ofKind('purpose') };
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
  for (const [term, weight] of one.all) {
    if (!other.all.has(term) || term === OCCASION) continue;
    shared += weight;
    hasSubject ||= one.subjects.has(term);
  }
  if (shared === 0) return 0;
  const left = leftOver(one, other);
  const right = leftOver(other, one);
  const against = (left.all + right.all) * (hasSubject ? 1 : WITHOUT_SUBJECT);
  return (2 * shared) / (2 * shared + against + ON_BOTH_SIDES * Math.min(left.telling, right.telling));
}

/** Weight of what only the one title says, and of what in it is not weak. */
function leftOver(one: WeighedTitle, other: WeighedTitle): { readonly all: number; readonly telling: number } {
  let [all, telling] = [0, 0];
  for (const [term, weight] of one.all) {
    if (other.all.has(term)) continue;
    all += weight;
    if (one.subjects.has(term) || one.purposes.has(term)) telling += weight;
  }
  return { all, telling };
}
