import type { RoutingProfile } from './routing-profile.ts';
import { type KindOfWork, termsOfWork } from './routing-words.ts';
import { isTechnology } from './subject-words.ts';

/** What speaks for and against rivals, fitted to labelled pairs by logistic regression, and rounded. */
const POINTS = {
  start: -3.4,
  /** How alike the words are, and how much of what each says the other says too. */
  cosine: 1.9,
  covered: 3.1,
  /** Two names that speak of the same, and of the same kind of work. */
  oneSubject: 1.9,
  /** Each name speaks of something that the other agent never speaks of; or of something besides what both do. */
  ownSubjects: -2.5,
  siblings: -1.5,
  /** The name of one speaks of a technology that the other never speaks of. */
  ownTechnology: -1.2,
  /** Another kind of work on the same thing, and one that the other never speaks of. */
  otherWork: -2.2,
  workNotSaid: -1.7,
  /** One, or both, are called by other agents. */
  oneInner: -1.8,
  bothInner: -1.1,
  /** What is in another script is compared by few of its words. */
  otherScript: -0.8,
  /** Each has a version of its own in its name. */
  versions: -6,
  /** One says by its name when to take the other. */
  mentioned: -3,
  /** Of two in one collection, one is of what the other is of and of more, which the other never speaks of. */
  partOfFamily: -1.2,
} as const;
/** An agent with its terms by how much they set it apart. */
export interface Weighed {
  readonly profile: RoutingProfile;
  readonly vector: ReadonlyMap<string, number>;
  /** How much it says in all, and in words of Latin letters. */
  readonly size: Size;
  readonly latinSize: Size;
}

interface Size {
  readonly length: number;
  readonly sum: number;
}

/** Weighs the terms of a profile. */
export function weighedBy(profile: RoutingProfile, factorOf: (term: string) => number): Weighed {
  const vector = new Map([...profile.weights].map(([term, weight]) => [term, weight * factorOf(term)]));
  const latin = [...vector].flatMap(([term, weight]) => (isLatin(term) ? [weight] : []));
  return { profile, vector, size: sizeOf([...vector.values()]), latinSize: sizeOf(latin) };
}

const LATIN = /^[a-z0-9]+$/;

function sizeOf(weights: readonly number[]): Size {
  let [squares, sum] = [0, 0];
  for (const weight of weights) {
    squares += weight * weight;
    sum += weight;
  }
  return { length: Math.sqrt(squares) || 1, sum: sum || 1 };
}

/** What the terms are worth that two agents share: of both multiplied, and of each by itself. */
export interface SharedTerms {
  readonly product: number;
  readonly ofOne: number;
  readonly ofOther: number;
}

/** Whether a term counts where the two are in different scripts. */
export const isLatin = (term: string): boolean => LATIN.test(term);

/** Whether two agents are described in one script; where they are not, what is no word of Latin letters does not count. */
export const areOfOneScript = (one: Weighed, other: Weighed): boolean =>
  one.profile.isForeign === other.profile.isForeign;

/**
 * How likely two agents compete for the same request, 0 to 1.
 *
 * @param shared Of the terms that count.
 * @param least What is less need not be exact: 0 will do.
 */
export function likelihood(one: Weighed, other: Weighed, shared: SharedTerms, least = 0): number {
  const words = wordPoints(one, other, shared);
  if (chance(words + LIKELIEST_NAMES) < least) return 0;
  return chance(words + namePoints(one.profile, other.profile));
}

/** More than this no names add. */
const LIKELIEST_NAMES = POINTS.oneSubject;

const chance = (points: number): number => 1 / (1 + Math.exp(-points));

/** What the words that two agents share speak for; of words in different scripts those of Latin letters. */
function wordPoints(one: Weighed, other: Weighed, { product, ofOne, ofOther }: SharedTerms): number {
  const [sizeOfOne, sizeOfOther] = areOfOneScript(one, other)
    ? [one.size, other.size]
    : [latinSizeOf(one), latinSizeOf(other)];
  const cosine = product / (sizeOfOne.length * sizeOfOther.length);
  return POINTS.start + POINTS.cosine * cosine + POINTS.covered * (ofOne / sizeOfOne.sum + ofOther / sizeOfOther.sum);
}

/** Of a text with hardly a word of Latin letters these are not all that it says. */
const LEAST_LATIN = 0.15;

const latinSizeOf = ({ size, latinSize }: Weighed): Size => ({
  length: Math.max(latinSize.length, LEAST_LATIN * size.length),
  sum: Math.max(latinSize.sum, LEAST_LATIN * size.sum),
});

