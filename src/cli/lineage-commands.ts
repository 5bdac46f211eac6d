import { type CommandLine, JSON_HELP, REF_HELP, wholeNumber } from './command-line.ts';

interface LineageValues {
  readonly in?: readonly string[];
  readonly credits: boolean;
  readonly json: boolean;
}

const lineageCommand: CommandLine = {
  name: 'lineage',
  define: (command, { context, finish, shared }) => {
    command
      .description('tell which agents a file was made of, by the lines it has from them')
      .argument('<file...>', `files, or agents: ${REF_HELP}`)
      .option('--in <folder...>', 'look for what it was made of only there')
      .option('--credits', 'tell the source and the licence file of each of them too', false)
      .option('--json', JSON_HELP, false)
      .action(async (files: readonly string[], { in: folders = [], ...options }: LineageValues) => {
        const { lineage } = await import('./authoring.ts');
        finish(await lineage(context, files, { ...options, in: folders, ...shared() }));
      });
  },
};

const sharedCommand: CommandLine = {
  name: 'shared',
  define: (command, { context, finish, shared: ofEvery }) => {
    command
      .description('list the lines that several agents have, twins counted once')
      .option('--min <count>', 'in how many agents a line stands at least', wholeNumber, 3)
      .option('--json', JSON_HELP, false)
      .action(async (options: { min: number; json: boolean }) => {
        const { shared } = await import('./authoring.ts');
        finish(await shared(context, { ...options, ...ofEvery() }));
      });
  },
};

/** The commands about lines that several agents have. */
export const LINEAGE_COMMANDS: readonly CommandLine[] = [lineageCommand, sharedCommand];
