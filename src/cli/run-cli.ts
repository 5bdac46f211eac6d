import { Command, CommanderError } from 'commander';
import { AUTHORING_COMMANDS } from './authoring-commands.ts';
import { type CommandContext, ExitCode } from './command-context.ts';
import { type CommandLine, collect } from './command-line.ts';
import { OWNER_COMMANDS } from './owner-commands.ts';
import { READING_COMMANDS } from './reading-commands.ts';
import { RECIPE_COMMANDS } from './recipe-commands.ts';
import { type Outside, safeContext } from './safe-context.ts';
import { isUsageError } from './usage-error.ts';

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
  const program = createProgram(args[0], context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return ExitCode.Done;
    if (!(error instanceof CommanderError || isUsageError(error))) throw error;
    const isHelp = 'code' in error && error.code === 'commander.help';
    if (!isHelp) context.tell(`${usageLine(error.message)}; see ${helpFor(program, args)}\n`);
    return ExitCode.Usage;
  }
}

const COMMANDS: readonly CommandLine[] = [
  ...READING_COMMANDS,
  ...AUTHORING_COMMANDS,
  ...OWNER_COMMANDS,
  ...RECIPE_COMMANDS,
];

/**
 * The command line.
 *
 * @param first The first argument. Where it is a command's name no other command is needed, and setting up all of them
 * takes milliseconds.
 * @param finish Told the exit code.
 */
function createProgram(first: string | undefined, context: CommandContext, finish: (code: number) => void): Command {
  const program = new Command(context.program)
    .description('Find, compare and compose agents.')
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--source <folder>', 'look only there; may be given several times', collect, [])
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: context.print, writeErr: context.tell, outputError: () => {} })
    .exitOverride();
  const surroundings = { context, finish, shared: () => program.opts<{ readonly source: readonly string[] }>() };
  const named = COMMANDS.filter((one) => first !== undefined && namesOf(one).includes(first));
  for (const { name, alias, olderName, isDefault = false, define } of named.length > 0 ? named : COMMANDS) {
    const command = program.command(name, { isDefault });
    if (alias !== undefined) command.alias(alias);
    define(command, surroundings);
    if (olderName !== undefined) define(program.command(olderName, { hidden: true }), surroundings);
  }
  return program;
}

function namesOf({ name, alias, olderName }: CommandLine): readonly string[] {
  return [name, alias, olderName].filter((one) => one !== undefined);
}

/** One line that says what is wrong. */
function usageLine(message: string): string {
  return message
    .replace(/^error: /, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\.$/, '');
}

/** The command line that helps. */
function helpFor(program: Command, args: readonly string[]): string {
  const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  const named = args.find((argument) => names.includes(argument));
  return `${program.name()} help${named === undefined ? '' : ` ${named}`}`;
}
