import { compareText } from '../../kit/compare-text.ts';
import type { AgentDefinition, Scope } from '../definition/agent-definition.ts';
import type { FileProblem } from '../definition/file-problem.ts';

/** What all sources hold, and what could not be read. */
export interface Library {
  /** The agents, in the order of {@link byScopeThenName}. */
  readonly definitions: readonly AgentDefinition[];
  /** Skills and commands, in the same order. */
  readonly others: readonly AgentDefinition[];
  readonly problems: readonly FileProblem[];
}

/**
 * Name order; same names by scope, the one that wins first, then by path. Names compare without regard to case. What comes
 * with the program stands behind all else: people look for their own.
 */
export function byScopeThenName(a: AgentDefinition, b: AgentDefinition): number {
  return (
    Number(isBundled(a)) - Number(isBundled(b)) ||
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.name, b.name) ||
    scopeRank(a.scope) - scopeRank(b.scope) ||
    Number(a.shadowedBy !== null) - Number(b.shadowedBy !== null) ||
    compareText(a.path, b.path)
  );
}

/** Whether a definition, or a source, comes with the program. */
export function isBundled({ scope }: { readonly scope: Scope }): boolean {
  return scope === 'bundled';
}

/** The order in which people expect to see them. */
const SCOPE_RANKS: Readonly<Record<Scope, number>> = { project: 0, user: 1, plugin: 2, added: 3, bundled: 4 };

/** The place of a scope in that order, which is also the order of precedence. */
export function scopeRank(scope: Scope): number {
  return SCOPE_RANKS[scope];
}
