import { between, type Difference, type DifferenceKind } from './difference.ts';
import type { NumberSaid } from './number-said.ts';
import type { Language, Mention, Passage } from './passage.ts';
import { signsDiffer, turningPairs } from './signs.ts';

/** How one passage stands to another. */
export type Relation =
  /** The same words and numbers. */
  | { readonly kind: 'same' }
  /** The same in other words; with the share of what they say that both do. */
  | { readonly kind: 'alike'; readonly likeness: number }
  /** About the same, and not both can be followed. */
  | { readonly kind: 'conflict'; readonly likeness: number; readonly differs: Difference }
  /** About different things. */
  | { readonly kind: 'unique' };

/** From this share of common terms on (Dice's coefficient, weighted) two passages are about the same. */
export const ABOUT_THE_SAME = 0.55;
/** What both sides have left over, from so much on and this share of what they have in common, makes them different things. */
const SUBSTANTIAL = 0.5;
const SUBSTANTIAL_SHARE = 0.25;
/** Passages that contradict each other share more than those that say the same: one word left over may be the reason. */
const CONFLICTING: Readonly<Record<DifferenceKind, number>> = {
  number: 0.6,
  version: 0.6,
  bound: 0.6,
  negation: 0.7,
  opposite: 0.75,
  preference: 0.6,
  order: 0.6,
  modality: 0.7,
  extent: 0.7,
  choice: 0.85,
};
/** One word in common may be any word: `Do not fix them`, `Apply the fix`. */
const LEAST_DENIED: Readonly<Record<Language, number>> = {
  english: 1.25,
  latin: 1.25,
  'other letters': 1.25,
  chinese: 1,
  japanese: 1,
};
/** What both passages must tell or instruct for: names of things that are opposites are two things. */
const OF_STATEMENTS: ReadonlySet<DifferenceKind> = new Set(['opposite', 'modality', 'choice']);

const UNIQUE: Relation = { kind: 'unique' };
const SAME: Relation = { kind: 'same' };

/**
 * How two passages stand to each other: do they say the same, the same in other words, what contradicts each other, or
 * something of their own? Nothing but their words decides.
 *
 * @returns The same kind whichever of the two comes first; only the sides of what differs change places.
 */
export function relationOf(a: Passage, b: Passage): Relation {
  if (a.saying === b.saying) return SAME;
  if (a.isVerbatim || b.isVerbatim) return UNIQUE;
  const shared = sharedWeight(a, b);
  const likeness = (2 * shared) / (a.weight + b.weight);
  if (!(likeness >= ABOUT_THE_SAME)) return UNIQUE;
  const leftOver = Math.min(a.weight, b.weight) - shared;
  const isOtherThing = leftOver >= SUBSTANTIAL && leftOver > SUBSTANTIAL_SHARE * shared;
  if (isOtherThing) return UNIQUE;
  const differs = differenceOf(a, b);
  if (differs === 'incomparable') return UNIQUE;
  if (differs === null) return { kind: 'alike', likeness };
  const isConflict =
    (differs.kind !== 'negation' || shared >= LEAST_DENIED[a.language]) &&
    leftOver < SUBSTANTIAL &&
    likeness >= CONFLICTING[differs.kind] &&
    !(a.isExample || b.isExample) &&
    (!OF_STATEMENTS.has(differs.kind) || (a.isStatement && b.isStatement)) &&
    !haveOtherTitles(a, b);
  return isConflict ? { kind: 'conflict', likeness, differs } : UNIQUE;
}

/** Whether two passages differ in what makes others contradict each other, as far as both speak of it. */
export function areOpposed(a: Passage, b: Passage): boolean {
  return differenceOf(a, b) !== null;
}

/** The share of what the second passage says that the first does; 0 where the second has numbers of its own. */
export function shareOf(a: Passage, b: Passage): number {
  if (b.weight === 0 || leftNumbers(b.numbers, a.numbers).length > 0) return 0;
  return sharedWeight(a, b) / b.weight;
}

function sharedWeight(a: Passage, b: Passage): number {
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [key, weight] of small.weights) shared += Math.min(weight, large.weights.get(key) ?? 0);
  return shared;
}

/** Two titles that share nothing, or are opposites, are of different things: `**Approve**: …`, `**Block**: …`. */
function haveOtherTitles(a: Passage, b: Passage): boolean {
  if (a.title.size === 0 || b.title.size === 0) return false;
  const turning = turningPairs(a, b);
  return ![...a.title].some((key) => b.title.has(key) && !turning.has(key));
}

