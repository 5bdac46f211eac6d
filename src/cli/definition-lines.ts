import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { lintDefinition } from '../core/lint/lint-definition.ts';
import { counted } from '../text/count-text.ts';
import { visibleText } from '../text/visible-text.ts';
import type { CommandContext } from './command-context.ts';
import { textColumns } from './text-columns.ts';

/**
 * One line for each definition: name, scope, model, what to know about it, path.
 *
 * @param noteOf What else to know about one, where there is something.
 */
export function definitionLines(
  definitions: readonly AgentDefinition[],
  context: CommandContext,
  noteOf: (definition: AgentDefinition) => string | null = () => null,
): string {
  const rows = definitions.map((definition) => {
    const { name, scope, model, path } = definition;
    return [name, scope, model ?? '-', noteOf(definition) ?? notesOn(definition), context.shown(path)].map(visibleText);
  });
  return textColumns(rows, context.columns);
}

/** `shadowed, 2 problems`, or a hyphen. Remarks that ask for nothing are not counted. */
function notesOn(definition: AgentDefinition): string {
  const { kind, shadowedBy } = definition;
  const count = lintDefinition(definition).filter(({ severity }) => severity !== 'info').length;
  const problems = count === 0 ? [] : [counted(count, 'problem')];
  return (
    [...(kind === 'agent' ? [] : [kind]), ...(shadowedBy === null ? [] : ['shadowed']), ...problems].join(', ') || '-'
  );
}
