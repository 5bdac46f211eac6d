import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { usageError } from '../usage-error.ts';
import { STDIN } from './stdin-path.ts';

/** Options of the commands that take what they are about from another program as well. */
export interface GivenOptions {
  readonly stdin: boolean;
  readonly stdin0: boolean;
}

/** Add the options to a command, which then takes none of the words it needs. */
export function withGivenWords(command: Command): Command {
  return command
    .option('--stdin', 'take more of them from standard input, one a line', false)
    .option('--stdin0', 'the same, with a NUL behind each', false);
}

/**
 * The words of a command line, and those on standard input behind them.
 *
 * @param needed What one of them is called, where there has to be one.
 * @throws A usage error where both standard input itself and words from it are meant, or where there is none at all.
 */
export async function givenWords(
  context: CommandContext,
  words: readonly string[],
  { stdin, stdin0 }: GivenOptions,
  needed?: string,
): Promise<readonly string[]> {
  if (stdin && stdin0) throw usageError('--stdin or --stdin0, not both');
  if ((stdin || stdin0) && words.includes(STDIN))
    throw usageError('- is an agent on standard input, and --stdin names of agents: only one can be read');
  const more = stdin ? await linesOf(context) : stdin0 ? await wordsOf(context) : [];
  if (needed !== undefined && !stdin && !stdin0 && words.length === 0)
    throw usageError(`missing required argument '${needed}'`);
  return [...words, ...more];
}

async function linesOf(context: CommandContext): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of context.inputLines()) if (line.trim() !== '') lines.push(line);
  return lines;
}

async function wordsOf(context: CommandContext): Promise<readonly string[]> {
  const read = await context.readInput();
  // A NUL makes a file no text; here it parts what is.
  const text = read.kind === 'text' ? read.text : read.otherwise?.encoding === 'nul-byte' ? read.otherwise.text : null;
  if (text === null) throw usageError(`standard input: ${read.kind === 'failed' ? read.reason : ''}`);
  return text.split('\0').filter((word) => word !== '');
}
