import { type CommandLine, collect, JSON_HELP } from '../command-line.ts';
import type { SourceOptions } from './source-options.ts';

const sourceCommand: CommandLine = {
  name: 'source',
  define: (command, { context, finish }) => {
    command
      .description('list the sources, add folders or repositories, update those, or remove some')
      .argument('[action]', 'list, add, update, restore or remove', 'list')
      .argument(
        '[sources...]',
        'folders; repositories: https, ssh, git or file addresses, git@host:path or owner/repo, with #REF behind it; names of those; bundled: the agents that come with the program',
      )
      .option('--ref <ref>', 'add, update: a branch, which is followed, or a tag or commit, which is not')
      .option('--path <folder>', 'add: only this folder of the repository; may be given several times', collect, [])
      .option('--name <name>', 'add: what the source is to be called')
      .option('--project', 'add: into the lock file of the project, agents.lock.json', false)
      .option('-n, --dry-run', 'update: show what changed, and take nothing', false)
      .option('--yes', 'update: take it without asking', false)
      .option('--json', JSON_HELP, false)
      .action(async (action: string, words: readonly string[], options: SourceOptions) => {
        const { source } = await import('../authoring.ts');
        finish(await source(context, action, words, options));
      });
  },
};

/** The commands about where agents come from. */
export const SOURCE_COMMANDS: readonly CommandLine[] = [sourceCommand];
