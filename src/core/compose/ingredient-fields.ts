import type { AgentDefinition, Format } from '../definition/agent-definition.ts';
import { grantsAll } from '../definition/tools.ts';
import { toolsText } from '../definition/typed-tools.ts';
import type { CarriedField, DraftFields } from '../draft/draft.ts';
import { provenanceOf } from '../draft/draft.ts';
import { modelInClaudeWords } from '../formats/converting/claude-fields.ts';
import { commonTools } from '../formats/converting/common-tools.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { knowsColor, knowsModel } from '../formats/loading/known-value.ts';
import { labelAmong } from '../library/label-among.ts';
import { intersectionOfTools, unionOfTools } from './ingredient-tools.ts';

/** A value a field can get from the ingredients. */
export interface FieldChoice {
  /** As the field is typed; empty where it would not be stated. */
  readonly value: string;
  /** Who says so, in a few words: names of agents, or how it was made of theirs. */
  readonly from: string;
}

/** Fields of a draft that ingredients have something to say about. */
export type ChosenField = 'description' | 'model' | 'tools' | 'color';

/** Fields that a draft has of its own; all others are carried over with consent. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['name', 'description', 'model', 'tools', 'color']);

/**
 * Fields to start a composition from. Model and color are taken where all that state one which the harness knows agree.
 * Tools are those that any states, so that a composition is not silently given all tools because one ingredient inherits
 * them.
 *
 * @param definitions The ingredients; the first that states a description gives it.
 * @param to The harness the composition is for.
 */
export function suggestedFields(definitions: readonly AgentDefinition[], to: Format): DraftFields {
  const agreed = (field: 'model' | 'color') => {
    const [only, ...others] = statedChoices(definitions, field, to).known;
    return only && others.length === 0 ? only.value : '';
  };
  return {
    name: '',
    description: (definitions.find((one) => !one.descriptionInferred) ?? definitions[0])?.description ?? '',
    model: agreed('model'),
    tools: unionOfTools(definitions, to),
    color: agreed('color'),
  };
}

/**
 * What a field can be: each value that an ingredient states and the harness knows, with who does; for tools also what all
 * allow, what any allows, and all tools where an ingredient inherits them.
 */
export function fieldChoices(
  definitions: readonly AgentDefinition[],
  field: ChosenField,
  to: Format,
): readonly FieldChoice[] {
  if (field === 'tools') return toolChoices(definitions, to);
  return field === 'description' ? descriptionChoices(definitions) : statedChoices(definitions, field, to).known;
}

/** The values of a field that ingredients disagree in, or none where at most one is stated that the harness knows. */
export function conflictingChoices(
  definitions: readonly AgentDefinition[],
  field: 'model' | 'color',
  to: Format,
): readonly FieldChoice[] {
  const { known } = statedChoices(definitions, field, to);
  return known.length > 1 ? known : [];
}

/** The values of a field that ingredients state and the harness does not know. */
export function unknownChoices(
  definitions: readonly AgentDefinition[],
  field: 'model' | 'color',
  to: Format,
): readonly FieldChoice[] {
  return statedChoices(definitions, field, to).unknown;
}

/**
 * Fields of the ingredients that are none of a draft's own, each with the value of the first that states it.
 *
 * @returns In the order they are met; `others` are the names of agents that state another value.
 */
export function carriableFields(
  definitions: readonly AgentDefinition[],
): readonly (CarriedField & { readonly others: readonly string[] })[] {
  const names = new Set(definitions.flatMap(({ frontmatter }) => Object.keys(frontmatter)));
  return [...names].flatMap((field) => {
    if (OWN_FIELDS.has(field)) return [];
    const stating = definitions.filter(({ frontmatter }) => Object.hasOwn(frontmatter, field));
    const [first, ...rest] = stating;
    if (!first) return [];
    const value = first.frontmatter[field];
    const isSame = (other: AgentDefinition) => JSON.stringify(other.frontmatter[field]) === JSON.stringify(value);
    const others = rest.filter((other) => !isSame(other)).map((other) => labelAmong(other, definitions));
    return [{ ...provenanceOf(first), field, value, others }];
  });
}

function descriptionChoices(definitions: readonly AgentDefinition[]): readonly FieldChoice[] {
  const speakers = new Map<string, string[]>();
  for (const definition of definitions) {
    const value = definition.description.trim();
    if (value) speakers.set(value, [...(speakers.get(value) ?? []), labelAmong(definition, definitions)]);
  }
  return [...speakers].map(([value, names]) => ({ value, from: names.join(', ') }));
}

/** The values stated, those that differ in nothing but case as one, in a spelling that the harness knows if there is one. */
function statedChoices(
  definitions: readonly AgentDefinition[],
  field: 'model' | 'color',
  to: Format,
): { readonly known: readonly FieldChoice[]; readonly unknown: readonly FieldChoice[] } {
  const harness = harnessFormat(to);
  const isKnown = (value: string) => (field === 'model' ? knowsModel(harness, value) : knowsColor(harness, value));
  const speakers = new Map<string, { readonly spellings: string[]; readonly names: string[] }>();
  for (const definition of definitions) {
    const value = (field === 'model' ? modelInClaudeWords(definition) : definition.color)?.trim();
    if (!value) continue;
    const key = value.toLowerCase();
    const one = speakers.get(key) ?? { spellings: [], names: [] };
    one.spellings.push(value);
    one.names.push(labelAmong(definition, definitions));
    speakers.set(key, one);
  }
  const known: FieldChoice[] = [];
  const unknown: FieldChoice[] = [];
  for (const [key, { spellings, names }] of speakers) {
    const spelling = [...spellings, key].find(isKnown);
    const choices = spelling === undefined ? unknown : known;
    choices.push({ value: spelling ?? spellings[0] ?? key, from: names.join(', ') });
  }
  return { known, unknown };
}

function toolChoices(definitions: readonly AgentDefinition[], to: Format): readonly FieldChoice[] {
  const stated = definitions.filter(({ tools }) => !grantsAll(tools));
  const count = stated.length;
  const choices: readonly FieldChoice[] = [
    ...(count > 1 ? [{ value: toolsText(unionOfTools(definitions, to)), from: `any of ${count} (merged)` }] : []),
    ...(count > 1
      ? [{ value: toolsText(intersectionOfTools(definitions, to)), from: `all of ${count} (fewest)` }]
      : []),
    ...stated.map((one) => ({ value: toolsText(commonTools(one, to).tools), from: labelAmong(one, definitions) })),
  ];
  const shown = new Map<string, FieldChoice>();
  for (const { value, from } of choices) {
    const same = shown.get(value);
    if (value !== '') shown.set(value, { value, from: same ? `${same.from}, ${from}` : from });
  }
  const inheriting = definitions.filter(({ tools }) => grantsAll(tools)).map((one) => labelAmong(one, definitions));
  const all = inheriting.length > 0 ? [{ value: '', from: `all tools, as ${inheriting.join(', ')}` }] : [];
  return [...shown.values(), ...all];
}
