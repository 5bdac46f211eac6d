import type { SectionKind } from '../definition/agent-definition.ts';
import { bareStatements } from './bare-statements.ts';
import { type ItemLine, readItems } from './item-lines.ts';
import { type LabelLine, labelLines } from './label-lines.ts';
import { leadInEnd } from './lead-in-lines.ts';
import type { Line } from './line-scanner.ts';
import {
  announces,
  headingLevel,
  isBoldLine,
  isBracketedBoldLine,
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
  isUnderLabel,
  nothingOpen,
  type OpenSections,
  openItem,
  openLabel,
  openPlainItem,
  openSection,
  placeText,
  type Segment,
  takesOwnItems,
} from './section-stack.ts';
import { plainTitle } from './section-title.ts';
import { signOf } from './sign-lines.ts';
import { countedFromTags } from './tag-columns.ts';
import { pairTags, type TagSide } from './tag-pairs.ts';

/** What the rules look at, and the sections they open. */
interface Cut {
  readonly lines: readonly Line[];
  readonly roles: readonly LineRole[];
  readonly tags: ReadonlyMap<number, TagSide>;
  readonly items: ReadonlyMap<number, ItemLine>;
  readonly labels: ReadonlyMap<number, LabelLine>;
  /** Bold statements with nothing under them: text. */
  readonly bare: ReadonlySet<number>;
  /** For each line, the index of the first line below it that is not blank. */
  readonly below: readonly number[];
  /** Index of the line that is the title of the document, or -1. */
  readonly documentTitle: number;
  readonly state: OpenSections;
}

/** What the line before means for this one: a paragraph or a title continues, a block has ended, or a blank line lies between. */
type Before = 'paragraph' | 'title' | 'block' | 'blank';

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
 * @param written The body as lines.
 * @param length The body's length.
 * @param opensWithLabel Whether the first line with text is known to be the label of a section, alone as it is.
 * @returns Segments in document order, the first at offset 0; none only for an empty body.
 */
