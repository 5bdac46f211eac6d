import type { Severity } from '../../core/definition/diagnostic.ts';
import { counted } from '../../text/count-text.ts';
import { agreesToWrite } from '../agrees-to-write.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { findTargets, type Targets } from '../find-targets.ts';
import { isTaken } from '../keeping/own-definitions.ts';
import { callableAgents } from '../lint/callable-agents.ts';
import { codeList, codeListJson, explainedCode } from '../lint/code-words.ts';
import { afterFixes, type FileFix, fileFixes, fixDifference, outcomeWords, writeFixes } from '../lint/fix-files.ts';
import { lintGithub } from '../lint/lint-github.ts';
import { hasFindings, type LintReport, lintReport } from '../lint/lint-report.ts';
import { lintSarif } from '../lint/lint-sarif.ts';
import { projectSettings } from '../lint/lint-settings.ts';
import { lintJson, lintText } from '../lint/lint-text.ts';
import { projectRoot } from '../lint/repository-root.ts';
import { stdinTargets } from '../lint/stdin-targets.ts';
import { outputLook } from '../look/output-look.ts';
import { type PathOptions, printPaths, wantsPaths } from '../pipes/path-list.ts';
import { STDIN, STDIN_PATH } from '../pipes/stdin-path.ts';
import { printAsIs } from '../print-as-is.ts';
import { usageError } from '../usage-error.ts';

/** How a report is written. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github';

/** Options of `agents lint`. */
interface LintOptions extends PathOptions {
  readonly source: readonly string[];
  readonly format: LintFormat;
  /** The least severity that is reported and makes the command fail. */
  readonly severity: Severity;
  readonly fix: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Only list the codes. */
  readonly list: boolean;
  /** Only explain a code. */
  readonly explain?: string;
  /** What the text on standard input is called. */
  readonly stdinPath?: string;
}

/**
 * `agents lint`: what is wrong in definitions. Fails if anything at or above the severity asked for is found, a file
 * that cannot be read included.
 *
 * With `--fix` the changes are shown, then written if the user agrees, and what is left is reported. Without a terminal
 * nobody can be asked, so nothing is written unless the command line agrees.
 */
export async function lint(context: CommandContext, targets: readonly string[], options: LintOptions): Promise<number> {
  checkOptions(options, targets);
  const isPaths = wantsPaths(options, options.format !== 'text');
  if (options.list || options.explain !== undefined) return printCodes(context, targets, options);
  const all = targets.includes(STDIN)
    ? await stdinTargets(context, options.stdinPath)
    : await findTargets(context, options.source, targets);
  const paths = [...all.definitions, ...all.unread].map(({ path }) => path);
  const settings = await projectSettings(context.files, paths, context.shown);
  const isMeant = ({ path }: { readonly path: string }): boolean => !settings.isIgnored(path);
  const found = { ...all, definitions: all.definitions.filter(isMeant), unread: all.unread.filter(isMeant) };
  for (const problem of found.unresolved) context.tell(`${problem}\n`);
  const fixes =
    options.fix || options.dryRun
      ? fileFixes(
          found.definitions.filter(({ path }) => !isTaken(context, path)),
          settings,
        )
      : [];
  if (options.dryRun) {
    printAsIs(context, fixDifference(fixes, context));
    context.tell(fixes.length === 0 ? 'Nothing to fix\n' : `${wouldChange(fixes)}; nothing written\n`);
    return fixes.length === 0 && found.unresolved.length === 0 ? ExitCode.Done : ExitCode.Failed;
  }
  const fixed = options.fix
    ? await fix(context, found, fixes, options)
    : { definitions: found.definitions, failed: false };
  if (fixed === null) return ExitCode.Failed;
  const callable = await callableAgents(context, { ...found, definitions: fixed.definitions }, options.source);
  const report = lintReport(fixed.definitions, found.unread, options.severity, settings, callable, context.progress);
  // Where nothing could be looked at there is nothing to be counted either.
  const isNothing = report.files.length === 0 && found.unresolved.length > 0;
  if (isPaths) printPaths(context, pathsWithFindings(report), options);
  else if (options.format !== 'text' || !isNothing)
    await printReport(context, report, options, targets.includes(STDIN));
  const isClean = !hasFindings(report) && !fixed.failed && found.unresolved.length === 0;
  return isClean ? ExitCode.Done : ExitCode.Failed;
}

