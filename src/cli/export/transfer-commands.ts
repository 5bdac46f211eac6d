import { type Command, Option } from 'commander';
import { FORMATS, type Format } from '../../core/definition/agent-definition.ts';
import type { CommandContext } from '../command-context.ts';
import { asOption, type CommandLine, choiceOption, chosen, JSON_HELP, REF_HELP } from '../command-line.ts';
import { PLACE_HELP } from '../keeping/place.ts';
import { type GivenOptions, givenWords, withGivenWords } from '../pipes/given-words.ts';
import { usageError } from '../usage-error.ts';

interface TransferValues extends GivenOptions {
  readonly output?: string;
  readonly strict: boolean;
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

const exportCommand: CommandLine = {
  name: 'export',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    command
      .description('write agents in the format of another harness')
      .argument('[ref...]', `${REF_HELP}; or a folder, for all in it; - for standard input`)
      .addOption(asOption())
      .addOption(
        new Option(
          '--to <harness>',
          `the harness that is to read them, several with commas, or all: ${FORMATS.join(', ')}; without it, the setting harness`,
        ).argParser(harnessesNamed),
      )
      .option(
        '-o, --output <folder>',
        'the folder to write to, - to print; without it, where that harness looks in a project. For several harnesses, the project',
      );
    withTransferOptions(command).action(
      async (
        references: readonly string[],
        values: TransferValues & { to?: readonly Format[] | 'all'; as?: Format },
      ) => {
        const { exportDefinitions } = await import('../authoring.ts');
        const words = await givenWords(context, references, values, 'ref');
        finish(
          await exportDefinitions({ ...context, stdinAs: values.as }, words, {
            ...values,
            to: values.to ?? [await usualHarness(context)],
            output: values.output,
            ...shared(),
          }),
        );
      },
    );
  },
};

/**
 * The harness that the user writes for.
 *
 * @throws A usage error where he has said nothing of one.
 */
async function usualHarness({ readSettings }: CommandContext): Promise<Format> {
  const { values, originOf } = await readSettings();
  if (originOf('harness') === 'default') throw usageError("required option '--to <harness>' not specified");
  return values.harness;
}

const importCommand: CommandLine = {
  name: 'import',
  isUndoable: true,
  define: (command, { context, finish }) => {
    command
      .description('write agents of another harness in the format of Claude Code, or of where they are to be')
      .argument(
        '[path...]',
        'files, folders for all in them, or JSON as claude --agents takes it; - for standard input',
      )
      .addOption(
        choiceOption('--from <harness>', 'the harness that they are written for; without it, as each looks', FORMATS),
      )
      .option('--to <place>', `where they are to be, in its format: ${PLACE_HELP}`)
      .option('-o, --output <folder>', 'the folder to write to, - to print; without it, .claude/agents');
    withTransferOptions(command).action(
      async (paths: readonly string[], values: TransferValues & { from?: Format; to?: string }) => {
        const { importDefinitions } = await import('../authoring.ts');
        const words = await givenWords(context, paths, values, 'path');
        finish(await importDefinitions(context, words, { ...values, output: values.output }));
      },
    );
  },
};

function withTransferOptions(command: Command): Command {
  return withGivenWords(command)
    .option('--strict', 'refuse agents that could do more there than they may, or that it does not load', false)
    .option('--check', 'write nothing, and fail where a file is not what would be written', false)
    .option('--dry-run', 'print the files instead of writing them', false)
    .option('--force', 'replace files that a person wrote or changed; backups are kept', false)
    .option('--json', JSON_HELP, false);
}

/** Harnesses by their words, with commas, each once. */
function harnessesNamed(words: string): readonly Format[] | 'all' {
  const named = [...new Set(words.split(',').map((word) => word.trim()))];
  const choices = [...FORMATS, 'all'] as const;
  const formats = named.map((word) => chosen(word, choices, (one) => choices.find((choice) => choice === one)));
  return formats.includes('all') ? 'all' : FORMATS.filter((format) => formats.includes(format));
}

/** The commands that write agents in the format of another harness, and back. */
export const TRANSFER_COMMANDS: readonly CommandLine[] = [exportCommand, importCommand];
