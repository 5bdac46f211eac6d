import type { AgentDefinition } from './agent-definition.ts';
import type { DraftFields } from './draft.ts';

/**
 * Fields to start a composition from. Model and color are taken where all that state one agree. Tools are those that
 * any states, so that a composition is not silently given all tools because one ingredient inherits them.
 *
 * @param definitions The ingredients; the first gives the description.
 */
export function suggestedFields(definitions: readonly AgentDefinition[]): DraftFields {
  const tools = [...new Set(definitions.flatMap((definition) => definition.tools ?? []))];
  return {
    name: '',
    description: definitions[0]?.description ?? '',
    model: agreed(definitions.map((definition) => definition.model)),
    tools: tools.join(', '),
    color: agreed(definitions.map((definition) => definition.color)),
  };
}

function agreed(values: readonly (string | null)[]): string {
  const stated = new Set(values.filter((value) => value !== null));
  const [only = ''] = stated;
  return stated.size === 1 ? only : '';
}
