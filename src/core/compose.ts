import type { Section } from './agent-definition.ts';
import type { Draft, Pick } from './draft.ts';
import { sectionText } from './section-text.ts';
import { bulletOf } from './sections/line-shapes.ts';
import { asHeading, retitled } from './sections/section-marker.ts';
import { splitSections } from './sections/split-sections.ts';
import { splitTools } from './tool-list.ts';
import { serialiseFrontmatter } from './write-frontmatter.ts';

/** The text one pick became, and where it stands in the composed body. */
interface ComposedPart {
  readonly pick: Pick;
  /** Offsets in the composed body, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A composed body with the origin of every stretch of it. */
export interface ComposedBody {
  readonly text: string;
  readonly parts: readonly ComposedPart[];
}

/** Level of the headings that picks start with: the file's name is its title, so its topics come second. */
const TOP_LEVEL = 2;

/**
 * Put picks one under the other as one body.
 *
 * Headings are shifted so that each pick starts at level 2 (a title picked first keeps level 1), items lose the
 * indentation of the list they came from, neighbouring items become one list and are numbered anew, renamed titles
 * are replaced, line ends become `\n`, and one blank line parts the picks. All other text stays as it is.
 *
 * Law: apart from blank lines at its ends, every pick's text is in the result, line by line, in order.
 */
export function composeBody(picks: readonly Pick[]): ComposedBody {
  const parts: ComposedPart[] = [];
  let text = '';
  let number = 0;
  let listBefore: ListKind | null = null;
  for (const [index, pick] of picks.entries()) {
    const { prepared, list } = prepare(pick, index === 0);
    if (prepared === '') continue;
    const continues = list !== null && list === listBefore;
    number = continues ? number + 1 : 1;
    const numbered = list === 'number' ? prepared.replace(LEADING_NUMBER, `${number}`) : prepared;
    if (text !== '') text += continues ? '\n' : '\n\n';
    parts.push({ pick, start: text.length, end: text.length + numbered.length });
    text += numbered;
    listBefore = list;
  }
  return { text: text === '' ? '' : `${text}\n`, parts };
}

/** The composition as the text of its file: strict frontmatter, a blank line, the body, one final newline. */
export function composeFile(draft: Draft): string {
  return `${serialiseFrontmatter(frontmatterOf(draft))}\n${composeBody(draft.picks).text}`;
}

/** The fields of a draft as frontmatter; those left empty are not stated. */
export function frontmatterOf({ fields }: Draft): Readonly<Record<string, unknown>> {
  const { name, description, model, tools, color } = fields;
  return {
    name: name.trim(),
    description: description.trim(),
    ...(tools.trim() && { tools: splitTools(tools) }),
    ...(model.trim() && { model: model.trim() }),
    ...(color.trim() && { color: color.trim() }),
  };
}

type ListKind = 'bullet' | 'number';

const LEADING_NUMBER = /^\d+/;

function prepare(pick: Pick, isFirst: boolean): { readonly prepared: string; readonly list: ListKind | null } {
  const text = dedent(withoutBlankEdges(pick.text.replace(/\r\n?/g, '\n')));
  const sections = splitSections(text);
  const [first] = sections;
  const titled =
    pick.title === pick.originalTitle || !first ? sections : [retitled(first, pick.title), ...sections.slice(1)];
  const prepared = relevelled(titled, isFirst).trimEnd();
  return { prepared, list: first?.kind === 'item' ? listKind(prepared) : null };
}

function listKind(text: string): ListKind {
  return LEADING_NUMBER.test(text) ? 'number' : 'bullet';
}

/** The text of sections with every heading shifted so that the strongest stands at the level picks start with. */
function relevelled(sections: readonly Section[], isFirst: boolean): string {
  const [first] = sections;
  const keepsTitle = isFirst && first?.kind === 'heading' && first.level === 1;
  const shift = keepsTitle ? 0 : TOP_LEVEL - strongestHeading(sections);
  return sections.map((section) => shifted(section, shift)).join('');
}

function strongestHeading(sections: readonly Section[]): number {
  const levels = headingLevels(sections);
  return levels.length > 0 ? Math.min(...levels) : TOP_LEVEL;
}

function headingLevels(sections: readonly Section[]): readonly number[] {
  return sections.flatMap(({ kind, level, sections: inner }) => [
    ...(kind === 'heading' ? [level] : []),
    ...headingLevels(inner),
  ]);
}

function shifted(section: Section, shift: number): string {
  if (shift === 0) return sectionText(section);
  const { raw } = section.kind === 'heading' ? asHeading(section, section.level + shift) : section;
  return raw + section.sections.map((inner) => shifted(inner, shift)).join('');
}

/** An item inside a list carries that list's indentation; standing alone it must not look like code. */
function dedent(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  if (indent === '' || bulletOf(text.slice(indent.length).split('\n', 1)[0] ?? '') === null) return text;
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** The text from its first line with something on it to the last such line. */
function withoutBlankEdges(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