function differenceOf(a: Passage, b: Passage): Difference | 'incomparable' | null {
  return (
    numbersDiffer(a, b) ??
    choicesDiffer(a, b) ??
    signsDiffer(a, b) ??
    orderDiffers(a, b) ??
    modalityDiffers(a, b) ??
    extentDiffers(a, b)
  );
}

/** Another number of the same, or the same number as a least and as a most. */
function numbersDiffer(a: Passage, b: Passage): Difference | 'incomparable' | null {
  const ones = leftNumbers(a.numbers, b.numbers);
  const others = leftNumbers(b.numbers, a.numbers);
  for (const one of a.numbers) {
    const other = b.numbers.find((number) => isSameNumber(number, one));
    if (!other || !one.bound || !other.bound || one.bound === other.bound) continue;
    // Who names what is over fifty says what whoever asks for less does.
    return a.isStatement === b.isStatement ? between('bound', one, other) : 'incomparable';
  }
  if (ones.length === 0 || others.length === 0) return null;
  for (const one of ones) {
    const other = others.find((number) => countsTheSame(number, one));
    if (!other) continue;
    if (canBothHold(one, other)) continue;
    return between(one.isVersion && other.isVersion ? 'version' : 'number', one, other);
  }
  return 'incomparable';
}

function leftNumbers(numbers: readonly NumberSaid[], others: readonly NumberSaid[]): readonly NumberSaid[] {
  return numbers.filter((one) => !others.some((other) => isSameNumber(one, other)));
}

function isSameNumber(one: NumberSaid, other: NumberSaid): boolean {
  return one.value === other.value && one.dimension === other.dimension;
}

function countsTheSame(one: NumberSaid, other: NumberSaid): boolean {
  if (one.dimension !== other.dimension) return false;
  if (one.dimension !== '') return true;
  // `PHP 8.2 features` and `Python 3.11 features` are versions of two things.
  const isOfOne = one.before === other.before || !/[.,]/.test(one.value + other.value);
  return (one.noun === other.noun && isOfOne) || (one.before !== '' && one.before === other.before);
}

/** At least three and at most ten: both can be. */
function canBothHold(one: NumberSaid, other: NumberSaid): boolean {
  if (one.bound === null || other.bound === null || one.bound === other.bound) return false;
  const [least, most] = one.bound === 'least' ? [one, other] : [other, one];
  return least.amount <= most.amount;
}

/** Of a few that exclude each other, two have not one in common. */
function choicesDiffer(a: Passage, b: Passage): Difference | 'incomparable' | null {
  for (const one of a.mentions) {
    if (one.meaning?.choice == null) continue;
    const others = b.mentions.filter(({ key }) => key === one.key);
    const [other] = others;
    const choices = new Set(a.mentions.filter(({ key }) => key === one.key).map(({ meaning }) => meaning?.choice));
    if (!other || others.some(({ meaning }) => choices.has(meaning?.choice ?? null))) continue;
    const isBothAsked = a.signs[one.stretch] === 1 && b.signs[other.stretch] === 1;
    return isBothAsked ? between('choice', one, other) : 'incomparable';
  }
  return null;
}

/** What comes first in one comes second in the other. */
function orderDiffers(a: Passage, b: Passage): Difference | null {
  const turns = new Map<string, Mention>();
  for (const mention of b.mentions) if (mention.turn !== 0) turns.set(mention.key, mention);
  let straight = 0;
  let crossed = 0;
  let first: Mention | null = null;
  let otherFirst: Mention | null = null;
  for (const mention of a.mentions) {
    const other = turns.get(mention.key);
    if (!other || mention.turn === 0) continue;
    const weight = Math.min(a.weights.get(mention.key) ?? 0, b.weights.get(mention.key) ?? 0);
    if (mention.turn === other.turn) straight += weight;
    else {
      crossed += weight;
      if (mention.turn === 1) first ??= mention;
      else otherFirst ??= other;
    }
  }
  if (crossed < straight || !first || !otherFirst) return null;
  return between('order', first, otherFirst);
}

function modalityDiffers({ modality: one }: Passage, { modality: other }: Passage): Difference | null {
  return one && other && one.kind !== other.kind ? between('modality', one, other) : null;
}

/** All against only, of the same verb. */
function extentDiffers(a: Passage, b: Passage): Difference | null {
  if (!a.extent || !b.extent || a.extent.kind === b.extent.kind) return null;
  return a.mentions[0]?.key === b.mentions[0]?.key ? between('extent', a.extent, b.extent) : null;
}
