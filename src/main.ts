import process from 'node:process';
import { runCli } from './cli/run-cli.ts';
import type { Outside } from './cli/safe-context.ts';
import { runOutside } from './outside.ts';

// Composition root of the commands. The interactive app has its own, `tui.ts`, loaded only when it is asked for.

/** Carries out the command line that the program was given. */
export const runCommands = (outside: Outside): Promise<number> => runCli(process.argv.slice(2), outside);

export function start(): void {
  runOutside(runCommands, async (options) => (await import('./tui.ts')).runTui(options));
}
