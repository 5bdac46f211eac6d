import { isRecord } from '../../kit/plain-data.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';

/** One call of an agent by a harness. */
export interface AgentCall {
  /** What the harness calls this call; the same wherever a session was copied to. */
  readonly id: string | null;
  /** The name that the agent was called by. */
  readonly name: string;
  /** When, as an ISO date; `null` where that is not told. */
  readonly at: string | null;
}

/** How often an agent was called, and when last. */
export interface CallCount {
  readonly calls: number;
  readonly last: string | null;
}

/** What a line has to have in it for a call to be told in it. */
export const CALL_MARKS: readonly string[] = ['"subagent_type"', '"agentSetting"'];

/**
 * The calls of agents that a line of a transcript of Claude Code tells of: uses of the tool `Task`, later `Agent`, in what
 * the model said, and that a session was begun with an agent, as with `--agent`. Nothing else of the line is looked at.
 *
 * @returns None for what is no such line, or no JSON.
 */
export function callsIn(line: string): readonly AgentCall[] {
  if (!CALL_MARKS.some((mark) => line.includes(mark))) return [];
  const told = parsed(line);
  if (isRecord(told) && told.type === 'agent-setting') return begunWith(told);
  if (!isRecord(told) || told.type !== 'assistant' || !isRecord(told.message)) return [];
  const { content } = told.message;
  const at = typeof told.timestamp === 'string' && ISO_DATE.test(told.timestamp) ? told.timestamp : null;
  return (Array.isArray(content) ? content : []).flatMap((block: unknown): readonly AgentCall[] => {
    if (!isRecord(block) || block.type !== 'tool_use' || !isRecord(block.input)) return [];
    const { subagent_type: name } = block.input;
    if (!TOOLS.has(block.name) || typeof name !== 'string' || name === '') return [];
    return [{ id: typeof block.id === 'string' ? block.id : null, name, at }];
  });
}

/** A session says it again where it is taken up again. */
function begunWith({ agentSetting: name, sessionId, timestamp }: Record<string, unknown>): readonly AgentCall[] {
  if (typeof name !== 'string' || name === '') return [];
  const at = typeof timestamp === 'string' && ISO_DATE.test(timestamp) ? timestamp : null;
  return [{ id: typeof sessionId === 'string' ? `${sessionId} ${name}` : null, name, at }];
}

const TOOLS: ReadonlySet<unknown> = new Set(['Task', 'Agent']);
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,20}Z$/;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * How often an agent was called. One of a plugin is called by the plugin's name, `plugin:reviewer`, with that of its folder
 * in between where it lies in one, and never by its own alone.
 *
 * @returns With the name that it was called by.
 */
export function countOf(
  counts: ReadonlyMap<string, CallCount>,
  { name, scope, origin }: Pick<AgentDefinition, 'name' | 'scope' | 'origin'>,
): CallCount & { readonly by: string } {
  const isCalledSo = (called: string): boolean => called.startsWith(`${origin}:`) && called.endsWith(`:${name}`);
  const by = scope === 'plugin' ? ([...counts.keys()].find(isCalledSo) ?? `${origin}:${name}`) : name;
  return { ...(counts.get(by) ?? { calls: 0, last: null }), by };
}

/** Counts calls by name, each call once. */
export function callCounter(): {
  readonly add: (call: AgentCall) => void;
  readonly counts: ReadonlyMap<string, CallCount>;
} {
  const counts = new Map<string, CallCount>();
  const seen = new Set<string>();
  const add = ({ id, name, at }: AgentCall): void => {
    if (id !== null && seen.has(id)) return;
    if (id !== null) seen.add(id);
    const { calls, last } = counts.get(name) ?? { calls: 0, last: null };
    counts.set(name, { calls: calls + 1, last: last === null || (at !== null && at > last) ? at : last });
  };
  return { add, counts };
}
