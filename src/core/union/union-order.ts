import { titleTerms } from '../topics/title-meaning.ts';
import type { PlacedVersion } from './regroup.ts';

type Group = readonly PlacedVersion[];

/**
 * What a reader wants to know first: who and what for, when, what is known, by what principles and how it is done, what is
 * checked, what comes of it, what is not done; last what one can look up.
 */
const READING_ORDER: readonly { readonly purposes: readonly string[]; readonly titles?: RegExp }[] = [
  { purposes: ['@purpose', '@duties'] },
  { purposes: ['@trigger'] },
  { purposes: ['@expertise', '@stack'] },
  { purposes: [], titles: /^(?:core |domain )?knowledge(?: base)?$/i },
  { purposes: ['@principles', '@mindset'] },
  { purposes: ['@first', '@process'], titles: /^(?:phase|step|stage)\s*\d/i },
  {
    purposes: ['@checklist', '@success'],
    titles: /\b(?:quality (?:checks|gates|standards|criteria)|checklist|definition of done|acceptance criteria)\b/i,
  },
  { purposes: ['@output'] },
  { purposes: [], titles: /\b(?:(?:other|related) agents|collaboration|hand-?offs?|delegation)\b/i },
  { purposes: ['@limits', '@pitfalls'] },
  { purposes: ['@examples', '@references'] },
];
const rankOf = (purpose: string): number => READING_ORDER.findIndex(({ purposes }) => purposes.includes(purpose));

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

/**
 * Groups at the top in the order of reading, where more than one definition has put them there: what the first has in an order of
 * its own was not meant for what others say. What is about something stays behind what it follows in its file.
 */
export function inOrderOfReading(groups: readonly Group[]): readonly Group[] {
  const said = new Set(groups.flat().flatMap(({ column, section }) => (column === 0 ? [section.raw] : [])));
  // A copy of the first puts nothing there.
  if (groups.every((group) => !isAdded(group) || group.every(({ section }) => said.has(section.raw)))) return groups;
  const ranks = inheritedRanks(groups);
  return [...groups].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/**
 * The rank of each group: its own, else that of the one before it in its leader's file, else of the one behind; but what a file
 * begins with is known before anything is done.
 */
function inheritedRanks(groups: readonly Group[]): ReadonlyMap<Group, number> {
  const ranks = new Map<Group, number>();
  const known = rankOf('@expertise');
  for (const members of byLeader(groups)) {
    let last = -1;
    for (const group of members) {
      const own = readingRank(group);
      if (own >= 0) last = own;
      else if (last >= 0) last = Math.max(last, known);
      ranks.set(group, last);
    }
    let next = known;
    for (const group of members.toReversed()) {
      const rank = ranks.get(group) ?? -1;
      if (rank < 0) ranks.set(group, next);
      else next = Math.min(next, rank);
    }
  }
  return ranks;
}

/** The groups of each definition that leads some, in the order of its file. */
function byLeader(groups: readonly Group[]): readonly (readonly Group[])[] {
  const led = new Map<number, Group[]>();
  for (const group of groups) {
    const column = group[0]?.column ?? 0;
    const members = led.get(column);
    if (members) members.push(group);
    else led.set(column, [group]);
  }
  return [...led.values()].map((members) => members.sort((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0)));
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
  if (first?.whole?.isRun) return rankOf('@process');
  if (first?.role !== 'part') return -1;
  const { title, kind } = first.section;
  const called = READING_ORDER.findIndex(({ titles }) => titles?.test(title));
  if (called >= 0) return called;
  const terms = titleTerms(title);
  // Of numbered things, as of steps, the title says what they are.
  const isOfWork = kind === 'lead-in' || terms.some(({ term }) => term === '@process' || term === '@first');
  if (terms.some((one) => one.kind === 'subject'))
    return isOfWork && first.whole?.kind === 'procedure' ? rankOf('@process') : -1;
  return READING_ORDER.findIndex(({ purposes }) => terms.some(({ term }) => purposes.includes(term)));
}
