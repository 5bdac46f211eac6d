import type { Command } from 'commander';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { actionsOf, commandNamed } from '../command-words.ts';
import { didYouMean } from '../guide/usage-hint.ts';
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
 * @param words A command and perhaps an action of it, or a topic; none for the program.
 * @throws A usage error for what is neither a command nor a topic.
 */
export function help(
  context: CommandContext,
  program: Command,
  words: readonly string[],
  { all, man }: { readonly all: boolean; readonly man: boolean },
): number {
  if (man && (all || words.length > 0)) throw usageError('--man prints the whole manual, and stands alone');
  if (man) {
    context.printExact(manPage(program));
    return ExitCode.Done;
  }
  if (all && words.length > 0) throw usageError('A command or topic, or --all, not both');
  context.print(helpText(program, words, all, helpWidth(context.columns)));
  return ExitCode.Done;
}

function helpText(program: Command, words: readonly string[], all: boolean, width: number): string {
  const [word, ...more] = words;
  if (all) return pageText(everyCommand(program), width);
  if (word === undefined) return overviewText(program, (block) => pageText([block], width), width);
  const command = commandNamed(program, word);
  if (command !== undefined) return pageText(commandPage(actionNamed(command, more)), width);
  if (more.length > 0) throw usageError('Help is for one command or topic');
  const topic = Object.hasOwn(TOPICS, word) ? TOPICS[word] : undefined;
  if (topic !== undefined) return pageText(topic(program.name()), width);
  const known = [...program.commands.map((one) => one.name()), ...Object.keys(TOPICS)];
  throw usageError(`No command or topic is called ${visibleText(word)}${didYouMean(word, known)}`);
}

/** The action of a command that words name, or where there are none the command itself. */
function actionNamed(command: Command, words: readonly string[]): Command {
  const [word] = words;
  if (word === undefined) return command;
  const action = words.length === 1 ? commandNamed(command, word) : undefined;
  if (action !== undefined) return action;
  const actions = actionsOf(command).map((one) => one.name());
  if (actions.length === 0) throw usageError('Help is for one command or topic');
  throw usageError(`${command.name()} has no action ${visibleText(words.join(' '))}${didYouMean(word, actions)}`);
}

/** The help of a command, or of the program where it is that. */
export function helpOf(command: Command, columns: number | null): string {
  const { parent } = command;
  return parent === null
    ? helpText(command, [], false, helpWidth(columns))
    : pageText(commandPage(command), helpWidth(columns));
}
