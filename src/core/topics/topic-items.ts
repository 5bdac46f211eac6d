import type { Section } from '../definition/agent-definition.ts';
import type { Difference } from '../passages/difference.ts';
import type { Passage } from '../passages/passage.ts';
import { readPassage } from '../passages/read-passage.ts';
import { ABOUT_THE_SAME, type Relation, relationOf } from '../passages/relation.ts';
import { itemTextStart } from '../sections/line-shapes.ts';
import { sectionText } from '../sections/section-text.ts';
import type { Topic, TopicItem } from './comparison.ts';
import { createInvertedIndex } from './inverted-index.ts';
import { createVocabulary } from './term-numbers.ts';
import { termTable } from './term-table.ts';
import { sectionsIn } from './whole-topics.ts';

/** More than any real row takes; from then on items are told apart only by whether they are equal. */
const LOOK_UPS = 2_000_000;

/**
 * The list items of a row, each once, with the definitions that have it: plain items, items with bold titles, and the
 * row's section itself where it is such an item.
 *
 * How two items stand to each other is judged as everywhere, by `relationOf`. Items of one definition are never near
 * each other, nor in conflict.
 *
 * @returns In the order of the first definition, then what the second adds, and so on.
 */
export function topicItems(row: Pick<Topic, 'cells'>): readonly TopicItem[] {
  return wholeTopicItems([row]);
}

/** The list items of several rows that go on with each other, as if each definition had all of its sections in one. */
export function wholeTopicItems(rows: readonly Pick<Topic, 'cells'>[]): readonly TopicItem[] {
  const columns = rows[0]?.cells ?? [];
  const items = columns.flatMap((_, column) =>
    sectionsIn(rows, column)
      .flatMap(itemsOf)
      .map((item) => ({ item, column })),
  );
  const known = knownItems(items.map(({ item }) => item));
  for (const [at, { item, column }] of items.entries()) {
    const entry = known.find(at, column);
    if (entry) join(entry, item, column);
    else known.add(at, column);
  }
  return known.entries.map(itemOf);
}

function itemOf({ item: { text }, columns, differs, isSame }: Entry): TopicItem {
  // Columns are gone through in order, so they stand in order.
  const all = { text, in: [...columns.keys()], wordings: [...columns.values()] };
  if (differs) return { ...all, kind: 'conflict', differs };
  return { ...all, kind: columns.size === 1 ? 'unique' : isSame ? 'same' : 'near' };
}

/** The items of a row so far; an item is spoken of by its place among all of the row. */
interface KnownItems {
  readonly entries: readonly Entry[];
  /** The one that says the same or, in another column, is alike or in conflict. */
  readonly find: (at: number, column: number) => Entry | undefined;
  readonly add: (at: number, column: number) => void;
}

function knownItems(items: readonly Item[]): KnownItems {
  const entries: Entry[] = [];
  const byItem = new Map<number, Entry>();
  const bySaying = new Map<string, Entry>();
  const index = createInvertedIndex(termTable(vectorsOf(items)), LOOK_UPS);
  const nearest = (at: number, { passage }: Item, column: number): Entry | undefined => {
    let best: { readonly entry: Entry; readonly relation: Stated } | undefined;
    const { count, texts, products } = index.overlaps(at);
    for (let nth = 0; nth < count; nth += 1) {
      const text = texts[nth] ?? 0;
      const entry = byItem.get(text);
      if (!entry || entry.columns.has(column)) continue;
      const mostShared = (2 * (products[text] ?? 0)) / (passage.weight + entry.item.passage.weight);
      // Rounding can take away a little.
      if (mostShared < ABOUT_THE_SAME - 1e-6) continue;
      const relation = relationOf(entry.item.passage, passage);
      if (isStated(relation) && (!best || isBetter(relation, best.relation))) best = { entry, relation };
    }
    return best?.entry;
  };
  return {
    entries,
    find(at, column) {
      const item = items[at];
      if (!item) return undefined;
      const found = bySaying.get(item.passage.saying) ?? nearest(at, item, column);
      if (found) bySaying.set(item.passage.saying, found);
      return found;
    },
    add(at, column) {
      const item = items[at];
      if (!item) return;
      const columns = new Map([[column, item.text]]);
      const entry: Entry = { item, columns, passages: new Map([[column, item.passage]]), isSame: true, differs: null };
      entries.push(entry);
      byItem.set(at, entry);
      bySaying.set(item.passage.saying, entry);
      index.add(at);
    },
  };
}

type Stated = Extract<Relation, { readonly likeness: number }>;

function isStated(relation: Relation): relation is Stated {
  return relation.kind === 'alike' || relation.kind === 'conflict';
}

/** What is more alike; of two as much alike what does not contradict. */
function isBetter(one: Stated, other: Stated): boolean {
  if (one.likeness !== other.likeness) return one.likeness > other.likeness;
  return one.kind === 'alike' && other.kind === 'conflict';
}

/** Another definition has it too. What contradicts any of the wordings makes it a conflict. */
function join(entry: Entry, { text, passage }: Item, column: number): void {
  if (passage.saying !== entry.item.passage.saying) entry.isSame = false;
  if (entry.columns.has(column)) return;
  for (const [other, wording] of entry.passages) {
    if (entry.differs) break;
    const relation = relationOf(wording, passage);
    if (relation.kind === 'conflict') entry.differs = { ...relation.differs, columns: [other, column] };
  }
  entry.columns.set(column, text);
  entry.passages.set(column, passage);
}

interface Item {
  readonly text: string;
  readonly passage: Passage;
}

interface Entry {
  readonly item: Item;
  /** The columns that have it, and how each words it. */
  readonly columns: Map<number, string>;
  readonly passages: Map<number, Passage>;
  isSame: boolean;
  differs: (Difference & { readonly columns: readonly [number, number] }) | null;
}

/** The items as vectors whose product is at least what two share: the root of one weight times that of the other. */
function vectorsOf(items: readonly Item[]) {
  const { idOf } = createVocabulary(() => 1);
  return items.map(({ passage: { weights } }) => ({
    terms: Array.from(weights.keys(), idOf),
    weights: Array.from(weights.values(), Math.sqrt),
  }));
}

function itemsOf(section: Section): readonly Item[] {
  const titled = section.sections.filter(({ kind }) => kind === 'item').map(itemText);
  const items = [...section.items, ...titled];
  const alone = items.length === 0 && section.kind === 'item' ? [itemText(section)] : items;
  return alone.map((text) => ({ text, passage: readPassage(text) })).filter(({ passage }) => passage.saying !== '');
}

/** The text of an item that is a section, without its bullet. */
function itemText(section: Section): string {
  const text = sectionText(section).trim();
  return text.slice(itemTextStart(text));
}
