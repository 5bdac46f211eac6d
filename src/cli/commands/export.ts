import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { convertDefinition } from '../../core/formats/converting/convert-definition.ts';
import type { WrittenDefinition } from '../../core/formats/converting/write-definition.ts';
import type { WriteOutcome } from '../../ports/file-system.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { jsonText } from '../json-text.ts';
import { printAsIs } from '../print-as-is.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents export`. */
interface ExportOptions {
  readonly source: readonly string[];
  readonly to: Format;
  /** The folder to write to; `undefined` for the one in which the harness looks in a project. */
  readonly output: string | undefined;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Whether to refuse what the harness would give more than it has, or would not load. */
  readonly strict: boolean;
  readonly json: boolean;
}

/**
 * `agents export`: definitions written in the format of another harness, with a word on what could not be carried.
 *
 * Nothing is written if a definition is not found or two would become one file. One that the harness would give more than
 * it may have is refused, and the others are written. An existing file is replaced only with
 * `--force`, and then only the version that was there when the command looked; a backup of it is kept.
 */
export async function exportDefinitions(
  context: CommandContext,
  references: readonly string[],
  options: ExportOptions,
): Promise<number> {
  if (options.output === '-' && options.json)
    throw usageError('-o - prints the file and --json a document: only one can be printed');
  const { definitions, problems } = await findDefinitions(context, options.source, references);
  const folder = context.absolute(options.output ?? agentFolder(options.to, 'project')).replace(/(?<=.)[/\\]$/, '');
  // Where no folder is named, that of the harness may lie anywhere in the project.
  const within = options.output === undefined ? context.absolute('.') : folder;
  const files = definitions.map((definition) => plannedFile(definition, options, folder));
  const inTheWay = [...problems, ...clashes(files)];
  for (const problem of inTheWay) context.tell(`${problem}\n`);
  if (inTheWay.length > 0) return ExitCode.Failed;
  const results: Result[] = [];
  if (options.output === '-' && files.length > 1) throw usageError('-o - prints one agent: name a folder for several');
  for (const file of files) {
    const isTried = !options.dryRun && options.output !== '-' && file.written.refusal === null;
    const outcome = isTried ? await write(context, file, within, options.force) : null;
    results.push({ ...file, outcome });
    tell(context, { ...file, outcome }, options);
  }
  if (options.json) context.printExact(jsonText(exportJson(results, options.to), 2));
  const isDone = ({ written, outcome }: Result) =>
    written.refusal === null && (outcome === null || outcome.kind === 'written');
  return results.every(isDone) ? ExitCode.Done : ExitCode.Failed;
}

interface PlannedFile {
  readonly definition: AgentDefinition;
  readonly path: string;
  readonly written: WrittenDefinition;
}

interface Result extends PlannedFile {
  /** `null` if nothing was tried. */
  readonly outcome: WriteOutcome | null;
}

function plannedFile(definition: AgentDefinition, { to, strict }: ExportOptions, folder: string): PlannedFile {
  const converted = convertDefinition(definition, to);
  const written = strict ? strictly(converted) : converted;
  return { definition, written, path: `${folder}/${written.fileName}` };
}

/** A file with a reason not to write it where the agent could do more there, or is not loaded. */
function strictly(written: WrittenDefinition): WrittenDefinition {
  const { refusal, widens, isLoaded, warnings } = written;
  return { ...written, refusal: refusal ?? widens[0] ?? (isLoaded ? null : (warnings.at(-1) ?? null)) };
}

/** Definitions that would become one file, also where letters of either case are the same. */
function clashes(files: readonly PlannedFile[]): readonly string[] {
  const owners = new Map<string, PlannedFile>();
  return files.flatMap((file) => {
    const key = file.path.toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, file);
      return [];
    }
    const both = [owner, file].map(({ definition }) => visibleText(definition.id)).join(' and ');
    return [`${both} would both become ${visibleText(file.written.fileName)}: export them to different folders`];
  });
}

async function write(
  { files }: CommandContext,
  { path, written }: PlannedFile,
  within: string,
  force: boolean,
): Promise<WriteOutcome> {
  const outcome = await files.write(path, written.text, { kind: 'absent' }, within);
  if (outcome.kind !== 'occupied' || !force) return outcome;
  return files.write(path, written.text, { kind: 'version', sha256: outcome.sha256 }, within);
}

/** The warnings and what became of the file on standard error; in a dry run the file itself on standard output. */
function tell(context: CommandContext, { definition, path, written, outcome }: Result, options: ExportOptions): void {
  const shown = visibleText(context.shown(path));
  if (!options.json && written.refusal === null) {
    for (const warning of written.warnings) {
      context.tell(`${visibleText(`${definition.name}: ${warning}`)}\n`);
    }
  }
  if (outcome?.kind === 'occupied') context.tell(`${shown} exists; --force replaces it and keeps a backup\n`);
  if (outcome?.kind === 'failed') context.tell(`${shown}: ${outcome.reason}\n`);
  if (written.refusal !== null) context.tell(`${visibleText(`${definition.name}: ${written.refusal}`)}\n`);
  if (options.json || written.refusal !== null) return;
  if (outcome === null) {
    if (options.output !== '-') context.tell(`${shown} would be:\n`);
    printAsIs(context, written.text);
  } else if (outcome.kind === 'written') {
    const backup =
      outcome.backup === null ? '' : `; the version before is in ${visibleText(context.shown(outcome.backup))}`;
    context.tell(`Wrote ${shown}${backup}\n`);
    if (outcome.notKept !== undefined) context.tell(`${shown}: ${outcome.notKept}\n`);
  }
}

/** The shape is public: fields may be added, never renamed or removed. */
function exportJson(results: readonly Result[], to: Format): unknown {
  return {
    schema: 1,
    to,
    files: results.map(({ definition, path, written, outcome }) => ({
      agent: definition.id,
      path,
      written: outcome?.kind === 'written',
      warnings: written.warnings,
      ...(written.widens.length > 0 && { widens: written.widens }),
      ...(written.refusal !== null && { refused: written.refusal }),
      ...(outcome === null && written.refusal === null && { text: written.text }),
      ...(outcome?.kind === 'written' && { backup: outcome.backup }),
    })),
  };
}
