import type { Command } from 'commander';
import { meantNames } from '../../core/naming/nearest-name.ts';
import { actionsOf, commandNamed, programOf } from '../command-words.ts';

/**
 * What is wrong with a command line, in one line, with what was most likely meant and where help is.
 *
 * @param error What the parser found, or a command.
 * @param args The command line, the command first where one is named.
 */
export function usageHint(error: Error, program: Command, args: readonly string[]): string {
  const named = commandOf(program, args);
  const what = withMeantOption(usageLine(error.message), named);
  const words = calledBy(program, args);
  const help = `see ${program.name()} help${words === 'help' ? '' : ` ${words}`}`.trimEnd();
  return what.endsWith('?') ? `${what} ${help.charAt(0).toUpperCase()}${help.slice(1)}` : `${what}; ${help}`;
}

/** `; did you mean …?` where one of what there is was meant, as the end of a line; else nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const [meant] = meantNames(word, known);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** The command that a command line names, or the action of one; the program where it names none. */
function commandOf(parent: Command, args: readonly string[]): Command {
  const at = args.findIndex((word) => commandNamed(parent, word) !== undefined);
  const named = commandNamed(parent, args[at]);
  return named === undefined ? parent : commandOf(named, args.slice(at + 1));
}

/** The names by which it does: `diff` for `compare`. */
function calledBy(parent: Command, args: readonly string[]): string {
  const at = args.findIndex((word) => commandNamed(parent, word) !== undefined);
  const named = commandNamed(parent, args[at]);
  return named === undefined ? '' : `${args[at]} ${calledBy(named, args.slice(at + 1))}`.trimEnd();
}

function withMeantOption(line: string, command: Command): string {
  const [, option] = /^unknown option '([^']+)'$/.exec(line) ?? [];
  if (option === undefined) return line;
  const all = command.parent === null ? [command] : [command, ...actionsOf(command), programOf(command)];
  const options = all.flatMap((one) => one.options).filter(({ hidden }) => !hidden);
  const [word = '', ...value] = option.split('=');
  const known = options.flatMap(({ long, short }) => [long, short].filter((one) => one !== undefined && one !== null));
  return line + didYouMean(value.length > 0 ? word : option, [...known, '--help']);
}

/** One line that says what is wrong. */
function usageLine(message: string): string {
  return message
    .replace(/^error: /, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\.$/, '');
}
