// `npm run soak:windows [-- SECONDS [SEED]]`: two windows of the built program, in real pseudo-terminals, on one folder and
// one home, while files come, change and go, folders are removed and made again, and commands add sources. Fails if a
// window ends or shows in the end what is not there, if anything that was kept is lost, or if memory grows.
import { spawn as start } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { emulatedScreen } from '../support/emulated-screen.ts';
import { seededRandom } from '../support/seeded-random.ts';

const [seconds = '180', seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const FOLDERS = ['one', 'two', 'three'];
const AGENTS_IN_EACH = 60;
const PATIENCE_MS = 60_000;
/** What is alive at the end, by that after a fifth of the time: growth beyond is a leak. */
const MOST_GROWTH = 1.25;
const PROGRAM = resolve('dist/agents.js');
const LOOKING = ['\u001B[A', '\u001B[B', '\u001B[5~', '\u001B[6~', '\u001B[H', '\u001B[F', '\u000C'];

const { below } = seededRandom(Number(seedText) || 1);

const root = mkdtempSync(join(tmpdir(), 'agents-windows-'));
const library = join(root, 'library');
const env = { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', HOME: root };
/** Has a window tell what is alive, garbage collected, whenever it is asked by SIGURG. */
const probe = join(root, 'probe.mjs');
writeFileSync(
  probe,
  `import { appendFileSync } from 'node:fs';
  process.on('SIGURG', () => {
    gc();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(${JSON.stringify(root)} + '/alive-' + process.pid, heapUsed + external + '\\n');
  });`,
);

for (const folder of FOLDERS) makeFolder(folder);
process.stdout.write(`two windows for ${seconds} s, seed ${seedText}\n`);
const windows = [openWindow(), openWindow()];
const added: string[] = [];
let changes = 0;
try {
  for (const window of windows) await window.sees(/\d+ of \d+ ·/);
  for (const [at, window] of windows.entries()) await keepDraft(window, `kept-${at}`);
  const end = performance.now() + Number(seconds) * 1000;
  while (performance.now() < end) {
    change();
    if (below(40) === 0) await addSource();
    for (const window of windows) window.press(LOOKING[below(LOOKING.length)] ?? '');
    if (below(20) === 0) for (const window of windows) process.kill(window.pid, 'SIGURG');
    await wait(50);
  }
  await expectTruth();
  await leaveAll();
  expectKept();
  for (const window of windows) expectBoundedMemory(window.pid);
  process.stdout.write(`${changes} changes, ${added.length} sources added\n`);
} catch (error) {
  for (const window of windows) process.stdout.write(`${window.lines().join('\n')}\n`);
  process.stdout.write(`failed, seed ${seedText}: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  for (const window of windows) window.end();
  rmSync(root, { recursive: true, force: true });
}

interface AppWindow {
  readonly pid: number;
  readonly press: (keys: string) => void;
  readonly lines: () => readonly string[];
  readonly sees: (wanted: RegExp) => Promise<void>;
  /** Wait for its end, which is to be a plain one. */
  readonly ended: () => Promise<void>;
  readonly end: () => void;
}

function openWindow(): AppWindow {
  const [cols, rows] = [120, 40];
  const screen = emulatedScreen(cols, rows);
  const words = ['--expose-gc', '--import', probe, PROGRAM, '--source', library];
  const pty = spawn(process.execPath, words, { name: env.TERM, cols, rows, cwd: root, env });
  let ended: string | null = null;
  pty.onData((data) => screen.write(data, () => {}));
  pty.onExit(({ exitCode, signal }) => {
    ended = `exit code ${exitCode}, signal ${signal}`;
  });
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    const deadline = performance.now() + PATIENCE_MS;
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`a window never came to ${what}; ${ended ?? 'it runs'}`);
      await wait(20);
    }
  };
  return {
    pid: pty.pid,
    press: (keys) => {
      if (ended !== null) throw new Error(`a window ended: ${ended}`);
      pty.write(keys);
    },
    lines: screen.lines,
    sees: (wanted) => until(`show ${wanted}`, () => wanted.test(screen.lines().join('\n'))),
    ended: async () => {
      await until('its end', () => ended !== null);
      if (ended !== 'exit code 0, signal 0') throw new Error(`leaving ended with ${ended}`);
    },
    end: () => {
      if (ended === null) pty.kill('SIGKILL');
      screen.dispose();
    },
  };
}

/** Compose one section of whatever is first, and name it on the way back to the list. */
async function keepDraft(window: AppWindow, name: string): Promise<void> {
  for (const [keys, wanted] of [
    ['\r', /. search/],
    [' ', /1 marked/],
    ['c', /\[○\]/],
    [' ', /~\d+ tokens/],
    ['\u0013', /Also the name of its file/],
    [name, new RegExp(`name: ${name}`)],
    ['\u001B', /~\d+ tokens/],
    ['\u001B', /\d+ of \d+ ·/],
  ] as const) {
    window.press(keys);
    await window.sees(wanted);
  }
}

function makeFolder(name: string): void {
  mkdirSync(join(library, name), { recursive: true });
  for (let at = 0; at < AGENTS_IN_EACH; at += 1) writeAgent(name, at);
}

function writeAgent(folder: string, at: number): void {
  const name = `${folder}-${at}`;
  const text = `You look after ${name}.\n\n## Rules\n\n- Keep rule ${below(1000)}\n`;
  writeFileSync(
    join(library, folder, `${name}.md`),
    `---\nname: ${name}\ndescription: Looks after ${name}\n---\n${text}`,
  );
}

/** One change as people and programs make them: a file comes, changes or goes, or a folder goes and comes again. */
function change(): void {
  changes += 1;
  const folder = FOLDERS[below(FOLDERS.length)] ?? '';
  if (below(15) === 0) {
    rmSync(join(library, folder), { recursive: true });
    makeFolder(folder);
  } else if (below(3) === 0) rmSync(join(library, folder, `${folder}-${below(AGENTS_IN_EACH)}.md`), { force: true });
  else writeAgent(folder, below(AGENTS_IN_EACH * 2));
}

async function addSource(): Promise<void> {
  const name = `added-${added.length}`;
  mkdirSync(join(root, name));
  added.push(join(root, name));
  const child = start(process.execPath, [PROGRAM, 'source', 'add', name], { cwd: root, env, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`a source was not added: exit code ${code}`);
}

/** Both windows find what is there, the last that came included, and do not find what is gone. */
async function expectTruth(): Promise<void> {
  const [folder = ''] = FOLDERS;
  writeAgent(folder, 7_777);
  rmSync(join(library, folder, `${folder}-0.md`), { force: true });
  const count = FOLDERS.flatMap((name) => readdirSync(join(library, name))).length;
  for (const window of windows) {
    window.press('/');
    window.press('\u0015');
    await window.sees(new RegExp(` ${count} of ${count} ·`));
    window.press(`\u0015${folder}-7777`);
    await window.sees(new RegExp(`${folder}-7777 `));
  }
}

async function leaveAll(): Promise<void> {
  for (const window of windows) {
    window.press('\u0003');
    await window.ended();
  }
}

/** Each draft and each source that was ever kept is there, and no fault was reported. */
function expectKept(): void {
  const data = join(root, '.local/share/agents');
  if (existsSync(join(data, 'crash.log'))) throw new Error(readFileSync(join(data, 'crash.log'), 'utf8'));
  const drafts = readdirSync(join(data, 'drafts')).map((name) => readFileSync(join(data, 'drafts', name), 'utf8'));
  for (const at of windows.keys())
    if (!drafts.some((text) => text.includes(`kept-${at}`))) throw new Error(`the draft of window ${at} is lost`);
  if (added.length === 0) return;
  const { sources } = JSON.parse(readFileSync(join(root, '.config/agents/config.json'), 'utf8'));
  for (const source of added) if (!sources.includes(source)) throw new Error(`the source ${source} is lost`);
}

function expectBoundedMemory(pid: number): void {
  const file = join(root, `alive-${pid}`);
  const alive = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
  const [early = 0, late = 0] = [alive[Math.floor(alive.length / 5)], alive.at(-1)];
  process.stdout.write(`alive ${Math.round(early / 2 ** 20)} MB, then ${Math.round(late / 2 ** 20)} MB\n`);
  if (late > early * MOST_GROWTH) throw new Error('memory grows');
}
