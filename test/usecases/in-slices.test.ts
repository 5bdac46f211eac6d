import { setTimeout as later, setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inSlices, inSlicesAtOnce } from '../../src/usecases/in-slices.ts';

/** Steps of half a millisecond each, counted as they are done. */
function* busyWork(steps: number, done: { count: number }): Generator<undefined, string> {
  for (let at = 0; at < steps; at++) {
    const end = performance.now() + 0.5;
    while (performance.now() < end);
    done.count++;
    yield;
  }
  return 'done';
}

/** Turns of the event loop keep the work going, which by itself does not. */
async function settled<Result>(work: Promise<Result>): Promise<{ readonly result: Result; readonly turns: number }> {
  let open = true;
  let turns = 0;
  void work.then(() => {
    open = false;
  });
  for (; open; turns++) await nextTurn();
  return { result: await work, turns };
}

test('work is done to its end, with turns for others in between', async () => {
  const done = { count: 0 };
  const { result, turns } = await settled(inSlices(busyWork(100, done), () => true));
  expect({ result, count: done.count }).toEqual({ result: 'done', count: 100 });
  // 50 ms in slices of 4.
  expect(turns).toBeGreaterThanOrEqual(5);
});

test('work goes on while nothing else happens', async () => {
  const rest = new AbortController();
  const tooLate = later(4_000, 'too late', { signal: rest.signal }).catch(() => 'never');
  expect(await Promise.race([inSlices(busyWork(100, { count: 0 }), () => true), tooLate])).toBe('done');
  rest.abort();
});

test('nothing is done before the caller goes on', () => {
  const done = { count: 0 };
  void inSlices(busyWork(1, done), () => true);
  expect(done.count).toBe(0);
});

test('work nobody wants any more is given up', async () => {
  const done = { count: 0 };
  const { result } = await settled(inSlices(busyWork(1_000, done), () => done.count === 0));
  expect(result).toBeNull();
  expect(done.count).toBeLessThan(1_000);
});

test('work that nobody waits for lets others go first', async () => {
  const done = { count: 0 };
  let looks = 0;
  const isBusy = () => {
    looks += 1;
    if (looks < 4) expect(done.count).toBe(0);
    return looks < 4;
  };
  const { result } = await settled(inSlices(busyWork(3, done), () => true, isBusy));
  expect({ result, count: done.count }).toEqual({ result: 'done', count: 3 });
  // Once more for each slice that a busy machine cuts short.
  expect(looks).toBeGreaterThanOrEqual(4);
});

test('begins at once what somebody waits for, and lets others have their turns before its end', async () => {
  const done = { count: 0 };
  let turns = 0;
  let open = true;
  const work = inSlicesAtOnce(busyWork(60, done)).finally(() => {
    open = false;
  });
  expect(done.count).toBeGreaterThan(0);
  while (open) {
    await nextTurn();
    turns += 1;
  }
  expect([await work, done.count]).toEqual(['done', 60]);
  expect(turns).toBeGreaterThan(1);
});
