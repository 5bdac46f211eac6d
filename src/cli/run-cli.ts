import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FORMATS, type Format } from '../core/agent-definition.ts';
import type { Severity } from '../core/diagnostic.ts';
import { QUERY_SYNTAX } from '../core/search/query.ts';
import { type CommandContext, ExitCode } from './command-context.ts';
import type { CompareFormat } from './commands/compare.ts';
import type { LintFormat } from './commands/lint.ts';
import { addRecipeCommands } from './recipe-commands.ts';
import { type Outside, safeContext } from './safe-context.ts';

/**
 * Carry out a command line.
 *
 * Each command's code is loaded when it is called, so that `--version` and help cost next to nothing.
 *
 * @param args The arguments without those of Node.
 * @returns The exit code: 0 done, 1 the work failed or found problems, 2 wrong usage.
 */
export async function runCli(args: readonly string[], outside: Outside): Promise<number> {
  const context = safeContext(outside);
  let code: number = ExitCode.Done;
  const program = createProgram(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return ExitCode.Done;
    if (error.code !== 'commander.help') context.tell(`${usageLine(error.message)}; see ${helpFor(program, args)}\n`);
    return ExitCode.Usage;
  }
}

type Finish = (code: number) => void;

function createProgram(context: CommandContext, finish: Finish): Command {
  const program = new Command('agents')
    .description('Find, compare and compose agent definitions.')
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--source <folder>', 'look only there; may be given several times', collect, [])
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: context.print, writeErr: context.tell, outputError: () => {} })
    .exitOverride();
  addTui(program, context, finish);
  addList(program, context, finish);
  addSearch(program, context, finish);
  addShow(program, context, finish);
  addWhich(program, context, finish);
  addCompare(program, context, finish);
  addCompose(program, context, finish);
  addExport(program, context, finish);
  addTwins(program, context, finish);
  addLint(program, context, finish);
  addSource(program, context, finish);
  addRecipeCommands(program, context, finish);
  return program;
}

function addTui(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('tui', { isDefault: true })
    .description('open the interactive app, on these folders or files only if any are given')
    .argument('[paths...]', 'folders or files')
    .action(async (paths: readonly string[]) => {
      const { tui } = await import('./commands/tui.ts');
      finish(await tui(context, paths, shared(program)));
    });
}

function addList(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('list')
    .description('list every definition')
    .option('--json', JSON_HELP, false)
    .action(async (options: { json: boolean }) => {
      const { list } = await import('./commands/list.ts');
      finish(await list(context, { ...options, ...shared(program) }));
    });
}

function addSearch(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('search')
    .description('list the definitions that a query finds, best first')
    .argument('[query...]', 'words, parts of words, an abbreviation, filters: see below')
    .option('--json', JSON_HELP, false)
    .option('--limit <count>', 'print no more than this many', wholeNumber)
    .option('--stdin', 'answer each line of standard input with a line of JSON', false)
    .addHelpText('after', `\nQueries:\n${queryHelp()}\n\nA query that begins with - goes behind --.`)
    .action(async (words: readonly string[], options: { json: boolean; limit?: number; stdin: boolean }, command) => {
      if (!options.stdin && words.length === 0) command.missingArgument('query');
      const { search } = await import('./commands/search.ts');
      const { limit = null } = options;
      finish(await search(context, words.join(' '), { ...options, limit, ...shared(program) }));
    });
}

function addShow(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('show')
    .description('print definitions in full')
    .argument('<ref...>', REF_HELP)
    .option('--json', JSON_HELP, false)
    .option('--raw', 'print the files as they are', false)
    .option('--section <id>', 'print only this section')
    .action(async (references: readonly string[], options: { json: boolean; raw: boolean; section?: string }) => {
      const { show } = await import('./commands/show.ts');
      finish(await show(context, references, { ...options, section: options.section ?? null, ...shared(program) }));
    });
}

function addWhich(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('which')
    .description('tell which file each harness loads for a name, and why not the others')
    .argument('<name>', 'the name of an agent, or plugin:name')
    .option('--json', JSON_HELP, false)
    .action(async (name: string, options: { json: boolean }) => {
      const { which } = await import('./commands/which.ts');
      finish(await which(context, name, { ...options, ...shared(program) }));
    });
}

function addCompare(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('compare')
    .alias('diff')
    .description('tell what two to eight definitions say of the same things: what is the same, and what only one says')
    .argument('<ref...>', REF_HELP)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .option('--json', JSON_HELP, false)
    .action(async (references: readonly string[], options: { json: boolean; format: CompareFormat }) => {
      const { compare } = await import('./commands/compare.ts');
      const format = options.json ? 'json' : options.format;
      finish(await compare(context, references, { format, ...shared(program) }));
    });
}

