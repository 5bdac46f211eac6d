import { titleTerms } from '../topics/title-meaning.ts';
import type { PlacedVersion } from './regroup.ts';

type Group = readonly PlacedVersion[];

/** What a reader wants to know first: who and what for, what is known, how it is done, what comes of it, what is not done. */
const READING_ORDER: readonly (readonly string[])[] = [
  ['@purpose'],
  ['@expertise', '@knowledge'],
  ['@first', '@process'],
  ['@output'],
  ['@limits'],
];

/**
 * Groups of siblings with those of one more definition put in: each behind what it follows there, and behind what others have
 * put in behind that. What follows nothing comes before what it precedes. What is for something comes neither before what
 * is to be read earlier nor behind what is to be read later, unless those stand the other way round already.
 *
 * @param ordered Those of the definitions before; of the first as it has them.
 * @param members Those of the one, in its order.
 */
export function withGroupsBehind(ordered: readonly Group[], members: readonly Group[]): readonly Group[] {
  const there = new Set(ordered);
  const own = new Set(members);
  const result = [...ordered];
  let anchor: Group | null = null;
  for (const [at, group] of members.entries()) {
    if (!there.has(group)) {
      const place = anchor ? placeBehind(result, anchor, own) : placeBefore(result, members.slice(at), there);
      result.splice(ordered.length > 0 ? inReadingOrder(result, group, place) : place, 0, group);
    }
    // What comes first in its file need not come first in the result.
    if (group.every(({ role }) => role !== 'opening')) anchor = group;
  }
  return result;
}

function placeBehind(result: readonly Group[], anchor: Group, own: ReadonlySet<Group>): number {
  let place = result.indexOf(anchor) + 1;
  for (let next = result[place]; next && !own.has(next) && isAdded(next); next = result[place]) place += 1;
  return place;
}

/** Whether the first definition has nothing of it. */
function isAdded(group: Group): boolean {
  return group.every(({ column }) => column > 0);
}

function placeBefore(result: readonly Group[], following: readonly Group[], there: ReadonlySet<Group>): number {
  const next = following.find((group) => there.has(group));
  return next ? result.indexOf(next) : result.length;
}

/** The place nearest to one that stands in the order of reading, where there is one. */
function inReadingOrder(result: readonly Group[], group: Group, place: number): number {
  const rank = readingRank(group);
  if (rank < 0) return place;
  const ranks = result.map(readingRank);
  const first = ranks.findLastIndex((other) => other >= 0 && other < rank) + 1;
  const behind = ranks.findIndex((other) => other > rank);
  const last = behind < 0 ? result.length : behind;
  return first > last ? place : Math.min(last, Math.max(first, place));
}

/** -1 for what is about something, or for nothing of these. */
function readingRank([first]: Group): number {
  if (first?.whole?.isRun) return READING_ORDER.findIndex((purposes) => purposes.includes('@process'));
  const terms = first?.role === 'part' ? titleTerms(first.section.title) : [];
  if (terms.some(({ kind }) => kind === 'subject')) return -1;
  return READING_ORDER.findIndex((purposes) => terms.some(({ term }) => purposes.includes(term)));
}
