import { isRecord } from '../../kit/plain-data.ts';

/**
 * The tools that a map of permissions leaves, as OpenCode has it: a rule for every tool (`*`) and exceptions from it, of
 * which the last that matches counts (opencode.ai/docs/permissions).
 *
 * @param value The field as read.
 * @returns The tools in order; `null` where tools that are not named may be used.
 */
export function readPermission(value: unknown): readonly string[] | null {
  if (value === 'deny') return [];
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  const rest = entries.findIndex(([tool]) => tool === '*');
  if (!isDenied(entries[rest]?.[1])) return null;
  return entries.slice(rest + 1).flatMap(([tool, action]) => (isDenied(action) ? [] : [tool]));
}

function isDenied(action: unknown): boolean {
  if (!isRecord(action)) return action === 'deny';
  const actions = Object.values(action);
  return actions.length > 0 && actions.every((one) => one === 'deny');
}
