import { least } from '../../kit/long-lists.ts';
import { partitionPoint } from '../../kit/partition-point.ts';
import type { Section } from '../definition/agent-definition.ts';
import type { Draft, Pick, SectionPick } from '../draft/draft.ts';
import { type WrittenDefinition, writeDefinition } from '../formats/converting/write-definition.ts';
import { writePrompt } from '../formats/converting/write-prompt.ts';
import type { ClaudeFields } from '../formats/converting/written-fields.ts';
import { scanLines } from '../sections/line-scanner.ts';
import { passageId } from '../sections/passages-of.ts';
import { asHeading, retitled } from '../sections/section-marker.ts';
import { flattenSections } from '../sections/section-text.ts';
import { type ListKind, listKindOf, renumbered } from '../union/list-item.ts';
import { type PassageStretch, unionText } from '../union/union-text.ts';
import { underOwnName } from './own-name.ts';
import {
  pickedPassages,
  placedPassages,
  standaloneSections,
  withLineFeeds,
  withoutBlankEdges,
} from './picked-passages.ts';

/** The text one pick became, and where it stands in the composed body. */
export interface ComposedPart {
  readonly pick: Pick;
  /** Offsets in the composed body, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Unless it was edited where each of its passages stands, offsets in the composed body. */
  readonly stretches: readonly PassageStretch[];
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
 * Headings are shifted so that each pick starts at level 2 (a title picked first keeps level 1) or at the level it was
 * given, items lose the indentation of the list they came from, neighbouring items become one list and are numbered anew,
 * renamed titles are replaced, line ends become `\n`, and one blank line parts the picks. All other text stays as it
 * is; so does what the user wrote in place of a pick.
 *
 * Law: apart from blank lines at its ends, the text of every section picked is in the result, line by line, in order.
 */
export function composeBody(picks: readonly Pick[]): ComposedBody {
  const parts: ComposedPart[] = [];
  let text = '';
  let number = 0;
  let listBefore: ListKind | null = null;
  for (const [index, pick] of picks.entries()) {
    const first = listBefore === 'number' ? number + 1 : 1;
    const { prepared, list, items, stretches } = prepare(pick, index === 0, first);
    if (prepared === '') continue;
    const continues = list !== null && list === listBefore;
    if (text !== '') text += continues ? '\n' : '\n\n';
    const start = text.length;
    text += prepared;
    const moved = stretches.map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
    parts.push({ pick, start, end: text.length, stretches: moved });
    number = (continues ? number : 0) + items;
    listBefore = list;
  }
  return { text: text === '' ? '' : `${text}\n`, parts };
}

/** The composition as the file of the harness it is for, with what could not be carried there. */
export function composedDefinition(draft: Draft): WrittenDefinition {
  return writtenDraft(draft, composeBody(draft.picks));
}

/** A draft with its body, which is composed already, as the file of what it is to be. */
export function writtenDraft(draft: Draft, body: ComposedBody): WrittenDefinition {
  const { kind, format, fields } = draft;
  const { text, description } = draft.ownName
    ? underOwnName(fields, body)
    : { text: body.text, description: fields.description };
  const stated = frontmatterOf({ ...draft, fields: { ...fields, description } });
  return kind === 'agent' ? writeDefinition(format, stated, text) : writePrompt(kind, format, stated, text);
}

/** The composition as the text of its file: for Claude Code strict frontmatter, a blank line, the body, one final newline. */
export function composeFile(draft: Draft): string {
  return composedDefinition(draft).text;
}

/** The fields of a draft as Claude Code has them, what was carried over behind its own; those left empty are not stated. */
function frontmatterOf({ fields, carried }: Draft): ClaudeFields {
  const { name, description, model, tools, color } = fields;
  return {
    name: name.trim(),
    description: description.trim(),
    tools,
    ...(model.trim() && { model: model.trim() }),
    ...(color.trim() && { color: color.trim() }),
    ...Object.fromEntries(carried.filter(({ field }) => field !== 'tools').map(({ field, value }) => [field, value])),
  };
}

interface Prepared {
  readonly prepared: string;
  /** The kind of list it is part of, where it is nothing but list items; then how many. */
  readonly list: ListKind | null;
  readonly items: number;
  readonly stretches: readonly PassageStretch[];
}

/** @param number What its first item is numbered by, if it continues a numbered list. */
function prepare(pick: Pick, isFirst: boolean, number: number): Prepared {
  if (pick.edited !== null) {
    const prepared = withoutBlankEdges(withLineFeeds(pick.edited));
    return { prepared, list: null, items: 0, stretches: [] };
  }
  if (pick.kind === 'union') {
    const { text, list, items, stretches } = unionText(pick, pick.level ?? TOP_LEVEL, number);
    return { prepared: text, list, items, stretches };
  }
  const sections = standaloneSections(pick);
  const isItem = sections[0]?.kind === 'item' || pick.part.kind === 'passage';
  const levelled = relevelled(arranged(sections, pick), isFirst, pick.level);
  const text = levelled.map(({ raw }) => raw).join('');
  const prepared = text.trimEnd();
  const list = isItem ? listKindOf(prepared) : null;
  const stretches = pick.part.kind === 'passage' ? [] : stretchesOf(pick, levelled, prepared.length);
  if (list !== 'number') return { prepared, list, items: 1, stretches };
  const numbered = renumbered(prepared, number);
  return { prepared: numbered, list, items: 1, stretches: onSameLines(stretches, prepared, numbered) };
}

/**
 * Where the passages of a pick stand in what became of its sections. Under another marker one can be more than one passage;
 * those behind its first keep its number or have higher ones.
 */
function stretchesOf(pick: SectionPick, levelled: readonly Section[], end: number): readonly PassageStretch[] {
  const numbers = new Map(pickedPassages(pick).map(({ passage }, at) => [passageId(passage), at]));
  const starts = placedPassages(levelled).flatMap(({ passage, start }) => {
    const at = numbers.get(passageId(passage));
    return at === undefined ? [] : [{ passage: at, start }];
  });
  return starts.map((one, at) => ({ ...one, end: (starts[at + 1]?.start ?? end + 1) - 1 }));
}

/** Stretches of a text in another one whose lines begin with the same. */
function onSameLines(stretches: readonly PassageStretch[], from: string, to: string): readonly PassageStretch[] {
  const [before, after] = [scanLines(from), scanLines(to)];
  const moved = (offset: number): number => {
    const line = partitionPoint(before, ({ start }) => start <= offset) - 1;
    return Math.min(to.length, offset + (after[line]?.start ?? 0) - (before[line]?.start ?? 0));
  };
  return stretches.map((one) => ({ ...one, start: moved(one.start), end: moved(one.end) }));
}

/** The sections of a pick with its own title, as the heading it was given. */
function arranged(sections: readonly Section[], { title, originalTitle, level }: SectionPick): readonly Section[] {
  const [first, ...others] = sections;
  if (!first) return sections;
  const titled = title === originalTitle ? first : retitled(first, title);
  return [level === null || titled.kind === 'heading' ? titled : asHeading(titled, level), ...others];
}

/** Sections in pre-order with every heading shifted so that the strongest stands at the level picks start with. */
function relevelled(sections: readonly Section[], isFirst: boolean, level: number | null): readonly Section[] {
  const [first] = sections;
  const keepsTitle = level === null && isFirst && first?.kind === 'heading' && first.level === 1;
  const shift = keepsTitle ? 0 : (level ?? TOP_LEVEL) - strongestHeading(sections);
  return flattenSections(sections).map((section) => shifted(section, shift));
}

function strongestHeading(sections: readonly Section[]): number {
  const levels = headingLevels(sections);
  return levels.length > 0 ? least(levels) : TOP_LEVEL;
}

function headingLevels(sections: readonly Section[]): readonly number[] {
  return sections.flatMap(({ kind, level, sections: inner }) => [
    ...(kind === 'heading' ? [level] : []),
    ...headingLevels(inner),
  ]);
}

function shifted(section: Section, shift: number): Section {
  return shift !== 0 && section.kind === 'heading' ? asHeading(section, section.level + shift) : section;
}
