import type { AgentDefinition, Format } from '../definition/agent-definition.ts';
import { nameAmong } from '../definition/name-among.ts';
import { grantsAll, INHERIT, type Tools, toolList, toolsJson } from '../definition/tools.ts';
import type { CarriedField } from '../draft/draft.ts';
import { claudeTool } from '../formats/converting/claude-tool.ts';
import { commonItems, commonTools, distinctTools } from '../formats/converting/common-tools.ts';
import { limitsOf } from '../formats/converting/tool-limits.ts';
import { covers, overlaps } from '../formats/converting/tool-overlap.ts';

/**
 * Tools that any ingredient states, those taken away from it aside: all tools where one states `*`, or where none states
 * any. One that states an empty list adds nothing, and one that inherits is not asked, unless no tool that others state has a
 * word in the harness: who states nothing that it knows limits nobody.
 *
 * @param to The harness the composition is for.
 */
export function unionOfTools(definitions: readonly AgentDefinition[], to: Format): Tools {
  const stating = definitions.filter(({ tools }) => tools.kind === 'list');
  const known = stating.filter((one) => (toolsJson(one.tools) ?? []).length === 0 || !isWithoutWord(one, to));
  if (known.length === 0 && stating.length < definitions.length) return INHERIT;
  const stated = known.map((one) => usable(one, to));
  if (stating.length === 0 || stated.some(({ tools }) => grantsAll(tools))) return INHERIT;
  return toolList(distinctTools(stated.flatMap(({ tools }) => toolsJson(tools) ?? [])));
}

/** Whether none of its tools has a word in a harness. */
function isWithoutWord(definition: AgentDefinition, to: Format): boolean {
  return (toolsJson(commonTools(definition, to).tools) ?? ['*']).length === 0;
}

/** Tools that every ingredient allows; one that inherits all allows each that it does not deny. */
export function intersectionOfTools(definitions: readonly AgentDefinition[], to: Format): Tools {
  const all = definitions.map((one) => usable(one, to));
  const limited = all.filter(({ tools }) => !grantsAll(tools));
  if (limited.length === 0) return INHERIT;
  const named = distinctTools(limited.flatMap(({ tools }) => toolsJson(tools) ?? []));
  return toolList(named.filter((tool) => all.every((one) => allows(one, tool, to))));
}

/** The tools of ingredients that have no word in a composition for a harness, with whose they are. */
export function toolsWithoutWord(
  definitions: readonly AgentDefinition[],
  to: Format,
): readonly { readonly tool: string; readonly agent: string }[] {
  return definitions.flatMap((one) =>
    commonTools(one, to).lost.map((tool) => ({ tool, agent: nameAmong(one, definitions) })),
  );
}

/**
 * Whether tools allow more than any one ingredient does.
 *
 * @returns What goes beyond the ingredient that comes nearest, in words; `null` if an ingredient may do as much.
 */
export function toolWidening(definitions: readonly AgentDefinition[], tools: Tools, to: Format): string | null {
  const all = definitions.map((definition) => ({
    name: nameAmong(definition, definitions),
    ...usable(definition, to),
  }));
  if (all.length === 0 || all.some((one) => grantsAll(one.tools))) return null;
  if (grantsAll(tools)) return 'it inherits all tools, and none of the agents it is made from does';
  const granted = commonItems(toolsJson(tools) ?? [], to);
  const lacking = all.map((one) => ({ name: one.name, tools: granted.filter((tool) => !allows(one, tool, to)) }));
  const nearest = lacking.reduce((best, one) => (one.tools.length < best.tools.length ? one : best));
  return nearest.tools.length === 0
    ? null
    : `none of the agents it is made from may do all of it: ${nearest.name} lacks ${nearest.tools.join(', ')}`;
}

/**
 * What an ingredient may do that tools do not allow.
 *
 * @returns The one that loses most, in words; `null` if all that any may do is allowed.
 */
export function toolNarrowing(definitions: readonly AgentDefinition[], tools: Tools, to: Format): string | null {
  if (grantsAll(tools)) return null;
  const own = commonItems(toolsJson(tools) ?? [], to);
  const lost = definitions.map((definition) => {
    const { tools: had } = usable(definition, to);
    const missing = (toolsJson(had) ?? []).filter((tool) => !own.some((one) => covers(one, tool)));
    return { name: nameAmong(definition, definitions), hasAll: grantsAll(had), missing };
  });
  const whole = lost.find(({ hasAll }) => hasAll);
  if (whole) return `fewer than ${whole.name}, which has all`;
  const [most] = lost.toSorted((one, other) => other.missing.length - one.missing.length);
  return most === undefined || most.missing.length === 0 ? null : `without ${most.missing.join(', ')} of ${most.name}`;
}

/** A field of an ingredient that takes tools away which a composition grants. */
export interface LostLimit {
  readonly agent: string;
  readonly fields: readonly string[];
  /** The tools that it takes away and the composition has. */
  readonly tools: readonly string[];
}

/** The limits of ingredients that a composition leaves out, so that it may do what they may not. */
export function lostLimits(
  definitions: readonly AgentDefinition[],
  tools: Tools,
  carried: readonly CarriedField[],
): readonly LostLimit[] {
  return definitions.flatMap((definition) => {
    const { fields, denied } = limitsOf(definition);
    const isCarried = (name: string) =>
      carried.some(
        ({ field, value }) => field === name && JSON.stringify(value) === JSON.stringify(definition.frontmatter[name]),
      );
    const left = fields.filter((name) => !isCarried(name));
    const granted = denied.filter((away) => grants(tools, away));
    if (left.length === 0 || granted.length === 0) return [];
    return [{ agent: nameAmong(definition, definitions), fields: left, tools: granted }];
  });
}

function grants(tools: Tools, away: string): boolean {
  return grantsAll(tools) || (toolsJson(tools) ?? []).some((tool) => overlaps(claudeTool(away), claudeTool(tool)));
}

interface UsableTools {
  readonly tools: Tools;
  readonly denied: readonly string[];
}

/** The tools of a definition, those that are denied as a whole taken out of its list. */
function usable(definition: AgentDefinition, to: Format): UsableTools {
  const { tools } = commonTools(definition, to);
  const { denied } = limitsOf(definition);
  if (grantsAll(tools)) return { tools, denied };
  const left = (toolsJson(tools) ?? []).filter((tool) => !isDenied(denied, tool, to));
  return { tools: toolList(left), denied };
}

function allows({ tools, denied }: UsableTools, tool: string, to: Format): boolean {
  if (isDenied(denied, tool, to)) return false;
  return grantsAll(tools) || (toolsJson(tools) ?? []).some((own) => covers(own, tool));
}

/** What a tool of the harness may be counts too: `srv/find` may be the tool of a server that another file denies by its name. */
function isDenied(denied: readonly string[], tool: string, to: Format): boolean {
  const words = [tool, ...commonItems([tool], to)];
  return denied.some((away) => words.some((word) => covers(away, word)));
}
