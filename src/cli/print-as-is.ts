import type { CommandContext } from './command-context.ts';

/** Print a text to the byte where it goes into a file or another program; on a terminal it is made safe to show. */
export function printAsIs({ columns, print, printExact }: CommandContext, text: string): void {
  if (columns === null) printExact(text);
  else print(text);
}
