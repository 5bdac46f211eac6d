import { greatest } from '../../kit/long-lists.ts';
import type { Passage } from '../sections/passage.ts';
import { isSameText, LEAST_LIKE, type WordCounts, wordCounts, wordLikeness } from './word-likeness.ts';

/** A passage, wherever it is from. */
export type AnyPassage = Omit<Passage, 'line'>;

/** Beyond this many pairs only texts that are the same are found. */
const MOST_PAIRS = 250_000;

/**
 * Which passage of a new version of a text each one of the old version has become.
 *
 * Those that say the same to the letter belong together, in the same section first; then titles of one section; then
 * those of one kind that have most words in common, in one section first; last what stands in the same place of a section
 * that has as many passages as before.
 *
 * @returns For each of `before` the index in `after`, or -1 where it is no longer there. No index is there twice.
 */
export function matchPassages(before: readonly AnyPassage[], after: readonly AnyPassage[]): readonly number[] {
  const match = before.map(() => -1);
  const taken = new Set<number>();
  const pair = (old: number, now: number): void => {
    match[old] = now;
    taken.add(now);
  };
  const open = () => ({
    old: [...before.keys()].filter((at) => match[at] === -1),
    now: [...after.keys()].filter((at) => !taken.has(at)),
  });
  const pairOff = (isPair: (old: AnyPassage, now: AnyPassage) => boolean): void => {
    const { old, now } = open();
    if (old.length * now.length > MOST_PAIRS) return;
    for (const at of old) {
      const found = now.find(
        (index) => !taken.has(index) && isPair(before[at] as AnyPassage, after[index] as AnyPassage),
      );
      if (found !== undefined) pair(at, found);
    }
  };
  const pairLike = (isCandidate: (old: AnyPassage, now: AnyPassage) => boolean): void => {
    for (const [at, index] of likePairs(before, after, open(), isCandidate)) {
      if (match[at] === -1 && !taken.has(index)) pair(at, index);
    }
  };

  for (const [at, index] of sameTexts(before, after)) if (!taken.has(index)) pair(at, index);
  pairOff((old, now) => old.kind === 'title' && now.kind === 'title' && old.section === now.section);
  pairLike((old, now) => old.section === now.section);
  pairLike(() => true);
  const isAsLong = sameLength(before, after);
  pairOff((old, now) => isSamePlace(old, now) && old.kind === now.kind && isAsLong(old.section));
  return match;
}

function isSamePlace(a: AnyPassage, b: AnyPassage): boolean {
  return a.section === b.section && a.index === b.index;
}

/** Pairs of the same text and kind: those in one place first, then those in one section, each at most once. */
function sameTexts(
  before: readonly AnyPassage[],
  after: readonly AnyPassage[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const [old, now] = [before, after].map((passages) => passages.map(textKey)) as [string[], string[]];
  const [rest, left] = [new Set(before.keys()), new Set(after.keys())];
  const take = (placeOf: (passage: AnyPassage) => string): void => {
    const byPlace = new Map<string, number[]>();
    // From behind, so that the first of them is the next to be taken.
    for (const index of [...left].reverse()) {
      const place = `${placeOf(after[index] as AnyPassage)} ${now[index]}`;
      const having = byPlace.get(place);
      if (having) having.push(index);
      else byPlace.set(place, [index]);
    }
    for (const at of rest) {
      const found = byPlace.get(`${placeOf(before[at] as AnyPassage)} ${old[at]}`)?.pop();
      if (found === undefined) continue;
      rest.delete(at);
      left.delete(found);
      pairs.push([at, found]);
    }
  };
  take(({ section, index }) => `${section} ${index}`);
  take(({ section }) => section);
  take(() => '');
  return pairs;
}

function textKey({ kind, text }: AnyPassage): string {
  return `${kind} ${text.replace(/\r\n?/g, '\n').trim()}`;
}

interface Open {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

/** Pairs that have enough words in common, the most alike first. */
function likePairs(
  before: readonly AnyPassage[],
  after: readonly AnyPassage[],
  { old, now }: Open,
  isCandidate: (old: AnyPassage, now: AnyPassage) => boolean,
): readonly (readonly [number, number])[] {
  if (old.length * now.length > MOST_PAIRS) return [];
  const words = new Map<AnyPassage, WordCounts>();
  const wordsOf = (passage: AnyPassage): WordCounts => {
    const counts = words.get(passage) ?? wordCounts(passage.text);
    words.set(passage, counts);
    return counts;
  };
  const pairs = old.flatMap((at) =>
    now.flatMap((index) => {
      const [one, other] = [before[at] as AnyPassage, after[index] as AnyPassage];
      if (one.kind !== other.kind || !isCandidate(one, other)) return [];
      const likeness = wordLikeness(wordsOf(one), wordsOf(other));
      return likeness >= LEAST_LIKE ? [{ at, index, likeness }] : [];
    }),
  );
  return pairs
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at || a.index - b.index)
    .map(({ at, index }) => [at, index] as const);
}

function sameLength(before: readonly AnyPassage[], after: readonly AnyPassage[]): (section: string) => boolean {
  const [old, now] = [countBySection(before), countBySection(after)];
  return (section) => old.get(section) === now.get(section);
}

function countBySection(passages: readonly AnyPassage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { section } of passages) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}

/** The index of the passage a text has become, or -1. */
export function likestPassage(text: string, after: readonly AnyPassage[]): number {
  const same = after.findIndex((passage) => isSameText(passage.text, text));
  if (same >= 0) return same;
  const words = wordCounts(text);
  const likeness = after.map((passage) => wordLikeness(words, wordCounts(passage.text)));
  const most = greatest(likeness);
  return most >= LEAST_LIKE ? likeness.indexOf(most) : -1;
}
