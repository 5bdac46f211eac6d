import { titleTerms } from '../../topics/title-meaning.ts';
import { listFormOf } from './list-form.ts';
import type { PlacedVersion } from './placed-version.ts';
import { isAboutOutput } from './whole-sections.ts';

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
  { purposes: ['@principles', '@mindset'], titles: /\b(?:heuristics|guidelines|conventions)$/i },
  // What is asked before the work begins.
  { purposes: [], titles: /^communication protocol$/i },
  { purposes: ['@first', '@process'], titles: /^(?:phase|step|stage)\s*\d/i },
  {
    purposes: [],
    titles:
      /^(?:dependencies|(?:agent |sub-?agent )?(?:collaboration|delegation|hand-?offs?)(?: cues| protocols?| rules| points| patterns?)?)$|\b(?:other|related) agents\b/i,
  },
  {
    purposes: ['@checklist', '@success'],
    titles:
      /\b(?:quality (?:checks|gates|standards|criteria)|checklist|definition of done|acceptance criteria)\b|\bchecks$/i,
  },
  { purposes: ['@output'] },
  { purposes: ['@limits', '@pitfalls'] },
  {
    purposes: ['@examples', '@references'],
    titles: /^(?:interaction patterns|(?:example|sample) \w+)$|\bcheat ?sheet$/i,
  },
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
  // A ban stands with the others, where there are some.
  const limits = rankOf('@limits');
  const isOfBans = groups.some((group) => ranks.get(group) === limits);
  for (const group of isOfBans ? groups : []) {
    if (ranks.get(group) === RULE && group.every(({ section }) => BAN.test(section.raw.trim())))
      ranks.set(group, limits + 0.5);
  }
  return [...groups].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/**
 * The rank of each group: its own, else that of what stands before it in the file of its leader, whoever leads that; else of the
 * one behind. But what a file begins with is known before anything is done.
 */
function inheritedRanks(groups: readonly Group[]): Map<Group, number> {
  const ranks = new Map<Group, number>();
  for (const [column, members] of byColumn(groups)) {
    let last = -1;
    const led: Group[] = [];
    for (const { group } of members) {
      const isOfThings = isKnown(group);
      const own = isOfThings && isOfWork(group) ? rankBehind(0, true) : readingRank(group);
      const rank = own >= 0 ? own : rankBehind(last, isOfThings);
      if (own >= 0) last = own;
      if (group[0]?.column !== column) continue;
      ranks.set(group, rank);
      led.push(group);
    }
    rankByNext(ranks, led);
  }
  return ranks;
}

/** The rank of what has none, behind what has one; what is known at large comes before what is about one thing. */
function rankBehind(last: number, isOfThings: boolean): number {
  const known = rankOf('@expertise');
  return last < 0 ? last : (isOfThings ? known : Math.max(last, known)) + 0.5;
}

/** What nothing of a rank stands before in its file has that of the one behind it. */
function rankByNext(ranks: Map<Group, number>, led: readonly Group[]): void {
  let next = rankOf('@expertise');
  for (const group of led.toReversed()) {
    const rank = ranks.get(group) ?? -1;
    if (rank < 0) ranks.set(group, next);
    else next = Math.min(next, rank);
  }
}

/** Whether a section lists what there is of something, as opposed to what is done or checked: it is known wherever it stands. */
function isKnown([first]: Group): boolean {
  if (!first || first.whole !== null) return false;
  const lists = [first.section, ...first.section.sections].map(listFormOf).filter((form) => form !== null);
  return lists.length > 0 && lists.every((form) => form.shares.stating < KNOWN);
}

/** Less than this share of the items of such a list say what to do. */
const KNOWN = 0.5;

/** `Research methodology` over nothing but names tells no order. */
function isOfWork(group: Group): boolean {
  return readingRank(group) === rankOf('@process');
}

/** The groups that each definition has a section in, in the order of its file. */
function byColumn(groups: readonly Group[]): ReadonlyMap<number, readonly { readonly group: Group }[]> {
  const found = new Map<number, { readonly group: Group; readonly index: number }[]>();
  for (const group of groups) {
    for (const { column, index } of group) {
      const members = found.get(column);
      if (members) members.push({ group, index });
      else found.set(column, [{ group, index }]);
    }
  }
  for (const members of found.values()) members.sort((a, b) => a.index - b.index);
  return found;
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

/** The rank of a rule at the end of a definition: behind what is handed over. */
const RULE = rankOf('@output') + 0.25;
const BAN = /^\W*(?:do not|don['’]t|never|avoid|must not)(?!\p{L})/iu;

/** A form of what is handed over, whatever else its title says: `Implementation Report`. */
function isReport({ whole, section }: PlacedVersion): boolean {
  return whole?.kind === 'template' && isAboutOutput(section);
}

/** -1 for what is about something, or for nothing of these. */
function readingRank([first]: Group): number {
  if (first?.whole?.isRun) return rankOf('@process');
  if (first?.role !== 'part') return -1;
  const { title, kind } = first.section;
  if (isReport(first)) return rankOf('@output');
  if (first.isRuleAtEnd) return RULE;
  const called = READING_ORDER.findIndex(({ titles }) => titles?.test(title));
  if (called >= 0) return called;
  const terms = titleTerms(title);
  // Of numbered things, as of steps, the title says what they are.
  const isOfWork = kind === 'lead-in' || terms.some(({ term }) => term === '@process' || term === '@first');
  if (terms.some((one) => one.kind === 'subject'))
    return isOfWork && first.whole?.kind === 'procedure' ? rankOf('@process') : -1;
  return READING_ORDER.findIndex(({ purposes }) => terms.some(({ term }) => purposes.includes(term)));
}
