// `npm run soak [-- SECONDS [KEYS [SEED]]]`: a monkey at the keyboard of the built program, in a real pseudo-terminal, on
// 1,000 agents: random keys, pastes, clicks, resizes. Fails if the program ends, hangs, leaves a mode set, or its memory grows.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { emulatedScreen, UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { hostileFiles } from '../support/hostile/hostile-collection.ts';

const [seconds = '600', keyCount = '20000', seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const AGENT_COUNT = 1000;
/** The share of hostile ones; no large ones, so that what is measured is the program. */
const HOSTILE_COUNT = 200;
const HOSTILE_BYTES = 20_000;
/** What is alive in the last fifth of the time, by that in the second: growth beyond is a leak. */
const MOST_GROWTH = 1.25;
/** Longest wait for a sign of life after Ctrl-L. */
const HANG_MS = 30_000;

const ESC = '\u001B';
const LETTERS = 'abcdefghijklmnoprstuvwxyzGJKSU/?: 0123456789'.replace('q', '');
const KEYS = [
  ...LETTERS,
  ...[
    `${ESC}[A`,
    `${ESC}[B`,
    `${ESC}[C`,
    `${ESC}[D`,
    `${ESC}[5~`,
    `${ESC}[6~`,
    `${ESC}[H`,
    `${ESC}[F`,
    `${ESC}[3~`,
    `${ESC}[Z`,
  ],
  ...['\t', '\t', '\r', '\r', '\u007F', ESC, ESC, ESC, `${ESC}OP`, `${ESC}b`, `${ESC}f`],
  ...[
    '\u0001',
    '\u0005',
    '\u0006',
    '\u000B',
    '\u000C',
    '\u000E',
    '\u0010',
    '\u0012',
    '\u0013',
    '\u0015',
    '\u0017',
    '\u0018',
  ],
  ...[`${ESC}[200~pasted\nlines ${ESC}]0;x${ESC}[201~`, `${ESC}[<0;20;8M`, `${ESC}[<64;20;8M`, `${ESC}[<65;20;8M`],
];

let state = Number(seedText) || 1;
/** A number below `limit`: Marsaglia's xorshift, so that a seed gives the same keys again. */
function random(limit: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
}

const root = mkdtempSync(join(tmpdir(), 'agents-soak-'));
const folder = join(root, 'agents');
mkdirSync(folder);
writeAgents();
const [columns, rows] = [120, 40];
const screen = emulatedScreen(columns, rows);
/** Has the program tell what is alive, garbage collected, whenever it is asked by SIGURG. */
const probe = join(root, 'probe.mjs');
const answers = join(root, 'alive');
writeFileSync(answers, '');
writeFileSync(
  probe,
  `import { appendFileSync } from 'node:fs';
  process.on('SIGURG', () => {
    gc();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(${JSON.stringify(answers)}, heapUsed + external + '\\n');
  });`,
);
const words = ['--expose-gc', '--import', probe, resolve('dist/agents.js'), '--source', folder];
let ended: string | null = null;
let output = 0;
let program = begun();

/** The program, started. */
function begun(): ReturnType<typeof spawn> {
  const started = spawn(process.execPath, words, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: root,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', HOME: root, EDITOR: 'true' },
  });
  started.onData((data) => {
    output += data.length;
    screen.write(data, () => {});
  });
  started.onExit(({ exitCode, signal }) => {
    ended = `exit code ${exitCode}, signal ${signal}`;
  });
  return started;
}

