import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openSettings, readSettings } from './adapters/conf-settings.ts';
import { crashHandler } from './adapters/crash-handler.ts';
import { defaultSources } from './adapters/default-sources.ts';
import { nodeFileSystem } from './adapters/node-file-system.ts';
import { sha256 } from './adapters/sha256.ts';
import { configFolder, dataFolder } from './adapters/user-folders.ts';
import { runCli } from './cli/run-cli.ts';
import { readVersion } from './version.ts';

// Composition root of the commands. The interactive app has its own, `tui.ts`, loaded only when it is asked for.

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const cwd = process.cwd();
const home = homedir();
const settingsFolder = configFolder(process.env);
const crashLog = join(dataFolder(process.env), 'crash.log');

/** A reader such as `head` has seen enough, or the terminal's window was closed: no error. */
const READER_IS_GONE: readonly unknown[] = ['EPIPE', 'EIO'];

let isTui = false;
const crashed = crashHandler({
  log: crashLog,
  shownLog: shownPath(crashLog),
  version: readVersion(packageFolder),
  mayHaveDraft: () => isTui,
});
process.on('uncaughtException', crashed);

let isOutputRead = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (!READER_IS_GONE.includes(error.code)) throw error;
  isOutputRead = false;
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (!READER_IS_GONE.includes(error.code)) throw error;
});

const interrupted = (): void => process.exit(130);
process.once('SIGINT', interrupted);

void runCli(process.argv.slice(2), {
  version: readVersion(packageFolder),
  files: nodeFileSystem,
  defaultSources: () => defaultSources({ cwd, home, bundled: join(packageFolder, 'agents') }),
  readSettings: () => readSettings(settingsFolder),
  openSettings: () => openSettings(settingsFolder),
  openDrafts: async () => (await import('./adapters/drafts-folder.ts')).draftsFolder(dataFolder(process.env)),
  openRecipes: async () => (await import('./adapters/recipes-folder.ts')).recipesFolder(dataFolder(process.env)),
  absolute: (path) => resolve(cwd, path),
  shown: shownPath,
  print: (text) => {
    if (isOutputRead) process.stdout.write(text);
    return isOutputRead;
  },
  tell: (text) => {
    process.stderr.write(text);
  },
  inputLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  // Some terminals report no width at first.
  columns: process.stdout.isTTY ? process.stdout.columns || 80 : null,
  interactive: process.stdin.isTTY && process.stdout.isTTY,
  canDraw: process.env.TERM !== 'dumb',
  sha256,
  runTui: async (sources) => {
    // The app restores the terminal before it goes; it has to be the only one that listens.
    process.removeListener('SIGINT', interrupted);
    isTui = true;
    const { runTui } = await import('./tui.ts');
    return runTui({ sources });
  },
}).then((code) => {
  process.exitCode = code;
}, crashed);

function shownPath(path: string): string {
  const inside = relative(cwd, path);
  if (!inside.startsWith('..') && inside !== '' && resolve(inside) !== inside) return inside;
  return path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}
