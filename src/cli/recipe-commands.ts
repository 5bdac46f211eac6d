import { type CommandLine, JSON_HELP, REF_HELP } from './command-line.ts';
import { type GivenOptions, givenWords, withGivenWords } from './pipes/given-words.ts';
import { type PathOptions, withPaths } from './pipes/path-list.ts';

const draftsCommand: CommandLine = {
  name: 'drafts',
  define: (command, { context, finish }) => {
    command
      .description('list the drafts, show one as the file it would become, or discard some')
      .argument('[action]', 'list, show or discard', 'list')
      .argument('[ids...]', 'ids of drafts, as listed')
      .option('--force', 'discard a draft even if it is open in a window of the app', false)
      .option('--json', JSON_HELP, false)
      .action(async (action: string, ids: readonly string[], options: { json: boolean; force: boolean }) => {
        const { drafts } = await import('./authoring.ts');
        finish(await drafts(context, action, ids, options));
      });
  },
};

interface StatusValues extends GivenOptions, PathOptions {
  readonly json: boolean;
  readonly check: boolean;
  readonly accept: boolean;
}

const statusCommand: CommandLine = {
  name: 'status',
  define: (command, { context, finish }) => {
    withPaths(withGivenWords(command))
      .description('tell which agents made here, or the agents they are made from, have changed since')
      .argument('[files...]', 'files of agents made here; without any, all of them')
      .option('--check', 'for scripts: of the project alone, and how many were looked at', false)
      .option('--accept', 'of the files named: take no change of what they are made from, and tell it no more', false)
      .option('--json', JSON_HELP, false)
      .action(async (files: readonly string[], options: StatusValues) => {
        const { status } = await import('./authoring.ts');
        finish(await status(context, await givenWords(context, files, options), options));
      });
  },
};

const updateCommand: CommandLine = {
  name: 'update',
  isUndoable: true,
  olderName: 'recompose',
  define: (command, { context, finish }) => {
    command
      .description('update an agent made here with what the agents it is made from say now; your own changes stay')
      .argument('<file>', 'the file of an agent made here')
      .option('--dry-run', 'show what would change, and write nothing', false)
      .option('--resolved', 'the conflicts are resolved by hand: the file counts as updated', false)
      .option('--json', JSON_HELP, false)
      .action(async (file: string, options: { dryRun: boolean; resolved: boolean; json: boolean }) => {
        const { recomposeFile } = await import('./authoring.ts');
        finish(await recomposeFile(context, file, options));
      });
  },
};

const renameCommand: CommandLine = {
  name: 'rename',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    command
      .description('give an agent another name, with its file and everything that speaks of it')
      .argument('<ref>', REF_HELP)
      .argument('<name>', 'its new name')
      .option('--dry-run', 'show what would change, and write nothing', false)
      .option('--json', JSON_HELP, false)
      .action(async (reference: string, name: string, options: { dryRun: boolean; json: boolean }) => {
        const { rename } = await import('./authoring.ts');
        finish(await rename(context, reference, name, { ...options, ...shared() }));
      });
  },
};

/** The commands about drafts, about what was made here, and about names. */
export const RECIPE_COMMANDS: readonly CommandLine[] = [draftsCommand, statusCommand, updateCommand, renameCommand];
