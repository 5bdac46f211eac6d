import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled-files.ts';
import { startInTerminal } from './program-in-terminal.ts';

// A program in a new home compiles all of its code: a tenth of a second for a command, three for the app, hundreds of
// times over. So it is compiled once for each build, as everybody's is after the first day.

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(PROJECT, 'dist/agents.js');
const BUILT = join(PROJECT, 'dist/tui.js');
const HOMES = join(PROJECT, 'node_modules/.cache/agents-compiled');
const DEFINITIONS = join(PROJECT, 'test/fixtures/definitions');

/** A line for each command that tests often start in a new home: much of what it is made of is called. */
const LINES: readonly (readonly string[])[] = [
  ['source', 'add', DEFINITIONS],
  ['list'],
  ['lint'],
  ['search', 'backend'],
  ['show', 'backend-lead'],
  ['twins'],
  ['compare', 'backend-lead', 'backend-advisor'],
  ['compose', 'backend-lead#*', '--name', 'made', '--description', 'd', '-o', 'made.md'],
  ['export', 'backend-lead', '--to', 'codex', '-o', '-'],
  ['status'],
  ['drafts'],
  ['config', 'set', 'theme', 'dark'],
  ['completion', 'bash'],
  ['complete', '--', 'show', ''],
];

/** The home where this build was used before, whether it was or not. */
function homeOfBuild(): string {
  const { mtimeMs, size } = statSync(BUILT);
  return join(HOMES, `${process.version}+${size}+${Math.round(mtimeMs)}`);
}

/** Vitest calls it before the first test. */
export async function setup(): Promise<void> {
  const home = homeOfBuild();
  const isDone = join(home, 'done');
  if (existsSync(isDone)) return;
  rmSync(HOMES, { recursive: true, force: true });
  const cwd = join(home, 'work');
  mkdirSync(cwd, { recursive: true, mode: 0o700 });
  const env = { PATH: process.env.PATH ?? '', HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  for (const line of LINES) {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...line], { cwd, env, encoding: 'utf8' });
    if (status === null || status > 1) throw new Error(`agents ${line.join(' ')}: ${stderr}`);
  }
  await walkThroughApp(cwd, env);
  writeFileSync(isDone, '');
}

/** Through the screens that most tests go to. */
async function walkThroughApp(cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  const words = [process.execPath, PROGRAM, '--source', DEFINITIONS];
  const app = startInTerminal({ words, cwd, env, columns: 100, rows: 30, patience: 30_000 });
  await app.sees('6 of 6');
  app.type('bkarch');
  await app.sees('2 of 6');
  app.press('Tab', 'Tab', 'Enter', 'd');
  await app.sees('topic 1 of');
  app.press('c');
  await app.sees('Nothing taken yet');
  app.press('Space');
  await app.sees('1 section ·');
  app.press('Ctrl-C');
  await app.exit();
  app.close();
}

/**
 * Puts what this build was compiled to before where a program with this environment looks for it. Links: the program
 * puts another file in the place of one that does not fit, and writes into none.
 *
 * @returns The environment.
 */
export function compiledFor<
  Env extends { readonly HOME?: string | undefined; readonly XDG_CACHE_HOME?: string | undefined },
>(env: Env): Env {
  const cache = env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, '.cache'));
  const from = join(homeOfBuild(), COMPILED);
  if (!cache || !isAbsolute(cache) || !existsSync(from)) return env;
  const to = join(cache, 'agents', basename(COMPILED));
  if (existsSync(to)) return env;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const place = join(to, path.slice(from.length));
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    linkWhereItCan(path, place);
  }
  return env;
}

/** On another file system there are no links, and copies would take longer than to compile anew. */
function linkWhereItCan(path: string, place: string): void {
  try {
    linkSync(path, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
  }
}
