import { diff3Merge } from 'node-diff3';
import { type FrontmatterEntry, splitEntries } from './frontmatter-entries.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { chosen, joined, type MergeChunk, stable } from './merge-chunk.ts';

/** More lines than this that are not the same in all versions are one conflict: finding what they share takes too long. */
const MOST_LINES = 20_000;

/**
 * Merge two changed versions of a definition with the one both come from.
 *
 * Frontmatter is merged by fields, in the order of `ours`, so that changes to neighbouring fields do not meet. The rest is
 * merged block by block (`mergeBlocks`), the lines of one block, and a file of which not all have frontmatter, by diff3 (after Khanna,
 * Kunal and Pierce, "A Formal Investigation of Diff3", 2007, as the package node-diff3 has it). What both changed in the
 * same way is no conflict.
 *
 * Law: the stable text of a merge without conflict is `theirs` where `ours` is `base`, and `ours` where `theirs` is.
 *
 * @param base What both come from; all three with `\n` as line ends.
 * @returns Chunks in order; no two stable ones follow each other.
 */
export function mergeThreeWays(base: string, ours: string, theirs: string): readonly MergeChunk[] {
  const whole = chosen(base, ours, theirs);
  if (whole.kind === 'stable') return joined([whole]);
  const [o, a, b] = [splitEntries(base), splitEntries(ours), splitEntries(theirs)];
  if (!o && !a && !b) return joined(mergeBodies(base, ours, theirs));
  if (!o || !a || !b) return joined(mergeLines(base, ours, theirs));
  return joined([
    stable(a.fence),
    ...mergeEntries(o.entries, a.entries, b.entries),
    ...mergeBodies(o.rest, a.rest, b.rest),
  ]);
}

/** Whether something of a merge is left to decide. */
export function hasConflict(chunks: readonly MergeChunk[]): boolean {
  return chunks.some(({ kind }) => kind === 'conflict');
}

/**
 * The merged text with standard markers around what is left to decide: `yours`, what was `taken`, and what the
 * `sources` say now.
 */
export function mergedText(chunks: readonly MergeChunk[]): string {
  return chunks.map((chunk) => (chunk.kind === 'stable' ? chunk.text : marked(chunk))).join('');
}

/** Whether a text holds the markers of a conflict. */
export function hasMarkers(text: string): boolean {
  return /^<{7} yours$/m.test(text) || /^>{7} (?:sources|ingredients)$/m.test(text);
}

function marked({ ours, base, theirs }: Extract<MergeChunk, { kind: 'conflict' }>): string {
  return [
    '<<<<<<< yours\n',
    withEnd(ours),
    '||||||| taken\n',
    withEnd(base),
    '=======\n',
    withEnd(theirs),
    '>>>>>>> sources\n',
  ].join('');
}

function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function mergeEntries(
  base: readonly FrontmatterEntry[],
  ours: readonly FrontmatterEntry[],
  theirs: readonly FrontmatterEntry[],
): readonly MergeChunk[] {
  const inBase = new Map(base.map(({ key, text }) => [key, text]));
  const inTheirs = new Map(theirs.map(({ key, text }) => [key, text]));
  const inOurs = new Set(ours.map(({ key }) => key));
  const others = theirs.filter(({ key }) => !inOurs.has(key));
  return [
    ...ours.map(({ key, text }) => chosen(inBase.get(key) ?? '', text, inTheirs.get(key) ?? '')),
    ...others.map(({ key, text }) => chosen(inBase.get(key) ?? '', '', text)),
  ];
}

function mergeBodies(base: string, ours: string, theirs: string): readonly MergeChunk[] {
  const whole = chosen(base, ours, theirs);
  if (whole.kind === 'stable') return [whole];
  const isLong = [base, ours, theirs].some((text) => linesOf(text).length > MOST_LINES);
  return isLong ? mergeLines(base, ours, theirs) : mergeBlocks(base, ours, theirs, mergeLines);
}

function mergeLines(base: string, ours: string, theirs: string): readonly MergeChunk[] {
  const whole = chosen(base, ours, theirs);
  if (whole.kind === 'stable') return [whole];
  const [o, a, b] = [linesOf(base), linesOf(ours), linesOf(theirs)];
  const start = commonStart([o, a, b]);
  const end = commonEnd([o, a, b], start);
  const inner = [o, a, b].map((lines) => lines.slice(start, lines.length - end)) as [string[], string[], string[]];
  return [
    stable(a.slice(0, start).join('')),
    ...(inner.flat().length > MOST_LINES ? [conflictOf(...inner)] : regions(...inner)),
    stable(a.slice(a.length - end).join('')),
  ];
}

function regions(base: string[], ours: string[], theirs: string[]): readonly MergeChunk[] {
  return diff3Merge(ours, base, theirs, { excludeFalseConflicts: true }).flatMap(({ ok, conflict }) => {
    if (conflict) return lineByLine(conflict.o, conflict.a, conflict.b);
    return ok ? [stable(ok.join(''))] : [];
  });
}

/** A conflict, or no conflict where all have as many lines and each line was changed on one side at most. */
function lineByLine(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly MergeChunk[] {
  const isEven = base.length === ours.length && base.length === theirs.length;
  const lines = isEven ? base.map((line, at) => chosen(line, ours[at] ?? '', theirs[at] ?? '')) : [];
  return isEven && !hasConflict(lines) ? lines : [conflictOf(base, ours, theirs)];
}

function conflictOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): MergeChunk {
  return { kind: 'conflict', ours: ours.join(''), base: base.join(''), theirs: theirs.join('') };
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function commonStart([first = [], ...others]: readonly (readonly string[])[]): number {
  let count = 0;
  while (count < first.length && others.every((lines) => lines[count] === first[count])) count += 1;
  return count;
}

function commonEnd([first = [], ...others]: readonly (readonly string[])[], start: number): number {
  const most = Math.min(first.length, ...others.map((lines) => lines.length)) - start;
  let count = 0;
  while (count < most && others.every((lines) => lines.at(-1 - count) === first.at(-1 - count))) count += 1;
  return count;
}
