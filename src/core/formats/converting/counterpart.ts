import type { ToolName, ToolRule } from '../harness/harness-format.ts';
import { isKnownTool, toolKind } from '../harness/known-tool.ts';
import { type ClaudeTool, claudeTool } from './claude-tool.ts';

/** What a harness has in place of a tool of Claude Code. */
export interface Counterpart {
  /** How the harness names it. */
  readonly name: string;
  /** All tools of Claude Code that it stands for; empty for tools of servers. */
  readonly covers: readonly string[];
}

/**
 * The tool of a harness that stands for a tool as Claude Code names it, or that is named as the harness names it itself.
 *
 * @returns `null` if there is none that does no more: nothing stands for some uses of a tool.
 */
export function counterpart(rule: ToolRule, item: string): Counterpart | null {
  const tool = claudeTool(item);
  if (tool.kind === 'tool') return counterparts(rule).find(({ covers }) => covers.includes(tool.name)) ?? null;
  if (tool.kind === 'server') return serverTool(rule, tool);
  if (tool.kind !== 'foreign') return null;
  const own = toolKind(rule, item);
  if (own.kind === 'pattern') return isWide(rule, item) ? null : { name: item, covers: [] };
  if (own.kind !== 'known') return null;
  const present = presentTool(rule, own.tool);
  return present === null ? null : { name: present.name, covers: covered(rule, present) };
}

/** Whether a name is a pattern that may stand for more than the tools of one server. */
function isWide({ permissions, servers }: ToolRule, item: string): boolean {
  if (permissions === null || !item.includes('*')) return false;
  const [before = '', after = ''] = servers?.all.split('{server}') ?? [];
  const server = item.slice(before.length, item.length - after.length);
  return !(item.startsWith(before) && item.endsWith(after) && servers?.server.test(server));
}

/** Every tool of a harness that stands for tools of Claude Code. */
export function counterparts(rule: ToolRule): readonly Counterpart[] {
  return rule.names
    .filter(({ replacedBy, partOf }) => replacedBy === undefined && partOf === undefined)
    .map((tool) => ({ name: tool.name, covers: covered(rule, tool) }))
    .filter(({ covers }) => covers.length > 0);
}

/**
 * The tools of Claude Code that a tool of a harness stands for, retired ones included.
 *
 * @returns An empty list if it stands for none.
 */
export function claudeTools(rule: ToolRule, item: string): readonly string[] {
  const own = toolKind(rule, item);
  if (own.kind === 'pattern') return item === '*' ? ['*'] : claudeServerTool(rule, item);
  if (own.kind !== 'known') return [];
  const present = presentTool(rule, own.tool);
  return present === null ? [] : covered(rule, present);
}

function claudeServerTool({ servers }: ToolRule, item: string): readonly string[] {
  if (servers === null) return [];
  const [before = '', between = '', after = ''] = servers.one.split(/\{server\}|\{tool\}/);
  const end = item.length - after.length;
  const at = item.indexOf(between, before.length);
  if (!item.startsWith(before) || at === -1) return [];
  const server = item.slice(before.length, at);
  const tool = item.slice(at + between.length, end);
  if (!servers.server.test(server) || tool === '') return [];
  return [tool === '*' ? `mcp__${server}` : `mcp__${server}__${tool}`];
}

/** A tool stands for what its retired forerunners stood for too. */
function covered({ names }: ToolRule, { name }: ToolName): readonly string[] {
  const all = names.filter((one) => one.name === name || one.replacedBy === name);
  return [...new Set(all.flatMap(({ claude = [] }) => claude))];
}

function presentTool({ names }: ToolRule, tool: ToolName): ToolName | null {
  if (tool.replacedBy === undefined) return tool;
  return names.find(({ name }) => name === tool.replacedBy) ?? null;
}

function serverTool(rule: ToolRule, { server, tool }: Extract<ClaudeTool, { kind: 'server' }>): Counterpart | null {
  const { servers } = rule;
  if (servers === null || !servers.server.test(server)) return null;
  const pattern = tool === null ? servers.all : servers.one;
  const name = pattern.replace('{server}', () => server).replace('{tool}', () => tool ?? '');
  return isKnownTool(rule, name) ? { name, covers: [] } : null;
}
