import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { HARNESSES } from '../../core/formats/harnesses/harnesses.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { checkTransferOptions, transfer, withPrinting } from '../export/transfer.ts';
import type { TransferOptions } from '../export/transferred.ts';
import { findTargets } from '../find-targets.ts';

/** Options of `agents export`. */
interface ExportOptions extends TransferOptions {
  readonly source: readonly string[];
  /** `all` for every harness but the agent's own. */
  readonly to: readonly Format[] | 'all';
}

/** `agents export`: definitions, and all in folders, written in the formats of other harnesses. */
export async function exportDefinitions(
  context: CommandContext,
  references: readonly string[],
  given: ExportOptions,
): Promise<number> {
  const options = withPrinting(given);
  checkTransferOptions(options);
  const { definitions, unread, unresolved } = await findTargets(context, options.source, references);
  const problems = unread.map(({ path, reason }) => `${visibleText(context.shown(path))}: ${reason}`);
  const none = definitions.length === 0 ? ['No agent is there to be exported'] : [];
  const all = [...unresolved, ...problems];
  const project = context.absolute(options.output ?? '.');
  const transfers = definitions.flatMap((definition) =>
    harnessesFor(definition, options.to, project).map((to) => ({ definition, to })),
  );
  return transfer(context, transfers, options, all.length > 0 ? all : none);
}

/** Of all harnesses not the one that an agent is written for, nor one in whose place it lies: there it would be its own double. */
function harnessesFor({ format, path }: AgentDefinition, to: ExportOptions['to'], project: string): readonly Format[] {
  if (to !== 'all') return to;
  const ids = HARNESSES.map(({ id }) => id).filter((id) => id !== format);
  return ids.filter((id) => !path.startsWith(`${project}/${agentFolder(id, 'project')}/`));
}
