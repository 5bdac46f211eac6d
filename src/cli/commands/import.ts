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
import type { Transfer } from '../export/planned-files.ts';
import { checkTransferOptions, transfer, withPrinting } from '../export/transfer.ts';
import type { TransferOptions } from '../export/transferred.ts';
import { assumedPath, STDIN, STDIN_PATH, withStdin } from '../pipes/stdin-definition.ts';

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
  given: ImportOptions,
): Promise<number> {
  const options = withPrinting(given);
  checkTransferOptions(options);
  const harness = harnessFormat(options.from);
  const input = paths.includes(STDIN) ? await context.readInput() : null;
  // What came in has the ending that the harness reads.
  const inputPath = context.absolute(input === null ? '' : withEnding(assumedPath(input, options.from), harness));
  const sources = addedSources(paths.map((path) => (path === STDIN ? inputPath : context.absolute(path))));
  const files = input === null ? context.files : withStdin(context.files, inputPath, input);
  const { definitions, problems } = await readLibrary(files, sources, lookOf(harness));
  const agents = definitions.filter((one) => !isCursorRule(one));
  for (const { path } of definitions.filter(isCursorRule)) {
    context.tell(`${visibleText(context.shown(path))} is a rule of Cursor, no agent: it is left out\n`);
  }
  const unread = problems.map(({ path, reason }) => `${visibleText(context.shown(path))}: ${reason}`);
  const none = `No file there is an agent that ${harness.title} reads (${inWords(harness.files.endings, 'or')})`;
  const transfers = agents
    .map((definition) => importOf(readAs(definition, options.from), harness))
    .map((one) =>
      input !== null && one.definition.path === inputPath
        ? { ...one, definition: { ...one.definition, path: STDIN_PATH } }
        : one,
    );
  return transfer(context, transfers, options, unread.length > 0 || agents.length > 0 ? unread : [none]);
}

/** A file name with an ending that a harness reads. */
function withEnding(name: string, { files: { endings } }: HarnessFormat): string {
  if (endings.some((ending) => name.endsWith(ending))) return name;
  return name.replace(/\.\w+$/, endings[0] ?? '.md');
}

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

/** An agent that its harness passes over wakes up where it is imported, so that is said. */
function importOf(definition: AgentDefinition, harness: HarnessFormat): Transfer {
  const { path, format } = definition;
  const source = { id: '', scope: 'added', folder: folderOf(path), format } as const;
  const refused = whyRefused(harness, { parsed: definition, path, source });
  const remark = refused === null ? {} : { remark: `${harness.title} does not load it: ${refused.reason}` };
  return { definition, to: 'claude', ...remark };
}
