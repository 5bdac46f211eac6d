import type { Section } from '../../core/definition/agent-definition.ts';
import { wordDifference } from '../../core/rendering/text-difference.ts';
import type { Topic, TopicItem } from '../../core/topics/comparison.ts';
import { topicItems } from '../../core/topics/topic-items.ts';
import type { Role, Span, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { renderedText } from '../model/rendered-text.ts';
import { type SignName, signSpan } from '../model/signs.ts';

/** Lines of several columns that stand side by side and start on the same line. */
export type Block = readonly (readonly StyledLine[])[];

/** Fewer equal items than this are shown; more are folded into a count. */
const FOLDED = 3;

/**
 * A topic as its differences: first the text around the items, word by word against the first definition that has the
 * topic where they have something in common, then the items one under the other, each on the same line in every column that has it. Signs tell how an item
 * stands to the others: `=` the same in all, `~` nearly so, with the words that differ set off, `+` in this one alone,
 * `–` lacking. Items that are the same in all are folded into a count.
 */
export function differenceBlocks({ cells }: Topic, width: number): readonly Block[] {
  const prose = cells.map((cell) => cell && proseOf(cell));
  const base = prose.find((text) => text !== null) ?? '';
  const isFirst = (column: number) => column === prose.findIndex((text) => text !== null);
  const around = prose.map((text, column): readonly StyledLine[] => {
    if (text === null) return [LACKING];
    return isFirst(column) ? renderedText(text, width, 'source') : wordDifference(base, text, width);
  });
  const columns = cells.flatMap((cell, column) => (cell ? [column] : []));
  // What is inside the sections has rows of its own.
  const items = topicItems({ cells: cells.map((cell) => cell && { ...cell, sections: [] }) });
  const equal =
    columns.length > 1 ? items.filter(({ kind, in: own }) => kind === 'same' && own.length === columns.length) : [];
  const isFolded = equal.length >= FOLDED;
  const others = isFolded ? items.filter((item) => !equal.includes(item)) : items;
  // Items that are topics of their own have no text around: what lacks them says so on their line.
  const isItem = prose.every((text) => text === null || text === '');
  const counted = cells.map((cell) => (cell && isFolded ? [styled(`… ${equal.length} equal items`, 'muted')] : []));
  const blocks = others.map((item) => itemBlock(item, cells, width));
  const [first = [], ...rest] = blocks;
  const marked = first.map((lines, column) => (cells[column] ? lines : [LACKING]));
  return isItem && first.length > 0 ? [marked, ...rest, counted] : [around, ...blocks, counted];
}

const LACKING: StyledLine = { spans: [signSpan('lacks')] };

function styled(text: string, role: Role): StyledLine {
  return { spans: [{ text, role }] };
}

const SIGNS: Readonly<Record<TopicItem['kind'], SignName>> = { same: 'same', near: 'alike', unique: 'only' };

function itemBlock(item: TopicItem, cells: readonly (Section | null)[], width: number): Block {
  const sign = signSpan(SIGNS[item.kind], ' ');
  const indent: Span = { text: '  ', role: 'text' };
  const [first = ''] = item.wordings.map(withoutMarks);
  return cells.map((cell, column) => {
    const index = item.in.indexOf(column);
    const written = item.wordings[index];
    if (written === undefined) return cell ? [LACKING] : [];
    const wording = withoutMarks(written);
    if (item.kind === 'near' && index > 0) {
      return wordDifference(first, wording, width - 2).map((line, row) => ({
        spans: [row === 0 ? sign : indent, ...line.spans],
      }));
    }
    const text = visibleText(wording.replace(/\s+/g, ' '));
    const lead = { first: [sign], rest: [indent] };
    return wrapSpans([{ text, role: item.kind === 'same' ? 'muted' : 'text' }], width, lead);
  });
}

/** Words are compared, not how strong they are set. */
function withoutMarks(text: string): string {
  return text.replaceAll('**', '');
}

/** A section's own text without its plain items, which are compared one by one; of an item that has none, nothing. */
function proseOf(section: Section): string {
  if (section.kind === 'item' && section.items.length === 0) return '';
  let rest = '';
  let at = 0;
  for (const item of section.items) {
    const found = section.raw.indexOf(item, at);
    if (found < 0) continue;
    rest += section.raw.slice(at, section.raw.lastIndexOf('\n', found - 1) + 1);
    at = found + item.length;
    // The line end belongs to the item.
    if (section.raw.startsWith('\r', at)) at += 1;
    if (section.raw.startsWith('\n', at)) at += 1;
  }
  return (rest + section.raw.slice(at)).replace(/\n(?:[ \t]*\r?\n){2,}/g, '\n\n').trim();
}
