import { remembered } from '../../kit/memo.ts';
import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import type { SectionPick } from '../draft/draft.ts';
import { boldRunEnd, bulletOf, headingLevel, isBoldLine, labelEnd } from '../sections/line-shapes.ts';
import type { Passage } from '../sections/passage.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { flattenSections, sectionText } from '../sections/section-text.ts';
import { plainTitle } from '../sections/section-title.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { signOf } from '../sections/sign-lines.ts';
import { splitSections } from '../sections/split-sections.ts';
import { openingTagName } from '../sections/tag-pairs.ts';

/** A passage, and where it stands in the text of the sections it was looked for in; offsets in UTF-16 units. */
export interface PlacedPassage {
  readonly passage: Passage;
  readonly start: number;
}

/**
 * The passages of a section that was taken whole, as its text alone has them, with their places in {@link standaloneText}.
 * Its file need not be there any more.
 */
export const pickedPassages = remembered((pick: SectionPick): readonly PlacedPassage[] =>
  placedPassages(flattenSections(standaloneSections(pick))),
);

/** The text of a pick as it stands by itself: `\n` between its lines, no blank ones around, no indentation of a list. */
function standaloneText({ text }: SectionPick): string {
  return dedent(withoutBlankEdges(withLineFeeds(text)));
}

/** The sections of that text. A label among others is a section, so one that was taken without them is one still. */
export function standaloneSections(pick: SectionPick): readonly Section[] {
  const text = standaloneText(pick);
  const [line = ''] = text.split('\n', 1);
  const label = isBoldLine(line) ? '' : line.slice(signOf(line)?.width ?? 0, boldRunEnd(line));
  const opensWithLabel = pick.part.kind === 'section' && label !== '' && plainTitle(label) === pick.originalTitle;
  return splitSections(text, 1, opensWithLabel);
}

/** The text from its first line with something on it to the last such line. */
export function withoutBlankEdges(text: string): string {
  return text.slice(blankStart(text).length).trimEnd();
}

/** Any line ends as `\n`. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The passages of sections, each with where it stands in their own texts one after the other. */
export function placedPassages(sections: readonly Section[]): readonly PlacedPassage[] {
  const placed: PlacedPassage[] = [];
  let before = 0;
  for (const section of sections) {
    let from = 0;
    for (const passage of passagesOf(section)) {
      const start = section.raw.indexOf(passage.text, from);
      placed.push({ passage, start: before + start });
      from = start + passage.text.length;
    }
    before += section.raw.length;
  }
  return placed;
}

/** The sections of its definition that a pick was taken from; `null` where the file no longer says what was taken. */
export function pickedSections({ part, text }: SectionPick, definition: AgentDefinition): readonly Section[] | null {
  const all = sectionsOf(definition);
  const sections = part.kind === 'section' ? flattenSections(all).filter(({ id }) => id === part.id) : all;
  return sections.map(sectionText).join('') === text ? sections : null;
}

/**
 * The passage of the file that holds the first line of one of {@link pickedPassages}: among its neighbours a text can be
 * cut in other places than alone.
 *
 * @param at Index among the passages of the pick.
 * @returns `null` where the file no longer says what was taken.
 */
export function passageInFile(pick: SectionPick, definition: AgentDefinition, at: number): Passage | null {
  const own = pickedPassages(pick)[at];
  const sections = pickedSections(pick, definition);
  if (!own || !sections) return null;
  const above = lineCount(blankStart(withLineFeeds(pick.text)));
  const line = above + lineCount(standaloneText(pick).slice(0, own.start));
  const until = lineStart(pick.text, line + 1);
  return placedPassages(flattenSections(sections)).findLast(({ start }) => start < until)?.passage ?? null;
}

const blankStart = (text: string): string => /^(?:[ \t]*\n)*/.exec(text)?.[0] ?? '';

/** Where a line of a text starts, counted from 0; behind its end for one that it has not. */
function lineStart(text: string, line: number): number {
  const ends = text.matchAll(/\r\n?|\n/g);
  for (let at = 1; ; at += 1) {
    const { value, done } = ends.next();
    if (done) return text.length + 1;
    if (at === line) return value.index + value[0].length;
  }
}

const lineCount = (text: string): number => text.split('\n').length - 1;

/** What stands in a list, or far in inside a tag, carries that indentation; standing alone it must not look like code. */
function dedent(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  const line = text.slice(indent.length).split('\n', 1)[0] ?? '';
  const looksLikeCode = indent.length > 3 || indent.includes('\t');
  if (indent === '' || !(bulletOf(line) !== null || (looksLikeCode && isTitle(line)))) return text;
  return text
    .split('\n')
    .map((each) => (each.startsWith(indent) ? each.slice(indent.length) : each))
    .join('\n');
}

function isTitle(line: string): boolean {
  return headingLevel(line) > 0 || isBoldLine(line) || labelEnd(line) > 0 || openingTagName(line) !== null;
}
