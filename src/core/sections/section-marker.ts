import { withoutEnd } from '../../kit/run-before.ts';
import type { Section } from '../definition/agent-definition.ts';
import { leadInEnd } from './lead-in-lines.ts';
import { type Line, scanLines } from './line-scanner.ts';
import { boldRunEnd, bulletOf, isThematicBreak, itemTextStart } from './line-shapes.ts';
import { slug } from './section-id.ts';
import { signOf } from './sign-lines.ts';
import { closingTagName, openingTagName } from './tag-pairs.ts';

/** The own text of a section, taken apart. Law: `before + marker + content + closing` is its `raw`. */
export interface SectionMarker {
  /** Blank lines and rules above the marker, which only the first section of a body has. */
  readonly before: string;
  /**
   * What says the title, with its line ending when nothing else stands on the line: the line of a heading, bold or tag
   * section, the lines of a lead-in; bullet, bold run and separator of an item (`1. **API Design**: `, `**Mail:** `). Of an item whose text
   * goes on from its title (`- **Use partial indexes** to index less`) the bullet alone, and nothing where none stands.
   */
  readonly marker: string;
  /** The text under the title. */
  readonly content: string;
  /** The closing tag and what is below it: of a tag section with none inside, or of the untitled one behind the last. */
  readonly closing: string;
  /** Columns that the lines of an item stand in under its bullet; 0 for all other kinds. */
  readonly indent: number;
}

