import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { visibleText } from '../text/visible-text.ts';
import type { FoundDefinitions } from './find-definitions.ts';
import { usageError } from './usage-error.ts';

/**
 * The definitions that references mean, in the order asked for.
 *
 * @throws A usage error if one is named twice.
 */
export function distinctDefinitions(
  references: readonly string[],
  { byReference }: FoundDefinitions,
): readonly AgentDefinition[] {
  const firstNamed = new Map<string, string>();
  return references.flatMap((reference) => {
    const definition = byReference.get(reference);
    if (!definition) return [];
    const before = firstNamed.get(definition.path);
    if (before === reference) throw usageError(`${visibleText(reference)} is named twice`);
    if (before !== undefined) {
      throw usageError(`${visibleText(before)} and ${visibleText(reference)} are the same agent`);
    }
    firstNamed.set(definition.path, reference);
    return [definition];
  });
}
