import type { Format } from '../../core/definition/agent-definition.ts';
import { HARNESSES } from '../../core/formats/harnesses/harnesses.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { checkTransferOptions, transfer } from '../export/transfer.ts';
import type { TransferOptions } from '../export/transferred.ts';
import { findTargets } from '../find-targets.ts';

/** Options of `agents export`. */
interface ExportOptions extends TransferOptions {
  readonly source: readonly string[];
  /** `all` for every harness but the one that an agent is written for. */
  readonly to: readonly Format[] | 'all';
}

/** `agents export`: definitions, and all in folders, written in the formats of other harnesses. */
export async function exportDefinitions(
  context: CommandContext,
  references: readonly string[],
  options: ExportOptions,
): Promise<number> {
  checkTransferOptions(options);
  const { definitions, unread, unresolved } = await findTargets(context, options.source, references);
  const problems = unread.map(({ path, reason }) => `${visibleText(context.shown(path))}: ${reason}`);
  const none = definitions.length === 0 ? ['No agent is there to be exported'] : [];
  const all = [...unresolved, ...problems];
  const transfers = definitions.flatMap((definition) =>
    harnessesOf(definition.format, options.to).map((to) => ({ definition, to })),
  );
  return transfer(context, transfers, options, all.length > 0 ? all : none);
}

function harnessesOf(own: Format, to: ExportOptions['to']): readonly Format[] {
  return to === 'all' ? HARNESSES.map(({ id }) => id).filter((id) => id !== own) : to;
}
