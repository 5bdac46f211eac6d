import type { SectionKind } from '../definition/agent-definition.ts';

/** A stretch of the body, by offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a section begins and what its first line says. */
export interface Opening {
  readonly kind: SectionKind;
  readonly level: number;
  readonly title: string;
  /** Index of the line. */
  readonly index: number;
  /** Offset of the line in the body. */
  readonly start: number;
  /** Index of the first line of the list that the section begins with and therefore ends with, or -1. */
  readonly listAt: number;
}

/** One section while the body is being cut. It ends where the next segment starts. */
export interface Segment extends Opening {
  readonly parent: Segment | null;
  /** The plain items of its own list, bullets left out. */
  readonly items: Span[];
}

/** A list item that the line in hand may still belong to. */
interface OpenItem {
  /** Column of its bullet; a label holds lists in its own column, too. */
  readonly indent: number;
  readonly kind: 'plain' | 'section' | 'label';
  /** Whose plain item it is, and where its text begins; `null` for one that is a section or part of another item's text. */
  readonly plain: { readonly segment: Segment; readonly start: number } | null;
}

/** What is open at a line, and the segments found so far. Only the functions of this file change it. */
export interface OpenSections {
  readonly segments: Segment[];
  /** Titled sections, outermost first. */
  readonly titled: Segment[];
  /** List items, outermost first. */
  readonly list: OpenItem[];
}

/** The level of item sections at the outer edge of a list; each item section around one adds 1. */
export const ITEM_LEVEL = 9;

/** Columns by which text stands further in than the bullet it belongs to; people write two, also under `1. `. */
const NESTED = 2;

/** Nothing open, nothing found. */
export function nothingOpen(): OpenSections {
  return { segments: [], titled: [], list: [] };
}

/** Open a titled section inside the innermost open one. */
export function openSection(state: OpenSections, opening: Opening): void {
  state.titled.push(addSegment(state, opening));
}

/** Start a section without a title. It holds no sections, so nothing is ever inside it. */
export function addUntitled(state: OpenSections, index: number, start: number): Segment {
  const kind = state.segments.length === 0 ? 'preamble' : 'untitled';
  return addSegment(state, { kind, level: 0, title: '', index, start, listAt: -1 });
}

/**
 * Give a line of text to the innermost open section: to its own text or, behind sections inside it that have ended,
 * to an untitled one.
 *
 * @returns The segment that the line is part of.
 */
export function placeText(state: OpenSections, index: number, start: number): Segment {
  const owner = state.titled.at(-1) ?? null;
  const last = state.segments.at(-1);
  const continues = last && (last === owner || (isUntitled(last) && last.parent === owner));
  return continues ? last : addUntitled(state, index, start);
}

/** End the open sections of this level and weaker ones, as far as the innermost open tag. */
export function closeDownTo(state: OpenSections, level: number): void {
  for (let top = state.titled.at(-1); top && top.kind !== 'tag' && top.level >= level; top = state.titled.at(-1)) {
    state.titled.pop();
  }
}

/** End the innermost open section, whatever its level. */
export function closeInnermost(state: OpenSections): void {
  state.titled.pop();
}

/**
 * Note a plain list item on a line whose items further in have been ended by `endItems`.
 *
 * @param textStart Where its text begins.
 */
export function openPlainItem(state: OpenSections, indent: number, textStart: number): void {
  const segment = state.segments.at(-1);
  const isOwn = segment && takesOwnItems(state);
  state.list.push({ indent, kind: 'plain', plain: isOwn ? { segment, start: textStart } : null });
}

/** The same of an item that has been opened as a section. */
export function openItem(state: OpenSections, indent: number): void {
  state.list.push({ indent, kind: 'section', plain: null });
}

/** The same of a label: lists in its column belong to it. */
export function openLabel(state: OpenSections, indent: number): void {
  state.list.push({ indent: indent - NESTED, kind: 'label', plain: null });
}

/** Whether the text at hand can stand under a label and is in no list. */
export function isUnderLabel({ list }: OpenSections): boolean {
  return list.length === 1 && list[0]?.kind === 'label';
}

/** True where every list item around is a section, so that one here is an item of the innermost open section. */
export function takesOwnItems(state: OpenSections): boolean {
  return state.list.length === state.titled.filter(({ kind }) => kind === 'item').length;
}

/** End the list items, and with them the item sections, that text so many columns in does not belong to. */
export function endItems(state: OpenSections, indent: number, offset: number): void {
  for (let item = state.list.at(-1); item && indent < item.indent + NESTED; item = state.list.at(-1)) {
    item.plain?.segment.items.push({ start: item.plain.start, end: offset });
    if (item.kind !== 'plain') state.titled.pop();
    state.list.pop();
  }
}

/** End every list item: what follows is no part of any list. */
export function endList(state: OpenSections, offset: number): void {
  endItems(state, Number.NEGATIVE_INFINITY, offset);
}

function addSegment(state: OpenSections, opening: Opening): Segment {
  const parent = state.titled.at(-1) ?? null;
  // Blank lines before the first section have no other section to belong to.
  const start = state.segments.length === 0 ? 0 : opening.start;
  const { kind, level, title, index, listAt } = opening;
  const segment: Segment = { kind, level, title, index, start, parent, listAt, items: [] };
  state.segments.push(segment);
  return segment;
}

function isUntitled({ kind }: Segment): boolean {
  return kind === 'untitled' || kind === 'preamble';
}