function printCodes(context: CommandContext, targets: readonly string[], options: LintOptions): number {
  const { list, explain, format, fix, dryRun } = options;
  if (targets.length > 0 || fix || dryRun || (list && explain !== undefined)) {
    throw usageError('--list and --explain stand alone');
  }
  if (explain !== undefined) context.print(explainedCode(explain, context.program));
  else if (format === 'json') context.printExact(codeListJson());
  else context.print(codeList());
  return ExitCode.Done;
}

function checkOptions({ format, fix, dryRun, yes, stdinPath }: LintOptions, targets: readonly string[]): void {
  const readsStdin = targets.includes(STDIN);
  if (readsStdin && targets.length > 1) throw usageError('- is standard input, and stands alone');
  if (readsStdin && fix && !dryRun)
    throw usageError('--fix writes files, and - is none; --dry-run shows the difference');
  if (stdinPath !== undefined && !readsStdin) throw usageError('--stdin-path is for the target -');
  if ((fix || dryRun) && format !== 'text')
    throw usageError('--fix and --dry-run print a difference, so no other format');
  if (yes && !fix) throw usageError('--yes is for --fix');
}

function wouldChange(fixes: readonly FileFix[]): string {
  return `${counted(fixes.length, 'file')} can be fixed`;
}

/** The definitions after fixing, or `null` if nothing was to be written. */
async function fix(
  context: CommandContext,
  { definitions, foundIn }: Targets,
  fixes: readonly FileFix[],
  { yes }: LintOptions,
): Promise<{ readonly definitions: Targets['definitions']; readonly failed: boolean } | null> {
  if (fixes.length === 0) {
    context.tell('Nothing to fix\n');
    return { definitions, failed: false };
  }
  printAsIs(context, fixDifference(fixes, context));
  if (!yes && !context.interactive) {
    context.tell(`${wouldChange(fixes)}; nothing written, since nobody can be asked: --yes writes\n`);
    return null;
  }
  if (!yes && !(await agreesToWrite(context, fixes.length))) {
    context.tell('Nothing written\n');
    return null;
  }
  const backups = await context.openBackups();
  const outcomes = await writeFixes(fixes, foundIn, backups, context);
  context.tell(outcomeWords(outcomes, backups, context.shown));
  return { definitions: afterFixes(definitions, outcomes), failed: outcomes.some(({ problem }) => problem !== null) };
}

function pathsWithFindings({ files }: LintReport): readonly string[] {
  return files.filter(({ diagnostics }) => diagnostics.length > 0).map(({ path }) => path);
}

async function printReport(
  context: CommandContext,
  found: LintReport,
  { format, stdinPath }: LintOptions,
  isStdin: boolean,
): Promise<void> {
  // What came in lies nowhere; where it is a line of a file that is looked for, it has the name it would have.
  const isNowhere = isStdin && stdinPath === undefined && (format === 'text' || format === 'json');
  const report = isNowhere ? { ...found, files: found.files.map((file) => ({ ...file, path: STDIN_PATH })) } : found;
  const look = await outputLook(context);
  if (format === 'text') return look.print(lintText(report, context.shown, look));
  const print = format === 'github' ? context.print : context.printExact;
  print(await written(report, context, format));
}

async function written(
  report: LintReport,
  context: CommandContext,
  format: Exclude<LintFormat, 'text'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return lintJson(report);
    case 'sarif':
      return lintSarif(report, {
        version: context.version,
        root: await projectRoot(context.files, context.absolute('.')),
        sha256: context.sha256,
      });
    case 'github':
      return lintGithub(report, context.shown);
  }
}