/** What the names, and who calls the agents, speak for. */
function namePoints(one: RoutingProfile, other: RoutingProfile): number {
  const inner = [one, other].filter(({ isInner }) => isInner).length;
  return (
    subjectPoints(one, other) +
    workPoints(one, other) +
    (isOtherVersion(one, other) ? POINTS.versions : 0) +
    (isMentioned(one, other) ? POINTS.mentioned : 0) +
    (isPartOfFamily(one, other) || isPartOfFamily(other, one) ? POINTS.partOfFamily : 0) +
    (inner === 1 ? POINTS.oneInner : inner === 2 ? POINTS.bothInner : 0) +
    (one.isForeign === other.isForeign ? 0 : POINTS.otherScript)
  );
}

/** Whether one of them sends some requests on to the other; of two of a name nobody can tell which is meant. */
function isMentioned(one: RoutingProfile, other: RoutingProfile): boolean {
  if (one.calledAs === other.calledAs) return false;
  return one.mentions.has(other.calledAs) || other.mentions.has(one.calledAs);
}

/** Whether an author who has both meant the other for what the one does not speak of: `rust-pro` and `rust-migration`. */
function isPartOfFamily(one: RoutingProfile, other: RoutingProfile): boolean {
  if (one.collection === null || one.collection !== other.collection || one.subjects.length === 0) return false;
  if (!one.subjects.every((term) => other.subjects.includes(term))) return false;
  const more = besides(other, one);
  return more.length > 0 && !more.some((term) => one.weights.has(term));
}

function subjectPoints(given: RoutingProfile, givenOther: RoutingProfile): number {
  const [one, other] =
    given.isForeign === givenOther.isForeign ? [given, givenOther] : [latinOf(given), latinOf(givenOther)];
  // Of names in two scripts nothing is known where one has no word in Latin letters.
  if (given.isForeign !== givenOther.isForeign && (one.subjects.length === 0 || other.subjects.length === 0)) return 0;
  const own = [besides(one, other), besides(other, one)];
  if (own.every((subjects) => subjects.length === 0))
    return isOneWork(one, other) && !isOtherVersion(one, other) ? POINTS.oneSubject : 0;
  const isApart = own.every((subjects) => subjects.length > 0);
  const areSiblings = isApart && one.subjects.some((term) => other.subjects.includes(term));
  return (
    (unsaid(one, other) && unsaid(other, one) ? POINTS.ownSubjects : 0) +
    (areSiblings ? POINTS.siblings : 0) +
    (isOfOwnTechnology(one, other) !== isOfOwnTechnology(other, one) ? POINTS.ownTechnology : 0)
  );
}

const latinOf = (profile: RoutingProfile): RoutingProfile => ({
  ...profile,
  subjects: profile.subjects.filter(isLatin),
});

function workPoints(one: RoutingProfile, other: RoutingProfile): number {
  if (isOneWork(one, other)) return 0;
  if (one.work && other.work) return POINTS.otherWork;
  return says(one, other.work) || says(other, one.work) ? 0 : POINTS.workNotSaid;
}

const isOneWork = (one: RoutingProfile, other: RoutingProfile): boolean =>
  one.work === other.work || (isLooking(one.work) && isLooking(other.work));

/** Each has a version in its name, and they have none in common. */
const isOtherVersion = (one: RoutingProfile, other: RoutingProfile): boolean =>
  one.versions.size > 0 && other.versions.size > 0 && ![...one.versions].some((version) => other.versions.has(version));

/** Who tests looks for faults as well. */
const isLooking = (work: KindOfWork): boolean => work === 'judge' || work === 'test';

/** Whether an agent speaks of a kind of work. */
function says({ weights }: RoutingProfile, work: KindOfWork): boolean {
  if (!work) return false;
  for (const term of termsOfWork(work)) if (weights.has(term)) return true;
  return false;
}

/** What the name of the one speaks of and the name of the other does not. */
const besides = (one: RoutingProfile, other: RoutingProfile): readonly string[] =>
  one.subjects.filter((term) => !other.subjects.includes(term));

/** Whether the name of the one speaks of something that the other never speaks of. */
const unsaid = (one: RoutingProfile, other: RoutingProfile): boolean =>
  one.subjects.some((term) => !other.weights.has(term));

const isOfOwnTechnology = (one: RoutingProfile, other: RoutingProfile): boolean =>
  one.subjects.some((term) => isTechnology(term) && !other.weights.has(term));
