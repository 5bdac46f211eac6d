import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { folderOf } from '../../core/definition/file-name.ts';
import { readAs } from '../../core/formats/converting/read-as.ts';
import type { HarnessFormat } from '../../core/formats/harness/harness-format.ts';
import { inWords } from '../../core/formats/harness/harness-words.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { whyRefused } from '../../core/formats/loading/why-not-loaded.ts';
import { addedSources } from '../../core/library/added-source.ts';
import { visibleText } from '../../text/visible-text.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { SourceLook } from '../../usecases/source-files.ts';
import type { CommandContext } from '../command-context.ts';
import { importInputs } from '../export/import-inputs.ts';
import type { Transfer } from '../export/planned-files.ts';
import { checkTransferOptions, transfer, withPrinting } from '../export/transfer.ts';
import type { TransferOptions } from '../export/transferred.ts';
import { placeNamed } from '../keeping/place.ts';
import { withTexts } from '../pipes/stdin-definition.ts';
import { STDIN_PATH } from '../pipes/stdin-path.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents import`. */
interface ImportOptions extends Omit<TransferOptions, 'place'> {
  /** The harness that the files are written for; left out to tell by each. */
  readonly from?: Format;
  /** Where they are to be. */
  readonly to?: string;
}

/**
 * `agents import`: the way back. Files of a harness, all in folders, and documents for `claude --agents`, read as that
 * harness reads them and written in the format of Claude Code, or of the place they go to.
 */
export async function importDefinitions(
  context: CommandContext,
  words: readonly string[],
  { to, ...given }: ImportOptions,
): Promise<number> {
  const options = withPrinting(given);
  checkTransferOptions(options);
  if (to !== undefined && options.output !== undefined && options.output !== '-')
    throw usageError('--to names a place and -o a folder: say one');
  const place = to === undefined ? undefined : await placeNamed(context, to, 'claude');
  const harness = options.from === undefined ? null : harnessFormat(options.from);
  const { paths, texts, stdin, problems: wrong } = await importInputs(context, words, harness);
  const look = harness === null ? undefined : lookOf(harness);
  const { definitions, problems } = await readLibrary(withTexts(context.files, texts), addedSources(paths), look);
  const agents = definitions.filter((one) => !isCursorRule(one));
  for (const { path } of definitions.filter(isCursorRule)) {
    context.tell(`${visibleText(context.shown(path))} is a rule of Cursor, no agent: it is left out\n`);
  }
  const unread = [...wrong, ...problems.map(({ path, reason }) => `${visibleText(context.shown(path))}: ${reason}`)];
  const transfers = agents
    .map((definition) => {
      const isFile = definition.path === stdin || !texts.has(definition.path);
      const isGuessed = harness === null && definition.isFormatOpen === true && isFile;
      return importOf(readAs(definition, options.from ?? definition.format), place?.format ?? 'claude', isGuessed);
    })
    .map((one) => (one.definition.path === stdin ? withPath(one, STDIN_PATH) : one));
  const read = harness === null ? '' : ` that ${harness.title} reads (${inWords(harness.files.endings, 'or')})`;
  const none = unread.length > 0 || agents.length > 0 ? [] : [`No file there is an agent${read}`];
  return transfer(context, transfers, { ...options, ...(place && { place }) }, [...unread, ...none]);
}

const withPath = (one: Transfer, path: string): Transfer => ({ ...one, definition: { ...one.definition, path } });

/** What a harness would read, also of a file that is named by itself. */
function lookOf({ files: { endings, anyCase } }: HarnessFormat): SourceLook {
  const known = anyCase ? endings.flatMap((ending) => [ending, ending.toUpperCase()]) : endings;
  return {
    rule: () => ({ endings: known, recursive: true }),
    takes: (_, path) => known.some((ending) => path.endsWith(ending)),
    byKind: true,
  };
}

/** Rules share an ending with agents, and say where they apply. */
const isCursorRule = ({ path, frontmatter }: AgentDefinition): boolean =>
  /\.mdc$/i.test(path) && ['globs', 'alwaysApply'].some((field) => Object.hasOwn(frontmatter, field));

/**
 * An agent that its harness passes over wakes up where it is imported, so that is said.
 *
 * @param isGuessed Whether nothing tells which harness it is written for.
 */
function importOf(definition: AgentDefinition, to: Format, isGuessed: boolean): Transfer {
  const { path, format } = definition;
  const harness = harnessFormat(format);
  const source = { id: '', scope: 'added', folder: folderOf(path), format } as const;
  const refused = whyRefused(harness, { parsed: definition, path, source });
  if (refused !== null) return { definition, to, remark: `${harness.title} does not load it: ${refused.reason}` };
  return {
    definition,
    to,
    ...(isGuessed && { remark: `It is read as a file of ${harness.title}; --from says another` }),
  };
}
