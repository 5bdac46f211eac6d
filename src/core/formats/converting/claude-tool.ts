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
  const server = /^mcp__(.+?)(?:__(.+))?$/.exec(item);
  if (server) return { kind: 'server', server: server[1] ?? '', tool: server[2] === '*' ? null : (server[2] ?? null) };
  const scoped = /^([A-Za-z]+)\([^\n]*\)$/.exec(item)?.[1];
  const name = presentName(scoped ?? item);
  if (name === null) return { kind: 'foreign' };
  return { kind: scoped === undefined ? 'tool' : 'scoped', name };
}

function presentName(name: string): string | null {
  const found = claude.tools === null ? null : toolKind(claude.tools, name);
  return found?.kind === 'known' ? (found.tool.replacedBy ?? found.tool.name) : null;
}
