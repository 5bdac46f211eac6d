import { remembered } from '../../../kit/memo.ts';
import type { ToolName, ToolPattern, ToolRule } from './harness-format.ts';

/** What a harness makes of a name in its list of tools. */
export type ToolKind =
  | { readonly kind: 'known'; readonly tool: ToolName }
  | { readonly kind: 'pattern'; readonly pattern: ToolPattern }
  /** Looks right and is not accepted. */
  | { readonly kind: 'refused'; readonly pattern: ToolPattern }
  | { readonly kind: 'unknown' };

/** Judge one item of a list of tools, as written. A name wins over a pattern, and a refusal over an acceptance. */
export function toolKind(rule: ToolRule, item: string): ToolKind {
  const tool = toolsByName(rule).get(rule.caseSensitive ? item : item.toLowerCase());
  if (tool !== undefined) return { kind: 'known', tool };
  const refused = rule.refused.find(({ pattern }) => pattern.test(item));
  if (refused !== undefined) return { kind: 'refused', pattern: refused };
  const pattern = rule.patterns.find((one) => one.pattern.test(item));
  return pattern === undefined ? { kind: 'unknown' } : { kind: 'pattern', pattern };
}

/** Whether a harness accepts an item of a list of tools. */
export function isKnownTool(rule: ToolRule, item: string): boolean {
  const { kind } = toolKind(rule, item);
  return kind === 'known' || kind === 'pattern';
}

/** The tools of a harness by each of their names; where two share one, the first has it. */
const toolsByName = remembered((rule: ToolRule): ReadonlyMap<string, ToolName> => {
  const tools = new Map<string, ToolName>();
  for (const tool of rule.names) {
    for (const name of [tool.name, ...(tool.aliases ?? [])]) {
      const key = rule.caseSensitive ? name : name.toLowerCase();
      if (!tools.has(key)) tools.set(key, tool);
    }
  }
  return tools;
});
