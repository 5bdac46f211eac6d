import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';
import type { Role, Span, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../text/wrap-spans.ts';

/** Above this many characters in both texts together, words are not compared: they would hardly be read. */
const WORD_LIMIT = 20_000;

/**
 * Beyond this many changes two texts have nothing in common worth showing. Without a limit, Myers' algorithm takes the
 * square of them: 9 s for two texts of 5,000 words each that share none (measured), 0.1 s with it.
 */
const MOST_CHANGES = 1000;

/** Below this share of common letters a difference is a jumble of two texts, and no help. */
const LEAST_COMMON = 0.3;

/**
 * What changed between two texts, word by word, as lines of a width: words only in `before` are `removed`, words only
 * in `after` are `added`. Where the two have too little in common, `after` alone, all of it `added`. Myers' algorithm,
 * as the package `diff` has it.
 */
export function wordDifference(before: string, after: string, width: number): readonly StyledLine[] {
  const changes = wordChanges(withPlainEnds(before), withPlainEnds(after));
  const letters = (only: (change: Changes[number]) => boolean) =>
    changes.filter(only).reduce((sum, { value }) => sum + letterCount(value), 0);
  const common = 2 * letters(({ added, removed }) => !added && !removed);
  const all = common + letters(({ added, removed }) => added || removed);
  if (common >= LEAST_COMMON * all) return changedLines(changes, width);
  return changedLines([{ value: withPlainEnds(after), added: true, removed: false }], width);
}

function changedLines(changes: Changes, width: number): readonly StyledLine[] {
  const lines: Span[][] = [[]];
  for (const { value, added, removed } of changes) {
    const role = roleOf(added, removed);
    for (const [index, part] of value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: visibleText(part), role });
    }
  }
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines.flatMap((spans) => (spans.length > 0 ? wrapSpans(spans, width) : [{ spans: [] }]));
}

/** What changed between two files, line by line, with `+` and `-` before the lines and equal stretches cut short. */
export function lineDifference(before: string, after: string, width: number): readonly StyledLine[] {
  return lineChanges(before, after).flatMap(({ value, added, removed }) => {
    const sign = added ? '+ ' : removed ? '- ' : '  ';
    const role = roleOf(added, removed);
    const lines = value.replace(/\r?\n$/, '').split(/\r?\n/);
    const shown = added || removed || lines.length <= 2 * CONTEXT + 1 ? lines.map(visibleText) : shortened(lines);
    return shown.flatMap((line) => wrapSpans([{ text: line, role }], width, evenLead([{ text: sign, role }])));
  });
}

type Changes = readonly Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>[];

function letterCount(text: string): number {
  return text.replace(/\s/g, '').length;
}

function wordChanges(before: string, after: string): Changes {
  const words =
    before.length + after.length > WORD_LIMIT
      ? undefined
      : diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  if (words) return words;
  // Counted first: it takes a hundredth of the time, and most pairs that come this far share hardly a line.
  const most = 2 * lettersOfSharedLines(before, after);
  return most < LEAST_COMMON * (letterCount(before) + letterCount(after))
    ? allChanged(before, after)
    : lineChanges(before, after);
}

/** The letters of the lines that both have, as often as both have them: no difference line by line leaves more. */
function lettersOfSharedLines(before: string, after: string): number {
  const counts = new Map<string, number>();
  for (const line of before.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  let letters = 0;
  for (const line of after.split('\n')) {
    const count = counts.get(line) ?? 0;
    if (count === 0) continue;
    counts.set(line, count - 1);
    letters += letterCount(line);
  }
  return letters;
}

function lineChanges(before: string, after: string): Changes {
  return diffLines(before, after, { maxEditLength: MOST_CHANGES }) ?? allChanged(before, after);
}

function allChanged(before: string, after: string): Changes {
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
}

/** Line ends are no words: two texts that differ in them alone read the same. */
function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Equal lines kept on both sides of a change. */
const CONTEXT = 2;

function shortened(lines: readonly string[]): readonly string[] {
  const hidden = lines.length - 2 * CONTEXT;
  return [
    ...lines.slice(0, CONTEXT).map(visibleText),
    `… ${hidden} equal lines`,
    ...lines.slice(-CONTEXT).map(visibleText),
  ];
}

function roleOf(added: boolean | undefined, removed: boolean | undefined): Role {
  return added ? 'added' : removed ? 'removed' : 'muted';
}
