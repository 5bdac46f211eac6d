import { type CommandLine, JSON_HELP } from './command-line.ts';

const draftsCommand: CommandLine = {
  name: 'drafts',
  define: (command, { context, finish }) => {
    command
      .description('list the drafts kept, show one as the file it would become, or discard some')
      .argument('[action]', 'list, show or discard', 'list')
      .argument('[ids...]', 'ids of drafts, as listed')
      .option('--force', 'discard also what is open in a window of the app', false)
      .option('--json', JSON_HELP, false)
      .action(async (action: string, ids: readonly string[], options: { json: boolean; force: boolean }) => {
        const { drafts } = await import('./authoring.ts');
        finish(await drafts(context, action, ids, options));
      });
  },
};

const statusCommand: CommandLine = {
  name: 'status',
  define: (command, { context, finish }) => {
    command
      .description('tell of composed files whether they or what they were composed from have changed since')
      .argument('[files...]', 'composed files; without any, all there are recipes for')
      .option('--json', JSON_HELP, false)
      .action(async (files: readonly string[], options: { json: boolean }) => {
        const { status } = await import('./authoring.ts');
        finish(await status(context, files, options));
      });
  },
};

const recomposeCommand: CommandLine = {
  name: 'recompose',
  define: (command, { context, finish }) => {
    command
      .description('take over into a composed file what its ingredients say now; what you changed in it stays')
      .argument('<file>', 'the composed file')
      .option('--dry-run', 'show what would change, and write nothing', false)
      .option('--resolved', 'take the file as it is for merged by hand', false)
      .option('--json', JSON_HELP, false)
      .action(async (file: string, options: { dryRun: boolean; resolved: boolean; json: boolean }) => {
        const { recomposeFile } = await import('./authoring.ts');
        finish(await recomposeFile(context, file, options));
      });
  },
};

/** The commands about drafts and about what was composed. */
export const RECIPE_COMMANDS: readonly CommandLine[] = [draftsCommand, statusCommand, recomposeCommand];
