import type { Command } from 'commander';
import { listedWith } from '../../ports/setting-table.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { didYouMean } from '../guide/usage-hint.ts';
import { usageError } from '../usage-error.ts';
import { candidates } from './candidates.ts';
import { completionScript } from './scripts.ts';
import { bashText, SHELLS, type Shell, typedWords } from './shell-text.ts';

/**
 * `agents complete`: what a word can become, for the scripts of the shells: `files` or `words`, then each, with a NUL
 * behind.
 *
 * @param words For Bash the command line up to the cursor; for the others its words without the first.
 */
export async function complete(
  context: CommandContext,
  program: Command,
  words: readonly string[],
  shell: Shell,
): Promise<number> {
  const typed = shell === 'bash' ? typedWords(words.join(' ')) : null;
  const given = typed === null ? words : typed.slice(1).map(({ text }) => text);
  const last = given.at(-1) ?? '';
  const found = await candidates(context, program, given);
  const fitting = [...new Set(found.words)].filter((word) => word.startsWith(last) && isInsertable(word, shell));
  const current = typed?.at(-1);
  const inserted = current === undefined ? fitting : fitting.map((word) => bashText(word, current));
  context.printExact([found.files ? 'files' : 'words', ...inserted].map((word) => `${word}\0`).join(''));
  return ExitCode.Done;
}

/** Fish takes what is to choose from in lines, and what is behind a tab for a description. */
const isInsertable = (word: string, shell: Shell): boolean => word !== '' && (shell !== 'fish' || !/[\n\t]/.test(word));

/**
 * `agents completion`: the script that a shell reads.
 *
 * @param word Which shell; without one, the user's.
 * @throws A usage error for one that it is not there for.
 */
export function completion(context: CommandContext, word: string | undefined): number {
  const own = context.environment.SHELL ?? '';
  const name = word ?? own.slice(own.lastIndexOf('/') + 1);
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined) {
    const known = listedWith(SHELLS, 'or');
    if (word === undefined) throw usageError(`Say for which shell: ${known}`);
    throw usageError(`Completion is there for ${known}, not ${visibleText(word)}${didYouMean(word, SHELLS)}`);
  }
  const other = context.program === 'agents' ? 'agents-workbench' : 'agents';
  context.printExact(completionScript(shell, [context.program, other]));
  return ExitCode.Done;
}
