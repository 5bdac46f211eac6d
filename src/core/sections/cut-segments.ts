import type { SectionKind } from '../definition/agent-definition.ts';
import type { Line } from './line-scanner.ts';
import {
  announces,
  boldRunEnd,
  bulletOf,
  headingLevel,
  isBoldLine,
  isParagraphLine,
  isQuoteOrTable,
  isShortPlainLine,
  isThematicBreak,
} from './line-shapes.ts';
import { type LineRole, lineRoles } from './mask.ts';
import {
  addUntitled,
  closeDownTo,
  closeInnermost,
  endItems,
  endList,
  ITEM_LEVEL,
  nothingOpen,
  type OpenSections,
  openItem,
  openSection,
  placeText,
  type Segment,
  takesOwnItems,
} from './section-stack.ts';
import { plainTitle } from './section-title.ts';
import { pairTags, type TagSide } from './tag-pairs.ts';

/** What the rules look at, and the sections they open. */
interface Cut {
  readonly lines: readonly Line[];
  readonly roles: readonly LineRole[];
  readonly tags: ReadonlyMap<number, TagSide>;
  /** For each line, the index of the first line below it that is not blank. */
  readonly below: readonly number[];
  /** Index of the line that is the title of the document, or -1. */
  readonly documentTitle: number;
  readonly state: OpenSections;
}

/** What the line before means for this one: a paragraph continues, a block has ended, or a blank line lies between. */
type Before = 'paragraph' | 'block' | 'blank';

const TAG_LEVEL = 0;
const BOLD_LEVEL = 7;
const LEAD_IN_LEVEL = 8;

/** Items nested deeper than this are text of the item around them. */
const DEEPEST_ITEM = 32;

/**
 * Find where the sections of a body begin and how they nest.
 *
 * Linear in the body: every line is looked at a fixed number of times, every section and list item closed once.
 *
 * @param lines The body as lines.
 * @param length The body's length.
 * @returns Segments in document order, the first at offset 0; none only for an empty body.
 */
export function cutSegments(lines: readonly Line[], length: number): readonly Segment[] {
  const roles = lineRoles(lines);
  const tags = pairTags(lines, roles);
  const below = linesBelow(lines);
  const cut: Cut = {
    lines,
    roles,
    tags,
    below,
    documentTitle: documentTitle(lines, roles, tags),
    state: nothingOpen(),
  };
  let before: Before = 'blank';
  for (const [index, line] of lines.entries()) before = takeLine(cut, line, index, before);
  endList(cut.state, length);
  if (cut.state.segments.length === 0 && length > 0) addUntitled(cut.state, 0, 0);
  return cut.state.segments;
}

function takeLine(cut: Cut, line: Line, index: number, before: Before): Before {
  if (line.text === '' && cut.roles[index] !== 'masked') return 'blank';
  switch (cut.roles[index]) {
    case 'masked':
      return 'block';
    case 'comment':
      // A comment is not a paragraph: it ends no list.
      placeText(cut.state, index, line.start);
      return 'block';
    case 'fence':
      if (before !== 'paragraph') endItems(cut.state, line.indent, line.start);
      placeText(cut.state, index, line.start);
      return 'block';
    default:
      return takeProse(cut, line, index, before);
  }
}

function takeProse(cut: Cut, line: Line, index: number, before: Before): Before {
  const side = cut.tags.get(index);
  const level = line.indent <= 3 ? headingLevel(line.text) : 0;
  if (side === 'open') openTag(cut, line, index);
  else if (side === 'close') closeTag(cut, line, index);
  else if (level > 0) open(cut, 'heading', level, index);
  else if (line.indent <= 3 && isThematicBreak(line.text)) endList(cut.state, line.start);
  else if (isListItem(cut, line, before)) return takeListItem(cut, line, index);
  else return takeParagraph(cut, line, index, before);
  return 'block';
}

/** Tags are stronger than every other opener; only the title of the document holds them. */
function openTag(cut: Cut, line: Line, index: number): void {
  endList(cut.state, line.start);
  closeDownTo(cut.state, cut.documentTitle < 0 ? TAG_LEVEL : TAG_LEVEL + 2);
  open(cut, 'tag', TAG_LEVEL, index);
}

