import { Option } from 'commander';
import { FORMATS, type Format } from '../core/definition/agent-definition.ts';
import { SEVERITY_WORDS, type Severity } from '../core/definition/diagnostic.ts';
import { KINDS, type Kind } from '../core/definition/kind.ts';
import { statedText } from '../core/definition/stated-field.ts';
import type { Conflicts } from '../core/settling/settle-unions.ts';
import { asOption, type CommandLine, choiceOption, collect, JSON_HELP, REF_HELP, share } from './command-line.ts';
import type { CompareFormat } from './commands/compare.ts';
import type { LintFormat } from './commands/lint.ts';
import type { RowOptions } from './compare/rows-asked.ts';
import { TRANSFER_COMMANDS } from './export/transfer-commands.ts';
import { type GivenOptions, givenWords, withGivenWords } from './pipes/given-words.ts';
import { type PathOptions, withPaths } from './pipes/path-list.ts';
import { usageError } from './usage-error.ts';

interface CompareValues extends RowOptions, GivenOptions {
  readonly as?: Format;
  readonly format: CompareFormat;
  readonly json: boolean;
  readonly since?: string;
  readonly check: boolean;
}

function togetherOption(): Option {
  const help =
    'two sections of two agents that speak of one thing, whatever they say; after all others, several times if need be';
  return new Option('--together <section...>', help).default([]);
}

function apartOption(): Option {
  return new Option('--apart <section...>', 'two that do not').default([]);
}

const compareCommand: CommandLine = {
  name: 'compare',
  alias: 'diff',
  define: (command, { context, finish, shared }) => {
    withGivenWords(command)
      .description('tell what two to eight agents say of each topic: what is the same, and what only one says')
      .argument('[ref...]', `${REF_HELP}; - for standard input`)
      .addOption(asOption())
      .addOption(choiceOption('--format <format>', 'how to print', ['text', 'json', 'markdown']).default('text'))
      .option('--since <revision>', 'tell what changed in what the agents say since a git revision instead')
      .option('--check', 'with --since: fail if anything is gone, or in conflict with what was said', false)
      .addOption(togetherOption())
      .addOption(apartOption())
      .option('--json', JSON_HELP, false)
      .action(async (references: readonly string[], { since, check, together, apart, ...options }: CompareValues) => {
        const { compare, compareSince } = await import('./authoring.ts');
        const words = await givenWords(context, references, options, 'ref');
        const inside = { ...context, stdinAs: options.as };
        const format = options.json ? 'json' : options.format;
        if (check && since === undefined) throw usageError('--check goes with --since');
        if (since !== undefined && together.length + apart.length > 0)
          throw usageError('--together and --apart go with two agents or more, not with --since');
        finish(
          since === undefined
            ? await compare(inside, words, { format, together, apart, ...shared() })
            : await compareSince(inside, words, { format, since, check, ...shared() }),
        );
      });
  },
};

const gapsCommand: CommandLine = {
  name: 'gaps',
  define: (command, { context, finish, shared }) => {
    command
      .description('tell what others for the same job say that an agent does not, by topic')
      .argument('<ref>', REF_HELP)
      .argument('[others...]', 'up to seven others; without them, those whose names and descriptions are most alike')
      .option('--with <source>', 'look for others only there: the id of a source, or a folder')
      .option('--json', JSON_HELP, false)
      .action(async (reference: string, others: readonly string[], options: { with?: string; json: boolean }) => {
        const { gaps } = await import('./authoring.ts');
        finish(await gaps(context, reference, others, { ...options, ...shared() }));
      });
  },
};

interface ComposeValues extends RowOptions {
  readonly name?: string;
  readonly recipe?: string;
  readonly description?: string;
  readonly tools?: string;
  readonly model?: string;
  readonly color?: string;
  readonly keep: readonly string[];
  readonly output?: string;
  readonly to: Format;
  readonly kind: Kind;
  readonly replaceMentions: boolean;
  readonly merge: boolean;
  /** What `merge` was called before. */
  readonly union: boolean;
  readonly conflicts: Conflicts | 'fail';
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly follow: boolean;
  readonly json: boolean;
}

