import type { Argument, Command, Option } from 'commander';
import { actionsOf, programOf, wordsOf } from '../command-words.ts';
import { COMMAND_EXAMPLES } from './command-examples.ts';
import { extraBlocks } from './command-extras.ts';
import type { HelpPage, HelpRow } from './help-page.ts';

/**
 * What a command is for, takes and does.
 *
 * @param isWhole With examples, and the options that every command takes.
 */
export function commandPage(command: Command, isWhole = true): HelpPage {
  const root = programOf(command);
  const program = root.name();
  const options = command.options.filter((option) => !option.hidden);
  const given = command.registeredArguments.filter(({ description }) => description !== '');
  const examples = COMMAND_EXAMPLES[wordsOf(command)] ?? [];
  const actions = actionsOf(command).map(actionRow);
  return [
    { text: usageOf(command) },
    { text: sentence(command.description()) },
    ...(given.length === 0 ? [] : [{ title: 'Arguments', rows: given.map(argumentRow) }]),
    ...(options.length === 0 ? [] : [{ title: 'Options', rows: options.map(optionRow) }]),
    ...(actions.length === 0 || !isWhole
      ? []
      : [{ title: 'Actions', rows: actions }, { text: `${program} help ${command.name()} ACTION tells the rest.` }]),
    ...(isWhole
      ? [
          { title: 'Everywhere', rows: everywhere(root) },
          ...extraBlocks(command.name(), program),
          ...(examples.length === 0
            ? []
            : [{ title: 'Examples', commands: examples.map((one) => `${program} ${one}`) }]),
        ]
      : []),
  ];
}

/** `Usage: agents compare|diff [OPTIONS] REF…`, as every page of a command begins. */
function usageOf(command: Command): string {
  const names = [wordsOf(command), ...command.aliases()].join('|');
  const words = command.registeredArguments.map((one) => {
    const dots = one.variadic ? '...' : '';
    return one.required ? `<${one.name()}${dots}>` : `[${one.name()}${dots}]`;
  });
  const options = command.options.some((option) => !option.hidden) ? ['[options]'] : [];
  const action = actionsOf(command).length > 0 ? ['[action]'] : [];
  return [`Usage: ${programOf(command).name()}`, names, ...action, ...options, ...words].join(' ');
}

function actionRow(action: Command): HelpRow {
  return [action.name(), action.description()];
}

function argumentRow(argument: Argument): HelpRow {
  return [argument.name(), argument.description];
}

/** The options that every command takes. */
export function everywhere(program: Command): readonly HelpRow[] {
  return [...program.options.filter((option) => !option.hidden).map(optionRow), ['-h, --help', 'print this help']];
}

/** An option with its choices, and its default where that is worth a word: not that a switch is off, or a list empty. */
function optionRow(option: Option): HelpRow {
  const { flags, description, argChoices, defaultValue, defaultValueDescription } = option;
  const choices = argChoices === undefined ? [] : [listed(argChoices)];
  const saysSomething = defaultValue !== undefined && defaultValue !== false && !Array.isArray(defaultValue);
  const usual = saysSomething ? [`by default ${defaultValueDescription ?? String(defaultValue)}`] : [];
  const more = [...choices, ...usual];
  return [flags, more.length === 0 ? description : `${description} (${more.join('; ')})`];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
