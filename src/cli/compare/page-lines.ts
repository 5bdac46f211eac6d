import { inlineSpans } from '../../core/rendering/markdown-inline.ts';
import { markdownLines } from '../../core/rendering/markdown-lines.ts';
import { countText } from '../../text/count-text.ts';
import { lineText, type StyledLine } from '../../text/styled-text.ts';
import { prefixThatFits, textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import type { Statement, TopicPart } from './comparison-topics.ts';
import { grouped } from './grouped.ts';

/** The sign before a statement or a field: the same, different, not to be followed both, in one alone. */
export const SIGNS = { same: '=', near: '~', conflict: '≠', unique: '+' } as const;

/** Lines that running text may take. */
const MOST_PROSE_LINES = 4;
/** Cells that the value of a field may take: descriptions run to thousands of characters. */
const MOST_FIELD_CELLS = 160;

/**
 * Lines with something before the first of them and as much room before the others. What stands before takes at most
 * half of the width.
 *
 * @param lead Safe to show.
 * @param width Cells, at least 1. No line is wider.
 * @param lines The lines in the room that is left.
 */
export function withLead(
  lead: string,
  width: number,
  lines: (room: number) => readonly StyledLine[],
): readonly string[] {
  const { end, width: taken } = prefixThatFits(lead, Math.floor(width / 2));
  return lines(width - taken).map((line, index) =>
    ((index === 0 ? lead.slice(0, end) : ' '.repeat(taken)) + lineText(line)).trimEnd(),
  );
}

/** Words of ours, or a field's value, wrapped. */
export function plainLines(text: string, width: number): readonly StyledLine[] {
  return wrapSpans([{ text: visibleText(text), role: 'text' }], width);
}

/** How one definition words a statement: an item on one line and without markup, of running text the beginning. */
export function wordingLines({ isProse }: Statement, wording: string, width: number): readonly StyledLine[] {
  if (!isProse) return wrapSpans(inlineSpans(visibleText(onOneLine(wording))), width);
  const lines = markdownLines(wording, width).filter(({ spans }) => spans.length > 0);
  if (lines.length <= MOST_PROSE_LINES) return lines;
  const shown = MOST_PROSE_LINES - 1;
  return [...lines.slice(0, shown), ...plainLines(`… ${lines.length - shown} more lines`, width)];
}

/** Text with its line ends and runs of spaces as single spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A field's value made safe to show, cut where it is long; of a description first its length. */
export function fieldWords(name: string, words: string | null): string {
  if (words === null) return NOT_STATED;
  const shown = beginning(visibleText(words), MOST_FIELD_CELLS);
  return name === 'description' ? `${lengthWords(words)}: ${shown}` : shown;
}

/** As much of a text as fits into some cells, with `…` where something is left out. */
export function beginning(text: string, cells: number): string {
  const { end } = prefixThatFits(text, cells);
  return end === text.length ? text : `${text.slice(0, end).trimEnd()}…`;
}

/** What stands for a value that is not stated and a section that is lacking. */
export const NOT_STATED = '–';

/** A field that is the same everywhere, in few words. */
export function sameFieldWords(name: string, words: string | null): string {
  return name === 'description'
    ? `${name}, ${lengthWords(words ?? '')}`
    : `${visibleText(name)} ${fieldWords(name, words)}`;
}

function lengthWords(text: string): string {
  return `${countText([...text].length)} characters`;
}

/** How many conflicts there are; empty for none. */
export function conflictWords(count: number): string {
  return count === 0 ? '' : `${SIGNS.conflict} ${count === 1 ? '1 conflict' : `${countText(count)} conflicts`}`;
}

/** How much texts are alike, rounded down, so that only what is all alike shows as 100%. */
export function alikeWords(similarity: number): string {
  return `${Math.floor(similarity * 100)}% alike`;
}

/** What a definition has of a topic, called by name where the topic is called otherwise. */
export function partWords({ label, tokens }: TopicPart, title: string): string {
  const size = tokenWords(tokens);
  return label === title ? size : `${visibleText(onOneLine(label))}, ${size}`;
}

/** About how many tokens, in words. */
export function tokenWords(tokens: number): string {
  return `~${countText(tokens)} tokens`;
}

/** The numbers of columns as people count, or `all`. */
export function columnWords(columns: readonly number[], count: number): string {
  return columns.length === count ? 'all' : columns.map((column) => column + 1).join(',');
}

/** The cells that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
}

/** A text with spaces up to a width in cells. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(width - textWidth(text));
}

/** The columns that word a statement alike, in words, with how they word it. What is the same has one wording. */
export function versionsOf(
  { kind, in: columns, wordings }: Statement,
  count: number,
): readonly (readonly [string, string])[] {
  if (kind === 'same' || kind === 'unique') return [[columnWords(columns, count), wordings[0] ?? '']];
  const versions = grouped(columns.entries(), ([index]) => onOneLine(wordings[index] ?? ''));
  return [...versions.values()].map((group) => {
    const [first] = group;
    const own = group.map(([, column]) => column);
    return [columnWords(own, count), wordings[first?.[0] ?? 0] ?? ''];
  });
}
