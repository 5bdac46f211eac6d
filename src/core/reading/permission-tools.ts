import { isRecord } from '../../kit/plain-data.ts';
import { isGranted } from '../definition/tool-list.ts';
import { INHERIT, NO_TOOLS, type Tools, toolList } from '../definition/tools.ts';

/** A tool, or a pattern of their names with `*`, and whether it may be used. */
type Rule = readonly [pattern: string, action: unknown];

/**
 * The tools that a map of permissions leaves, as OpenCode has it: a rule for every tool (`*`) and exceptions from it, of
 * which the last that matches counts (opencode.ai/docs/permissions).
 *
 * @param value The field as read.
 * @returns The tools in order; all where tools that are not named may be used.
 */
export function readPermission(value: unknown): Tools {
  if (value === 'deny') return NO_TOOLS;
  return isRecord(value) ? left(Object.entries(value)) : INHERIT;
}

/**
 * The tools that a map from names to `true` or `false` leaves, which OpenCode reads as permissions before those of the
 * field for them. A map that only switches tools on is meant as the list of these.
 *
 * @param map The field `tools` as read.
 * @param permission The field `permission` as read.
 */
export function readToolMap(map: Readonly<Record<string, unknown>>, permission: unknown): Tools {
  if (permission === 'deny') return NO_TOOLS;
  const switches = Object.entries(map).map(([tool, value]): Rule => [tool, isGranted(value) ? 'allow' : 'deny']);
  const rules = [...switches, ...(isRecord(permission) ? Object.entries(permission) : [])];
  const limited = left(rules);
  if (limited.kind === 'list') return limited;
  const on = switches.filter(([, action]) => action === 'allow').map(([tool]) => tool);
  if (on.length === 0 || on.some((tool) => EVERYTHING.test(tool))) return INHERIT;
  return toolList(on.filter((tool) => isLeft(tool, rules)));
}

const EVERYTHING = /^\*+$/;

function left(rules: readonly Rule[]): Tools {
  const rest = rules.findLastIndex(([pattern]) => EVERYTHING.test(pattern));
  if (!isDenied(rules[rest]?.[1])) return INHERIT;
  const named = rules.slice(rest + 1).map(([pattern]) => pattern);
  return toolList([...new Set(named)].filter((tool) => isLeft(tool, rules)));
}

/** Whether the last rule for a tool lets it. */
function isLeft(tool: string, rules: readonly Rule[]): boolean {
  return !isDenied(rules.findLast(([pattern]) => isFor(pattern, tool))?.[1]);
}

/** Tools that OpenCode has made one: a rule for any of them is one for it. */
const ONE_TOOL: Readonly<Record<string, string>> = { write: 'edit', patch: 'edit' };

const presentName = (tool: string): string => (Object.hasOwn(ONE_TOOL, tool) ? (ONE_TOOL[tool] ?? tool) : tool);

function isFor(pattern: string, tool: string): boolean {
  if (presentName(pattern) === presentName(tool)) return true;
  if (!pattern.includes('*')) return false;
  // Every part between stars stands in the name, in order; the first and the last at its ends.
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop() ?? '';
  if (!tool.startsWith(first) || !tool.endsWith(last) || tool.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts) {
    const found = tool.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= tool.length - last.length;
}

function isDenied(action: unknown): boolean {
  if (!isRecord(action)) return action === 'deny';
  const actions = Object.values(action);
  return actions.length > 0 && actions.every((one) => one === 'deny');
}
