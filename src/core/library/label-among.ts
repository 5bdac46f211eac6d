import { compareText } from '../../kit/compare-text.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { isBundled } from './library.ts';
import { whereLabel } from './where-label.ts';

/**
 * The name of a definition; where another of these has the same, with where it comes from, so that no two are called
 * the same.
 *
 * @param all Some definitions, in any order.
 */
export function labelAmong(definition: AgentDefinition, all: readonly AgentDefinition[]): string {
  const { name, id } = definition;
  const namesakes = all.filter((one) => one.name === name && one.id !== id);
  if (namesakes.length === 0) return name;
  const ordered = [definition, ...namesakes].sort(
    (a, b) => Number(isBundled(a)) - Number(isBundled(b)) || compareText(a.id, b.id),
  );
  return `${name} (${whereLabel(ordered, definition)})`;
}