process.stdout.write(`soaking for ${seconds} s, at least ${keyCount} keys, seed ${seedText}\n`);
const memory: number[] = [];
const begin = performance.now();
let pressed = 0;
let slowest = 0;
await wait(3000);
try {
  const pause = Math.max(1, (Number(seconds) * 1000) / Number(keyCount) - 2);
  while (performance.now() - begin < Number(seconds) * 1000 || pressed < Number(keyCount)) {
    for (let key = 0; key < 50; key += 1) {
      program.write(KEYS[random(KEYS.length)] ?? ' ');
      pressed += 1;
      await wait(pause);
      if (ended === null) continue;
      // The palette offers to quit, to a monkey too.
      if (ended !== 'exit code 0, signal 0') throw new Error(`the program ended: ${ended}`);
      ended = null;
      program = begun();
      await wait(3000);
    }
    if (random(20) === 0) resize();
    slowest = Math.max(slowest, await signOfLife());
    memory.push(residentMegabytes());
    if (random(5) === 0) process.kill(program.pid, 'SIGURG');
  }
  program.resize(columns, rows);
  const { alternateScreen } = screen.modes();
  if (!alternateScreen) throw new Error('the screen was left');
  continueIt();
  program.write('\u0003');
  const deadline = performance.now() + HANG_MS;
  while (ended === null && performance.now() < deadline) await wait(50);
  if (ended !== 'exit code 0, signal 0') throw new Error(`leaving ended with ${ended}`);
  await wait(200);
  if (JSON.stringify(screen.modes()) !== JSON.stringify(UNTOUCHED_MODES)) throw new Error('modes are left set');
  if (screen.titles.length > 0) throw new Error(`titles were set: ${screen.titles.join()}`);
  checkMemory();
} catch (error) {
  process.stdout.write(`${screen.lines().join('\n')}\n`);
  process.stdout.write(
    `failed after ${pressed} keys, seed ${seedText}: ${error instanceof Error ? error.message : error}\n`,
  );
  process.exitCode = 1;
} finally {
  if (ended === null) program.kill('SIGKILL');
  screen.dispose();
  rmSync(root, { recursive: true, force: true });
}

/** Resize to anything, the smallest included, and back to something one can work on. */
function resize(): void {
  for (const [width, height] of [
    [1 + random(200), 1 + random(60)],
    [20 + random(180), 5 + random(55)],
  ] as const) {
    program.resize(width, height);
    screen.resize(width, height);
  }
}

/** The palette offers to suspend the app, and there is no shell here that would continue it. */
function continueIt(): void {
  process.kill(program.pid, 'SIGCONT');
}

/** Ask for a redraw and wait for it. @returns How long it took, in milliseconds. */
async function signOfLife(): Promise<number> {
  continueIt();
  const before = output;
  const asked = performance.now();
  program.write('\u000C');
  while (output === before) {
    await wait(5);
    if (ended !== null) throw new Error(`the program ended: ${ended}`);
    if (performance.now() - asked > HANG_MS) throw new Error(`no sign of life for ${HANG_MS / 1000} s`);
  }
  return performance.now() - asked;
}

function residentMegabytes(): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function checkMemory(): void {
  const alive = readFileSync(answers, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((bytes) => Number(bytes) / 1024 / 1024);
  const fifths = Array.from({ length: 5 }, (_, at) => {
    const part = alive.slice((at * alive.length) / 5, ((at + 1) * alive.length) / 5);
    return [...part].sort((a, b) => a - b)[part.length >> 1] ?? 0;
  });
  const [, early = 0, , , late = 0] = fifths;
  process.stdout.write(
    `${pressed} keys in ${Math.round((performance.now() - begin) / 1000)} s; alive in each fifth of the time ` +
      `${fifths.map(Math.round).join(', ')} MB; at most ${Math.round(Math.max(...memory))} MB taken; ` +
      `slowest redraw ${Math.round(slowest)} ms\n`,
  );
  if (late > early * MOST_GROWTH) throw new Error('memory grows');
}

function writeAgents(): void {
  const hostile = hostileFiles().filter(
    ({ content, name }) => content.length < HOSTILE_BYTES && typeof name === 'string',
  );
  for (let at = 0; at < AGENT_COUNT; at += 1) {
    const one = at < HOSTILE_COUNT ? hostile[(at * 7) % hostile.length] : undefined;
    writeFileSync(join(folder, `agent-${at}.md`), one?.content ?? plainAgent(at));
  }
}

function plainAgent(at: number): string {
  const sections = Array.from(
    { length: 3 + random(9) },
    (_, section) =>
      `## ${['Security', 'Testing', 'Style', 'Approach', 'Tools'][random(5)]} ${section}\n\n${'- Keep the rule in mind\n'.repeat(1 + random(6))}`,
  );
  return `---\nname: agent-${at}\ndescription: Looks after part ${at}\nmodel: sonnet\n---\nYou look after part ${at}.\n\n${sections.join('\n')}`;
}
