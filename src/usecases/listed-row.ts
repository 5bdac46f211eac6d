import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import type { ListedRow } from '../core/definition/listed-row.ts';
import { isOff } from '../core/definition/switched-off.ts';
import { problemCount } from '../core/lint/lint-definition.ts';

/** What a list says of a definition, and nothing of its text. */
export function listedRow(definition: AgentDefinition): ListedRow {
  const { id, kind, name, scope, model, shadowedBy, path } = definition;
  return { id, kind, name, scope, model, shadowedBy, path, ...problemCount(definition), isOff: isOff(definition) };
}
