#!/usr/bin/env node
import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadScript } from './adapters/compiled/compile-cache.ts';
import { showEarly } from './adapters/first-frame/early-frame.ts';
import { framePlace, readFrame } from './adapters/first-frame/kept-frame.ts';
import { exitCodeOf, isTerminalFile, standardOutput } from './adapters/standard-output.ts';
import { cacheFolder, settingsPlace } from './adapters/user-folders.ts';
import { programName } from './program-name.ts';
import type { Opening } from './tui.ts';
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
} else if (rest.length === 0 && ['--version', '-V', '-v', 'version'].includes(first ?? '')) {
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
    const folders = first === 'tui' ? rest : given;
    const opening = openingFrame(folders, cache);
    const app = load('tui.js') as typeof import('./tui.ts');
    app.start(folders, opening, (outside) => commands().runCommands(outside));
  } else commands().start();
}

/** The first frame of the app, shown as it was in an earlier run; `null` where the app will not open, or not as a screen. */
function openingFrame(folders: readonly string[], cache: string | null): Opening | null {
  const { env, stdout } = process;
  if (env.TERM === 'dumb' || !isTerminalFile(0) || !isTerminalFile(1)) return null;
  // Some terminals report no size at first.
  const { columns, rows } = stdout;
  if (!columns || !rows || !folders.every(isFolder)) return null;
  const settings = settingsPlace(env);
  const place = framePlace(
    cache,
    { columns, rows },
    fileURLToPath(new URL('tui.js', import.meta.url)),
    settings.folder && join(settings.folder, settings.file),
  );
  const kept = place && readFrame(place);
  return place && { place, early: kept && showEarly(kept) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
