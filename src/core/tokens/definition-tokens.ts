import { remembered } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import type { AgentDefinition, Format, ParsedDefinition, Scope } from '../definition/agent-definition.ts';
import { isOff } from '../definition/switched-off.ts';
import { isUnloaded } from '../definition/unloaded.ts';
import { estimateTokens } from './estimate-tokens.ts';

/**
 * About how many tokens a definition's body has, which is what a harness sends as the prompt. Counted when first asked
 * for: over thousands of files counting takes longer than reading them, and few are looked at.
 */
export const tokensOf = remembered(({ body }: ParsedDefinition): number => estimateTokens(body));

/** Those that their harness loads: neither shadowed, passed over nor switched off, and not in a collection. */
export const loadedBySome = remembered((definitions: readonly AgentDefinition[]): readonly AgentDefinition[] =>
  definitions.filter((one) => !isUnloaded(one) && LOADED.has(one.scope) && !isOff(one)),
);

const LOADED: ReadonlySet<Scope> = new Set(['project', 'user', 'plugin']);

/**
 * About how many tokens of every session a definition takes where it is loaded: its name and its description, which a
 * harness puts before the model so that it can choose.
 */
export const descriptionTokensOf = remembered(({ name, description }: ParsedDefinition): number =>
  estimateTokens(`${name}: ${description}`),
);

/**
 * Count that for all that some harness loads, so that it is known.
 *
 * @returns The work, in steps of less than a millisecond; its result is of how many it was not known.
 */
export function* countDescriptions(definitions: readonly AgentDefinition[]): Generator<void, number> {
  const unknown = loadedBySome(definitions).filter((one) => descriptionTokensOf.known(one) === undefined);
  for (const [at, definition] of unknown.entries()) {
    descriptionTokensOf(definition);
    if (at % COUNTED_AT_ONCE === 0) yield;
  }
  return unknown.length;
}

const COUNTED_AT_ONCE = 16;

/** The same of several together. */
export const tokensTogether = remembered((loaded: readonly ParsedDefinition[]): number =>
  loaded.reduce((sum, definition) => sum + descriptionTokensOf(definition), 0),
);

/**
 * The same if it is known, or next to nothing is left to be counted.
 *
 * @returns `null` where {@link countDescriptions} has not come to all of them yet.
 */
export function tokensSoFar(loaded: readonly ParsedDefinition[]): number | null {
  const known = tokensTogether.known(loaded);
  if (known !== undefined) return known;
  let left = 0;
  for (const definition of loaded) {
    if (descriptionTokensOf.known(definition) !== undefined) continue;
    left += 1;
    if (left > COUNTED_AT_ONCE) return null;
  }
  return tokensTogether(loaded);
}

/** Above this, Claude Code warns that descriptions cost too much of every session. */
const BUDGET = 15_000;

/** How much a harness allows all of them together, in tokens; `null` where that is not known. */
export const budgetOf = (harness: Format): number | null => (harness === 'claude' ? BUDGET : null);

/** What the names and descriptions of loaded definitions cost together, in words. */
export function budgetWords(loaded: readonly ParsedDefinition[]): string {
  const tokens = tokensTogether(loaded);
  const count =
    loaded.length === 1 ? 'The one agent that is loaded takes' : `The ${loaded.length} agents that are loaded take`;
  const warning = tokens > BUDGET ? `, more than the ${countText(BUDGET)} that Claude Code warns at` : '';
  return `${count} ~${countText(tokens)} tokens of every session with their names and descriptions${warning}.`;
}