interface ComposeValues {
  readonly name?: string;
  readonly recipe?: string;
  readonly description?: string;
  readonly tools?: string;
  readonly model?: string;
  readonly color?: string;
  readonly keep: readonly string[];
  readonly output: string;
  readonly to: Format;
  readonly union: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

function addCompose(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('compose')
    .description('write a new definition out of sections of others')
    .argument('[pick...]', 'REF#section-id, REF#section-id:N for its Nth passage, or REF#* for the whole body')
    .option('--name <name>', 'its name; needed unless a recipe has it')
    .option('--description <text>', 'its description; without it, that of the first pick')
    .option(
      '--tools <list>',
      'its tools, with commas, or union, intersection, inherit; without it, those that any pick states',
    )
    .option('--model <model>', 'its model')
    .option('--color <color>', 'its colour')
    .requiredOption('-o, --output <file>', 'the file to write; a folder if it ends in a slash')
    .option('--keep <field>', 'carry another field of an ingredient over; may be given several times', collect, [])
    .addOption(new Option('--to <harness>', 'the harness it is written for').choices(FORMATS).default('claude'))
    .option('--union', 'make what the picks say of the same topics one: every item once', false)
    .option('--recipe <file>', 'build again from a recipe; with picks, write one there too')
    .option('--dry-run', 'print the file instead of writing it', false)
    .option('--force', 'replace an existing file; a backup is kept', false)
    .option('--json', JSON_HELP, false)
    .action(async (picks: readonly string[], values: ComposeValues) => {
      const { compose } = await import('./commands/compose.ts');
      const { name, description, tools, model, color, recipe = null } = values;
      const stated = { name, description, tools, model, color, recipe };
      finish(await compose(context, picks, { ...values, ...stated, ...shared(program) }));
    });
}

interface ExportValues {
  readonly to: Format;
  readonly output?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

function addExport(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('export')
    .description('write definitions in the format of another harness')
    .argument('<ref...>', REF_HELP)
    .addOption(new Option('--to <harness>', 'the harness that is to read them').choices(FORMATS).makeOptionMandatory())
    .option('-o, --output <folder>', 'the folder to write to; without it, where that harness looks in a project')
    .option('--dry-run', 'print the files instead of writing them', false)
    .option('--force', 'replace existing files; backups are kept', false)
    .option('--json', JSON_HELP, false)
    .action(async (references: readonly string[], values: ExportValues) => {
      const { exportDefinitions } = await import('./commands/export.ts');
      finish(await exportDefinitions(context, references, { ...values, output: values.output, ...shared(program) }));
    });
}

function addTwins(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('twins')
    .description('list definitions that say the same: exact and near copies, and those inside a larger one')
    .option('--json', JSON_HELP, false)
    .action(async (options: { json: boolean }) => {
      const { twins } = await import('./commands/twins.ts');
      finish(await twins(context, { ...options, ...shared(program) }));
    });
}

interface LintValues {
  readonly fix: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly format: LintFormat;
  readonly severity: Severity;
}

function addLint(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('lint')
    .description('find what is wrong in definitions, and put right what can be')
    .argument('[target...]', `folders, files or definitions: ${REF_HELP}`)
    .option('--fix', 'show what can be put right, ask, and write it; backups are kept', false)
    .option('--yes', 'with --fix: write without asking', false)
    .option('--dry-run', 'show what --fix would change, and write nothing', false)
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option('--json', JSON_HELP, false)
    .addOption(
      new Option('--severity <severity>', 'report from this severity on, and fail if there is anything to report')
        .choices(['error', 'warning', 'info'])
        .default('warning'),
    )
    .action(async (targets: readonly string[], values: LintValues) => {
      const { lint } = await import('./commands/lint.ts');
      const format = values.json ? 'json' : values.format;
      finish(await lint(context, targets, { ...values, format, ...shared(program) }));
    });
}

function addSource(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('source')
    .description('list the sources, or add a folder to them or take it out again')
    .argument('[action]', 'list, add or remove', 'list')
    .argument('[folders...]', 'folders to add or remove')
    .option('--json', JSON_HELP, false)
    .action(async (action: string, folders: readonly string[], options: { json: boolean }) => {
      const { source } = await import('./commands/source.ts');
      finish(await source(context, action, folders, options));
    });
}

const JSON_HELP = 'print one JSON document';
const REF_HELP = 'a name, scope:name, an id, or the path of a file';

function queryHelp(): string {
  const column = Math.max(...QUERY_SYNTAX.map(([example]) => example.length));
  return QUERY_SYNTAX.map(([example, meaning]) => `  ${example.padEnd(column)}  ${meaning}`).join('\n');
}

/** Options of every command. */
function shared(program: Command): { readonly source: readonly string[] } {
  return program.opts<{ readonly source: readonly string[] }>();
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(value);
}

/** One line that says what is wrong. */
function usageLine(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
}

/** The command line that helps. */
function helpFor(program: Command, args: readonly string[]): string {
  const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  const named = args.find((argument) => names.includes(argument));
  return named === undefined ? 'agents help' : `agents help ${named}`;
}
