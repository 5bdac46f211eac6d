import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { readDefinitions } from '../browse/listed-definitions.ts';
import type { Model } from '../model/model.ts';
import { targetPath } from './save-form.ts';

/** The definition in the very file that the form names, if one is known; saving would replace it. */
export function takenBy(model: Model): AgentDefinition | null {
  const path = targetPath(model);
  const { agents, others } = readDefinitions(model.library);
  return [...agents, ...others].find((one) => one.path === path) ?? null;
}

/** Whether a file of the form's name would be known: its folder is one of those that were read. */
export function isFolderKnown(model: Model): boolean {
  const path = targetPath(model);
  return !model.library.loading && model.library.sources.some(({ folder }) => path.startsWith(`${folder}/`));
}
