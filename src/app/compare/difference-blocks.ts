import type { Section } from '../../core/definition/agent-definition.ts';
import { alikeShare, LEAST_ALIKE, wordsAlike } from '../../core/merging/words-alike.ts';
import { readPassage } from '../../core/passages/read-passage.ts';
import { relationOf } from '../../core/passages/relation.ts';
import { sayingOf } from '../../core/passages/saying.ts';
import type { Topic, TopicItem } from '../../core/topics/comparison.ts';
import { topicItems, wholeTopicItems } from '../../core/topics/topic-items.ts';
import { sectionsIn } from '../../core/topics/whole-topics.ts';
import { isSample } from '../../core/union/grouping/whole-sections.ts';
import { lineWidth, type Span, type StyledLine, styledLine } from '../../text/styled-text.ts';
import { renderedText } from '../model/rendered-text.ts';
import { type SignName, signSpan } from '../model/signs.ts';

/** Lines of several columns that stand side by side and start on the same line. */
export interface Block {
  /** For each column its lines; the first column is the base. */
  readonly columns: readonly (readonly StyledLine[])[];
  /** Whether columns contradict each other there; left out for no. */
  readonly isConflict?: boolean;
  /** Whether every column says there what the base says. */
  readonly isSame: boolean;
  /** Whether a column has enough in common with the base for the words to be set off that differ; left out for no. */
  readonly isAlike?: (column: number) => boolean;
  /** Whether some of it is folded; left out for no. */
  readonly isFolded?: boolean;
}

/** Cells before the text of a cell: a sign and a blank. */
export const SIGN_CELLS = 2;

/**
 * A topic as its differences from the base, the first column: first the text before the items, then the items one under the
 * other, each on the same line in every column that has it, then the text after them. Signs tell how a column stands to
 * the base: `=` the same words, `~` others, `≠` what contradicts it, `&` what the base lacks and several have, `–` what it lacks itself. What one
 * column alone has, be it the base, has a `+`. Where the two have little in common, it says how much is alike.
 *
 * @param rows All rows of the topic: what a column says in another section of it is said.
 */
export function differenceBlocks(
  topic: Pick<Topic, 'cells'>,
  widths: readonly number[],
  rows: readonly Pick<Topic, 'cells'>[] = [topic],
): readonly Block[] {
  const { cells } = topic;
  const texts = cells.map((cell) => (cell ? proseOf(cell) : null));
  const isAll =
    cells.every((cell, column) => sectionsIn(rows, column).length <= (cell ? 1 : 0)) &&
    !cells.every((cell) => cell === null || isSample(cell));
  const before = proseBlocks(
    texts.map((text) => text?.before ?? null),
    cells,
    widths,
    (column) => !['preamble', 'untitled'].includes(cells[column]?.kind ?? ''),
    isAll,
  );
  const after = proseBlocks(
    texts.map((text) => text?.after ?? null),
    cells,
    widths,
    () => false,
    isAll,
  ).map(withBlankAbove);
  // What is inside the sections has rows of its own.
  const [own, ...others] = [topic, ...rows.filter((row) => row !== topic)].map((row) =>
    row.cells.map((cell) => cell && { ...cell, sections: [] }),
  );
  const items = itemsOf(own ?? []);
  const all = others.length === 0 ? [] : wholeTopicItems([own ?? [], ...others].map((row) => ({ cells: row })));
  const blocks = [...before, ...items.map((item) => itemBlock(item, all, cells, widths)), ...after];
  const [first, ...rest] = blocks;
  const isThere = (column: number) => sectionsIn(rows, column).length > 0;
  if (!first) return [{ columns: cells.map((_, column) => (isThere(column) ? [] : [LACKING])), isSame: false }];
  // What lacks the topic says so once, where it begins.
  const columns = first.columns.map((lines, column) => (cells[column] || isThere(column) ? lines : [LACKING]));
  return [{ ...first, columns }, ...rest];
}

/** Cells for the text of a column, behind its sign. */
export const roomIn = (widths: readonly number[], column: number): number => (widths[column] ?? 0) - SIGN_CELLS;

const LACKING: StyledLine = { spans: [signSpan('lacks')] };
const EMPTY: StyledLine = { spans: [] };
const INDENT: Span = { text: ' '.repeat(SIGN_CELLS), role: 'text' };

