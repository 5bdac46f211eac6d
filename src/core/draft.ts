import type { AgentDefinition, Section } from './agent-definition.ts';
import { flattenSections, sectionLabel, sectionText } from './section-text.ts';

/** A section taken into a draft. It carries its text, so the draft outlives changes to the file it came from. */
export interface Pick {
  /** Id of the definition it came from. */
  readonly definition: string;
  /** Name of that definition, for the screen. */
  readonly agent: string;
  /** Path of its file. */
  readonly path: string;
  /** Section id, or `*` for the whole body. */
  readonly section: string;
  /** The title it will have; equal to `originalTitle` until the user renames it. */
  readonly title: string;
  readonly originalTitle: string;
  /** The section's text with everything inside it, as it stands in the file. */
  readonly text: string;
}

/** The frontmatter of a draft as the user edits it: plain text, empty for "not stated". */
export interface DraftFields {
  readonly name: string;
  readonly description: string;
  readonly model: string;
  /** Comma-separated; empty inherits all tools. */
  readonly tools: string;
  readonly color: string;
}

/** The composition being edited, not yet on disk. */
export interface Draft {
  readonly picks: readonly Pick[];
  readonly fields: DraftFields;
}

/** A draft with nothing in it. */
export const EMPTY_DRAFT: Draft = {
  picks: [],
  fields: { name: '', description: '', model: '', tools: '', color: '' },
};

/** The pick of one section of a definition. */
export function pickOf(definition: AgentDefinition, section: Section): Pick {
  const title = sectionLabel(section);
  return { ...origin(definition), section: section.id, title, originalTitle: title, text: sectionText(section) };
}

/** The pick of a definition's whole body. */
export function pickOfBody(definition: AgentDefinition): Pick {
  const title = definition.name;
  return { ...origin(definition), section: '*', title, originalTitle: title, text: definition.body };
}

/** How a section stands to a draft. `inside` is part of a picked section, and so already taken. */
export type PickState = 'picked' | 'inside' | 'free';

/** Whether a section is in the draft, by itself or as part of a section around it. */
export function pickState(draft: Draft, definition: string, section: string): PickState {
  const own = draft.picks.filter((pick) => pick.definition === definition);
  if (own.some((pick) => pick.section === section)) return 'picked';
  return own.some((pick) => contains(pick.section, section)) ? 'inside' : 'free';
}

/** The draft with a section added at the end, in place of picks of its parts; unchanged if it is already in it. */
export function withPick(draft: Draft, pick: Pick): Draft {
  if (pickState(draft, pick.definition, pick.section) !== 'free') return draft;
  const others = draft.picks.filter(
    (other) => other.definition !== pick.definition || !contains(pick.section, other.section),
  );
  return { ...draft, picks: [...others, pick] };
}

/** The draft without one section; unchanged if it is not a pick of its own. */
export function withoutPick(draft: Draft, definition: string, section: string): Draft {
  const picks = draft.picks.filter((pick) => pick.definition !== definition || pick.section !== section);
  return picks.length === draft.picks.length ? draft : { ...draft, picks };
}

/** The draft with one pick moved up (-1) or down (+1); unchanged at either end. */
export function withPickMoved(draft: Draft, index: number, by: -1 | 1): Draft {
  const pick = draft.picks[index];
  const neighbour = draft.picks[index + by];
  if (!pick || !neighbour) return draft;
  return {
    ...draft,
    picks: draft.picks.map((other, at) => (at === index ? neighbour : at === index + by ? pick : other)),
  };
}

/** The draft with one pick under another title; an empty title gives the original back. */
export function withPickRenamed(draft: Draft, index: number, title: string): Draft {
  const picks = draft.picks.map((pick, at) =>
    at === index ? { ...pick, title: title.trim() || pick.originalTitle } : pick,
  );
  return { ...draft, picks };
}

/** The section of a definition that a pick was taken from, if the definition still has it. */
export function pickedSection(sections: readonly Section[], pick: Pick): Section | null {
  return flattenSections(sections).find(({ id }) => id === pick.section) ?? null;
}

const origin = ({ id, name, path }: AgentDefinition) => ({ definition: id, agent: name, path });

/** Section ids are paths: what is inside a section has its id as a prefix. */
function contains(outer: string, inner: string): boolean {
  return outer === '*' || inner.startsWith(`${outer}/`);
}
