import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../core/definition/agent-definition.ts';
import type { CommandContext } from './command-context.ts';
import { didYouMean } from './guide/usage-hint.ts';

/** A command as the command line knows it. What it does is loaded when it is called. */
export interface CommandLine {
  readonly name: string;
  readonly alias?: string;
  /** What it was called before: works the same, and no help speaks of it. */
  readonly olderName?: string;
  /** Whether it is meant where no command is named. */
  readonly isDefault?: true;
  /** Whether it is for programs alone, and no help speaks of it. */
  readonly isHidden?: true;
  /** Whether its option --color is of an agent, not of what is printed. */
  readonly ownColor?: true;
  /** Whether it has to do with the other commands, which are set up with it. */
  readonly knowsAll?: true;
  /** Whether what it does can be undone. */
  readonly isUndoable?: true;
  /** What it can be told to do, each with its own arguments and options. One is meant where none is named. */
  readonly actions?: readonly CommandLine[];
  /** Options of those that have a value, which is no action whatever it says. */
  readonly valued?: readonly string[];
  /** Say what it takes, and what to do with that. */
  readonly define: (command: Command, surroundings: CommandSurroundings) => void;
}

/** All names that a command is called by. */
export function namesOf({ name, alias, olderName }: CommandLine): readonly string[] {
  return [name, alias, olderName].filter((one) => one !== undefined);
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

/**
 * An option whose value is one of a few.
 *
 * @param choices Those that help speaks of.
 * @param meaningOf What a word stands for; nothing for one that is no choice.
 */
export function choiceOption(
  flags: string,
  help: string,
  choices: readonly string[],
  meaningOf: (word: string) => unknown = (word) => (choices.includes(word) ? word : undefined),
): Option {
  return new Option(flags, help).choices(choices).argParser((word: string) => chosen(word, choices, meaningOf));
}

/** `--as`, for an agent on standard input. */
export function asOption(): Option {
  return choiceOption('--as <harness>', 'whose rules an agent on standard input follows; else as it looks', FORMATS);
}

/**
 * What a word means among the choices there are.
 *
 * @throws Commander's own error, with the choices and what was most likely meant.
 */
export function chosen<Value>(
  word: string,
  choices: readonly string[],
  meaningOf: (word: string) => Value | undefined,
): Value {
  const value = meaningOf(word);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}${didYouMean(word, choices) || '.'}`);
}

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
