import {
  carriableFields,
  conflictingChoices,
  type FieldChoice,
  suggestedFields,
  unknownChoices,
} from '../../core/compose/ingredient-fields.ts';
import {
  intersectionOfTools,
  lostLimits,
  toolsWithoutWord,
  toolWidening,
  unionOfTools,
} from '../../core/compose/ingredient-tools.ts';
import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { nameAmong } from '../../core/definition/name-among.ts';
import type { Stated } from '../../core/definition/stated-field.ts';
import {
  grantsAll,
  grantsNone,
  INHERIT,
  NO_TOOLS,
  type Tools,
  toolsJson,
  toolWords,
} from '../../core/definition/tools.ts';
import { typedTools } from '../../core/definition/typed-tools.ts';
import type { CarriedField, DraftFields } from '../../core/draft/draft.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { visibleText } from '../../text/visible-text.ts';

/** What the command line says of the frontmatter: a field left out is suggested by the ingredients, an empty one is not stated. */
export interface FieldOptions {
  readonly name: string;
  readonly description: Stated<string>;
  /** A list with commas, or `merged`, `fewest`, `none` or `inherit`. Empty, it grants none. */
  readonly tools: Stated<string>;
  readonly model: Stated<string>;
  readonly color: Stated<string>;
  /** Names of other fields to carry over. */
  readonly keep: readonly string[];
  /** The harness the composition is for. */
  readonly to: Format;
}

/** The frontmatter of a composition, and what a person should know about how it came to be. */
export interface ComposedFields {
  readonly fields: DraftFields;
  readonly carried: readonly CarriedField[];
  readonly warnings: readonly string[];
  /** What was asked for and cannot be, in words. */
  readonly problem: string | null;
}

/** What the command line says, and for the rest what the ingredients suggest, with a word on each choice made so. */
export function composedFields(ingredients: readonly AgentDefinition[], options: FieldOptions): ComposedFields {
  const { name, to } = options;
  const suggested = suggestedFields(ingredients, to);
  const tools = chosenTools(ingredients, options.tools, to) ?? suggested.tools;
  const carriable = carriableFields(ingredients);
  const unknown = options.keep.filter((field) => !carriable.some((one) => one.field === field));
  const carried = carriable.filter(({ field }) => options.keep.includes(field));
  const left = carriable.filter(({ field }) => !options.keep.includes(field));
  const warnings = [
    options.description.kind === 'left-out' && ingredients[0]
      ? `The description is that of ${visibleText(ingredients[0].name)}; --description sets another`
      : null,
    ...toolWarnings(ingredients, options, tools),
    ...(['model', 'color'] as const).flatMap((field) => valueWarnings(ingredients, field, options)),
    ...carried.map(({ field, agent, others }) =>
      others.length > 0
        ? `${visibleText(field)} is that of ${visibleText(agent)}; ${visibleText(others.join(', '))} has another`
        : null,
    ),
    ...limitWarnings(ingredients, tools, carried),
    left.length > 0
      ? `Left out: ${left.map(({ field, agent }) => visibleText(`${field} (${agent})`)).join(', ')}; --keep FIELD keeps one`
      : null,
  ].filter((warning) => warning !== null);
  const fields = {
    name,
    description: chosenText(options.description, suggested.description),
    tools,
    model: chosenText(options.model, suggested.model),
    color: chosenText(options.color, suggested.color),
  };
  const problem = unknown[0] === undefined ? null : unknownField(unknown[0], carriable);
  const plain = carried.map(({ others: _, ...field }) => field);
  return { fields, carried: plain, warnings, problem };
}

function chosenText(option: Stated<string>, suggested: string): string {
  if (option.kind === 'left-out') return suggested;
  return option.kind === 'empty' ? '' : option.value;
}

/** The tools that the command line asks for; `null` if it says nothing of them. */
function chosenTools(ingredients: readonly AgentDefinition[], option: Stated<string>, to: Format): Tools | null {
  if (option.kind !== 'given') return option.kind === 'empty' ? NO_TOOLS : null;
  if (UNIONS.includes(option.value)) return unionOfTools(ingredients, to);
  if (INTERSECTIONS.includes(option.value)) return intersectionOfTools(ingredients, to);
  return option.value === 'inherit' ? INHERIT : typedTools(option.value);
}

