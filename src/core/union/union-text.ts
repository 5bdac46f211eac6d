import { least } from '../../kit/long-lists.ts';
import type { UnionPassage, UnionPick } from '../draft/draft.ts';
import { isWithin } from '../sections/definition-part.ts';
import { scanLines } from '../sections/line-scanner.ts';
import { headingLevel, isBoldLine } from '../sections/line-shapes.ts';
import { lineRoles } from '../sections/mask.ts';
import { plainTitle } from '../sections/section-title.ts';
import { openingTagName } from '../sections/tag-pairs.ts';
import { type ListKind, listKindOf, rebulleted } from './list-item.ts';
import { isTitleLine } from './title-line.ts';

/** Where a passage of a union stands. */
export interface PassageStretch {
  /** Index among the passages of the union. */
  readonly passage: number;
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A union as text. */
export interface UnionText {
  /** Without line end; empty if nothing of it is kept. */
  readonly text: string;
  /** The kind of list it is, where it is nothing but items, and then how many at the outer edge. */
  readonly list: ListKind | null;
  readonly items: number;
  readonly stretches: readonly PassageStretch[];
}

/** Headings stop here (CommonMark). */
const DEEPEST_HEADING = 6;

/**
 * The kept passages of a union under each other: titles as headings, items as lists with one kind of bullet, one blank
 * line between all else. The text of a passage stays as it is but for its indentation and bullet.
 *
 * @param level Level of its first heading, 1 to 6.
 * @param number What its first item is numbered by.
 */
export function unionText(union: UnionPick, level: number, number: number): UnionText {
  const kept = keptPassages(union.passages);
  const lines = labelledLines(kept);
  const isList =
    kept.length > 0 && kept.every(({ passage, at }) => passage.kind === 'item' && !lines.has(at)) && !needsTitle(union);
  const texts = passageTexts(union, { kept, lines, level, number: isList ? number : 1 });
  let text = needsTitle(union) ? `${'#'.repeat(level)} ${union.title}` : '';
  const stretches: PassageStretch[] = [];
  for (const [index, { passage, at }] of kept.entries()) {
    const continues = passage.kind === 'item' && isOfList(kept[index - 1]?.passage, passage) && !lines.has(at);
    if (text !== '') text += continues ? '\n' : '\n\n';
    const start = text.length;
    text += texts[index];
    stretches.push({ passage: at, start, end: text.length });
  }
  const outer = kept.filter(({ depth }) => depth === 0).length;
  return { text, list: isList ? listKindOf(text) : null, items: isList ? outer : 0, stretches };
}

interface TextParts {
  readonly kept: readonly KeptPassage[];
  /** Those among them that are lines. */
  readonly lines: ReadonlySet<number>;
  readonly level: number;
  /** What the first item is numbered by. */
  readonly number: number;
}

function passageTexts(union: UnionPick, { kept, lines, level, number }: TextParts): readonly string[] {
  const lists = listKinds(kept);
  const ofTag = tagIndents(union.passages);
  const misnumbered = misnumberedTitles(kept);
  let counts: readonly number[] = [number - 1];
  return kept.map(({ passage, at, depth }, index) => {
    if (!isOfList(kept[index - 1]?.passage, passage)) counts = depth === 0 && index > 0 ? [] : counts;
    if (lines.has(at)) return passage.edited ?? closed(dedented(lf(passage.text), ofTag(passage)).trim());
    if (passage.kind === 'item') {
      counts = [...counts.slice(0, depth), (counts[depth] ?? 0) + 1];
      return itemText(passage, lists.get(at) ?? [], counts);
    }
    counts = [];
    return passage.kind === 'title'
      ? titleText(union, passage, at, level, misnumbered.has(at))
      : (passage.edited ?? closed(dedented(lf(passage.text), ofTag(passage))));
  });
}

interface KeptPassage {
  readonly passage: UnionPassage;
  /** Index among the passages of the union. */
  readonly at: number;
  /** For an item how many items it stands under in the result. */
  readonly depth: number;
}

/** Items under one that was taken out move up to what that stood under. */
function keptPassages(passages: readonly UnionPassage[]): readonly KeptPassage[] {
  const kept: KeptPassage[] = [];
  const above: boolean[] = [];
  let before: UnionPassage | undefined;
  for (const [at, passage] of passages.entries()) {
    // A title that another stands for parts no list.
    if (passage.kind !== 'item' && passage.state !== 'kept') continue;
    if (passage.kind !== 'item' || !isOfList(before, passage)) above.length = 0;
    else above.length = Math.min(above.length, passage.depth);
    const last = kept.at(-1);
    const deepest = last?.passage.kind === 'item' ? last.depth + 1 : 0;
    const depth = passage.kind === 'item' ? Math.min(deepest, above.filter(Boolean).length) : 0;
    if (passage.state === 'kept') kept.push({ passage, at, depth });
    if (passage.kind === 'item') above.push(passage.state !== 'dropped');
    before = passage;
  }
  return kept;
}

/**
 * The items of lists that have no bullet in their files, not one of them: `**Role**: …` on lines of their own. They stay such
 * lines.
 */
function labelledLines(kept: readonly KeptPassage[]): ReadonlySet<number> {
  const lines = new Set<number>();
  let run: KeptPassage[] = [];
  const endRun = (): void => {
    if (run.every(({ passage, depth }) => depth === 0 && listKindOf(passage.text) === null))
      for (const { at } of run) lines.add(at);
    run = [];
  };
  for (const [index, one] of kept.entries()) {
    if (!isOfList(kept[index - 1]?.passage, one.passage)) endRun();
    if (one.passage.kind === 'item') run.push(one);
  }
  endRun();
  return lines;
}

/** For each item the kinds of the lists it stands in, the outermost first: each list is what its first item is. */
function listKinds(kept: readonly KeptPassage[]): ReadonlyMap<number, readonly ListKind[]> {
  const kinds = new Map<number, readonly ListKind[]>();
  let open: readonly ListKind[] = [];
  for (const [index, { passage, at, depth }] of kept.entries()) {
    if (!isOfList(kept[index - 1]?.passage, passage)) open = [];
    if (passage.kind !== 'item') continue;
    open = open.length > depth ? open.slice(0, depth + 1) : [...open, listKindOf(passage.text) ?? 'bullet'];
    kinds.set(at, open);
  }
  return kinds;
}

/** @param counts How many items there are so far in each of the lists it stands in, itself included. */
function itemText(passage: UnionPassage, kinds: readonly ListKind[], counts: readonly number[]): string {
  const bullets = kinds.map((kind, depth) => (kind === 'number' ? `${counts[depth] ?? 1}. ` : '- '));
  const indent = bullets.slice(0, -1).reduce((sum, bullet) => sum + bullet.length, 0);
  const bullet = bullets.at(-1) ?? '- ';
  return passage.edited === null
    ? closed(rebulleted(lf(passage.text), bullet, indent))
    : rebulleted(`- ${passage.edited}`, bullet, indent);
}

/** A heading at its level; any other title as the line it is, unless a level was given to the first. */
function titleText(
  { title, originalTitle, level: given, passages }: UnionPick,
  passage: UnionPassage,
  at: number,
  level: number,
  isMisnumbered: boolean,
): string {
  const isFirst = passages.findIndex(({ kind, state }) => kind === 'title' && state === 'kept') === at;
  const isRenamed = isFirst && passage.depth === 0 && title !== originalTitle;
  const words = isRenamed ? title : passage.edited;
  const marker = passage.text.trim();
  if (isTitleLine(marker) && !(isFirst && given !== null)) {
    if (words === null) return marker;
    return isBoldLine(marker) ? `**${words}**` : `${words}:`;
  }
  const heading = '#'.repeat(Math.min(DEEPEST_HEADING, level + passage.depth));
  if (words !== null) return `${heading} ${words}`;
  const tag = openingTagName(marker);
  if (tag !== null) return `${heading} ${titleOfTag(tag)}`;
  const isAsItIs = headingLevel(marker) > 0 && !isMisnumbered;
  return `${heading} ${isAsItIs ? markedOnce(marker.slice(headingLevel(marker)).trim()) : plainTitle(marker)}`;
}

const NUMBERED_HEADING = /^#{1,6}[ \t][^\p{L}\p{N}\n]{0,12}(\d+)[.):]/u;

/** The headings whose number does not follow on that of the heading before it: what stood between is elsewhere, or was added. */
function misnumberedTitles(kept: readonly KeptPassage[]): ReadonlySet<number> {
  const found = new Set<number>();
  /** By depth the number of the last heading. */
  const last: number[] = [];
  for (const { passage, at } of kept) {
    const marker = passage.text.trim();
    if (passage.kind !== 'title' || headingLevel(marker) === 0) continue;
    last.length = Math.min(last.length, passage.depth + 1);
    const digits = NUMBERED_HEADING.exec(marker)?.[1];
    if (digits === undefined) continue;
    const number = Number(digits);
    const before = last[passage.depth];
    if (before === undefined ? number > 1 : number !== before + 1) found.add(at);
    else last[passage.depth] = number;
  }
  return found;
}

/** Whether an item goes on with the list of what stands before it. */
function isOfList(before: UnionPassage | undefined, passage: UnionPassage): boolean {
  return before?.kind === 'item' && passage.kind === 'item' && before.block === passage.block;
}

/** With an end for code that is open to the end of its definition: what follows is none. */
function closed(text: string): string {
  if (!/`{3}|~{3}/.test(text)) return text;
  const lines = scanLines(text);
  const roles = lineRoles([...lines, ...scanLines('end\n')]);
  const from = roles.lastIndexOf('fence');
  const opening = lines[from];
  if (roles.at(-1) === 'prose' || !opening) return text;
  const mark = /(?:`{3,}|~{3,})/.exec(opening.text)?.[0] ?? '';
  return mark === '' ? text : `${text}\n${' '.repeat(opening.indent)}${mark}`;
}

/** A union that was renamed and keeps no title of its own gets one. */
function needsTitle({ title, originalTitle, passages }: UnionPick): boolean {
  const first = passages.find(({ state }) => state === 'kept');
  return title !== originalTitle && first !== undefined && !(first.kind === 'title' && first.depth === 0);
}

function lf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** How far what stands in the innermost tag around a passage is indented: what tags hold is, often by more than makes code. */
function tagIndents(passages: readonly UnionPassage[]): (passage: UnionPassage) => number {
  const tags = passages.filter(({ kind, text }) => kind === 'title' && openingTagName(text.trim()) !== null);
  const texts = tags.length === 0 ? [] : passages.filter(({ kind }) => kind === 'text');
  const indents = new Map(
    tags.map((tag) => {
      const inside = texts.filter((one) => one.definition === tag.definition && isWithin(tag.section, one.section));
      return [tag, least(inside.map(({ text }) => commonIndent(lf(text))))] as const;
    }),
  );
  return ({ definition, section }) => {
    const around = tags.filter((tag) => tag.definition === definition && isWithin(tag.section, section));
    const innermost = around.reduce<UnionPassage | null>(
      (most, tag) => (most && most.section.length > tag.section.length ? most : tag),
      null,
    );
    return (innermost && indents.get(innermost)) ?? 0;
  };
}

/** The columns of blanks that all lines of a text begin with. */
function commonIndent(text: string): number {
  return least(text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [/^ */.exec(line)?.[0].length ?? 0])));
}

/** Without the indentation that all its lines have, and that of the tag around it; four columns more are code and stay. */
function dedented(text: string, ofTag: number): string {
  const common = commonIndent(text);
  const gone = common - ofTag > 3 ? ofTag : common;
  if (gone === 0 || !Number.isFinite(gone)) return text;
  return text
    .split('\n')
    .map((line) => line.slice(Math.min(gone, line.length)))
    .join('\n');
}

/** The words of a heading that is bold as well, or announces with a colon: as a heading it needs neither. */
function markedOnce(words: string): string {
  const bold = /^\*\*([^*]+)\*\*[:：]?$/.exec(words)?.[1] ?? words;
  return /[^:：][:：]$/.test(bold) ? bold.slice(0, -1) : bold;
}

/** The name of a tag as a title: `Success_Criteria` and `success-criteria` are words. */
function titleOfTag(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
