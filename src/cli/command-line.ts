import { type Command, InvalidArgumentError } from 'commander';
import type { CommandContext } from './command-context.ts';

/** A command as the command line knows it. What it does is loaded when it is called. */
export interface CommandLine {
  readonly name: string;
  readonly alias?: string;
  /** What it was called before: works the same, and no help speaks of it. */
  readonly olderName?: string;
  /** Whether it is meant where no command is named. */
  readonly isDefault?: true;
  /** Say what it takes, and what to do with that. */
  readonly define: (command: Command, surroundings: CommandSurroundings) => void;
}

/** What a command gets besides its own arguments. */
interface CommandSurroundings {
  readonly context: CommandContext;
  /** Told the exit code. */
  readonly finish: (code: number) => void;
  /** Options of every command. */
  readonly shared: () => { readonly source: readonly string[] };
}

export const JSON_HELP = 'print one JSON document';
export const REF_HELP = 'a name, scope:name, an id, or the path of a file';

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** For options that are counts. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(value);
}

/** A share as a number from 0 to 1, or in percent. */
export function share(value: string): number {
  const number = /^(?:\d{1,3}(?:\.\d{1,9})?|\.\d{1,9})%?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  const part = number > 1 || value.endsWith('%') ? number / 100 : number;
  if (part <= 1) return part;
  throw new InvalidArgumentError('It is a number from 0 to 1, or from 0 to 100 in percent.');
}
