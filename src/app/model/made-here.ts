import { passesFilter } from './focused-field.ts';
import type { Model } from './model.ts';
import type { ComposedAgent } from './recompose-state.ts';

/** The agents made here that pass the filter of their list. */
export function listedAgents({ composed: { agents, filter } }: Pick<Model, 'composed'>): readonly ComposedAgent[] {
  if (agents === null || filter === null) return agents ?? [];
  return agents.filter((agent) => passesFilter(filter, [agent.name, agent.path, ...agent.madeFrom].join('\n')));
}

/** The agent made here that is under the cursor. */
export function currentAgent({ composed }: Pick<Model, 'composed'>): ComposedAgent | null {
  return listedAgents({ composed })[composed.cursor] ?? null;
}
