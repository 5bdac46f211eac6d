import type { AgentDefinition } from '../definition/agent-definition.ts';
import { splitTools } from '../definition/tool-list.ts';
import type { CarriedField, DraftFields } from '../draft/draft.ts';
import { provenanceOf } from '../draft/draft.ts';

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
 * Fields to start a composition from. Model and color are taken where all that state one agree. Tools are those that
 * any states, so that a composition is not silently given all tools because one ingredient inherits them.
 *
 * @param definitions The ingredients; the first that states a description gives it.
 */
export function suggestedFields(definitions: readonly AgentDefinition[]): DraftFields {
  const agreed = (field: 'model' | 'color') => {
    const [only, ...others] = statedChoices(definitions, field);
    return only && others.length === 0 ? only.value : '';
  };
  return {
    name: '',
    description: (definitions.find((one) => !one.descriptionInferred) ?? definitions[0])?.description ?? '',
    model: agreed('model'),
    tools: unionOfTools(definitions).join(', '),
    color: agreed('color'),
  };
}

/**
 * What a field can be: each value that an ingredient states, with who does; for tools also what all allow, what any
 * allows, and all tools where an ingredient inherits them.
 */
export function fieldChoices(definitions: readonly AgentDefinition[], field: ChosenField): readonly FieldChoice[] {
  return field === 'tools' ? toolChoices(definitions) : statedChoices(definitions, field);
}

/** The values of a field that ingredients disagree in, or none where at most one is stated. */
export function conflictingChoices(
  definitions: readonly AgentDefinition[],
  field: 'model' | 'color',
): readonly FieldChoice[] {
  const choices = statedChoices(definitions, field);
  return choices.length > 1 ? choices : [];
}

/**
 * Whether tools allow more than any one ingredient does.
 *
 * @param tools As typed; empty inherits all.
 * @returns What goes beyond the ingredient that comes nearest, in words; `null` if an ingredient may do as much.
 */
export function toolWidening(definitions: readonly AgentDefinition[], tools: string): string | null {
  if (definitions.length === 0 || definitions.some((definition) => definition.tools === null)) return null;
  const granted = splitTools(tools);
  if (tools.trim() === '') return 'it inherits all tools, and no ingredient does';
  const lacking = definitions.map((definition) => ({
    name: nameAmong(definition, definitions),
    tools: granted.filter((tool) => !(definition.tools ?? []).some((one) => allows(one, tool))),
  }));
  const nearest = lacking.reduce((best, one) => (one.tools.length < best.tools.length ? one : best));
  return nearest.tools.length === 0
    ? null
    : `no ingredient may do all of it; ${nearest.name} lacks ${nearest.tools.join(', ')}`;
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
    const others = rest.filter((other) => !isSame(other)).map((other) => nameAmong(other, definitions));
    return [{ ...provenanceOf(first), field, value, others }];
  });
}

/** The name of a definition; where another has the same, with where it comes from or, if that is the same too, its file. */
function nameAmong({ id, name, origin, path }: AgentDefinition, all: readonly AgentDefinition[]): string {
  const others = all.filter((other) => other.name === name && other.id !== id);
  if (others.length === 0) return name;
  const isAlone = others.every((other) => other.origin !== origin);
  return `${name} (${isAlone ? origin : path.slice(path.lastIndexOf('/') + 1)})`;
}

function statedChoices(
  definitions: readonly AgentDefinition[],
  field: 'description' | 'model' | 'color',
): FieldChoice[] {
  const speakers = new Map<string, string[]>();
  for (const definition of definitions) {
    const value = definition[field]?.trim();
    if (value) speakers.set(value, [...(speakers.get(value) ?? []), nameAmong(definition, definitions)]);
  }
  return [...speakers].map(([value, names]) => ({ value, from: names.join(', ') }));
}

function toolChoices(definitions: readonly AgentDefinition[]): readonly FieldChoice[] {
  const stated = definitions.filter(({ tools }) => tools !== null);
  const inheriting = definitions.filter(({ tools }) => tools === null).map((one) => nameAmong(one, definitions));
  const own = stated.map((one) => ({
    value: (one.tools ?? []).join(', '),
    from: `those of ${nameAmong(one, definitions)}`,
  }));
  const choices: FieldChoice[] = [
    { value: unionOfTools(definitions).join(', '), from: stated.length > 1 ? 'all that any of them states' : '' },
    { value: intersectionOfTools(definitions).join(', '), from: 'what all of them may use' },
    ...own,
  ];
  const shown = new Map(
    choices.filter(({ value, from }) => value !== '' && from !== '').map((one) => [one.value, one]),
  );
  const all = inheriting.length > 0 ? [{ value: '', from: `all tools, as ${inheriting.join(', ')}` }] : [];
  return [...shown.values(), ...all];
}

/** Tools that any ingredient states. */
export function unionOfTools(definitions: readonly AgentDefinition[]): readonly string[] {
  return [...new Set(definitions.flatMap(({ tools }) => tools ?? []))];
}

/** Tools that every ingredient allows; one that inherits all allows each. */
export function intersectionOfTools(definitions: readonly AgentDefinition[]): readonly string[] {
  return unionOfTools(definitions).filter((tool) =>
    definitions.every(({ tools }) => tools === null || tools.some((own) => allows(own, tool))),
  );
}

/** Whether a tool pattern covers another: `Bash` allows `Bash(git diff:*)`. */
function allows(pattern: string, tool: string): boolean {
  return pattern === '*' || pattern === tool || tool.startsWith(`${pattern}(`);
}