/** How what a column says stands to what the base and the others say; `null` for the base where others have it too. */
function signOf(texts: readonly (string | null)[], column: number): SignName | null {
  const [base = null] = texts;
  const own = texts[column] ?? null;
  if (own === null) return null;
  if (texts.length > 1 && texts.filter((text) => text !== null).length === 1) return 'only';
  if (column === 0) return null;
  if (base === null) {
    const first = texts.slice(0, column).find((text) => text !== null);
    return first != null && isConflict(first, own) ? 'conflict' : 'shared';
  }
  if (sayingOf(base) === sayingOf(own)) return 'same';
  return isConflict(base, own) ? 'conflict' : 'alike';
}

function isConflict(one: string, other: string): boolean {
  return relationOf(readPassage(one), readPassage(other)).kind === 'conflict';
}

/**
 * The text of several columns beside their items: its title in a block of its own, so that what follows can be folded.
 *
 * @param beginsWithTitle Whether the text of a column does.
 * @param isAll Whether that is all the columns say of the topic, and no sample: else nothing is told to be in one alone.
 */
function proseBlocks(
  texts: readonly (string | null)[],
  cells: readonly (Section | null)[],
  widths: readonly number[],
  beginsWithTitle: (column: number) => boolean,
  isAll: boolean,
): readonly Block[] {
  if (texts.every((text) => text === null || text === '')) return [];
  const base = texts[0] || null;
  const rendered = texts.map((text, column) =>
    text ? withoutBlankEnd(renderedText(text, roomIn(widths, column), 'rendered')) : null,
  );
  const isAlike = (column: number) => wordsAlike(base ?? '', texts[column] ?? '') >= LEAST_ALIKE;
  const stated = texts.map((text) => text || null);
  const signs = stated.map((_, column) => {
    const sign = signOf(stated, column);
    return !isAll && (sign === 'only' || sign === 'shared') ? null : sign;
  });
  const isSame = signs.every((sign, column) => column === 0 || sign === 'same');
  const heads = rendered.map((lines, column) => (beginsWithTitle(column) ? titleLines(lines ?? []) : []));
  const rests = rendered.map((lines, column) => (lines ?? []).slice(heads[column]?.length));
  const remarks = texts.map((text, column): readonly StyledLine[] => {
    const isUnlike = column > 0 && text && base && signs[column] === 'alike' && !isAlike(column);
    const share = wordsAlike(cells[0]?.raw ?? '', cells[column]?.raw ?? '');
    return isUnlike && rests[column]?.length && rests[0]?.length && share < LEAST_ALIKE
      ? [styledLine(`${alikeShare(share)} alike`, 'muted')]
      : [];
  });
  const leadOf = (column: number): Span => {
    const sign = signs[column];
    return sign ? signSpan(sign, ' ') : INDENT;
  };
  const isTitled = heads.some((lines) => lines.length > 0);
  const tops = heads.map((lines, column) => [...lines, ...(remarks[column] ?? [])]);
  const top = { columns: tops.map((lines, column) => withSign(lines, leadOf(column))), isSame, isAlike };
  const hasSign = (column: number) => isTitled && (tops[column] ?? []).length > 0;
  const below = isTitled ? rests : rests.map((lines, column) => [...(remarks[column] ?? []), ...lines]);
  const rest = {
    columns: below.map((lines, column) => withSign(lines, hasSign(column) ? INDENT : leadOf(column))),
    isSame,
    isConflict: signs.includes('conflict'),
    isAlike,
  };
  return [top, rest].filter(({ columns }, at) => (at > 0 || isTitled) && columns.some((lines) => lines.length > 0));
}

/** The lines of a title: those above the first blank line, where there are few of them. */
function titleLines(lines: readonly StyledLine[]): readonly StyledLine[] {
  const blank = lines.findIndex(({ spans }) => spans.length === 0);
  const end = blank < 0 ? lines.length : blank;
  return end <= 2 ? lines.slice(0, end) : [];
}

/** The items of a topic. Columns in which it is an item itself have versions of one, however they are worded. */
function itemsOf(cells: readonly (Section | null)[]): readonly Pick<TopicItem, 'in' | 'wordings'>[] {
  const isLone = (cell: Section | null) => cell?.kind === 'item' && cell.items.length === 0;
  if (cells.filter(isLone).length < 2) return topicItems({ cells });
  const own = cells.flatMap((cell, column) => {
    const [item] = isLone(cell) ? topicItems({ cells: [cell] }) : [];
    return item ? [{ words: item.text, column }] : [];
  });
  const one = { in: own.map(({ column }) => column), wordings: own.map(({ words }) => words) };
  return [one, ...topicItems({ cells: cells.map((cell) => (isLone(cell) ? null : cell)) })];
}

