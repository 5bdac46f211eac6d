import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

/** Add the commands about drafts and about what was composed. */
export function addRecipeCommands(program: Command, context: CommandContext, finish: (code: number) => void): void {
  program
    .command('drafts')
    .description('list the drafts kept, show one as the file it would become, or discard some')
    .argument('[action]', 'list, show or discard', 'list')
    .argument('[ids...]', 'ids of drafts, as listed')
    .option('--json', JSON_HELP, false)
    .action(async (action: string, ids: readonly string[], options: { json: boolean }) => {
      const { drafts } = await import('./commands/drafts.ts');
      finish(await drafts(context, action, ids, options));
    });
  program
    .command('status')
    .description('tell of composed files whether they or what they were composed from have changed since')
    .argument('[files...]', 'composed files; without any, all there are recipes for')
    .option('--json', JSON_HELP, false)
    .action(async (files: readonly string[], options: { json: boolean }) => {
      const { status } = await import('./commands/status.ts');
      finish(await status(context, files, options));
    });
  program
    .command('recompose')
    .description('take over into a composed file what its ingredients say now; what you changed in it stays')
    .argument('<file>', 'the composed file')
    .option('--dry-run', 'show what would change, and write nothing', false)
    .option('--resolved', 'take the file as it is for merged by hand', false)
    .option('--json', JSON_HELP, false)
    .action(async (file: string, options: { dryRun: boolean; resolved: boolean; json: boolean }) => {
      const { recomposeFile } = await import('./commands/recompose.ts');
      finish(await recomposeFile(context, file, options));
    });
}

const JSON_HELP = 'print one JSON document';
