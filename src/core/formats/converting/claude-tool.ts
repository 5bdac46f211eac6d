import { toolKind } from '../harness/known-tool.ts';
import { claude } from '../harnesses/claude.ts';

/** What an item of a list of tools means to Claude Code. */
export type ClaudeTool =
  | { readonly kind: 'tool'; readonly name: string }
  /** Some uses of a tool: `Bash(git diff:*)`. */
  | { readonly kind: 'scoped'; readonly name: string }
  /** A tool of a server, or with `null` all of them. */
  | { readonly kind: 'server'; readonly server: string; readonly tool: string | null }
  | { readonly kind: 'every-server' }
  | { readonly kind: 'everything' }
  /** No tool of Claude Code. */
  | { readonly kind: 'foreign' };

/** Read an item of a list of tools as Claude Code does; names that it has renamed or retired count as the present ones. */
export function claudeTool(item: string): ClaudeTool {
  if (item === '*') return { kind: 'everything' };
  if (item === 'mcp__*') return { kind: 'every-server' };
  const server = serverTool(item);
  if (server) return server;
  const scoped = /^([A-Za-z]+)\([^\n]*\)$/.exec(item)?.[1];
  const name = presentName(scoped ?? item);
  if (name === null) return { kind: 'foreign' };
  return { kind: scoped === undefined ? 'tool' : 'scoped', name };
}

/** `mcp__server__tool`; the name of a server has at least one character, so `mcp____x` is all of a server `__x`. */
function serverTool(item: string): ClaudeTool | null {
  if (!item.startsWith(SERVER) || item.length === SERVER.length || /[\r\n\u2028\u2029]/.test(item)) return null;
  const parting = item.indexOf('__', SERVER.length + 1);
  if (parting < 0 || parting + 2 === item.length)
    return { kind: 'server', server: item.slice(SERVER.length), tool: null };
  const tool = item.slice(parting + 2);
  return { kind: 'server', server: item.slice(SERVER.length, parting), tool: tool === '*' ? null : tool };
}

const SERVER = 'mcp__';

function presentName(name: string): string | null {
  const found = claude.tools === null ? null : toolKind(claude.tools, name);
  return found?.kind === 'known' ? (found.tool.replacedBy ?? found.tool.name) : null;
}