/** @param all The items of all rows of the topic, where there are several. */
function itemBlock(
  item: Pick<TopicItem, 'in' | 'wordings'>,
  all: readonly Pick<TopicItem, 'in' | 'wordings'>[],
  cells: readonly (Section | null)[],
  widths: readonly number[],
): Block {
  const wordings = cells.map((_, column) => item.wordings[item.in.indexOf(column)] ?? null);
  const [base = null] = wordings;
  const share = (column: number) => wordsAlike(base ?? '', wordings[column] ?? '');
  const rendered = wordings.map((words, column) =>
    words === null ? null : renderedText(words, roomIn(widths, column), 'rendered'),
  );
  const elsewhere = saidElsewhere(item, all);
  const said = wordings.map((words, column) => words ?? elsewhere?.wordings[elsewhere.in.indexOf(column)] ?? null);
  const signs = wordings.map((words, column) => (words === null ? null : signOf(said, column)));
  // What a column says in another section is shown for what differs from it.
  const isDiffering = signs.includes('alike') || signs.includes('conflict');
  const inOtherWords = (words: string, column: number) =>
    isDiffering ? withSign(renderedText(words, roomIn(widths, column), 'rendered').map(muted), INDENT) : [];
  const columns = rendered.map((lines, column): readonly StyledLine[] => {
    if (!lines) {
      const words = said[column] ?? null;
      if (!cells[column] || (words === null && base === null)) return [];
      return words === null ? [LACKING] : inOtherWords(words, column);
    }
    const name = signs[column] ?? null;
    if (name === null) return withSign(lines, BULLET);
    const isUnlike = name === 'alike' && share(column) < LEAST_ALIKE;
    const shown = isUnlike ? withRemark(lines, `${alikeShare(share(column))} alike`, roomIn(widths, column)) : lines;
    return withSign(shown, signSpan(name, ' '));
  });
  const isSame = signs.every((sign, column) => column === 0 || sign === 'same');
  return { columns, isSame, isConflict: signs.includes('conflict'), isAlike: (column) => share(column) >= LEAST_ALIKE };
}

/** An item as all rows of its topic have it: columns may say it in another section. */
function saidElsewhere(
  { in: columns, wordings }: Pick<TopicItem, 'in' | 'wordings'>,
  all: readonly Pick<TopicItem, 'in' | 'wordings'>[],
) {
  return all.find((one) =>
    columns.some((column, at) => {
      const other = one.wordings[one.in.indexOf(column)];
      return other !== undefined && sayingOf(other) === sayingOf(wordings[at] ?? '');
    }),
  );
}

const muted = ({ spans }: StyledLine): StyledLine => ({ spans: spans.map((one) => ({ ...one, role: 'muted' })) });

const BULLET: Span = { text: '• ', role: 'marker' };

/** Lines with a sign before the first, and as much room before the others. */
export function withSign(lines: readonly StyledLine[], sign: Span): readonly StyledLine[] {
  return lines.map(({ spans }, at) => ({ spans: [at === 0 ? sign : INDENT, ...spans] }));
}

function withRemark(lines: readonly StyledLine[], words: string, width: number): readonly StyledLine[] {
  const last = lines.at(-1) ?? EMPTY;
  const remark: Span = { text: `  ${words}`, role: 'muted' };
  const joined = { spans: [...last.spans, remark] };
  return lineWidth(joined) <= width ? [...lines.slice(0, -1), joined] : [...lines, styledLine(words, 'muted')];
}

function withBlankAbove(block: Block, at: number): Block {
  return at > 0
    ? block
    : { ...block, columns: block.columns.map((lines) => (lines.length > 0 ? [EMPTY, ...lines] : [])) };
}

/** Lines without blank ones at their end. */
export function withoutBlankEnd(lines: readonly StyledLine[]): readonly StyledLine[] {
  return lines.slice(0, lines.findLastIndex(({ spans }) => spans.length > 0) + 1);
}

interface Prose {
  readonly before: string;
  readonly after: string;
}

/** A section's own text before its plain items, which are compared one by one, and after the first of them; of an item that has none, nothing. */
function proseOf(section: Section): Prose {
  if (section.kind === 'item' && section.items.length === 0) return { before: '', after: '' };
  const pieces: string[] = [];
  let at = 0;
  for (const item of section.items) {
    const found = section.raw.indexOf(item, at);
    if (found < 0) continue;
    pieces.push(section.raw.slice(at, section.raw.lastIndexOf('\n', found - 1) + 1));
    at = found + item.length;
    // The line end belongs to the item.
    if (section.raw.startsWith('\r', at)) at += 1;
    if (section.raw.startsWith('\n', at)) at += 1;
  }
  const [before = '', ...after] = [...pieces, section.raw.slice(at)];
  return { before: before.trim(), after: after.join('').trim() };
}
