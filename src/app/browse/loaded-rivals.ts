import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { isUnloaded } from '../../core/definition/unloaded.ts';
import { isBundled } from '../../core/library/library.ts';
import { type Rivals, rivalSearch } from '../../core/rivals/find-rivals.ts';
import { loadedBySome } from '../../core/tokens/definition-tokens.ts';
import { addAll } from '../../kit/long-lists.ts';
import { remembered } from '../../kit/memo.ts';

/** Whether any of them is loaded; where none is, as in a collection, all are looked at as if they were. */
export const isSomeLoaded = (agents: readonly AgentDefinition[]): boolean => loadedBySome(agents).length > 0;

/** How many lie where their harness looks, and are not loaded all the same. */
export const neverLoaded = remembered(
  (agents: readonly AgentDefinition[]): number =>
    agents.filter((one) => isUnloaded(one) && one.scope !== 'added' && !isBundled(one)).length,
);

/** Agents that a model may have to choose among. */
function amongLoaded(agents: readonly AgentDefinition[]): readonly AgentDefinition[] {
  const loaded = loadedBySome(agents);
  return loaded.length > 0 ? loaded : agents.filter((one) => !isBundled(one) && !isUnloaded(one));
}

/** Rivals among the agents that one harness loads, in small steps; those that compete most first. */
export function* loadedRivals(agents: readonly AgentDefinition[]): Generator<undefined, readonly Rivals[]> {
  const byFormat = new Map<string, AgentDefinition[]>();
  const isLoaded = isSomeLoaded(agents);
  for (const definition of amongLoaded(agents)) {
    const key = isLoaded ? definition.format : '';
    const known = byFormat.get(key);
    if (known) known.push(definition);
    else byFormat.set(key, [definition]);
  }
  const found: Rivals[] = [];
  for (const definitions of byFormat.values()) addAll(found, yield* rivalSearch(definitions));
  return found.sort((a, b) => b.score - a.score);
}
