import type { AgentDefinition, Format, Section } from '../definition/agent-definition.ts';
import type { Kind } from '../definition/kind.ts';
import { INHERIT, type Tools } from '../definition/tools.ts';
import type { AskedRows } from '../sections/asked-rows.ts';
import { BODY, type DefinitionPart, passagePart, sectionPart } from '../sections/definition-part.ts';
import type { Passage } from '../sections/passage.ts';
import { sectionLabel, sectionText } from '../sections/section-text.ts';

/** Where something in a draft came from. */
export interface Provenance {
  /** Id of the definition it came from. */
  readonly definition: string;
  /** Name of that definition, for the screen. */
  readonly agent: string;
  /** Path of its file. */
  readonly path: string;
}

/** What every pick can be told: how it is called, how strong its title is, and what the user wrote in its place. */
interface Arranged {
  /** The title it will have; equal to `originalTitle` until the user renames it. */
  readonly title: string;
  readonly originalTitle: string;
  /**
   * Level of the heading it begins with, 1 to 6; any other kind of title becomes such a heading. With `null` headings
   * stand where they fit and other titles stay what they are.
   */
  readonly level: number | null;
  /** What the user made of its text: it stands in the result as it is. `null` until something was edited. */
  readonly edited: string | null;
}

/** A part of one definition as it stands there. It outlives changes to the file it came from. */
export interface SectionPick extends Provenance, Arranged {
  readonly kind: 'section';
  readonly part: DefinitionPart;
  /** The part's text with everything inside it, as it stands in the file. */
  readonly text: string;
}

/** Several versions of a topic made one: what each says, once. */
export interface UnionPick extends Arranged {
  readonly kind: 'union';
  /** Every passage of every version, in the order of the result, whether it stands in it or not. */
  readonly passages: readonly UnionPassage[];
}

/** Something taken into a draft. */
export type Pick = SectionPick | UnionPick;

/** A passage by its place: definition, section, and number in the section's own text. */
export interface PassageKey {
  readonly definition: string;
  readonly section: string;
  readonly index: number;
}

/**
 * What became of a passage: it stands in the result, another wording stands for it (`merged`), the same words stand
 * elsewhere (`redundant`), what contradicts it stands instead (`conflict`), or nothing of it is there.
 */
export const PASSAGE_STATES = ['kept', 'merged', 'redundant', 'conflict', 'dropped'] as const;

export type PassageState = (typeof PASSAGE_STATES)[number];

/** What became of a passage, with what stands for it, or instead of it, where something does. */
export type Standing =
  | { readonly state: 'kept' | 'dropped'; readonly by: null }
  /** What stands may be in another union. */
  | { readonly state: Exclude<PassageState, 'kept' | 'dropped'>; readonly by: PassageKey };

/** A passage inside a union. */
export type UnionPassage = PassageInUnion & Standing;

/** What a passage of a union is, whatever became of it. */
export interface PassageInUnion extends Provenance, Omit<Passage, 'line'> {
  /** For a title how many headings it stands under inside the union, for an item how many items. */
  readonly depth: number;
  /** Number of the block that it is part of: what was decided, and is taken back, as a whole. */
  readonly block?: number;
  /** For one that is left out the number of the block that was chosen instead of its own. */
  readonly rival?: number;
  /** What the user made of its words, without its bullet; `null` until they were edited. */
  readonly edited: string | null;
}

/** A field of an ingredient that is none of the draft's own, taken over with its value. */
export interface CarriedField extends Provenance {
  readonly field: string;
  /** Plain data as read. */
  readonly value: unknown;
}

/** The frontmatter of a draft as the user edits it: tools, and plain text, empty for "not stated". */
export interface DraftFields {
  readonly name: string;
  readonly description: string;
  readonly model: string;
  readonly tools: Tools;
  readonly color: string;
}

