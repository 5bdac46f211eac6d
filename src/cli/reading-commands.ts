import type { Format } from '../core/definition/agent-definition.ts';
import { asOption, type CommandLine, JSON_HELP, REF_HELP, wholeNumber } from './command-line.ts';
import { type KindChoice, kindOption } from './listed/kinds.ts';
import { type GivenOptions, givenWords, withGivenWords } from './pipes/given-words.ts';
import { type PathOptions, withPaths } from './pipes/path-list.ts';
import { usageError } from './usage-error.ts';

const tuiCommand: CommandLine = {
  name: 'tui',
  isDefault: true,
  define: (command, { context, finish, shared }) => {
    command
      .description('open the interactive app, on these folders or files only if any are given')
      .argument('[paths...]', 'folders or files')
      .option('--linear', 'tell everything in lines, for screen readers: nothing is drawn or redrawn', false)
      .action(async (paths: readonly string[], options: { linear: boolean }) => {
        const { tui } = await import('./commands/tui.ts');
        const commands = command.parent?.commands.map((one) => one.name()) ?? [];
        finish(await tui(context, paths, { ...options, ...shared(), commands }));
      });
  },
};

const listCommand: CommandLine = {
  name: 'list',
  alias: 'ls',
  define: (command, { context, finish, shared }) => {
    withPaths(command)
      .description('list every agent')
      .addOption(kindOption())
      .option('--json', JSON_HELP, false)
      .action(async (options: PathOptions & { json: boolean; kind: KindChoice }) => {
        const { list } = await import('./commands/list.ts');
        finish(await list(context, { ...options, ...shared() }));
      });
  },
};

const searchCommand: CommandLine = {
  name: 'search',
  define: (command, { context, finish, shared }) => {
    withPaths(command)
      .description('list the agents that a query finds, best first')
      .argument('[query...]', 'words, parts of words, an abbreviation, filters: see below')
      .option('--json', JSON_HELP, false)
      .addOption(kindOption())
      .option('--limit <count>', 'print no more than this many', wholeNumber)
      .option('--stdin', 'answer each line of standard input with a line of JSON', false)
      .action(
        async (
          words: readonly string[],
          options: PathOptions & { json: boolean; kind: KindChoice; limit?: number; stdin: boolean },
        ) => {
          if (!options.stdin && words.length === 0) throw usageError("missing required argument 'query'");
          const { search } = await import('./reading.ts');
          const { limit = null } = options;
          finish(await search(context, words.join(' '), { ...options, limit, ...shared() }));
        },
      );
  },
};

interface ShowValues extends GivenOptions {
  readonly json: boolean;
  readonly raw: boolean;
  readonly section?: string;
  readonly as?: Format;
}

const showCommand: CommandLine = {
  name: 'show',
  define: (command, { context, finish, shared }) => {
    withGivenWords(command)
      .description('print agents in full')
      .argument('[ref...]', `${REF_HELP}; - for standard input`)
      .addOption(asOption())
      .option('--json', JSON_HELP, false)
      .option('--raw', 'print the files as they are', false)
      .option('--section <id>', 'print only this section')
      .action(async (references: readonly string[], options: ShowValues) => {
        const { show } = await import('./reading.ts');
        const words = await givenWords(context, references, options, 'ref');
        finish(
          await show({ ...context, stdinAs: options.as }, words, {
            ...options,
            section: options.section ?? null,
            ...shared(),
          }),
        );
      });
  },
};

const whichCommand: CommandLine = {
  name: 'which',
  define: (command, { context, finish, shared }) => {
    withPaths(command)
      .description('tell which file each harness loads for a name, and why not the others')
      .argument('[name]', 'the name of an agent, or plugin:name')
      .option('--all', 'every name that a harness gives', false)
      .option('--json', JSON_HELP, false)
      .action(async (name: string | undefined, options: PathOptions & { json: boolean; all: boolean }) => {
        const { which } = await import('./reading.ts');
        finish(await which(context, name, { ...options, ...shared() }));
      });
  },
};

/** The commands that read definitions and show them. */
export const READING_COMMANDS: readonly CommandLine[] = [
  tuiCommand,
  listCommand,
  searchCommand,
  showCommand,
  whichCommand,
];
