import type { Section } from '../definition/agent-definition.ts';
import { sayingOf } from '../passages/saying.ts';
import { itemTextStart, titleRunEnd } from '../sections/line-shapes.ts';
import { sectionText } from '../sections/section-text.ts';
import type { Topic, TopicItem } from './comparison.ts';
import { createInvertedIndex } from './inverted-index.ts';
import { createVocabulary, type Vocabulary } from './term-numbers.ts';
import { termTable } from './term-table.ts';
import { titleTerms } from './title-meaning.ts';

/** From this share of common terms on two items say nearly the same. */
const NEAR = 0.6;
/** More than any real row takes; from then on items are told apart only by whether they are equal. */
const LOOK_UPS = 2_000_000;

/**
 * The list items of a row, each once, with the definitions that have it: plain items, items with bold titles, and the
 * row's section itself where it is such an item.
 *
 * Items are the same when their words and numbers are, whatever the case, punctuation and markup. They are near when most of their
 * terms are (Dice's coefficient over stemmed terms with their counts), or when their bold titles are about the same. Items of
 * one definition are never near each other.
 *
 * @returns In the order of the first definition, then what the second adds, and so on.
 */
export function topicItems({ cells }: Pick<Topic, 'cells'>): readonly TopicItem[] {
  const vocabulary = createVocabulary(() => 1);
  const rows = cells.flatMap((cell, column) =>
    (cell ? itemsOf(cell, vocabulary) : []).map((item) => ({ item, column })),
  );
  const known = knownItems(rows.map(({ item }) => item));
  for (const [at, { item, column }] of rows.entries()) {
    const entry = known.find(at, column);
    if (entry) known.join(entry, item, column);
    else known.add(at, column);
  }
  return known.entries.map(({ item: { text }, columns, sayings }) => {
    // Columns are gone through in order, so they stand in order.
    const kind = columns.size === 1 ? 'unique' : sayings.size === 1 ? 'same' : 'near';
    return { text, kind, in: [...columns.keys()], wordings: [...columns.values()] };
  });
}

/** The items of a row so far; an item is spoken of by its place among all of the row. */
interface KnownItems {
  readonly entries: readonly Entry[];
  /** The one that says the same or, in another column, nearly so. */
  readonly find: (at: number, column: number) => Entry | undefined;
  readonly join: (entry: Entry, item: Item, column: number) => void;
  readonly add: (at: number, column: number) => void;
}

function knownItems(items: readonly Item[]): KnownItems {
  const entries: Entry[] = [];
  const byItem = new Map<number, Entry>();
  const bySaying = new Map<string, Entry>();
  const byTitle = new Map<string, Entry>();
  const index = createInvertedIndex(termTable(items), LOOK_UPS);
  const nearest = (at: number, size: number, column: number): Entry | undefined => {
    let best: { readonly entry: Entry; readonly likeness: number } | undefined;
    const { count, texts, products } = index.overlaps(at);
    for (let nth = 0; nth < count; nth += 1) {
      const text = texts[nth] ?? 0;
      const entry = byItem.get(text);
      if (!entry || entry.columns.has(column)) continue;
      const likeness = (2 * (products[text] ?? 0)) / (size + entry.item.terms.length);
      if (likeness >= NEAR && likeness > (best?.likeness ?? 0)) best = { entry, likeness };
    }
    return best?.entry;
  };
  return {
    entries,
    find(at, column) {
      const item = items[at];
      if (!item) return undefined;
      const same = bySaying.get(item.saying);
      if (same) return same;
      const titled = byTitle.get(item.title);
      return titled && !titled.columns.has(column) ? titled : nearest(at, item.terms.length, column);
    },
    join(entry, item, column) {
      if (!entry.columns.has(column)) entry.columns.set(column, item.text);
      entry.sayings.add(item.saying);
      bySaying.set(item.saying, entry);
    },
    add(at, column) {
      const item = items[at];
      if (!item) return;
      const entry: Entry = { item, columns: new Map([[column, item.text]]), sayings: new Set([item.saying]) };
      entries.push(entry);
      byItem.set(at, entry);
      bySaying.set(item.saying, entry);
      if (item.title !== '' && !byTitle.has(item.title)) byTitle.set(item.title, entry);
      index.add(at);
    },
  };
}

interface Item {
  readonly text: string;
  /** What tells whether another says the same. */
  readonly saying: string;
  /** What its bold title is about; empty where it has none. */
  readonly title: string;
  /** Its terms, each with the weight 1; one that occurs again counts as another. */
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

interface Entry {
  readonly item: Item;
  /** The columns that have it, and how each words it. */
  readonly columns: Map<number, string>;
  readonly sayings: Set<string>;
}

function itemsOf(section: Section, vocabulary: Vocabulary): readonly Item[] {
  const titled = section.sections.filter(({ kind }) => kind === 'item').map(itemText);
  const items = [...section.items, ...titled];
  const alone = items.length === 0 && section.kind === 'item' ? [itemText(section)] : items;
  return alone.map((text) => itemFrom(text, vocabulary)).filter(({ saying }) => saying !== '');
}

/** The text of an item that is a section, without its bullet. */
function itemText(section: Section): string {
  const text = sectionText(section).trim();
  return text.slice(itemTextStart(text));
}

function itemFrom(text: string, { idOf, idsOf }: Vocabulary): Item {
  const counts = new Map<number, number>();
  const terms = idsOf(text).map((id) => {
    const before = counts.get(id) ?? 0;
    counts.set(id, before + 1);
    return before === 0 ? id : idOf(`${id} again ${before}`);
  });
  return {
    text,
    saying: sayingOf(text),
    title: titleKey(text.slice(0, titleRunEnd(text))),
    terms,
    weights: terms.map(() => 1),
  };
}

/** What a bold title is about, in whatever order: the same for `**API Design**` and `**API Development**`. */
export function titleKey(title: string): string {
  const terms = titleTerms(title);
  const telling = terms.filter(({ kind }) => kind !== 'weak');
  return (telling.length > 0 ? telling : terms)
    .map(({ term }) => term)
    .sort()
    .join(' ');
}
