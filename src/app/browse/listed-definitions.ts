import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { byScopeThenName, isBundled } from '../../core/library/library.ts';
import type { LibraryState } from '../model/library-state.ts';
import type { Model } from '../model/model.ts';

/** What was read. */
export interface ReadDefinitions {
  readonly agents: readonly AgentDefinition[];
  /** Skills and commands. */
  readonly others: readonly AgentDefinition[];
}

/**
 * What is listed of all that was read, and what is kept hidden of it.
 *
 * @param isHiding Whether what comes with the program is hidden.
 * @param withOthers Whether skills and commands are listed too.
 */
export function listedOf(
  { agents: all, others }: ReadDefinitions,
  isHiding: boolean,
  withOthers: boolean,
): Pick<LibraryState, 'definitions' | 'agents' | 'others' | 'hidden'> {
  const agents = isHiding ? all.filter((one) => !isBundled(one)) : all;
  const definitions = withOthers && others.length > 0 ? [...agents, ...others].sort(byScopeThenName) : agents;
  return { definitions, agents, others, hidden: isHiding ? all.filter(isBundled) : null };
}

/** All that was read; of agents in the order of a library what comes with the program is last. */
export function readDefinitions({ agents, others, hidden }: LibraryState): ReadDefinitions {
  return { agents: hidden === null ? agents : [...agents, ...hidden], others };
}

/** Whether there is anything to list but what comes with the program. */
export function hasOwn({ library }: Model): boolean {
  const [first] = library.agents;
  return first !== undefined && !isBundled(first);
}
