import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { readPassage } from '../../core/passages/read-passage.ts';
import { relationOf } from '../../core/passages/relation.ts';
import { itemTextStart } from '../../core/sections/line-shapes.ts';
import { sectionLabel } from '../../core/sections/section-text.ts';
import type { Topic, TopicItemKind } from '../../core/topics/comparison.ts';
import { wholeTopicItems } from '../../core/topics/topic-items.ts';
import { sectionsIn, type WholeTopic, wholeTopics } from '../../core/topics/whole-topics.ts';
import { grouped } from './grouped.ts';
import { partSize } from './part-size.ts';

/** Several definitions and the topics they were lined up into. */
export interface Comparison {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
}

/** A topic with all that is said of it. */
export interface ComparedTopic {
  readonly title: string;
  readonly depth: number;
  readonly similarity: number | null;
  /** One a definition, `null` where it says nothing. */
  readonly parts: readonly (TopicPart | null)[];
  /** What contradicts each other, then what is the same, then what is nearly so, then what only one says. */
  readonly statements: readonly Statement[];
}

/** What one definition has of a topic. */
export interface TopicPart {
  /** The labels of its sections. */
  readonly label: string;
  readonly tokens: number;
}

/** A list item or the running text of a section, once for all definitions that have it. */
export interface Statement {
  readonly kind: TopicItemKind;
  /** The columns that have it, ascending, and how each words it. */
  readonly in: readonly number[];
  readonly wordings: readonly string[];
  /** Running text is shown with its lines, and only its beginning. */
  readonly isProse: boolean;
}

/**
 * The topics as they are read. A row of nothing but list items with titles is no topic of its own here: it is shown
 * among the items of the topic it stands under.
 */
export function comparedTopics({ definitions, topics }: Comparison): readonly ComparedTopic[] {
  return withOwnRows(topics).map(({ topic, rows }) => {
    const { title, depth, similarity } = topic[0];
    const parts = definitions.map((definition, column): TopicPart | null => {
      const sections = sectionsIn(topic, column);
      if (sections.length === 0) return null;
      const tokens = sections.reduce((sum, section) => sum + partSize(definition, section), 0);
      return { label: sections.map(sectionLabel).join(' + '), tokens };
    });
    return { title, depth, similarity, parts, statements: statementsOf(topic, rows) };
  });
}

/** The statements with those that are the same in as many definitions put into a count, where there are many. */
export function folded(statements: readonly Statement[]): readonly Statement[] {
  const alike = grouped(
    statements.filter(({ kind, isProse }) => kind === 'same' && !isProse),
    (statement) => statement.in.join(),
  );
  return statements.flatMap((statement) => {
    const group = alike.get(statement.in.join()) ?? [];
    if (!group.includes(statement) || group.length <= SHOWN_SAME) return [statement];
    return statement === group[0] ? [{ ...statement, wordings: [`${group.length} items the same`] }] : [];
  });
}

/** More items that are the same are counted. */
const SHOWN_SAME = 3;

interface TopicWithRows {
  readonly topic: WholeTopic;
  readonly rows: readonly WholeTopic[];
}

function withOwnRows(topics: readonly Topic[]): readonly TopicWithRows[] {
  const found: { readonly topic: WholeTopic; readonly rows: WholeTopic[] }[] = [];
  // The topics that the current one stands under, by depth.
  const above: { readonly depth: number; readonly rows: WholeTopic[] }[] = [];
  for (const topic of wholeTopics(topics)) {
    const { depth } = topic[0];
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const parent = above.at(-1);
    if (parent && topic.every(({ cells }) => cells.every((cell) => cell === null || isSingleItem(cell)))) {
      parent.rows.push(topic);
      continue;
    }
    const entry = { topic, rows: [] };
    found.push(entry);
    above.push({ depth, rows: entry.rows });
  }
  return found;
}

function isSingleItem({ kind, items, sections }: Section): boolean {
  return kind === 'item' && items.length === 0 && sections.length === 0;
}

function statementsOf(topic: WholeTopic, rows: readonly WholeTopic[]): readonly Statement[] {
  // A titled item that met no other may still say what a plain item of another definition says.
  const alone = new Set(rows.flatMap(([row]) => (sharedBy(row) === 1 ? row.cells : [])));
  const own = wholeTopicItems(
    topic.map(({ cells }) => ({
      cells: cells.map((cell) => cell && { ...cell, sections: cell.sections.filter((inner) => alone.has(inner)) }),
    })),
  );
  const shared = rows.filter(([row]) => sharedBy(row) > 1).flatMap(wholeTopicItems);
  const items = [...own, ...shared];
  const prose = proseVersions(
    topic[0].cells.map((_, column) =>
      items.some((item) => item.in.includes(column)) ? '' : sectionsIn(topic, column).map(proseOf).join('\n\n').trim(),
    ),
  );
  return KINDS.flatMap((kind) => [
    ...items.filter((item) => item.kind === kind).map((item) => ({ ...item, isProse: false })),
    ...prose.filter((version) => version.kind === kind),
  ]);
}

const KINDS: readonly TopicItemKind[] = ['conflict', 'same', 'near', 'unique'];

function sharedBy({ cells }: Topic): number {
  return cells.filter((cell) => cell !== null).length;
}

/** A section's own text without its title. */
function proseOf({ kind, raw }: Section): string {
  if (kind === 'preamble' || kind === 'untitled') return raw.trim();
  if (kind === 'item') {
    const text = raw.trim();
    return text.slice(itemTextStart(text));
  }
  const marker = /^[^\r\n]*(?:\r\n?|\n|$)/.exec(raw)?.[0] ?? '';
  return raw.slice(marker.length).trim();
}

/** The texts of a topic as one statement, or as none if there are none. */
function proseVersions(texts: readonly string[]): readonly Statement[] {
  const columns = texts.flatMap((text, column) => (text === '' ? [] : [column]));
  if (columns.length === 0) return [];
  const wordings = columns.map((column) => texts[column] ?? '');
  const distinct = new Set(wordings.map((text) => text.replace(/\s+/g, ' ')));
  const kind =
    columns.length === 1 ? 'unique' : distinct.size === 1 ? 'same' : isContradicted(wordings) ? 'conflict' : 'near';
  return [{ kind, in: columns, wordings, isProse: true }];
}

function isContradicted(wordings: readonly string[]): boolean {
  const passages = wordings.map(readPassage);
  return passages.some((one, at) => passages.slice(at + 1).some((other) => relationOf(one, other).kind === 'conflict'));
}

/** How many statements of some topics are in conflict. */
export function conflictsIn(topics: readonly ComparedTopic[]): number {
  return topics.reduce((sum, { statements }) => sum + statements.filter(({ kind }) => kind === 'conflict').length, 0);
}