export function cutSegments(written: readonly Line[], length: number, opensWithLabel: boolean): readonly Segment[] {
  const { lines, roles, tags } = readTags(written);
  const { items, blocks } = readItems(lines, roles, tags);
  const below = linesBelow(lines);
  const cut: Cut = {
    lines,
    roles,
    tags,
    items,
    labels: labelLines(lines, blocks, opensWithLabel),
    bare: bareStatements(lines, roles, tags, below),
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

/** Code inside a tag that is set in is known by its columns there, and hides tags in turn. */
function readTags(written: readonly Line[]): Pick<Cut, 'lines' | 'roles' | 'tags'> {
  const roles = lineRoles(written);
  const tags = pairTags(written, roles);
  const lines = countedFromTags(written, tags);
  if (lines === written) return { lines, roles, tags };
  const rolesInside = lineRoles(lines);
  return { lines, roles: rolesInside, tags: pairTags(written, rolesInside) };
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
  const label = cut.labels.get(index);
  const item = cut.items.get(index);
  if (side === 'open') openTag(cut, line, index);
  else if (side === 'close') closeTag(cut, line, index);
  else if (level > 0) open(cut, 'heading', level, index, line.text);
  else if (line.indent <= 3 && isThematicBreak(line.text)) endList(cut.state, line.start);
  else if (label) return takeLabel(cut, line, index, label);
  else if (item && isListItem(cut, line, before)) return takeListItem(cut, line, index, item, before);
  else return takeParagraph(cut, line, index, before);
  return 'block';
}

/** Tags are stronger than every other opener; only the title of the document holds them. */
function openTag(cut: Cut, line: Line, index: number): void {
  endList(cut.state, line.start);
  closeDownTo(cut.state, cut.documentTitle < 0 ? TAG_LEVEL : TAG_LEVEL + 2);
  open(cut, 'tag', TAG_LEVEL, index, line.text);
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

/** A label is an item without a bullet: lists, code and tables under it belong to it, other paragraphs do not. */
function takeLabel(cut: Cut, line: Line, index: number, { titleEnd, isRanked }: LabelLine): Before {
  const { state } = cut;
  const isFirst = state.list[0]?.kind !== 'label';
  endList(state, line.start);
  if (isFirst) endListSection(cut, index);
  if (isRanked) closeDownTo(state, BOLD_LEVEL);
  const marker = line.text.slice(signOf(line.text)?.width ?? 0, titleEnd);
  open(cut, 'item', isRanked ? BOLD_LEVEL : ITEM_LEVEL, index, marker);
  openLabel(state, line.indent);
  return 'paragraph';
}

function takeListItem(cut: Cut, line: Line, index: number, { width, titleEnd }: ItemLine, before: Before): Before {
  const { state } = cut;
  endItems(state, line.indent, line.start);
  if (width === 0 && before !== 'paragraph') endBeforeParagraph(cut, line, index);
  if (takesOwnItems(state) && state.list.length < DEEPEST_ITEM && titleEnd > 0) {
    open(cut, 'item', ITEM_LEVEL + state.list.length, index, line.text.slice(width, titleEnd));
    openItem(state, line.indent);
  } else {
    placeText(state, index, line.start);
    openPlainItem(state, line.indent, line.textStart + width);
  }
  return 'paragraph';
}

function takeParagraph(cut: Cut, line: Line, index: number, before: Before): Before {
  if (before === 'title') return announces(line.text) ? 'block' : 'title';
  const { state } = cut;
  if (before !== 'paragraph') endItems(state, line.indent, line.start);
  if ((state.list.length === 0 || isUnderLabel(state)) && line.indent <= 3) {
    const mayBeTitle = before !== 'paragraph' || (isUnderLabel(state) && isBoldLine(line.text));
    const kind = mayBeTitle ? titleLineKind(cut, line.text, index) : null;
    const begins = kind === 'lead-in' || (before !== 'paragraph' && kind === null);
    if (begins && isParagraphLine(line.text)) endBeforeParagraph(cut, line, index);
    if (kind === 'lead-in') return openLeadIn(cut, index);
    if (kind === 'bold') {
      open(cut, kind, BOLD_LEVEL, index, line.text);
      return 'block';
    }
  }
  placeText(state, index, line.start);
  return 'paragraph';
}

function openLeadIn(cut: Cut, index: number): Before {
  const last = leadInEnd(cut.lines, index);
  const marker = cut.lines.slice(index, last + 1).map(({ text }) => text);
  open(cut, 'lead-in', LEAD_IN_LEVEL, index, marker.join(' '), last);
  return last > index ? 'title' : 'block';
}

/** What a paragraph ends: the label above it, and the list that a section begins with. */
function endBeforeParagraph(cut: Cut, line: Line, index: number): void {
  if (isUnderLabel(cut.state)) endList(cut.state, line.start);
  endListSection(cut, index);
}

/** A bold or lead-in section that begins with a list ends at the first paragraph behind that list. */
function endListSection({ state }: Cut, index: number): void {
  const innermost = state.titled.at(-1);
  if (innermost && innermost.listAt >= 0 && innermost.listAt !== index) closeInnermost(state);
}

/** Whether a line that can start a paragraph is the title of a section instead. */
function titleLineKind(cut: Cut, text: string, index: number): 'bold' | 'lead-in' | null {
  const { lines, roles, below } = cut;
  if (isBoldLine(text)) return cut.bare.has(index) ? null : 'bold';
  const last = leadInEnd(lines, index);
  const next = below[last] ?? lines.length;
  const overList = isOverList(cut, last);
  const overBlock = overList || roles[next] === 'fence' || isQuoteOrTable(lines[next]?.text ?? '');
  if (overBlock && isBracketedBoldLine(text)) return 'bold';
  if (overBlock && announces(lines[last]?.text ?? '')) return 'lead-in';
  // Labels need a colon above them: a short line over paragraphs is one of them.
  return (cut.items.get(next)?.width ?? 0) > 0 && isShortPlainLine(text) ? 'lead-in' : null;
}

/**
 * @param marker What says the title.
 * @param last The last line of the marker.
 */
function open(cut: Cut, kind: SectionKind, level: number, index: number, marker: string, last = index): void {
  const { lines, state } = cut;
  const line = lines[index];
  if (line === undefined) return;
  if (kind !== 'tag' && kind !== 'item') {
    endList(state, line.start);
    closeDownTo(state, level);
  }
  const hasList = (kind === 'bold' || kind === 'lead-in') && isOverList(cut, last);
  const listAt = hasList ? (cut.below[last] ?? -1) : -1;
  openSection(state, { kind, level, title: plainTitle(marker), index, start: line.start, listAt });
}

/** True when the next line with something on it is a list item or a label. */
function isOverList({ lines, items, labels, below }: Cut, index: number): boolean {
  const next = below[index] ?? lines.length;
  return items.has(next) || labels.has(next);
}

function isListItem({ state }: Cut, { indent }: Line, before: Before): boolean {
  // Four columns in after a blank line and outside of a list it is code (CommonMark 0.31, section 4.4).
  return indent <= 3 || state.list.length > 0 || before !== 'blank';
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
