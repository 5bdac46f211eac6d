import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

/** A command as the command line knows it. What it does is loaded when it is called. */
export interface CommandLine {
  /** Its name and its other names. */
  readonly names: readonly string[];
  /**
   * Add it to the program.
   *
   * @param finish Told the exit code.
   */
  readonly add: (program: Command, context: CommandContext, finish: (code: number) => void) => void;
}

export const JSON_HELP = 'print one JSON document';
export const REF_HELP = 'a name, scope:name, an id, or the path of a file';

/** Options of every command. */
export function shared(program: Command): { readonly source: readonly string[] } {
  return program.opts<{ readonly source: readonly string[] }>();
}

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
