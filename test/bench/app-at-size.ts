import { setTimeout as pause } from 'node:timers/promises';
import { startApp, type TimedApp } from './app-in-terminal.ts';
import { quantile, rounded } from './statistics.ts';

/** Keys a second while a key is held, as most systems repeat it. */
const REPEAT_MS = 33;
/** Ten seconds of it. */
const KEYS = 300;

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
  const typed = await keyTimes(app, ['\u007F', 's'], 40);
  // Clears the search, then goes to the list.
  await app.press('\u001B');
  await pause(200);
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
    ...held,
    'memory at end MB': Math.round(highest),
  };
}

async function keyTimes(app: TimedApp, keys: readonly string[], rounds: number): Promise<readonly number[]> {
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
async function holdDown(app: TimedApp): Promise<Record<string, number>> {
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
