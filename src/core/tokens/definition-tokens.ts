import { remembered } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import type { AgentDefinition, ParsedDefinition, Scope } from '../definition/agent-definition.ts';
import { estimateTokens } from './estimate-tokens.ts';

/**
 * About how many tokens a definition's body has, which is what a harness sends as the prompt. Counted when first asked
 * for: over thousands of files counting takes longer than reading them, and few are looked at.
 */
export const tokensOf = remembered(({ body }: ParsedDefinition): number => estimateTokens(body));

/** Those that some harness loads: not shadowed, and not in a collection. */
export function loadedBySome(definitions: readonly AgentDefinition[]): readonly AgentDefinition[] {
  return definitions.filter(({ scope, shadowedBy }) => shadowedBy === null && LOADED.has(scope));
}

const LOADED: ReadonlySet<Scope> = new Set(['project', 'user', 'plugin']);

/** Above this, Claude Code warns that descriptions cost too much of every session. */
const BUDGET = 15_000;

/**
 * What the names and descriptions of loaded definitions cost together, in words. Harnesses put them into every session,
 * so that the model can choose among the agents.
 */
export function budgetWords(loaded: readonly ParsedDefinition[]): string {
  const tokens = loaded.reduce((sum, { name, description }) => sum + estimateTokens(`${name}: ${description}`), 0);
  const count =
    loaded.length === 1 ? 'The one agent that is loaded takes' : `The ${loaded.length} agents that are loaded take`;
  const warning = tokens > BUDGET ? `, more than the ${countText(BUDGET)} that Claude Code warns at` : '';
  return `${count} ~${countText(tokens)} tokens of every session with their names and descriptions${warning}.`;
}