const SEPARATOR = /^[ \t]*(?:[:：][ \t]*|[-–—→][ \t]+|$)/u;
/** A bold run that ends with a colon or is a sentence. */
const CLOSED_RUN = /[:：.!?。！？]["'”’」』)）]?[*_]{2,3}$/;
const SENTENCE = /[.!?。！？]["'”’」』)）]?$/;
/** Level of the heading that a section without a title gets: under the title of the document. */
const UNTITLED_LEVEL = 2;
const LINE_ENDING = /\r\n?|\n/;

/** Take the own text of a section apart into its marker and what the marker stands over. */
export function markerOf({ kind, raw }: Pick<Section, 'kind' | 'raw'>): SectionMarker {
  const lines = scanLines(raw);
  const first = lines.find(({ text }) => text !== '' && !isThematicBreak(text));
  const closes = closingStart(lines, kind, first);
  if (first === undefined || kind === 'preamble' || kind === 'untitled') {
    return { before: '', marker: '', content: raw.slice(0, closes), closing: raw.slice(closes), indent: 0 };
  }
  const end = kind === 'item' ? itemMarkerEnd(first) : titleEnd(lines, kind, first);
  return {
    before: raw.slice(0, first.start),
    marker: raw.slice(first.start, end),
    content: raw.slice(end, closes),
    closing: raw.slice(closes),
    indent: kind === 'item' ? first.indent + (bulletOf(first.text)?.width ?? 0) : 0,
  };
}

/**
 * The section under another title: the words are exchanged; numbering, emoji, colon and all other text stay.
 *
 * A section without a title becomes a heading of level 2 over its text. A tag takes the title as its name, as far as
 * XML allows (`Output Format` gives `output_format`), in the closing tag too.
 *
 * @param title One line of plain text.
 */
export function retitled(section: Section, title: string): Section {
  const { before, marker, content, closing } = markerOf(section);
  if (hasNoTitle(section)) {
    const raw = `${hashes(UNTITLED_LEVEL)} ${title}${eolOf(section)}${eolOf(section)}${section.raw}`;
    return { ...section, kind: 'heading', level: UNTITLED_LEVEL, title, raw };
  }
  if (section.kind === 'tag') return withTagName(section, tagName(title));
  // An item's words can stand behind its marker, when they are emphasis at the start of its text.
  const text = marker + content;
  const from = /^[ \t]*(?:#+|(?:[-*+•◦▪‣●]|\d+[.)])[ \t])?/u.exec(text)?.[0].length ?? 0;
  const at = text.slice(0, lineLength(text)).indexOf(section.title, from);
  const behind = text.slice(at + section.title.length);
  // A title that was a sentence parted the text from itself; other words need a colon for that.
  const words = section.kind === 'item' && SENTENCE.test(section.title) && !SENTENCE.test(title) ? `${title}:` : title;
  const renamed = at < 0 ? newMarker(section, marker, title) + content : text.slice(0, at) + words + behind;
  return { ...section, title, raw: before + renamed + closing };
}

/**
 * The section as a heading of a level: a heading is re-levelled, any other title becomes a heading over the same text.
 *
 * The text of an item moves left by its bullet, that of sections inside it as well; a tag loses its closing tag. The
 * levels of sections inside stay what they are. A section without a title has nothing to turn and is returned as it is.
 *
 * @param level 1 to 6; what is beyond counts as the nearest.
 */
export function asHeading(section: Section, level: number): Section {
  const { before, marker, content, closing, indent } = markerOf(section);
  if (hasNoTitle(section)) return section;
  const depth = Math.min(6, Math.max(1, level));
  if (section.kind === 'heading') {
    return { ...section, level: depth, raw: before + marker.replace(/#{1,6}/, hashes(depth)) + content + closing };
  }
  const eol = eolOf(section);
  const gap = /^[ \t]*(?:[\r\n]|$)/.test(content) ? '' : eol;
  return {
    ...section,
    kind: 'heading',
    level: depth,
    raw: `${before}${hashes(depth)} ${section.title}${eol}${gap}${movedLeft(content, indent)}`,
    sections:
      section.kind === 'tag'
        ? withoutClosing(section.sections)
        : section.sections.map((inner) => allMovedLeft(inner, indent)),
  };
}

function hasNoTitle({ kind }: Section): boolean {
  return kind === 'preamble' || kind === 'untitled';
}

/**
 * Where the marker of an item ends, as an offset in its line's text: behind the bold run and the separator after it, or
 * behind the bullet where text goes on from the run.
 */
function itemMarkerWidth(text: string): number {
  const start = itemStart(text);
  const item = text.slice(start);
  const run = boldRunEnd(item);
  const separator = SEPARATOR.exec(item.slice(run));
  const closesInside = CLOSED_RUN.test(item.slice(0, run));
  if (separator) return start + run + separator[0].length;
  return closesInside ? start + run + leadingSpaces(item.slice(run)) : start;
}

/** Where an item's own words begin: behind its bullet and box, or the sign in place of one. */
function itemStart(text: string): number {
  return itemTextStart(text) || (signOf(text)?.width ?? 0);
}

/** Where the line ends that says a title, or the last one when a lead-in is wrapped. */
function titleEnd(lines: readonly Line[], kind: Section['kind'], first: Line): number {
  const last = kind === 'lead-in' ? lines[leadInEnd(lines, lines.indexOf(first))] : first;
  return (last ?? first).next;
}

function itemMarkerEnd({ text, textStart, next }: Line): number {
  const width = itemMarkerWidth(text);
  return width === text.length ? next : textStart + width;
}

function leadingSpaces(text: string): number {
  return text.length - text.trimStart().length;
}

/** Where the closing tag stands in the text of a tag section or of the untitled one behind its last; else the length. */
function closingStart(lines: readonly Line[], kind: Section['kind'], first: Line | undefined): number {
  const last = lines.findLast(({ text }) => text !== '' && !isThematicBreak(text));
  const end = lines.at(-1)?.next ?? 0;
  const name = last && closingTagName(last.text);
  if (!first || !name) return end;
  const isOwn = kind === 'tag' ? openingTagName(first.text) === name : kind === 'untitled' && first === last;
  return isOwn ? last.start : end;
}

function newMarker({ kind }: Section, marker: string, title: string): string {
  const line = withoutEnd(marker, (character) => character === '\r' || character === '\n');
  const ending = marker.slice(line.length);
  const colon = /[:：](?=[*_]*\s*$)/.exec(line)?.[0] ?? (CLOSED_RUN.test(line.trimEnd()) ? ':' : '');
  switch (kind) {
    case 'heading':
      return `${/^\s*#+/.exec(line)?.[0] ?? ''} ${title}${ending}`;
    case 'item':
      return `${bulletIn(line)}**${title}**${colon}${ending || ' '}`;
    case 'bold':
      return `**${title}${colon}**${ending}`;
    default:
      return `${title}${colon}${ending}`;
  }
}

/** What stands before an item's own words, its indentation included. */
function bulletIn(line: string): string {
  const indent = leadingSpaces(line);
  return line.slice(0, indent + itemStart(line.slice(indent)));
}

/** A name that reads back as one of a tag: it begins with a letter and is none of HTML's. */
function tagName(title: string): string {
  const name = slug(title)
    .replaceAll('-', '_')
    .replace(/[^a-z0-9_]/g, '');
  return openingTagName(`<${name}>`) ?? `section_${name}`;
}

function withTagName(section: Section, name: string): Section {
  const { before, marker, content, closing } = markerOf(section);
  const last = section.sections.at(-1);
  const renamedLast = last && { ...last, raw: renamedClosing(last, name) };
  return {
    ...section,
    title: name,
    raw: before + marker.replace(section.title, name) + content + closing.replace(section.title, name),
    sections: renamedLast ? [...section.sections.slice(0, -1), renamedLast] : section.sections,
  };
}

function renamedClosing(section: Section, name: string): string {
  const { content, closing } = markerOf(section);
  return section.kind === 'untitled' ? content + closing.replace(/^(\s*<\/)[\w.:-]+/, `$1${name}`) : section.raw;
}

function withoutClosing(sections: readonly Section[]): readonly Section[] {
  const last = sections.at(-1);
  const isClosing = last?.kind === 'untitled' && markerOf(last).closing !== '';
  return isClosing ? sections.slice(0, -1) : sections;
}

function allMovedLeft(section: Section, columns: number): Section {
  const sections = section.sections.map((inner) => allMovedLeft(inner, columns));
  return { ...section, raw: movedLeft(section.raw, columns), sections };
}

/** Takes up to so many columns of indentation from each line; a tab counts as all of them. */
function movedLeft(text: string, columns: number): string {
  return columns === 0 ? text : text.replace(new RegExp(`^(?: {1,${columns}}|\\t)`, 'gm'), '');
}

function hashes(level: number): string {
  return '#'.repeat(level);
}

function eolOf({ raw }: Section): string {
  return LINE_ENDING.exec(raw)?.[0] ?? '\n';
}

function lineLength(text: string): number {
  return LINE_ENDING.exec(text)?.index ?? text.length;
}
