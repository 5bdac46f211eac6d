import { describe, expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progress-line.ts';

/** A line, the time as it is told, and what was written since it was looked at last. */
function lineAt() {
  const state = { now: 0, written: '', asked: 0 };
  const line = progressLine(
    (text) => {
      state.written += text;
    },
    () => state.now,
  );
  return {
    clear: line.clear,
    at: (now: number, words: string) => {
      state.now = now;
      line.progress(() => {
        state.asked += 1;
        return words;
      });
    },
    written: () => {
      const { written } = state;
      state.written = '';
      return written;
    },
    asked: () => state.asked,
  };
}

describe('progressLine', () => {
  test('says nothing of work that takes an instant', () => {
    const { at, clear, written, asked } = lineAt();
    for (const now of [50, 100, 349]) at(now, 'Reading');
    clear();
    expect([written(), asked()]).toEqual(['', 0]);
  });

  test('writes one line over, seldom enough to be read, and takes it away', () => {
    const { at, clear, written, asked } = lineAt();
    at(0, 'Reading');
    at(300, 'Reading 1');
    expect(written()).toBe('\r\u001b[KReading 1');
    for (let now = 301; now < 400; now += 1) at(now, 'Reading 2');
    expect([written(), asked()]).toEqual(['', 1]);
    at(400, 'Reading 3');
    expect(written()).toBe('\r\u001b[KReading 3');
    clear();
    expect(written()).toBe('\r\u001b[K');
    clear();
    expect(written()).toBe('');
    at(600, 'Looking');
    expect(written()).toBe('\r\u001b[KLooking');
  });

  test('writes nothing where there is no terminal', () => {
    let now = 0;
    const { progress, clear } = progressLine(null, () => now);
    for (; now < 1000; now += 100) progress(() => expect.fail('asked for words'));
    clear();
  });
});
