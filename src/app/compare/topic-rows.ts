import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { wordsAlike } from '../../core/merging/words-alike.ts';
import { passagesOf } from '../../core/sections/passages-of.ts';
import { sectionText } from '../../core/sections/section-text.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { sectionsIn, type WholeTopic, wholeTopics } from '../../core/topics/whole-topics.ts';
import { isSample } from '../../core/union/grouping/whole-sections.ts';
import { memoLast } from '../../kit/memo.ts';
import { counted } from '../../text/count-text.ts';
import { frameLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { scrolledTo } from '../model/scrolling.ts';
import { type ComparedTopics, comparedTopics, isFrontmatter } from './compared-topics.ts';
import { statedFields } from './frontmatter-rows.ts';

/** What an agent says of a topic, counted. */
interface Amount {
  readonly count: number;
  readonly unit: 'item' | 'paragraph' | 'field';
}

/** A topic as a row of numbers. */
export interface TopicRow {
  /** For each column what it says; `null` where it says nothing. */
  readonly amounts: readonly (Amount | null)[];
  /** How much of their words those that have it share with the base, 0 to 1, as the mean; `null` where there is nothing to compare. */
  readonly alike: number | null;
  /** Who says most, and how much more than who comes next: `3: +2 items`; empty where several say as much. */
  readonly most: string;
}

/** The topics as rows of numbers. */
export function topicRows(model: Model): readonly TopicRow[] {
  return rowsOf(comparedTopics(model));
}

const rowsOf = memoLast(({ definitions, numbers, topics }: ComparedTopics): readonly TopicRow[] => {
  const wholes = new Map(wholeTopics(topics).flatMap((rows) => rows.map((row) => [row, rows] as const)));
  return topics.map((topic) => rowOf(topic, wholes.get(topic) ?? [topic], definitions, numbers));
});

/** The rows of the table of topics that are on the screen, under a line of column titles. */
export function topicTableWindow(model: Model): { readonly top: number; readonly rows: number } {
  const rows = Math.max(1, frameLayout(model.size).bodyHeight - HEAD_ROWS);
  const { topic } = model.compare;
  return { top: scrolledTo(topic, topic - Math.floor(rows / 2), rows, topicRows(model).length), rows };
}

/** Lines over the rows of the table. */
export const HEAD_ROWS = 1;

function rowOf(
  topic: Topic,
  rows: WholeTopic,
  definitions: readonly AgentDefinition[],
  numbers: readonly number[],
): TopicRow {
  const amounts = isFrontmatter(topic)
    ? definitions.map((definition): Amount => ({ count: statedFields(definition).size, unit: 'field' }))
    : topic.cells.map((cell) => cell && amountOf([cell]));
  // How agents stand to each other is told where the topic begins.
  if (topic.goesOn) return { amounts, alike: null, most: '' };
  const sections = definitions.map((_, column) => sectionsIn(rows, column));
  const texts = isFrontmatter(topic)
    ? definitions.map((definition) => [...statedFields(definition)].flat().join('\n'))
    : sections.map((those) => (those.length === 0 ? null : those.map(sectionText).join('\n')));
  const [base, ...others] = texts;
  const shares = others.flatMap((text) => (base == null || text == null ? [] : [wordsAlike(base, text)]));
  const alike = shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const all = rows.length === 1 ? amounts : sections.map((those) => (those.length === 0 ? null : amountOf(those)));
  const isSamples = topic.cells.every((cell) => cell === null || isSample(cell)) && !isFrontmatter(topic);
  return { amounts, alike, most: isSamples ? '' : mostWords(all, numbers) };
}

/** The items of sections; of some without, their paragraphs. Titles are neither. */
function amountOf(sections: readonly Section[]): Amount {
  const passages = sections.flatMap(passagesWithin);
  const items = passages.filter(({ kind }) => kind === 'item').length;
  if (items > 0) return { count: items, unit: 'item' };
  return { count: passages.filter(({ kind }) => kind === 'text').length, unit: 'paragraph' };
}

function passagesWithin(section: Section): ReturnType<typeof passagesOf> {
  return [...passagesOf(section), ...section.sections.flatMap(passagesWithin)];
}

function mostWords(amounts: readonly (Amount | null)[], numbers: readonly number[]): string {
  const there = amounts.flatMap((amount, column) => (amount ? [{ ...amount, number: numbers[column] ?? 0 }] : []));
  const [first, second] = there.toSorted((a, b) => b.count - a.count);
  if (!first) return '';
  if (!second) return `only ${first.number}`;
  // Items and paragraphs are not counted against each other.
  if (first.count === second.count || there.some(({ unit }) => unit !== first.unit)) return '';
  return `${first.number}: +${counted(first.count - second.count, first.unit)}`;
}
