import type { Command } from 'commander';
import { type CommandLine, JSON_HELP, REF_HELP } from '../command-line.ts';
import { type GivenOptions, givenWords, withGivenWords } from '../pipes/given-words.ts';
import { usageError } from '../usage-error.ts';
import { PLACE_HELP } from './place.ts';

/** Options of all commands that change files of agents. */
interface ChangeValues {
  readonly dryRun: boolean;
  readonly json: boolean;
}

function changing(command: Command): Command {
  return command
    .option('-n, --dry-run', 'tell what would be done, and change nothing', false)
    .option('--json', JSON_HELP, false);
}

const FORCE_HELP = 'replace a file that is there; a backup is kept';

interface NewValues extends ChangeValues {
  readonly description?: string;
  readonly tools?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
  readonly force: boolean;
}

const newCommand: CommandLine = {
  name: 'new',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    changing(command)
      .description('write a new agent from a template, to be filled in')
      .argument('<name>', 'its name, and that of its file')
      .argument('[-]', 'take its prompt from standard input')
      .option('--description <text>', 'when it is to be used')
      .option('--tools <list>', 'its tools, with commas; without it, all')
      .option('--model <model>', 'its model')
      .option('--from <ref>', `make it after another agent: ${REF_HELP}`)
      .option('--to <place>', PLACE_HELP)
      .option('--force', FORCE_HELP, false)
      .action(async (name: string, input: string | undefined, values: NewValues) => {
        if (input !== undefined && input !== '-') throw usageError(`too many arguments: ${input}; quote a description`);
        const { newAgent } = await import('../authoring.ts');
        finish(await newAgent(context, name, { ...values, isPiped: input === '-', ...shared() }));
      });
  },
};

const copyCommand: CommandLine = {
  name: 'copy',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    changing(command)
      .description('copy the file of an agent to another place, or under another name')
      .argument('<ref>', REF_HELP)
      .argument('[name]', 'the name of the copy')
      .option('--to <place>', PLACE_HELP)
      .option('--force', FORCE_HELP, false)
      .allowExcessArguments()
      .action(
        async (reference: string, name: string | undefined, values: ChangeValues & { to?: string; force: boolean }) => {
          if (command.args.length > 2)
            throw usageError('copy takes one agent, and a name for it; install takes several');
          const { copy } = await import('../authoring.ts');
          finish(await copy(context, reference, name, { ...values, ...shared() }));
        },
      );
  },
};

const moveCommand: CommandLine = {
  name: 'move',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    changing(command)
      .description('move the file of an agent to another place')
      .argument('<ref>', REF_HELP)
      .requiredOption('--to <place>', PLACE_HELP)
      .option('--force', FORCE_HELP, false)
      .action(async (reference: string, values: ChangeValues & { to: string; force: boolean }) => {
        const { move } = await import('../authoring.ts');
        finish(await move(context, reference, { ...values, ...shared() }));
      });
  },
};

const removeCommand: CommandLine = {
  name: 'remove',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    changing(command)
      .description('remove the files of agents; undo brings them back')
      .argument('<ref...>', REF_HELP)
      .option('--yes', 'do not ask', false)
      .action(async (references: readonly string[], values: ChangeValues & { yes: boolean }) => {
        const { remove } = await import('../authoring.ts');
        finish(await remove(context, references, { ...values, ...shared() }));
      });
  },
};

function switchCommand(name: 'disable' | 'enable', description: string): CommandLine {
  return {
    name,
    isUndoable: true,
    define: (command, { context, finish, shared }) => {
      changing(command)
        .description(description)
        .argument('<ref...>', REF_HELP)
        .action(async (references: readonly string[], values: ChangeValues) => {
          const authoring = await import('../authoring.ts');
          finish(await authoring[name](context, references, { ...values, ...shared() }));
        });
    },
  };
}

const editCommand: CommandLine = {
  name: 'edit',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    command
      .description('open the file of an agent in your editor, and tell what is wrong with it afterwards')
      .argument('<ref>', REF_HELP)
      .action(async (reference: string) => {
        const { edit } = await import('../authoring.ts');
        finish(await edit(context, reference, shared()));
      });
  },
};

const installCommand: CommandLine = {
  name: 'install',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    withGivenWords(changing(command))
      .description('copy agents to where a harness looks, all or none, and remember where each is from')
      .argument('[ref...]', `${REF_HELP}; or the name of a source for all in it, source:name for one`)
      .option('--to <place>', PLACE_HELP)
      .option('--project', 'into the lock file of the project, agents.lock.json', false)
      .option('--force', FORCE_HELP, false)
      .action(
        async (
          references: readonly string[],
          values: ChangeValues & GivenOptions & { to?: string; force: boolean; project: boolean },
        ) => {
          const { install } = await import('../authoring.ts');
          const words = await givenWords(context, references, values, 'ref');
          finish(await install(context, words, { ...values, ...shared() }));
        },
      );
  },
};

const uninstallCommand: CommandLine = {
  name: 'uninstall',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    changing(command)
      .description('remove installed agents; undo brings them back')
      .argument('<ref...>', REF_HELP)
      .option('--yes', 'do not ask', false)
      .option('--force', 'also what was changed since', false)
      .action(async (references: readonly string[], values: ChangeValues & { yes: boolean; force: boolean }) => {
        const { uninstall } = await import('../authoring.ts');
        finish(await uninstall(context, references, { ...values, ...shared() }));
      });
  },
};

const undoCommand: CommandLine = {
  name: 'undo',
  define: (command, { context, finish }) => {
    command
      .description('have the files of the last action, or of another one, as they were before it')
      .argument('[id]', 'an action, as --list has it')
      .option('--list', 'list the actions that can be undone', false)
      .option('--force', 'undo it although a file was changed since; what is there is kept', false)
      .option('--json', JSON_HELP, false)
      .action(async (id: string | undefined, values: { list: boolean; force: boolean; json: boolean }) => {
        if (values.list && id !== undefined) throw usageError('--list takes no id');
        const { undo } = await import('../authoring.ts');
        finish(await undo(context, id ?? null, values));
      });
  },
};

const redoCommand: CommandLine = {
  name: 'redo',
  define: (command, { context, finish }) => {
    command
      .description('do again what was undone last')
      .option('--force', 'do so although a file was changed since; what is there is kept', false)
      .option('--json', JSON_HELP, false)
      .action(async (values: { force: boolean; json: boolean }) => {
        const { redo } = await import('../authoring.ts');
        finish(await redo(context, values));
      });
  },
};

/** The commands that keep the files of agents in order. */
export const KEEPING_COMMANDS: readonly CommandLine[] = [
  newCommand,
  copyCommand,
  moveCommand,
  installCommand,
  uninstallCommand,
  removeCommand,
  switchCommand('disable', 'switch agents off: no harness loads them, and what is not yours is not listed'),
  switchCommand('enable', 'switch agents on again'),
  editCommand,
  undoCommand,
  redoCommand,
];
