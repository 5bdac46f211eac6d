import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { type CommandLine, choiceOption, JSON_HELP } from '../command-line.ts';

const helpCommand: CommandLine = {
  name: 'help',
  knowsAll: true,
  define: (command, { context, finish }) => {
    command
      .description('tell how to use the program, a command, or one of the topics')
      .argument(
        '[topic...]',
        'a command, an action of one behind it (source add), or refs, queries, exit-codes, environment, files or formats',
      )
      .option('--all', 'every command with its options', false)
      .option('--man', 'the page of the manual, as man reads it', false)
      .action(async (topic: readonly string[], options: { all: boolean; man: boolean }) => {
        const { help } = await import('./guide.ts');
        finish(help(context, command.parent ?? command, topic, options));
      });
  },
};

const configCommand: CommandLine = {
  name: 'config',
  define: (command, { context, finish }) => {
    command
      .description('list the settings and where they come from, or change one')
      .argument('[action]', 'list, get, set, unset, path, edit or schema', 'list')
      .argument('[words...]', 'a key, and what it is to be')
      .option('--json', JSON_HELP, false)
      .action(async (action: string, words: readonly string[], options: { json: boolean }) => {
        const { config } = await import('./guide.ts');
        finish(await config(context, action, words, options));
      });
  },
};

const doctorCommand: CommandLine = {
  name: 'doctor',
  define: (command, { context, finish }) => {
    command
      .description('tell whether all is in order around the program, and what to do where it is not')
      .option('--json', JSON_HELP, false)
      .action(async (options: { json: boolean }) => {
        const { doctor } = await import('./guide.ts');
        finish(await doctor(context, options));
      });
  },
};

const schemaCommand: CommandLine = {
  name: 'schema',
  define: (command, { context, finish }) => {
    command
      .description('print what a command prints with --json, as a JSON Schema')
      .argument('[command]', 'a command; without one, those that are described are listed')
      .action(async (name: string | undefined) => {
        const { schema } = await import('./guide.ts');
        finish(schema(context, name));
      });
  },
};

const completionCommand: CommandLine = {
  name: 'completion',
  define: (command, { context, finish }) => {
    command
      .description('print the script by which a shell completes commands, options, agents and sections')
      .argument('[shell]', 'bash, zsh or fish; without it, the one of $SHELL')
      .action(async (shell: string | undefined) => {
        const { completion } = await import('./guide.ts');
        finish(completion(context, shell));
      });
  },
};

const completeCommand: CommandLine = {
  name: 'complete',
  isHidden: true,
  knowsAll: true,
  define: (command, { context, finish }) => {
    command
      .argument('[words...]')
      .addOption(choiceOption('--shell <shell>', 'which shell asks', ['bash', 'zsh', 'fish']).default('zsh'))
      .action(async (words: readonly string[], { shell }: { shell: 'bash' | 'zsh' | 'fish' }) => {
        const { complete } = await import('./guide.ts');
        finish(await complete(context, command.parent ?? command, words, shell));
      });
  },
};

const tourCommand: CommandLine = {
  name: 'tour',
  isUndoable: true,
  define: (command, { context, finish }) => {
    command
      .description(
        'take the main job step by step, on what comes with the program, in a folder that is gone afterwards',
      )
      .option('--again', 'begin anew, not where the last tour was left', false)
      .option('--keep <folder>', 'put the file made at the end into this folder')
      .action(async (options: { again: boolean; keep?: string }) => {
        const { tour } = await import('./guide.ts');
        finish(await tour(context, options));
      });
  },
};

/** The commands about the program itself. */
export const GUIDE_COMMANDS: readonly CommandLine[] = [
  helpCommand,
  tourCommand,
  configCommand,
  doctorCommand,
  schemaCommand,
  completionCommand,
  completeCommand,
];

/** Print the help of a command, or of the program. */
export async function printHelp(context: CommandContext, command: Command): Promise<void> {
  const { helpOf } = await import('./guide.ts');
  context.print(helpOf(command, context.columns));
}
