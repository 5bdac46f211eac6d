import type { Section } from '../agent-definition.ts';
import type { Topic, TopicItem } from '../comparison.ts';
import { sectionText } from '../section-text.ts';
import { boldRunEnd, bulletOf } from '../sections/line-shapes.ts';
import { createInvertedIndex } from './inverted-index.ts';
import type { TermVector } from './term-vector.ts';
import { termsOf, wordsOf } from './terms.ts';
import { titleTerms } from './title-terms.ts';
import { createVocabulary } from './vocabulary.ts';

/** From this share of common terms on two items say nearly the same. */
const NEAR = 0.6;
/** More than any real row takes; from then on items are told apart only by whether they are equal. */
const LOOK_UPS = 2_000_000;

/**
 * The list items of a row, each once, with the definitions that have it: plain items, items with bold titles, and the
 * row's section itself where it is such an item.
 *
 * Items are the same when their words are, whatever the case, punctuation and markup. They are near when most of their
 * terms are (Dice's coefficient over stemmed terms with their counts), or when their bold titles are about the same. Items of
 * one definition are never near each other.
 *
 * @returns In the order of the first definition, then what the second adds, and so on.
 */
export function topicItems({ cells }: Pick<Topic, 'cells'>): readonly TopicItem[] {
  const known = knownItems();
  const { idOf } = createVocabulary(() => 1);
  for (const [column, cell] of cells.entries()) {
    for (const item of cell ? itemsOf(cell, idOf) : []) {
      const entry = known.find(item, column);
      if (entry) known.join(entry, item, column);
      else known.add(item, column);
    }
  }
  return known.entries.map(({ item: { text }, columns, sayings }) => {
    // Columns are gone through in order, so they stand in order.
    const kind = columns.size === 1 ? 'unique' : sayings.size === 1 ? 'same' : 'near';
    return { text, kind, in: [...columns.keys()], wordings: [...columns.values()] };
  });
}

/** The items of a row so far. */
interface KnownItems {
  readonly entries: readonly Entry[];
  /** The one that says the same or, in another column, nearly so. */
  readonly find: (item: Item, column: number) => Entry | undefined;
  readonly join: (entry: Entry, item: Item, column: number) => void;
  readonly add: (item: Item, column: number) => void;
}

function knownItems(): KnownItems {
  const entries: Entry[] = [];
  const bySaying = new Map<string, Entry>();
  const byTitle = new Map<string, Entry>();
  const index = createInvertedIndex(Math.min, LOOK_UPS);
  const nearest = (item: Item, column: number): Entry | undefined => {
    let best: { readonly entry: Entry; readonly likeness: number } | undefined;
    const { texts, sumOf } = index.overlaps(item.terms);
    for (const at of texts) {
      const entry = entries[at];
      if (!entry || entry.columns.has(column)) continue;
      const likeness = (2 * sumOf(at)) / (item.size + entry.item.size);
      if (likeness >= NEAR && likeness > (best?.likeness ?? 0)) best = { entry, likeness };
    }
    return best?.entry;
  };
  return {
    entries,
    find(item, column) {
      const same = bySaying.get(item.saying);
      if (same) return same;
      const titled = byTitle.get(item.title);
      return titled && !titled.columns.has(column) ? titled : nearest(item, column);
    },
    join(entry, item, column) {
      if (!entry.columns.has(column)) entry.columns.set(column, item.text);
      entry.sayings.add(item.saying);
      bySaying.set(item.saying, entry);
    },
    add(item, column) {
      const entry: Entry = { item, columns: new Map([[column, item.text]]), sayings: new Set([item.saying]) };
      entries.push(entry);
      bySaying.set(item.saying, entry);
      if (item.title !== '' && !byTitle.has(item.title)) byTitle.set(item.title, entry);
      index.add(item.terms);
    },
  };
}

interface Item {
  readonly text: string;
  /** Its words without anything else. */
  readonly saying: string;
  /** What its bold title is about; empty where it has none. */
  readonly title: string;
  /** Each term with how often it occurs. */
  readonly terms: TermVector;
  /** How many terms it has. */
  readonly size: number;
}

interface Entry {
  readonly item: Item;
  /** The columns that have it, and how each words it. */
  readonly columns: Map<number, string>;
  readonly sayings: Set<string>;
}

function itemsOf(section: Section, idOf: (term: string) => number): readonly Item[] {
  const titled = section.sections.filter(({ kind }) => kind === 'item').map(itemText);
  const items = [...section.items, ...titled];
  const alone = items.length === 0 && section.kind === 'item' ? [itemText(section)] : items;
  return alone.map((text) => itemFrom(text, idOf)).filter(({ saying }) => saying !== '');
}

/** The text of an item that is a section, without its bullet. */
function itemText(section: Section): string {
  const text = sectionText(section).trim();
  return text.slice(bulletOf(text)?.width ?? 0);
}

function itemFrom(text: string, idOf: (term: string) => number): Item {
  const counts = new Map<number, number>();
  const ids = termsOf(text).map(idOf);
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    text,
    saying: wordsOf(text).join(' '),
    title: titleKey(text.slice(0, boldRunEnd(text))),
    terms: { terms: new Uint32Array([...counts.keys()]), weights: new Float64Array([...counts.values()]) },
    size: ids.length,
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
