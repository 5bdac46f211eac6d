import { QUERY_SYNTAX } from '../../core/search/query/query.ts';
import type { Span, StyledLine } from '../../text/styled-text.ts';
import { cutLine, joinColumns, styledLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { type Binding, KEY_GROUPS, type KeyGroup } from '../keys/binding.ts';
import type { BindingId } from '../keys/bindings.ts';
import { shortKeyLabel, spokenKey } from '../keys/key-labels.ts';
import { activeBindings, getsThrough } from '../keys/keymap.ts';
import type { Dialog } from '../model/dialog.ts';
import { dialogLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { belowHelp } from './below-help.ts';
import { titleOf } from './hints.ts';

const GROUP_TITLES: Readonly<Record<KeyGroup, string>> = {
  take: 'Take',
  arrange: 'Arrange',
  move: 'Move',
  'go-on': 'Go on',
};

/** Rows that a small terminal has room for. */
const MOST_ROWS = 16;
/** Cells of keys before what they do, and of blanks between two columns. */
const KEYS = 10;
const BETWEEN = 2;
/** A column less wide holds no words. */
const LEAST_COLUMN = 28;

/** A key or two, and what they do. */
interface KeyEntry {
  readonly keys: string;
  readonly words: readonly string[];
  readonly group: KeyGroup;
}

/** What help shows with nothing typed: the keys of the box or the screen below it, or what can be typed into the search line. */
export function helpLines(
  model: Model,
  { isSyntax }: Extract<Dialog, { kind: 'help' }>,
  width: number,
): readonly StyledLine[] {
  if (isSyntax) return syntaxLines(width);
  return model.surroundings.linear ? spokenPage(model) : helpPage(model, width);
}

function syntaxLines(width: number): readonly StyledLine[] {
  const column = Math.max(...QUERY_SYNTAX.map(([example]) => example.length));
  return QUERY_SYNTAX.flatMap(([example, meaning]) => {
    const lead: Span = { text: `${example.padEnd(column)}  `, role: 'accent' };
    const indent: Span = { text: ' '.repeat(column + 2), role: 'text' };
    return wrapSpans([{ text: meaning, role: 'text' }], width, { first: [lead], rest: [indent] });
  });
}

/**
 * The keys of what is below help in four groups by what one wants, in two columns where there is room; of those that
 * hold everywhere as many as fit.
 */
function helpPage(model: Model, width: number): readonly StyledLine[] {
  const below = belowHelp(model);
  const column = Math.floor((width - BETWEEN) / 2);
  const entries = keyEntries(below);
  const own = entries.filter(({ everywhere }) => !everywhere);
  const common = entries.filter(({ everywhere }) => everywhere);
  const page = (shown: readonly KeyEntry[], isCut = false) =>
    column >= LEAST_COLUMN ? twoColumns(shown, column, isCut) : oneColumn(shown, KEY_GROUPS, { width, isCut });
  for (let count = common.length; count > 0; count -= 1) {
    const lines = page([...own, ...common.slice(0, count)]);
    if (lines.length <= MOST_ROWS) return lines;
  }
  const lines = page(own);
  const room = Math.max(MOST_ROWS, dialogLayout(model.size, 'text').rows - 2);
  // Words that are cut are found whole by typing.
  return lines.length <= room ? lines : page(own, true);
}

/** The same where everything is told in lines: all keys by name, one line for each thing they do. */
function spokenPage(model: Model): readonly StyledLine[] {
  const below = belowHelp(model);
  const taken = new Set<string>();
  const live = activeBindings(below).flatMap((binding) => {
    const keys = keysHere(below, binding).filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return keys.length > 0 ? [{ group: binding.group, keys, title: titleOf(below, binding) }] : [];
  });
  return KEY_GROUPS.flatMap((group) => {
    const lines = live.flatMap((one) =>
      one.group === group ? [styledLine(`${one.keys.map(spokenKey).join(' or ')}: ${one.title}`)] : [],
    );
    return lines.length > 0 ? [styledLine(GROUP_TITLES[group], 'heading'), ...lines] : [];
  });
}

/** How the groups may be parted between two columns, the way that reads best first. */
const PARTINGS: readonly (readonly [left: readonly KeyGroup[], right: readonly KeyGroup[]])[] = [
  [
    ['take', 'move'],
    ['arrange', 'go-on'],
  ],
  [
    ['take', 'arrange'],
    ['move', 'go-on'],
  ],
  [['take', 'arrange', 'move'], ['go-on']],
];

function twoColumns(entries: readonly KeyEntry[], width: number, isCut: boolean): readonly StyledLine[] {
  const between: Span = { text: ' '.repeat(BETWEEN), role: 'text' };
  const parted = PARTINGS.map((columns) =>
    joinColumns(
      columns.map((groups) => ({ lines: oneColumn(entries, groups, { width, isCut }), width })),
      between,
    ),
  );
  const least = Math.min(...parted.map(({ length }) => length));
  return parted.find(({ length }) => length <= MOST_ROWS || length === least) ?? [];
}

interface ColumnLayout {
  readonly width: number;
  /** Whether room is short: what is too long for a line is cut, and no blank line parts the groups. */
  readonly isCut: boolean;
}

function oneColumn(
  entries: readonly KeyEntry[],
  groups: readonly KeyGroup[],
  layout: ColumnLayout,
): readonly StyledLine[] {
  return groups
    .map((group) => entries.filter((entry) => entry.group === group))
    .filter((group) => group.length > 0)
    .flatMap((group, at): readonly StyledLine[] => [
      ...(at > 0 && !layout.isCut ? [{ spans: [] }] : []),
      styledLine(GROUP_TITLES[group[0]?.group ?? 'go-on'], 'heading'),
      ...group.flatMap((entry) => entryLines(entry, layout)),
    ]);
}

/** The first wording that fits on a line; where none does, the last one, on several unless it is cut. */
function entryLines({ keys, words }: KeyEntry, { width, isCut }: ColumnLayout): readonly StyledLine[] {
  const lead: Span = { text: `${keys}${' '.repeat(Math.max(1, KEYS - textWidth(keys)))}`, role: 'accent' };
  const fitting = words.find((text) => textWidth(lead.text) + textWidth(text) <= width) ?? words.at(-1) ?? '';
  if (isCut) return [cutLine({ spans: [lead, { text: fitting, role: 'text' }] }, width)];
  const indent: Span = { text: ' '.repeat(KEYS), role: 'text' };
  return wrapSpans([{ text: fitting, role: 'text' }], width, { first: [lead], rest: [indent] });
}

/** What keys do below, those of two directions together. */
function keyEntries(below: Model): readonly (KeyEntry & { readonly everywhere: boolean })[] {
  const live = activeBindings(below).filter((one) => keysHere(below, one).length > 0);
  const told = new Set<BindingId>();
  return live.flatMap((binding) => {
    if (told.has(binding.id) || binding.id === 'everywhere.help') return [];
    const other = live.find(
      (one) => one.context === binding.context && (isOpposite(one, binding) || isPaired(one, binding)),
    );
    if (other) told.add(other.id);
    const { group, context, title, hint } = binding;
    const pair = binding.pair ?? other?.pair ?? hint ?? other?.hint ?? title;
    // As short as the words of the footer, and written as those are.
    const keys = other ? [binding, other].map((one) => keysHere(below, one).slice(0, 1)) : [keysHere(below, binding)];
    const words = (other ? [pair] : [title, ...(hint ? [hint] : [])]).map(
      (text) => text.charAt(0).toLowerCase() + text.slice(1),
    );
    return { keys: joinedKeys(keys.flat().map(shortKeyLabel)), words, group, everywhere: context === 'everywhere' };
  });
}

const keysHere = (below: Model, { keys, context }: Binding): readonly string[] =>
  keys.filter((key) => getsThrough(below, context, key));

/** Whether two bindings say that they are told together. */
const isPaired = (one: Binding, other: Binding): boolean =>
  one.id !== other.id && one.pair !== undefined && one.pair === other.pair;

/** Whether two bindings do the same in opposite directions. */
function isOpposite({ action: a }: Binding, { action: b }: Binding): boolean {
  const way = (action: Binding['action']): number =>
    'direction' in action ? action.direction : 'move' in action ? action.move : 0;
  const sort = (action: Binding['action']): string => JSON.stringify({ ...action, direction: 0, move: 0 });
  return way(a) !== 0 && way(a) === -way(b) && sort(a) === sort(b);
}

/** Arrows stand together, as many keys as there is room for. */
function joinedKeys(labels: readonly string[]): string {
  if (labels.length > 1 && labels.every((label) => /^⇧?[↑↓←→]$/.test(label)))
    return `${labels[0]}${labels[1]?.replace('⇧', '')}`;
  let text = '';
  for (const label of labels) {
    const longer = text === '' ? label : `${text} ${label}`;
    if (text !== '' && textWidth(longer) >= KEYS) break;
    text = longer;
  }
  return text;
}
