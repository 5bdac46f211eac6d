#!/usr/bin/env node
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadScript } from './adapters/compiled/compile-cache.ts';
import { exitCodeOf, standardOutput } from './adapters/standard-output.ts';
import { cacheFolder } from './adapters/user-folders.ts';
import { programName } from './program-name.ts';
import { unfitMachine } from './unfit-machine.ts';
import { readVersion } from './version.ts';

// Where the program starts. The version is asked for by scripts, often, and is said before anything else is loaded.

// Else Node opens its debugger to every user of the machine.
process.on('SIGUSR1', () => {});

const [first, ...rest] = process.argv.slice(2);
const unfit = unfitMachine(process);
if (unfit !== null) {
  standardOutput('stderr').write(`${programName(process.argv[1])} ${unfit}\n`);
  process.exitCode = 2;
} else if (rest.length === 0 && (first === '--version' || first === '-V')) {
  const output = standardOutput('stdout');
  output.write(`${readVersion(fileURLToPath(new URL('..', import.meta.url)))}\n`);
  process.exitCode = exitCodeOf(0, output, standardOutput('stderr'));
} else {
  const given = process.argv.slice(2);
  // What is no command opens the app.
  const task = first !== undefined && /^[a-z]{2,12}$/.test(first) ? first : 'tui';
  const cache = cacheFolder(process.env);
  const load = (script: string): unknown =>
    loadScript(fileURLToPath(new URL(script, import.meta.url)), cache && join(cache, 'compiled'), task);
  const commands = () => load('main.js') as typeof import('./main.ts');
  // Folders alone the app takes itself; what else there can be is for the command line.
  if (task === 'tui' && given.every((argument) => !argument.startsWith('-'))) {
    const app = load('tui.js') as typeof import('./tui.ts');
    app.start(first === 'tui' ? rest : given, (outside) => commands().runCommands(outside));
  } else commands().start();
}
