import type { ParsedDefinition } from './agent-definition.ts';
import { estimateTokens } from './estimate-tokens.ts';

const cache = new WeakMap<ParsedDefinition, number>();

/**
 * About how many tokens a definition's body has, which is what a harness sends as the prompt. Counted when first asked
 * for: over thousands of files counting takes longer than reading them, and few are looked at.
 */
export function tokensOf(definition: ParsedDefinition): number {
  const known = cache.get(definition);
  if (known !== undefined) return known;
  const tokens = estimateTokens(definition.body);
  cache.set(definition, tokens);
  return tokens;
}

/**
 * About how many tokens the names and descriptions of definitions take together. Harnesses put those of every agent
 * they load into every session, so that the model can choose among them; Claude Code warns above 15,000.
 */
export function descriptionTokens(definitions: readonly ParsedDefinition[]): number {
  return definitions.reduce((sum, { name, description }) => sum + estimateTokens(`${name}: ${description}`), 0);
}