const composeCommand: CommandLine = {
  name: 'compose',
  isUndoable: true,
  ownColor: true,
  define: (command, { context, finish, shared }) => {
    command
      .description('make a new agent out of sections of others')
      .argument('[section...]', 'REF#section-id, REF#section-id:N for its Nth passage, or REF#* for the whole prompt')
      .option('--name <name>', 'its name; needed unless a recipe has it')
      .option('--description <text>', 'its description; without it, that of the first agent')
      .option(
        '--tools <list>',
        'its tools, with commas, or merged, fewest, none, inherit; without it, merged: those that any agent states',
      )
      .option('--model <model>', 'its model')
      .option('--color <color>', 'its colour')
      .option(
        '-o, --output <file>',
        'the file to write; a folder if it ends in a slash; - prints it; needed but for a dry run',
      )
      .option('--keep <field>', 'keep another field of the agents too; may be given several times', collect, [])
      .addOption(choiceOption('--to <harness>', 'the harness it is written for', FORMATS).default('claude'))
      .addOption(choiceOption('--kind <kind>', 'what it is to be', KINDS).default('agent'))
      .option('--replace-mentions', 'write its name where the agents speak of themselves by theirs', false)
      .option('--merge', 'merge what the sections say of the same topics: every item once', false)
      .addOption(new Option('--union').default(false).hideHelp())
      .addOption(
        choiceOption(
          '--conflicts <how>',
          'with --merge, where two items are in conflict keep the first, keep both, or write nothing',
          ['first', 'both', 'fail'],
        ).default('first'),
      )
      .addOption(togetherOption())
      .addOption(apartOption())
      .option('--recipe <file>', 'build the agent again from a recipe file; with sections, write that file too')
      .option('--dry-run', 'print the file instead of writing it', false)
      .option('--force', 'replace an existing file; a backup is kept', false)
      .option('--follow', 'with --force, replace also the file that a link leads to', false)
      .option('--json', JSON_HELP, false)
      .action(async (picks: readonly string[], values: ComposeValues) => {
        const { compose } = await import('./authoring.ts');
        const { name, recipe = null, output = null } = values;
        if (output === null && !values.dryRun) throw usageError("required option '-o, --output <file>' not specified");
        const stated = {
          description: statedText(values.description),
          tools: statedText(values.tools),
          model: statedText(values.model),
          color: statedText(values.color),
        };
        const union = values.merge || values.union;
        if (!union && values.together.length + values.apart.length > 0)
          throw usageError('--together and --apart go with --merge');
        finish(await compose(context, picks, { ...values, ...stated, union, name, recipe, output, ...shared() }));
      });
  },
};

interface TwinsValues extends GivenOptions, PathOptions {
  readonly json: boolean;
  readonly threshold?: number;
  readonly check: boolean;
}

const twinsCommand: CommandLine = {
  name: 'twins',
  define: (command, { context, finish, shared }) => {
    withPaths(withGivenWords(command))
      .description('list twins: agents with the same or nearly the same prompt, or with one inside a larger one')
      .argument('[target...]', `only those of these folders, files or agents: ${REF_HELP}`)
      .option('--threshold <share>', 'how alike they are at least, 0.6 to 1, or 60 to 100 in percent', share)
      .option('--check', 'tell in a line which of them repeats another agent, and fail if any does', false)
      .option('--json', JSON_HELP, false)
      .action(async (targets: readonly string[], options: TwinsValues) => {
        const { twins } = await import('./authoring.ts');
        finish(await twins(context, await givenWords(context, targets, options), { ...options, ...shared() }));
      });
  },
};

interface LintValues extends GivenOptions, PathOptions {
  readonly fix: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly format: LintFormat;
  readonly severity: Severity;
  readonly strict: boolean;
  readonly list: boolean;
  readonly explain?: string;
  readonly stdinPath?: string;
}

const lintCommand: CommandLine = {
  name: 'lint',
  isUndoable: true,
  define: (command, { context, finish, shared }) => {
    withPaths(withGivenWords(command))
      .description('find problems of agents, and put right what can be')
      .argument('[target...]', `folders, files or agents: ${REF_HELP}; - for standard input`)
      .option('--fix', 'show what can be put right, ask, and write it; what git does not have is kept as it was', false)
      .option('--yes', 'with --fix: write without asking', false)
      .option('--dry-run', 'show what --fix would change, and write nothing', false)
      .addOption(choiceOption('--format <format>', 'how to print', ['text', 'json', 'sarif', 'github']).default('text'))
      .option('--json', JSON_HELP, false)
      .option('--list', 'only list all codes', false)
      .option('--explain <code>', 'only explain a code, with a bad and a good example')
      .option('--stdin-path <path>', 'judge the text on standard input (the target -) as if it lay there')
      .addOption(
        choiceOption(
          '--severity <severity>',
          'report from this severity on, and fail if there is anything to report',
          ['error', 'doubtful', 'info'],
          severityNamed,
        ).default('warning', 'doubtful'),
      )
      .option('--strict', 'remarks fail too, as with --severity info', false)
      .action(async (targets: readonly string[], { strict, ...values }: LintValues) => {
        const { lint } = await import('./authoring.ts');
        const format = values.json ? 'json' : values.format;
        const severity = strict ? 'info' : values.severity;
        const options = { ...values, severity, format, ...shared() };
        finish(await lint(context, await givenWords(context, targets, values), options));
      });
  },
};

/** A severity by its word, or by the one it has in JSON. */
function severityNamed(word: string): Severity | undefined {
  const words = Object.entries(SEVERITY_WORDS) as [Severity, string][];
  return words.find((both) => both.includes(word))?.[0];
}

/** The commands that compare, judge and write agents. */
export const AUTHORING_COMMANDS: readonly CommandLine[] = [
  compareCommand,
  gapsCommand,
  composeCommand,
  ...TRANSFER_COMMANDS,
  twinsCommand,
  lintCommand,
];