/** The composition being edited, not yet on disk. */
export interface Draft {
  readonly picks: readonly Pick[];
  readonly fields: DraftFields;
  /** Other fields of the ingredients that the user wants, in the order to be written. */
  readonly carried: readonly CarriedField[];
  /** What it is to be. */
  readonly kind: Kind;
  /** The harness it is written for. */
  readonly format: Format;
  /** Ids of the definitions it is composed from, in the order of the columns. */
  readonly from: readonly string[];
  /** What the user said about the rows in which their sections stand; not there for nothing. */
  readonly rows?: AskedRows;
  /** Set where the user put the picks into an order of their own, in which what is taken next stands last. */
  readonly isArranged?: true;
  /** Set where it is to speak of itself by its own name, and not by those of its ingredients. */
  readonly ownName?: true;
}

/** A draft with nothing in it. */
export const EMPTY_DRAFT: Draft = {
  picks: [],
  fields: { name: '', description: '', model: '', tools: INHERIT, color: '' },
  carried: [],
  kind: 'agent',
  format: 'claude',
  from: [],
};

/** The pick of one section of a definition. */
export function pickOf(definition: AgentDefinition, section: Section): SectionPick {
  return sectionPick(definition, sectionPart(section.id), sectionLabel(section), sectionText(section));
}

/** The pick of a definition's whole body. */
export function pickOfBody(definition: AgentDefinition): SectionPick {
  return sectionPick(definition, BODY, definition.name, definition.body);
}

/** The pick of one passage of a section; its title is how it begins. */
export function pickOfPassage(definition: AgentDefinition, passage: Omit<Passage, 'line'>): SectionPick {
  const [line = ''] = passage.text.trim().split('\n', 1);
  return sectionPick(definition, passagePart(passage), line, passage.text);
}

function sectionPick(definition: AgentDefinition, part: DefinitionPart, title: string, text: string): SectionPick {
  const arranged = { title, originalTitle: title, level: null, edited: null };
  return { kind: 'section', ...provenanceOf(definition), part, ...arranged, text };
}

/** Where what is taken from a definition came from. */
export function provenanceOf({ id, name, path }: AgentDefinition): Provenance {
  return { definition: id, agent: name, path };
}

/** Whether nothing stands of a pick, not even a title: all that a union had was left out, or went into another. */
export function isEmptyPick(pick: Pick): boolean {
  return pick.kind === 'union' && pick.edited === null && pick.passages.every(({ state }) => state !== 'kept');
}

/** Whether the draft holds nothing that would be missed. */
export function isEmptyDraft({ picks, fields, carried }: Draft): boolean {
  return picks.length === 0 && carried.length === 0 && saysNothing(fields);
}

/** Whether no field says anything: nothing was typed yet. */
export function saysNothing({ tools, ...texts }: DraftFields): boolean {
  return tools.kind === 'inherit' && Object.values(texts).every((text) => text === '');
}

/** The definitions that something in the draft came from, in the order of its first pick of each. */
export function ingredientIds({ picks }: { readonly picks: readonly Pick[] }): readonly string[] {
  return [...new Set(picks.flatMap(definitionsOf))];
}

/** The definitions a pick came from, in their order in it. */
export function definitionsOf(pick: Pick): readonly string[] {
  return pick.kind === 'section' ? [pick.definition] : [...new Set(pick.passages.map(({ definition }) => definition))];
}

/** The standing that two values from outside make: with nothing that stands, what says that something does is `dropped`. */
export function standingOf(state: PassageState, by: PassageKey | null): Standing {
  if (state === 'kept' || state === 'dropped') return { state, by: null };
  return by === null ? { state: 'dropped', by } : { state, by };
}

/** The block that a passage is part of and the one that was chosen instead, as fields of it, where there are such. */
export function decidedWith(
  block: number | undefined,
  rival: number | undefined,
): { readonly block?: number; readonly rival?: number } {
  return { ...(block !== undefined && { block }), ...(rival !== undefined && { rival }) };
}

/** Whether two keys are of the same passage. */
export function isSamePassage(a: PassageKey, b: PassageKey): boolean {
  return a.definition === b.definition && a.section === b.section && a.index === b.index;
}
