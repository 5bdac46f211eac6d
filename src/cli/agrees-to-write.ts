import type { CommandContext } from './command-context.ts';

/** Ask whether so many files, whose difference was shown, are to be written; no answer is no. */
export async function agreesToWrite({ tell, inputLines }: CommandContext, count: number): Promise<boolean> {
  tell(`Write ${count === 1 ? 'this file' : `these ${count} files`}? [y/N] `);
  for await (const line of inputLines()) return /^y(?:es)?$/i.test(line.trim());
  return false;
}
