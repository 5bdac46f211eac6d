import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { isBundled } from '../../core/library/library.ts';
import type { LibraryState } from '../model/library-state.ts';
import type { Model } from '../model/model.ts';

/** What is listed of all that was read, and what is kept hidden of it. */
export function listedOf(
  { hidden }: LibraryState,
  definitions: readonly AgentDefinition[],
): Pick<LibraryState, 'definitions' | 'hidden'> {
  if (hidden === null) return { definitions, hidden };
  return { definitions: definitions.filter((one) => !isBundled(one)), hidden: definitions.filter(isBundled) };
}

/** All that was read, in the order of a library: what comes with the program is last there. */
export function allDefinitions({ definitions, hidden }: LibraryState): readonly AgentDefinition[] {
  return hidden === null ? definitions : [...definitions, ...hidden];
}

/** Whether there is anything to list but what comes with the program. */
export function hasOwn({ library }: Model): boolean {
  const [first] = library.definitions;
  return first !== undefined && !isBundled(first);
}
