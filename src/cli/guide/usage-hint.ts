import type { Command } from 'commander';
import { meantNames } from '../../core/naming/nearest-name.ts';

/**
 * What is wrong with a command line, in one line, with what was most likely meant and where help is.
 *
 * @param error What the parser found, or a command.
 * @param args The command line, the command first where one is named.
 */
export function usageHint(error: Error, program: Command, args: readonly string[]): string {
  const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  const named = args.find((argument) => names.includes(argument));
  const what = withMeantOption(usageLine(error.message), commandNamed(program, named));
  const help = `see ${program.name()} help${named === undefined || named === 'help' ? '' : ` ${named}`}`;
  return what.endsWith('?') ? `${what} ${help.charAt(0).toUpperCase()}${help.slice(1)}` : `${what}; ${help}`;
}

/** `; did you mean …?` where one of what there is was meant, as the end of a line; else nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const [meant] = meantNames(word, known);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

function commandNamed(program: Command, name: string | undefined): Command {
  return program.commands.find((one) => name !== undefined && [one.name(), ...one.aliases()].includes(name)) ?? program;
}

function withMeantOption(line: string, command: Command): string {
  const [, option] = /^unknown option '([^']+)'$/.exec(line) ?? [];
  if (option === undefined) return line;
  const options = [...command.options, ...(command.parent?.options ?? [])].filter(({ hidden }) => !hidden);
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
