import { visibleText } from '../../text/visible-text.ts';
import { carryOutChanges, type FileChange } from '../../usecases/carry-out-changes.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';

/** Options of every command that keeps definitions in order. */
export interface KeepingOptions {
  readonly source: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** A change, with the words that say of it what was done: `Wrote .claude/agents/a.md`. */
export interface ToldChange {
  readonly change: FileChange;
  readonly words: string;
  /** What else is to be known of it, a line each. */
  readonly remarks?: readonly string[];
}

/**
 * Carry out changes, or in a dry run only say which they are, and tell what came of them.
 *
 * @param action The command, as JSON has it.
 * @param after What else belongs to it and is done once all are made: a problem in words, or `null`.
 * @returns The exit code.
 */
export async function keep(
  context: CommandContext,
  action: string,
  changes: readonly ToldChange[],
  { dryRun, json }: Pick<KeepingOptions, 'dryRun' | 'json'>,
  after: () => Promise<string | null> = async () => null,
): Promise<number> {
  const problem = dryRun
    ? null
    : await carryOutChanges(
        context,
        changes.map(({ change }) => change),
      );
  const would = dryRun ? 'Would be done: ' : '';
  const isDone = !dryRun && problem === null;
  if (problem !== null) context.tell(`${visibleText(`${context.shown(problem.path)}: ${problem.reason}`)}\n`);
  const warning = isDone ? await after() : null;
  if (problem === null) {
    const told = changes.flatMap(({ words, remarks = [] }) => [...(json ? [] : [would + words]), ...remarks]);
    for (const line of told) context.tell(`${visibleText(line)}\n`);
  }
  if (warning !== null) context.tell(`${visibleText(warning)}\n`);
  if (json) context.printExact(jsonText(keptJson(action, isDone, changes), 2));
  return problem === null && warning === null ? ExitCode.Done : ExitCode.Failed;
}

/** The shape is public: fields may be added, never renamed or removed. */
function keptJson(action: string, done: boolean, changes: readonly ToldChange[]): unknown {
  const listed = changes.map(({ change: { from, to, kind } }) => ({ from, to, kind }));
  return { schema: 1, action, done, changes: listed };
}

/** What a command says where it does nothing: a line for each reason, and in JSON that nothing is done. */
export function keepNothing(
  context: CommandContext,
  action: string,
  reasons: readonly string[],
  { json }: Pick<KeepingOptions, 'json'>,
): number {
  for (const reason of reasons) context.tell(`${visibleText(reason)}\n`);
  if (json) context.printExact(jsonText(keptJson(action, false, []), 2));
  return ExitCode.Failed;
}
