import type { Command } from 'commander';
import { meantNames } from '../../core/naming/nearest-name.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { usageError } from '../usage-error.ts';
import { commandPage } from './command-page.ts';
import { manPage } from './man-page.ts';
import { everyCommand, overviewText } from './overview-page.ts';
import { helpWidth, pageText } from './page-text.ts';
import { TOPICS } from './topics.ts';

/**
 * `agents help`: of the program on one screen, of a command, of a topic, or of all commands.
 *
 * @param program With every command.
 * @throws A usage error for what is neither a command nor a topic.
 */
export function help(
  context: CommandContext,
  program: Command,
  word: string | undefined,
  { all, man }: { readonly all: boolean; readonly man: boolean },
): number {
  if (man && (all || word !== undefined)) throw usageError('--man prints the whole manual, and stands alone');
  if (man) {
    context.printExact(manPage(program));
    return ExitCode.Done;
  }
  if (all && word !== undefined) throw usageError('A command or topic, or --all, not both');
  context.print(helpText(program, word, all, helpWidth(context.columns)));
  return ExitCode.Done;
}

function helpText(program: Command, word: string | undefined, all: boolean, width: number): string {
  if (all) return pageText(everyCommand(program), width);
  if (word === undefined) return overviewText(program, (block) => pageText([block], width), width);
  const command = program.commands.find((one) => [one.name(), ...one.aliases()].includes(word));
  if (command !== undefined) return pageText(commandPage(command), width);
  const topic = Object.hasOwn(TOPICS, word) ? TOPICS[word] : undefined;
  if (topic !== undefined) return pageText(topic(program.name()), width);
  const [meant] = meantNames(word, [...program.commands.map((one) => one.name()), ...Object.keys(TOPICS)]);
  const nearest = meant === undefined ? '' : `; did you mean ${meant}?`;
  throw usageError(`No command or topic is called ${visibleText(word)}${nearest}`);
}

/** The help of a command, or of the program where it is that. */
export function helpOf(command: Command, columns: number | null): string {
  const { parent } = command;
  return parent === null
    ? helpText(command, undefined, false, helpWidth(columns))
    : pageText(commandPage(command), helpWidth(columns));
}
