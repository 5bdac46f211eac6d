import {
  carriableFields,
  conflictingChoices,
  intersectionOfTools,
  suggestedFields,
  toolWidening,
  unionOfTools,
} from '../../core/compose/ingredient-fields.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { CarriedField, DraftFields } from '../../core/draft/draft.ts';
import { visibleText } from '../../text/visible-text.ts';

/** What the command line says of the frontmatter; a field that is `undefined` is suggested by the ingredients. */
export interface FieldOptions {
  readonly name: string;
  readonly description: string | undefined;
  /** A list with commas, or `union`, `intersection` or `inherit`. */
  readonly tools: string | undefined;
  readonly model: string | undefined;
  readonly color: string | undefined;
  /** Names of other fields to carry over. */
  readonly keep: readonly string[];
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
  const suggested = suggestedFields(ingredients);
  const { name, description = suggested.description, model = suggested.model, color = suggested.color } = options;
  const tools = toolsOf(ingredients, options.tools) ?? suggested.tools;
  const carriable = carriableFields(ingredients);
  const unknown = options.keep.filter((field) => !carriable.some((one) => one.field === field));
  const carried = carriable.filter(({ field }) => options.keep.includes(field));
  const left = carriable.filter(({ field }) => !options.keep.includes(field));
  const warnings = [
    options.description === undefined && ingredients[0]
      ? `The description is that of ${visibleText(ingredients[0].name)}; --description sets another`
      : null,
    options.tools === undefined ? toolsWarning(ingredients, tools) : null,
    wideningWarning(ingredients, tools),
    options.model === undefined ? conflictWarning(ingredients, 'model') : null,
    options.color === undefined ? conflictWarning(ingredients, 'color') : null,
    ...carried.map(({ field, agent, others }) =>
      others.length > 0
        ? `${visibleText(field)} is that of ${visibleText(agent)}; ${visibleText(others.join(', '))} has another`
        : null,
    ),
    left.length > 0
      ? `Left out: ${left.map(({ field, agent }) => visibleText(`${field} (${agent})`)).join(', ')}; --keep FIELD carries one over`
      : null,
  ].filter((warning) => warning !== null);
  const problem = unknown[0] === undefined ? null : unknownField(unknown[0], carriable);
  const plain = carried.map(({ others: _, ...field }) => field);
  return { fields: { name, description, tools, model, color }, carried: plain, warnings, problem };
}

function toolsOf(ingredients: readonly AgentDefinition[], tools: string | undefined): string | undefined {
  if (tools === 'union') return unionOfTools(ingredients).join(', ');
  if (tools === 'intersection') return intersectionOfTools(ingredients).join(', ');
  return tools === 'inherit' ? '' : tools;
}

function toolsWarning(ingredients: readonly AgentDefinition[], tools: string): string | null {
  const distinct = new Set(ingredients.map((definition) => JSON.stringify(definition.tools)));
  if (distinct.size < 2) return null;
  const granted = tools === '' ? 'all tools' : `the tools that any of them states: ${visibleText(tools)}`;
  return `The ingredients differ in tools; the composition gets ${granted}. --tools sets others`;
}

function wideningWarning(ingredients: readonly AgentDefinition[], tools: string): string | null {
  const widening = toolWidening(ingredients, tools);
  return widening === null ? null : `The composition may do more than any ingredient: ${visibleText(widening)}`;
}

function conflictWarning(ingredients: readonly AgentDefinition[], field: 'model' | 'color'): string | null {
  const choices = conflictingChoices(ingredients, field);
  if (choices.length === 0) return null;
  const words = choices.map(({ value, from }) => visibleText(`${value} (${from})`)).join(', ');
  return `The ingredients differ in ${field}: ${words}; none is stated. --${field} sets one`;
}

function unknownField(field: string, carriable: readonly CarriedField[]): string {
  const known = carriable.map((one) => visibleText(one.field)).join(', ');
  const there = known === '' ? 'they have none but those of the composition' : `they have ${known}`;
  return `No ingredient has a field ${visibleText(field)}: ${there}`;
}
