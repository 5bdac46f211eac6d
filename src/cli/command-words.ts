import type { Command } from 'commander';

/** The program that a command, or an action of one, belongs to. */
export function programOf(command: Command): Command {
  return command.parent === null ? command : programOf(command.parent);
}

/** What is typed behind the program's name to call a command: `list`, `source add`. */
export function wordsOf(command: Command): string {
  const { parent } = command;
  return parent === null ? '' : `${wordsOf(parent)} ${command.name()}`.trimStart();
}

/** All names of a command. */
export const namesOfCommand = (command: Command): readonly string[] => [command.name(), ...command.aliases()];

/** The command, or action of one, that is called by a name; nothing where there is none. */
export function commandNamed(parent: Command, name: string | undefined): Command | undefined {
  return parent.commands.find((one) => name !== undefined && namesOfCommand(one).includes(name));
}

/** What a command can be told to do, where that is a command of its own each. */
export function actionsOf(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}
