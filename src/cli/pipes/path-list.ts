import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { printAsIs } from '../print-as-is.ts';
import { usageError } from '../usage-error.ts';

/** Options of the commands that can print paths alone. */
export interface PathOptions {
  readonly paths: boolean;
  readonly null: boolean;
}

/** Add the options to a command. */
export function withPaths(command: Command): Command {
  return command
    .option('--paths', 'print paths alone, absolute, one a line', false)
    .option('-0, --null', 'the same, with a NUL behind each, as xargs -0 reads them', false);
}

/**
 * Whether paths alone are wanted.
 *
 * @param json Whether a document is.
 * @throws A usage error where both are.
 */
export function wantsPaths(options: PathOptions, json: boolean): boolean {
  const isWanted = options.paths || options.null;
  if (isWanted && json) throw usageError('--json prints a document and --paths paths: only one can be printed');
  return isWanted;
}

/** Print paths, each once, for another program. */
export function printPaths(context: CommandContext, paths: Iterable<string>, options: PathOptions): void {
  const end = options.null ? '\0' : '\n';
  printAsIs(context, [...new Set(paths)].map((path) => path + end).join(''));
}
