import { Command, CommanderError, Option } from 'commander';
import { AUTHORING_COMMANDS } from './authoring-commands.ts';
import { type AskedLook, type CommandContext, ExitCode } from './command-context.ts';
import { type CommandLine, choiceOption, collect, namesOf } from './command-line.ts';
import { GUIDE_COMMANDS, printHelp } from './guide/guide-commands.ts';
import { usageHint } from './guide/usage-hint.ts';
import { KEEPING_COMMANDS } from './keeping/keeping-commands.ts';
import { sourcesGiven } from './known-sources.ts';
import { WHENS } from './look/uses-color.ts';
import { OWNER_COMMANDS } from './owner-commands.ts';
import { STDIN, STDIN_PATH } from './pipes/stdin-path.ts';
import { READING_COMMANDS } from './reading-commands.ts';
import { RECIPE_COMMANDS } from './recipe-commands.ts';
import { type Outside, safeContext } from './safe-context.ts';
import { SOURCE_COMMANDS } from './sources/source-commands.ts';
import { isUsageError } from './usage-error.ts';

/**
 * Carry out a command line.
 *
 * Each command's code is loaded when it is called, so that `--version` costs next to nothing.
 *
 * @param args The arguments without those of Node.
 * @returns The exit code: 0 done, 1 the work failed or found problems, 2 wrong usage.
 */
export async function runCli(args: readonly string[], outside: Outside): Promise<number> {
  let asked: () => AskedLook = () => ({});
  const context = { ...safeContext(outside), asked: () => asked() };
  let code: number = ExitCode.Done;
  let helped: Command | null = null;
  const given = commandFirst(args.map(asReference));
  const journalled = journalledBy(context);
  const program = createProgram(given[0], context, {
    journalled,
    finish: (result) => {
      code = result;
    },
    onHelp: (command) => {
      helped = command;
    },
  });
  asked = () => program.opts<AskedLook>();
  try {
    await program.parseAsync(given, { from: 'user' });
    return code;
  } catch (error) {
    if (helped !== null) {
      await printHelp(context, helped);
      return ExitCode.Done;
    }
    if (error instanceof CommanderError && error.exitCode === 0) return ExitCode.Done;
    if (!(error instanceof CommanderError || isUsageError(error))) throw error;
    context.tell(`${usageHint(error, program, given)}\n`);
    return ExitCode.Usage;
  } finally {
    await journalled.close();
  }
}

/** Keeps what a command changes together, as one action. */
interface Journalled {
  begin(words: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

function journalledBy({ openJournal, tell }: CommandContext): Journalled {
  let isBegun = false;
  return {
    begin: async (words) => {
      isBegun = true;
      (await openJournal()).begin(words.join(' ').slice(0, LONGEST_WORDS));
    },
    close: async () => {
      if (!isBegun) return;
      const { problem } = await (await openJournal()).close();
      if (problem !== null) tell(`${problem}\n`);
    },
  };
}

/** Of what was typed, that is enough to know an action by. */
const LONGEST_WORDS = 200;

/** Every command. */
export const COMMANDS: readonly CommandLine[] = [
  ...READING_COMMANDS,
  ...SOURCE_COMMANDS,
  ...AUTHORING_COMMANDS,
  ...OWNER_COMMANDS,
  ...KEEPING_COMMANDS,
  ...RECIPE_COMMANDS,
  ...GUIDE_COMMANDS,
];

/** Options that stand anywhere and have a value, which is no command whatever it says. */
const WITH_VALUE: ReadonlySet<string> = new Set(['--source', '--color', '--hyperlink']);

/** The command before the options that were written before it, as they may be; what asks for the version stays first. */
function commandFirst(args: readonly string[]): readonly string[] {
  const [first, ...rest] = args;
  if (first === '-v' || first === 'version') return ['--version', ...rest];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (WITH_VALUE.has(word)) at++;
    else if (!word.startsWith('-')) {
      const command = COMMANDS.find((one) => namesOf(one).includes(word));
      return command === undefined
        ? args
        : [word, ...actionFirst(command, [...args.slice(0, at), ...args.slice(at + 1)])];
    } else if (ENDS.has(word)) return args;
  }
  return args;
}

/** The same for the action of a command that has some. */
function actionFirst({ actions = [], valued = [] }: CommandLine, args: readonly string[]): readonly string[] {
  const isValue = (option: string): boolean => WITH_VALUE.has(option) || valued.includes(option);
  const at = args.findIndex((word, place) => !word.startsWith('-') && !isValue(args[place - 1] ?? ''));
  const isAction = actions.some(({ name }) => name === args[at]);
  return isAction ? [args[at] ?? '', ...args.slice(0, at), ...args.slice(at + 1)] : args;
}

/** A part of what is on standard input, which would be read as an option. */
const asReference = (word: string): string => (word.startsWith(`${STDIN}#`) ? STDIN_PATH + word.slice(1) : word);

/** Behind these no command is looked for. */
const ENDS: ReadonlySet<string> = new Set(['--', '-', '-V', '--version', '-h', '--help']);

interface Listeners {
  /** Told the exit code. */
  readonly finish: (code: number) => void;
  /** Told of which command, or of the program, help is wanted. */
  readonly onHelp: (command: Command) => void;
  readonly journalled: Journalled;
}

/**
 * The command line.
 *
 * @param first The first argument. Where it is a command's name no other command is needed, and setting up all of them
 * takes milliseconds.
 */
function createProgram(
  first: string | undefined,
  context: CommandContext,
  { finish, onHelp, journalled }: Listeners,
): Command {
  const program = new Command(context.program)
    .description('Find, compare and compose agents.')
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .option('--source <folder>', 'look only there; may be given several times', collect, [])
    .addOption(choiceOption('--hyperlink <when>', 'make links of paths', WHENS))
    .addOption(new Option('--no-pager', 'print what is longer than the screen, with no other program to show it'))
    .showSuggestionAfterError(false)
    .configureHelp({
      formatHelp: (command) => {
        onHelp(command);
        return '';
      },
    })
    .configureOutput({
      writeOut: (text) => text !== '' && context.print(text),
      writeErr: () => {},
      outputError: () => {},
    })
    .exitOverride();
  const named = COMMANDS.filter((one) => first !== undefined && !one.knowsAll && namesOf(one).includes(first));
  // The colour of the agent is meant by a command that has one.
  if (!named.some((one) => one.ownColor))
    program
      .addOption(choiceOption('--color <when>', 'colour what is printed', WHENS))
      .addOption(new Option('--no-color').hideHelp());
  const surroundings = {
    context,
    finish,
    shared: () => {
      const { source } = program.opts<{ readonly source: readonly string[] }>();
      return { source: source.length > 0 ? source : sourcesGiven(context) };
    },
  };
  const add = (parent: Command, one: CommandLine): void => {
    const {
      name,
      alias,
      olderName,
      isDefault = false,
      isHidden = false,
      isUndoable = false,
      actions = [],
      define,
    } = one;
    const command = parent.command(name, { isDefault, hidden: isHidden }).helpCommand(false);
    if (alias !== undefined) command.alias(alias);
    define(command, surroundings);
    for (const action of actions) add(command, action);
    if (isUndoable) command.hook('preAction', (_, { args }) => journalled.begin([name, ...args]));
    if (olderName !== undefined) define(parent.command(olderName, { hidden: true }), surroundings);
  };
  for (const one of named.length > 0 ? named : COMMANDS) add(program, one);
  return program;
}
