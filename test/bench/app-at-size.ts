import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile, rounded } from './statistics.ts';
import { startApp, type TimedProgram } from './timed-program.ts';

/** Keys a second while a key is held, as most systems repeat it. */
const REPEAT_MS = 33;
/** Ten seconds of it. */
const KEYS = 300;
const REST_MS = 1_500;
const QUERIES = [
  'backend',
  'kubernetes operator',
  'securty review',
  'bkarch',
  'postgres migration',
  'tst',
  'mobile ui',
  'api design',
  '^back',
  '"test"',
  'refactor legacy',
  'zzzz',
];
const CHANGES = 15;
/** No other definition is called anything like it. */
const PROBE = 'qqprobe';

/** How the app does on a folder of so many definitions. */
export async function appAtSize(folder: string, count: number, home: string): Promise<Record<string, number>> {
  const app = startApp(folder, home);
  const all = count.toLocaleString('en-US');
  const first = await app.until(/ype to search.*help/s);
  const usable = await app.until(/[1-9][\d,]* of [1-9]/);
  await app.until(new RegExp(`${all} of ${all} ·`));
  app.forget();
  await app.press('backend');
  const searchable = await app.until(/backend.*[1-9][\d,]* of [1-9][\d,]* ·/s);
  const loaded = app.memory().highest;
  await clearSearch(app);
  // What can wait stands back while somebody types; a person does not type from the first second on.
  await pause(REST_MS);
  const typed = await letterTimes(app);
  const changed = await changeTimes(app, folder);
  // With nothing to clear, goes to the list.
  await app.press('\u001B');
  await pause(500);
  const held = await holdDown(app);
  const { highest } = app.memory();
  await app.quit();
  return {
    definitions: count,
    'first frame ms': rounded(first),
    'list usable after ms': rounded(usable - first),
    'all searchable ms': rounded(searchable),
    'memory MB': Math.round(loaded),
    'letter p50 ms': rounded(quantile(typed, 0.5)),
    'letter p99 ms': rounded(quantile(typed, 0.99)),
    'change shown p50 ms': rounded(quantile(changed, 0.5)),
    'change shown max ms': rounded(quantile(changed, 1)),
    ...held,
    'memory at end MB': Math.round(highest),
  };
}

/** Every letter of some queries: words, unfinished and mistyped ones, abbreviations, what hardly any definition has. */
async function letterTimes(app: TimedProgram): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of QUERIES) {
    times.push(...(await keyTimes(app, [...query], 1)));
    await clearSearch(app);
  }
  return times;
}

async function clearSearch(app: TimedProgram): Promise<void> {
  await app.press('\u001B');
  await pause(100);
}

/** From writing a file until what it says is on the screen. */
async function changeTimes(app: TimedProgram, folder: string): Promise<readonly number[]> {
  const file = join(folder, 'changing.md');
  await app.press(PROBE);
  await pause(REST_MS);
  const times: number[] = [];
  for (let change = 1; change <= CHANGES; change += 1) {
    const says = `says${change}so`;
    app.forget();
    const start = performance.now();
    writeFileSync(file, `---\nname: ${PROBE}\ndescription: A probe that ${says}\n---\nChanges.\n`);
    await app.until(new RegExp(says));
    times.push(performance.now() - start);
    await pause(REPEAT_MS * 3);
  }
  rmSync(file);
  await clearSearch(app);
  return times;
}

async function keyTimes(app: TimedProgram, keys: readonly string[], rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const key of keys) {
      const time = await app.press(key);
      times.push(time ?? 1_000);
      await pause(Math.max(0, REPEAT_MS - (time ?? 0)));
    }
  }
  return times;
}

/** Hold the key that goes down for ten seconds. */
async function holdDown(app: TimedProgram): Promise<Record<string, number>> {
  const bytes = app.bytes();
  const processor = app.processorTime();
  const start = performance.now();
  const times = await keyTimes(app, ['j'], KEYS);
  const elapsed = performance.now() - start;
  return {
    'held ↓ p50 ms': rounded(quantile(times, 0.5)),
    'held ↓ p95 ms': rounded(quantile(times, 0.95)),
    'held ↓ p99 ms': rounded(quantile(times, 0.99)),
    'frames over 33 ms': times.filter((time) => time > 33).length,
    'bytes a key': Math.round((app.bytes() - bytes) / KEYS),
    'one core %': rounded(((app.processorTime() - processor) / elapsed) * 100),
  };
}
