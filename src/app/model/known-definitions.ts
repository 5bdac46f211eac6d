import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { type Draft, ingredientIds } from '../../core/draft/draft.ts';
import { memoLast } from '../../kit/memo.ts';
import type { LibraryState } from './library-state.ts';
import type { Model } from './model.ts';

const definitionsById = memoLast(
  (definitions: readonly AgentDefinition[]): ReadonlyMap<string, AgentDefinition> =>
    new Map(definitions.map((definition) => [definition.id, definition])),
);

/** What can be marked, read, compared and picked from: agents, skills and commands, whichever of them are listed. */
export function knownDefinitions({
  agents,
  others,
}: Pick<LibraryState, 'agents' | 'others'>): readonly AgentDefinition[] {
  return others.length === 0 ? agents : joined(agents, others);
}

const joined = memoLast((agents: readonly AgentDefinition[], others: readonly AgentDefinition[]) => [
  ...agents,
  ...others,
]);

/** The definition with an id, or `null` if it is no longer there. */
export function definitionById({ library }: Model, id: string): AgentDefinition | null {
  return definitionsById(knownDefinitions(library)).get(id) ?? null;
}

/** Those of the ids that are still there, in their order. */
export function definitionsAmong(all: readonly AgentDefinition[], ids: readonly string[]): readonly AgentDefinition[] {
  return ids.flatMap((id) => definitionsById(all).get(id) ?? []);
}

/** The definitions the draft's picks came from, as far as they are still there. */
export function ingredients({ library, draft }: Model): readonly AgentDefinition[] {
  return ingredientsAmong(knownDefinitions(library), draft.present);
}

const ingredientsAmong = memoLast((all: readonly AgentDefinition[], draft: Draft): readonly AgentDefinition[] =>
  definitionsAmong(all, ingredientIds(draft)),
);
