import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { isStandardOutput } from '../compose/composition-target.ts';
import { jsonText } from '../json-text.ts';
import { usageError } from '../usage-error.ts';
import { clashes, type PlacedFile, placedFiles, plannedFiles, type Transfer } from './planned-files.ts';
import { compareFile, putFile } from './put-file.ts';
import { transferJson, transferLines } from './transfer-report.ts';
import type { TransferOptions, Transferred } from './transferred.ts';

/** Options with every name of standard output as `-`. */
export function withPrinting<Options extends TransferOptions>(options: Options): Options {
  const { output } = options;
  return output !== undefined && isStandardOutput(output) ? { ...options, output: '-' } : options;
}

/** @throws A usage error for options that cannot be together. */
export function checkTransferOptions({ output, dryRun, force, check, json }: TransferOptions): void {
  if (output === '-' && json) throw usageError('-o - prints the file and --json a document: only one can be printed');
  if (check && (dryRun || force || output === '-'))
    throw usageError('--check writes and prints no file, so neither --dry-run nor --force nor -o -');
}

/**
 * Write definitions for harnesses, with a word on what could not be carried.
 *
 * Nothing is written if there is a problem already or two would become one file. One that a harness would give more than
 * it may have is refused, and the others are written. A file that is there is replaced if an export wrote it and nobody
 * has changed it since, else only with force, and then only the version that was there when the command looked; a backup
 * of it is kept.
 *
 * @param problems What is wrong with the request, in lines.
 * @returns The exit code.
 */
export async function transfer(
  context: CommandContext,
  transfers: readonly Transfer[],
  options: TransferOptions,
  problems: readonly string[],
): Promise<number> {
  const files = plannedFiles(context, transfers, options);
  const inTheWay = [...problems, ...clashes(files)];
  for (const problem of inTheWay) context.tell(`${problem}\n`);
  if (inTheWay.length > 0) return ExitCode.Failed;
  if (options.output === '-' && files.length > 1) throw usageError('-o - prints one agent: name a folder for several');
  const isLeftThere = options.output !== '-' && !options.check;
  const placed = isLeftThere ? await placedFiles(context, files) : files.map((file) => ({ ...file, placed: null }));
  const done = await carriedOut(context, placed, options);
  if (options.check && !options.json && done.every(isDone)) context.tell('All files are as an export writes them\n');
  if (options.json) context.printExact(jsonText(transferJson(done, options), 2));
  if (!options.check && !options.dryRun) await note(context, done);
  return done.every(isDone) ? ExitCode.Done : ExitCode.Failed;
}

async function carriedOut(
  context: CommandContext,
  files: readonly PlacedFile[],
  options: TransferOptions,
): Promise<readonly Transferred[]> {
  const said = new Set<string>();
  const put = {
    exports: await context.openExports(),
    force: options.force,
    backups: await context.openBackups(),
  };
  const done: Transferred[] = [];
  for (const file of files) {
    const isTried = !options.dryRun && options.output !== '-' && file.written.refusal === null;
    const isCompared = options.check && isTried;
    const outcome = isCompared ? await compareFile(context, file) : isTried ? await putFile(context, file, put) : null;
    done.push({ ...file, outcome });
    transferLines(context, { ...file, outcome }, options);
    // Of a whole folder it is said once.
    if (file.placed === null || options.json || said.has(file.placed)) continue;
    said.add(file.placed);
    context.tell(`${visibleText(`${context.shown(file.path)}: ${file.placed}`)}\n`);
  }
  return done;
}

function isDone({ written, outcome }: Transferred): boolean {
  return written.refusal === null && (outcome === null || outcome.kind === 'written' || outcome.kind === 'current');
}

/** Note what is an export now, so that the next one may replace it. Where that fails, the files are there all the same. */
async function note(context: CommandContext, done: readonly Transferred[]): Promise<void> {
  // A definition that was copied to where it was is its author's still.
  const ours = done.filter(
    ({ outcome, path, definition }) =>
      (outcome?.kind === 'written' || outcome?.kind === 'current') && path !== definition.path,
  );
  const hashes = new Map(ours.map(({ path, written }) => [path, context.sha256(written.text)]));
  const problem = await (await context.openExports()).note(hashes);
  if (problem !== null) context.tell(`${visibleText(problem)}\n`);
}
