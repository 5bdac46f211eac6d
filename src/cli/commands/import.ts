import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { readAs } from '../../core/formats/converting/read-as.ts';
import type { HarnessFormat } from '../../core/formats/harness/harness-format.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { whyRefused } from '../../core/formats/loading/why-not-loaded.ts';
import { addedSources } from '../../core/library/added-source.ts';
import { visibleText } from '../../text/visible-text.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';
import type { Transfer } from '../export/planned-files.ts';
import { checkTransferOptions, transfer } from '../export/transfer.ts';
import type { TransferOptions } from '../export/transferred.ts';

/** Options of `agents import`. */
interface ImportOptions extends TransferOptions {
  /** The harness that the files are written for. */
  readonly from: Format;
}

/**
 * `agents import`: the way back. Files of a harness, and all in folders, read as that harness reads them and written in
 * the format of Claude Code.
 */
export async function importDefinitions(
  context: CommandContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  checkTransferOptions(options);
  const library = await readLibrary(context.files, addedSources(paths.map(context.absolute)));
  const harness = harnessFormat(options.from);
  const isToml = harness.files.syntax === 'toml';
  const read = library.definitions.filter(({ path }) => path.endsWith('.toml') === isToml);
  const problems = library.problems.map(({ path, reason }) => `${visibleText(context.shown(path))}: ${reason}`);
  const none = read.length === 0 ? [`No file there is one that ${harness.title} reads`] : [];
  const transfers = read.map((definition) => importOf(readAs(definition, options.from), harness));
  return transfer(context, transfers, options, problems.length > 0 ? problems : none);
}

/** An agent that its harness passes over wakes up where it is imported, so that is said. */
function importOf(definition: AgentDefinition, harness: HarnessFormat): Transfer {
  const { path, format } = definition;
  const source = { id: '', scope: 'added', folder: path.slice(0, path.lastIndexOf('/')), format } as const;
  const refused = whyRefused(harness, { parsed: definition, path, source });
  const remark = refused === null ? {} : { remark: `${harness.title} does not load it: ${refused.reason}` };
  return { definition, to: 'claude', ...remark };
}