/**
 * The closing line is the tag's own text; behind sections inside the tag it becomes an untitled section of the tag, so
 * that whoever takes the last of them takes no closing tag along.
 */
function closeTag(cut: Cut, line: Line, index: number): void {
  const { state } = cut;
  endList(state, line.start);
  closeDownTo(state, TAG_LEVEL);
  if (state.segments.at(-1) !== state.titled.at(-1)) addUntitled(state, index, line.start);
  state.titled.pop();
}

function takeListItem(cut: Cut, line: Line, index: number): Before {
  const { state } = cut;
  const width = bulletOf(line.text)?.width ?? 0;
  endItems(state, line.indent, line.start);
  const isOwn = takesOwnItems(state);
  if (isOwn && state.list.length < DEEPEST_ITEM && boldRunEnd(line.text.slice(width)) > 0) {
    open(cut, 'item', ITEM_LEVEL + state.list.length, index);
    openItem(state, line.indent, null);
  } else {
    placeText(state, index, line.start);
    openItem(state, line.indent, line.textStart + width);
  }
  return 'paragraph';
}

function takeParagraph(cut: Cut, line: Line, index: number, before: Before): Before {
  const { state } = cut;
  if (before !== 'paragraph') endItems(state, line.indent, line.start);
  if (state.list.length === 0 && line.indent <= 3) {
    const kind = before === 'paragraph' ? null : titleLineKind(cut, line.text, index);
    if (kind === null || kind === 'lead-in') endListSection(state, line.text);
    if (kind !== null) {
      open(cut, kind, kind === 'bold' ? BOLD_LEVEL : LEAD_IN_LEVEL, index);
      return 'block';
    }
  }
  placeText(state, index, line.start);
  return 'paragraph';
}

/** A bold or lead-in section that begins with a list ends at the first paragraph behind that list. */
function endListSection(state: OpenSections, text: string): void {
  if (state.titled.at(-1)?.endsWithList && isParagraphLine(text)) closeInnermost(state);
}

/** Whether a line that can start a paragraph is the title of a section instead. */
function titleLineKind(cut: Cut, text: string, index: number): 'bold' | 'lead-in' | null {
  const { lines, roles, below } = cut;
  if (isBoldLine(text)) return 'bold';
  const next = below[index] ?? lines.length;
  const overList = isOverList(cut, index);
  const overBlock = overList || roles[next] === 'fence' || isQuoteOrTable(lines[next]?.text ?? '');
  return (overBlock && announces(text)) || (overList && isShortPlainLine(text)) ? 'lead-in' : null;
}

function open(cut: Cut, kind: SectionKind, level: number, index: number): void {
  const { lines, state } = cut;
  const line = lines[index];
  if (line === undefined) return;
  if (kind !== 'tag' && kind !== 'item') {
    endList(state, line.start);
    closeDownTo(state, level);
  }
  const endsWithList = (kind === 'bold' || kind === 'lead-in') && isOverList(cut, index);
  openSection(state, { kind, level, title: plainTitle(line.text), index, start: line.start, endsWithList });
}

/** True when the next line with something on it is a list item. */
function isOverList({ lines, roles, below }: Cut, index: number): boolean {
  const next = below[index] ?? lines.length;
  return roles[next] === 'prose' && bulletOf(lines[next]?.text ?? '') !== null;
}

function isListItem({ state }: Cut, { text, indent }: Line, before: Before): boolean {
  // Four columns in after a blank line and outside of a list it is code (CommonMark 0.31, section 4.4).
  return bulletOf(text) !== null && (indent <= 3 || state.list.length > 0 || before !== 'blank');
}

function linesBelow(lines: readonly Line[]): readonly number[] {
  const below = new Array<number>(lines.length);
  let next = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    below[index] = next;
    if (lines[index]?.text !== '') next = index;
  }
  return below;
}

/** A single h1 that comes before all tags and other headings. */
function documentTitle(lines: readonly Line[], roles: readonly LineRole[], tags: ReadonlyMap<number, TagSide>): number {
  let title = -1;
  for (const [index, { text, indent }] of lines.entries()) {
    const level = roles[index] === 'prose' && indent <= 3 ? headingLevel(text) : 0;
    if (level === 1 && title >= 0) return -1;
    if (level === 1) title = index;
    else if (title < 0 && (level > 0 || tags.has(index))) return -1;
  }
  return title;
}
