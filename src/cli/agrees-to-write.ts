import type { CommandContext } from './command-context.ts';

/** Ask whether so many files, whose difference was shown, are to be written; no answer is no. */
export async function agreesToWrite(context: CommandContext, count: number): Promise<boolean> {
  if (!(await isAskedFirst(context))) return true;
  context.tell(`Write ${count === 1 ? 'this file' : `these ${count} files`}? [y/N] `);
  for await (const line of context.inputLines()) return /^y(?:es)?$/i.test(line.trim());
  return false;
}

/** Whether the user wants to be asked before files go, are mended or taken over; else the answer is yes. */
export async function isAskedFirst({ readSettings }: Pick<CommandContext, 'readSettings'>): Promise<boolean> {
  return (await readSettings()).values.confirm;
}
