import { KINDRED, OCCASION, STACK } from './purpose-words.ts';
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
  /** Whether one of these is a purpose that goes over into others. */
  readonly kindred: boolean;
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
/** A word that one definition has in more titles than this tells them apart the less, the more there are. */
const FEW_TITLES = 2;
/** Of less rare ones it is known how frequent they are: most words of languages other than English are not. */
const UNKNOWN = 0.8;

/** What is known of the terms of titles from the definitions compared. */
export interface TitleUse {
  /** Terms of the names that most of the definitions have. */
  readonly names: ReadonlySet<string>;
  /** In how many titles a term occurs, in the definition that has it most. */
  readonly titles: ReadonlyMap<string, number>;
}

/** What each term of a title counts. */
export function weighTitle(title: readonly TitleTerm[], vocabulary: Vocabulary, use: TitleUse): WeighedTitle {
  const terms = title.map(({ term }) => vocabulary.idOf(term));
  const subjectWeight = (term: string, id: number) => {
    const rarity = Math.min(1, Math.max(0, (vocabulary.weights[id] ?? 0) / RARE));
    const frequent = rarity < UNKNOWN ? 1 : Math.min(1, Math.sqrt(FEW_TITLES / (use.titles.get(term) ?? 1)));
    return (COMMON_SUBJECT + (1 - COMMON_SUBJECT) * rarity) * (use.names.has(term) ? NAME_WORD : 1) * frequent;
  };
  return {
    terms,
    weights: title.map(({ term, kind }, at) => {
      if (kind === 'purpose') return PURPOSE;
      return subjectWeight(term, terms[at] ?? 0) * (kind === 'weak' ? WEAK : 1);
    }),
    kinds: title.map((one) => kindOf(one, use.names)),
    purposes: terms.filter((_, at) => title[at]?.kind === 'purpose'),
    kindred: title.some(({ term }) => KINDRED.has(term)),
  };
}

function kindOf({ term, kind }: TitleTerm, names: ReadonlySet<string>): WeighedTitle['kinds'][number] {
  if (kind === 'weak' || names.has(term)) return 'aside';
  if (term === OCCASION) return 'occasion';
  return term === STACK ? 'subject' : kind;
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

/** Whether two titles have in common what they are about, not just what for. */
export function sharesSubject(one: WeighedTitle, other: WeighedTitle): boolean {
  return one.terms.some((term, at) => one.kinds[at] === 'subject' && other.terms.includes(term));
}
