import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { listedTools } from '../../core/definition/tool-list.ts';
import { grantsAll } from '../../core/definition/tools.ts';
import { deniedIn } from '../../core/formats/converting/tool-limits.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { isRecord } from '../../kit/plain-data.ts';

/** What an agent may do now and might not before. */
export interface Widened {
  /** Tools, as written; `*` for all. */
  readonly tools: readonly string[];
  /** What other fields allow: `permissionMode: bypassPermissions`, `MCP server: files`. */
  readonly grants: readonly string[];
}

/** Nothing. */
export const NOT_WIDENED: Widened = { tools: [], grants: [] };

/** What an agent may do now and might not before, by all fields that say so. */
export function widenedBy(before: AgentDefinition, now: AgentDefinition): Widened {
  const grants = [...raisedModes(before, now), ...raisedActions(before, now), ...reached(before, now)];
  const tools = widenedTools(before, now).filter((tool) => !grants.includes(`permission ${tool}: allow`));
  return { tools, grants };
}

function widenedTools(before: AgentDefinition, now: AgentDefinition): readonly string[] {
  const [deniedBefore, deniedNow] = [deniedTools(before), deniedTools(now)];
  const isDeniedNow = (tool: string): boolean => deniedNow.some((denied) => covers(denied, tool));
  const mightAll = grantsAll(before.tools);
  if (now.tools.kind === 'inherit' || grantsAll(now.tools))
    return mightAll ? deniedBefore.filter((tool) => !isDeniedNow(tool)) : ['*'];
  const known = before.tools.kind === 'list' ? before.tools.tools : [];
  const might = (tool: string): boolean =>
    (mightAll || known.some((one) => covers(one, tool))) && !deniedBefore.some((denied) => covers(denied, tool));
  return [...new Set(now.tools.tools.filter((tool) => !isDeniedNow(tool) && !might(tool)))];
}

/** Tools that are taken away as a whole. */
function deniedTools({ format, frontmatter }: AgentDefinition): readonly string[] {
  const rule = harnessFormat(format).tools;
  return [...new Set([...listedTools(frontmatter.disallowedTools), ...(rule ? deniedIn(rule, frontmatter) : [])])];
}

/** Whether what one item of a list names is all that another does: `Bash` of `Bash(git:*)`, `mcp__x` of `mcp__x__get`. */
function covers(wide: string, narrow: string): boolean {
  const [one, other] = [wide.toLowerCase(), narrow.toLowerCase()];
  if (one === other || one === '*') return true;
  const [, name = one, pattern] = /^([^(]*)\((.*)\)$/s.exec(one) ?? [];
  const [, otherName = other, otherPattern] = /^([^(]*)\((.*)\)$/s.exec(other) ?? [];
  if (pattern !== undefined) {
    const front = /^(.*?):?\*$/s.exec(pattern)?.[1];
    return name === otherName && front !== undefined && otherPattern?.startsWith(front) === true;
  }
  if (name === otherName) return true;
  if (name.endsWith('*')) return otherName.startsWith(name.slice(0, -1));
  return name.startsWith('mcp__') && otherName.startsWith(`${name}__`);
}

/** Fields that say how much is allowed without asking: the least first, and what counts where nothing is stated. */
const MODES: Readonly<Record<string, { readonly order: readonly (readonly string[])[]; readonly unstated: number }>> = {
  permissionMode: {
    order: [['plan'], ['default', 'manual', 'dontAsk'], ['acceptEdits'], ['auto'], ['bypassPermissions']],
    unstated: 1,
  },
  approvalMode: { order: [['plan'], ['default'], ['auto-edit', 'auto_edit', 'autoEdit'], ['yolo']], unstated: 1 },
  sandbox_mode: { order: [['read-only'], ['workspace-write'], ['danger-full-access']], unstated: 1 },
  approval_policy: { order: [['untrusted'], ['on-request', 'on-failure'], ['never']], unstated: 1 },
  readonly: { order: [['true'], ['false']], unstated: 1 },
};

function raisedModes(
  { frontmatter: before }: AgentDefinition,
  { frontmatter: now }: AgentDefinition,
): readonly string[] {
  return Object.entries(MODES).flatMap(([field, { order, unstated }]) => {
    const [was, is] = [before[field], now[field]];
    if (was === is) return [];
    const rank = (value: unknown): number => {
      if (value === undefined || value === null) return unstated;
      const at = order.findIndex((words) => words.includes(String(value)));
      // What nobody knows may allow anything.
      return at < 0 ? order.length : at;
    };
    return rank(is) > rank(was) ? [`${field}: ${said(is)}`] : [];
  });
}

const said = (value: unknown): string => (value === undefined || value === null ? 'not stated' : String(value));

const ACTIONS = ['deny', 'ask', 'allow'];

/** What a map of permissions allows, as that of OpenCode: what it does not name is allowed. */
function raisedActions(
  { frontmatter: before }: AgentDefinition,
  { frontmatter: now }: AgentDefinition,
): readonly string[] {
  const [was, is] = [actionsIn(before.permission), actionsIn(now.permission)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((key) => {
    const action = actionOf(is, key);
    return ACTIONS.indexOf(action) > ACTIONS.indexOf(actionOf(was, key)) ? [`${key}: ${action}`] : [];
  });
}

/** Each action by the keys that lead to it: `permission bash git push`. */
function actionsIn(value: unknown, key = 'permission'): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[key, value]]);
  if (!isRecord(value)) return new Map();
  return new Map(Object.entries(value).flatMap(([name, own]) => [...actionsIn(own, `${key} ${name}`)]));
}

function actionOf(actions: ReadonlyMap<string, string>, key: string): string {
  const parts = key.split(' ');
  for (let length = parts.length; length > 0; length -= 1) {
    const around = parts.slice(0, length).join(' ');
    const action = actions.get(around) ?? actions.get(`${around} *`);
    if (action !== undefined) return action;
  }
  return 'allow';
}

/** Servers and programs that it reaches now and did not before. */
function reached({ frontmatter: before }: AgentDefinition, { frontmatter: now }: AgentDefinition): readonly string[] {
  const added = (list: (fields: AgentDefinition['frontmatter']) => readonly string[]): readonly string[] => {
    const known = new Set(list(before));
    return [...new Set(list(now))].filter((one) => !known.has(one));
  };
  return [
    ...added((fields) => ['mcpServers', 'mcp-servers'].flatMap((field) => serversIn(fields[field]))).map(
      (name) => `MCP server: ${name}`,
    ),
    ...added(({ hooks }) => commandsIn(hooks)).map((command) => `hook: ${command}`),
  ];
}

function serversIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === 'string' ? [one] : serversIn(one)));
  return isRecord(value) ? Object.keys(value) : [];
}

function commandsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, own]) =>
    name === 'command' && typeof own === 'string' ? [own] : commandsIn(own),
  );
}
