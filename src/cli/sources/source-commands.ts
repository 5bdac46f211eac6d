import { type CommandLine, collect, JSON_HELP } from '../command-line.ts';
import { didYouMean } from '../guide/usage-hint.ts';
import { usageError } from '../usage-error.ts';
import type { AddOptions, UpdateOptions } from './source-options.ts';

const ADDRESSES = 'https, ssh, git or file addresses, git@host:path or owner/repo, with #REF behind it';

const listAction: CommandLine = {
  name: 'list',
  isDefault: true,
  define: (command, { context, finish }) => {
    command
      .description(
        'list every source; of one from a repository what was taken of it when, and what was changed by hand',
      )
      .option('--json', JSON_HELP, false)
      .allowExcessArguments()
      .action(async (options: { json: boolean }) => {
        const [word] = command.args;
        if (word !== undefined) {
          const isNamed = command.parent?.args[0] === 'list';
          const names = SOURCE_ACTIONS.map(({ name }) => name);
          throw usageError(
            isNamed ? 'source list takes no names' : `source has no action ${word}${didYouMean(word, names)}`,
          );
        }
        const { listSources } = await import('../authoring.ts');
        finish(await listSources(context, options.json));
      });
  },
};

const addAction: CommandLine = {
  name: 'add',
  define: (command, { context, finish }) => {
    command
      .description('look for agents in a folder from now on, or in a repository, as it is now')
      .argument('<source...>', `folders; repositories: ${ADDRESSES}; bundled: the agents that come with the program`)
      .option('--ref <ref>', 'a branch of the repository, which is followed, or a tag or commit, which is not')
      .option('--path <folder>', 'only this folder of the repository; may be given several times', collect, [])
      .option('--name <name>', 'what the repository is to be called here')
      .option('--project', 'into the lock file of the project, agents.lock.json', false)
      .action(async (words: readonly string[], options: AddOptions) => {
        const { addSources } = await import('../authoring.ts');
        finish(await addSources(context, words, options));
      });
  },
};

const updateAction: CommandLine = {
  name: 'update',
  define: (command, { context, finish }) => {
    command
      .description(
        'show what changed in repositories since they were taken, and in what was installed from them, ask, and take it',
      )
      .argument('[name...]', 'only these, as source list names them')
      .option('--ref <ref>', 'from now on this branch, tag or commit, of one source')
      .option('-n, --dry-run', 'show what changed, and take nothing', false)
      .option('--yes', 'take it without asking', false)
      .option('--resolved', 'what was installed and is in conflict was merged by hand', false)
      .option('--json', JSON_HELP, false)
      .action(async (names: readonly string[], options: UpdateOptions) => {
        const { updateSources } = await import('../authoring.ts');
        finish(await updateSources(context, names, options));
      });
  },
};

const restoreAction: CommandLine = {
  name: 'restore',
  define: (command, { context, finish }) => {
    command.description('take exactly what the lock files say, as on a new machine').action(async () => {
      const { restoreSources } = await import('../authoring.ts');
      finish(await restoreSources(context));
    });
  },
};

const removeAction: CommandLine = {
  name: 'remove',
  define: (command, { context, finish }) => {
    command
      .description('look there no longer; what was installed from there stays, and is named')
      .argument(
        '<source...>',
        'folders, and names or addresses of repositories; bundled hides what comes with the program',
      )
      .action(async (words: readonly string[]) => {
        const { removeSources } = await import('../authoring.ts');
        finish(await removeSources(context, words));
      });
  },
};

const SOURCE_ACTIONS: readonly CommandLine[] = [listAction, addAction, updateAction, restoreAction, removeAction];

const sourceCommand: CommandLine = {
  name: 'source',
  actions: SOURCE_ACTIONS,
  valued: ['--ref', '--path', '--name'],
  define: (command) => {
    command.description('list where agents are looked for, add folders or repositories, update those, or remove some');
  },
};

/** The commands about where agents come from. */
export const SOURCE_COMMANDS: readonly CommandLine[] = [sourceCommand];
