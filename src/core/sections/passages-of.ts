import type { Section, SectionKind } from '../definition/agent-definition.ts';
import { leadInEnd } from './lead-in-lines.ts';
import { type Line, scanLines } from './line-scanner.ts';
import { bulletOf, isThematicBreak, itemTextStart } from './line-shapes.ts';
import { type LineRole, lineRoles } from './mask.ts';
import type { Passage, PassageKind } from './passage.ts';
import { markerOf } from './section-marker.ts';
import { isClosingTag } from './section-text.ts';
import { signOf } from './sign-lines.ts';

/** Kinds whose first line is a title and nothing else; that of a lead-in can be wrapped. */
const TITLED: ReadonlySet<SectionKind> = new Set(['tag', 'heading', 'bold']);

/**
 * The passages of a section's own text, in order.
 *
 * The marker of a titled section is its `title`; an item section begins with an `item`, whose title is part of its
 * text and which ends where a list inside it begins. Any other item goes on as long as lines are indented under it, blank
 * lines between them included; other text goes on to the next blank line, a code block to its end. Rules across the page
 * and closing tags part passages and are none.
 *
 * Law: every line that says something is in exactly one passage, but for rules and closing tags.
 *
 * @returns None for a closing tag or a text of blank lines.
 */
export function passagesOf(section: Section): readonly Passage[] {
  if (isClosingTag(section)) return [];
  const { raw, kind, id, line } = section;
  const { closing } = markerOf(section);
  const lines = scanLines(raw.slice(0, raw.length - closing.length));
  const roles = lineRoles(lines);
  const stretches = stretchesOf({ lines, roles, items: itemStarts(section, lines, roles) }, kind);
  const first = stretches[0]?.kind === 'title' ? 0 : 1;
  return stretches.map(({ kind: passage, from, to }, at) => ({
    section: id,
    index: first + at,
    kind: passage,
    text: raw.slice(lines[from]?.start, lines[to]?.next).trimEnd(),
    line: line + from - firstLineWithText(lines),
  }));
}

/** The passages of sections and of everything inside them, in document order. */
export function allPassages(sections: readonly Section[]): readonly Passage[] {
  return sections.flatMap((section) => [...passagesOf(section), ...allPassages(section.sections)]);
}

/** How a passage is named in a reference: `section:3` is the third under the title of that section. */
export function passageId({ section, index }: Pick<Passage, 'section' | 'index'>): string {
  return `${section}:${index}`;
}

/** The own text of a section as lines. */
interface OwnText {
  readonly lines: readonly Line[];
  readonly roles: readonly LineRole[];
  /** Lines that begin list items. */
  readonly items: ReadonlySet<number>;
}

/**
 * The lines that begin items: those with bullets and, of those without, the ones that the section has as items, which
 * depends on what stands around it.
 */
function itemStarts({ raw, items }: Section, lines: readonly Line[], roles: readonly LineRole[]): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 0;
  for (const [index, { text, textStart }] of lines.entries()) {
    if (roles[index] !== 'prose' || text === '') continue;
    const isBulleted = bulletOf(text) !== null;
    const width = isBulleted ? itemTextStart(text) : (signOf(text)?.width ?? 0);
    const item = items[next];
    const isNext = item !== undefined && [width, 0].some((from) => raw.startsWith(item, textStart + from));
    if (isNext) next += 1;
    if (isBulleted || isNext) found.add(index);
  }
  return found;
}

/** Indices of the first and last line of a passage. */
interface Stretch {
  readonly kind: PassageKind;
  readonly from: number;
  readonly to: number;
}

/** The first section of a body can have blank lines before its marker; its line is that of the marker. */
function firstLineWithText(lines: readonly Line[]): number {
  return Math.max(
    0,
    lines.findIndex(({ text }) => text !== '' && !isThematicBreak(text)),
  );
}

function stretchesOf(text: OwnText, kind: SectionKind): readonly Stretch[] {
  const { lines, roles } = text;
  const stretches: Stretch[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line || line.text === '' || (roles[at] === 'prose' && isThematicBreak(line.text))) {
      at += 1;
      continue;
    }
    const stretch = stretchFrom(text, at, stretches.length === 0 ? kind : null);
    stretches.push(stretch);
    at = stretch.to + 1;
  }
  return stretches;
}

/** @param opens The kind of the section for its first stretch, `null` for the others. */
function stretchFrom(text: OwnText, from: number, opens: SectionKind | null): Stretch {
  if (opens === 'lead-in') return { kind: 'title', from, to: leadInEnd(text.lines, from) };
  if (opens !== null && TITLED.has(opens)) return { kind: 'title', from, to: from };
  const isHead = opens === 'item';
  if (!isHead && !text.items.has(from)) return { kind: 'text', from, to: textEnd(text, from) };
  return { kind: 'item', from, to: itemEnd(text, from, isHead) };
}

/**
 * The last line of a list item: it has what is indented deeper than its bullet, and the lines that run on.
 *
 * @param isHead Whether it ends before a list inside it.
 */
function itemEnd({ lines, roles, items }: OwnText, from: number, isHead: boolean): number {
  const indent = lines[from]?.indent ?? 0;
  let end = from;
  let isAfterBlank = false;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (line.text === '' && roles[at] === 'prose') {
      isAfterBlank = true;
      continue;
    }
    const isInside = roles[at] === 'masked' || line.indent > indent;
    const runsOn = !isAfterBlank && roles[at] === 'prose' && !items.has(at) && !startsBlock(line);
    const isInnerItem = isHead && items.has(at);
    if (isInnerItem || !(isInside || runsOn)) break;
    end = at;
    isAfterBlank = false;
  }
  return end;
}

/** The last line of a paragraph, table, quote or code block. */
function textEnd({ lines, roles, items }: OwnText, from: number): number {
  if (roles[from] !== 'prose') {
    let end = from;
    while (roles[end + 1] === 'masked') end += 1;
    return end;
  }
  let end = from;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.text === '' || roles[at] !== 'prose' || items.has(at)) break;
    if (isThematicBreak(line.text)) break;
    end = at;
  }
  return end;
}

/** Whether a line at the indentation of a list item ends it, although it begins no other. */
function startsBlock({ text }: Line): boolean {
  return isThematicBreak(text) || /^(?:[>|<]|#{1,6}[ \t]|\*\*)/.test(text);
}