function toolWarnings(
  ingredients: readonly AgentDefinition[],
  { tools: option, to }: FieldOptions,
  tools: Tools,
): readonly string[] {
  const isMerged = option.kind === 'left-out' || (option.kind === 'given' && MERGED.includes(option.value));
  const lost = isMerged ? toolsWithoutWord(ingredients, to) : [];
  const distinct = new Set(ingredients.map((definition) => JSON.stringify(definition.tools)));
  const widening = toolWidening(ingredients, tools, to);
  const { title } = harnessFormat(to);
  return [
    ...(option.kind === 'left-out' && distinct.size > 1
      ? [
          `The agents it is made from state different tools: the result gets ${grantWords(ingredients, tools)}; --tools sets others`,
        ]
      : []),
    ...(option.kind === 'given' && INTERSECTIONS.includes(option.value) && grantsNone(tools)
      ? ['No tool may be used by all the agents it is made from: the result gets no tools']
      : []),
    ...(lost.length > 0
      ? [
          `Left out, as ${title} has none that does the same: ${listOf(lost.map(({ tool, agent }) => ({ value: tool, from: agent })))}`,
        ]
      : []),
    ...(widening === null ? [] : [`The result may do more than any agent it is made from: ${visibleText(widening)}`]),
  ];
}

/** Words for lists made of all lists; the second of each is what it was called before. */
const UNIONS: readonly string[] = ['merged', 'union'];
const INTERSECTIONS: readonly string[] = ['fewest', 'intersection'];
const MERGED: readonly string[] = [...UNIONS, ...INTERSECTIONS];

function grantWords(ingredients: readonly AgentDefinition[], tools: Tools): string {
  if (grantsAll(tools)) {
    const all = ingredients.filter((one) => grantsAll(one.tools)).map((one) => nameAmong(one, ingredients));
    return visibleText(`all tools, as ${all.join(', ')}`);
  }
  return (toolsJson(tools) ?? []).length === 0
    ? toolWords(tools)
    : `the tools that any of them states: ${visibleText(toolWords(tools))}`;
}

/** A limit that is left out lets the composition do what its ingredient may not. */
function limitWarnings(
  ingredients: readonly AgentDefinition[],
  tools: Tools,
  carried: readonly CarriedField[],
): readonly string[] {
  return lostLimits(ingredients, tools, carried).map(({ agent, fields, tools: denied }) =>
    visibleText(
      `The result may do more than ${agent}: ${fields.join(', ')}, which denies ${denied.join(', ')}, is left out`,
    ),
  );
}

/** A word on what is stated of a field and not taken; nothing if the command line says what it is to be. */
function valueWarnings(
  ingredients: readonly AgentDefinition[],
  field: 'model' | 'color',
  options: FieldOptions,
): readonly string[] {
  if (options[field].kind !== 'left-out') return [];
  const choices = conflictingChoices(ingredients, field, options.to);
  const unknown = unknownChoices(ingredients, field, options.to);
  const { title } = harnessFormat(options.to);
  return [
    ...(choices.length > 0
      ? [
          `The agents it is made from state different values of ${field}: ${listOf(choices)}; the result states none, --${field} sets one`,
        ]
      : []),
    ...(unknown.length > 0
      ? [`Left out, as ${title} does not know the ${field}: ${listOf(unknown)}; --${field} sets one`]
      : []),
  ];
}

function listOf(choices: readonly FieldChoice[]): string {
  return choices.map(({ value, from }) => visibleText(`${value} (${from})`)).join(', ');
}

function unknownField(field: string, carriable: readonly CarriedField[]): string {
  const known = carriable.map((one) => visibleText(one.field)).join(', ');
  const there = known === '' ? 'they have no others to keep' : `they have ${known}`;
  return `None of the agents it is made from has a field ${visibleText(field)}: ${there}`;
}
