import { describe, expect, test } from 'vitest';
import { forgetAll, memoLast, memoTexts, remembered } from '../../src/kit/memo.ts';

/** A memoised pairing that counts how often it worked. */
function counted() {
  let count = 0;
  const pair = memoLast((left: object | number, right: number) => {
    count += 1;
    return { left, right };
  });
  return { pair, worked: () => count };
}

test('the same arguments give the same result without working again', () => {
  const { pair, worked } = counted();
  const left = {};

  expect(pair(left, 1)).toBe(pair(left, 1));
  expect(worked()).toBe(1);
});

test('equal but not identical arguments are others', () => {
  const { pair, worked } = counted();
  pair({}, 1);
  pair({}, 1);
  expect(worked()).toBe(2);
});

test('any argument that changed makes it work again', () => {
  const { pair } = counted();
  expect(pair(1, 1)).toEqual({ left: 1, right: 1 });
  expect(pair(1, 2)).toEqual({ left: 1, right: 2 });
  expect(pair(2, 2)).toEqual({ left: 2, right: 2 });
});

test('only the last result is remembered', () => {
  const { pair, worked } = counted();
  pair(1, 1);
  pair(2, 1);
  pair(1, 1);
  expect(worked()).toBe(3);
});

test('not-a-number is the same as itself', () => {
  const { pair, worked } = counted();
  pair(Number.NaN, 1);
  pair(Number.NaN, 1);
  expect(worked()).toBe(1);
});

describe('what was said of texts', () => {
  /** A memoised length that tells what it was worked out for. */
  function lengths(least: number) {
    const worked: string[] = [];
    const length = memoTexts(least, (text) => {
      worked.push(text);
      return text === '' ? undefined : text.length;
    });
    return { length, worked };
  }

  test('is remembered, also where it is nothing', () => {
    const { length, worked } = lengths(2);
    expect(['a', '', 'a', '', 'bb'].map(length)).toEqual([1, undefined, 1, undefined, 2]);
    expect(worked).toEqual(['a', '', 'bb']);
  });

  test('is forgotten after twice as many others, and kept while it is asked for', () => {
    const { length, worked } = lengths(2);
    for (const text of ['old', 'used', 'c', 'used', 'd', 'used', 'e', 'used', 'old']) length(text);
    expect(worked).toEqual(['old', 'used', 'c', 'd', 'e', 'old']);
  });
});

describe('what was said of objects', () => {
  const asked: object[] = [];
  const nameOf = remembered((one: { readonly name: string }) => {
    asked.push(one);
    return one.name;
  });

  test('is remembered for each, by identity', () => {
    const [one, twin] = [{ name: 'a' }, { name: 'a' }];
    expect([one, twin, one, twin].map(nameOf)).toEqual(['a', 'a', 'a', 'a']);
    expect(asked).toEqual([one, twin]);
  });
});

test('everything can be forgotten at once', () => {
  let worked = 0;
  const work = <Given, Result>(result: Result) => {
    return (_: Given): Result => {
      worked += 1;
      return result;
    };
  };
  const [last, text, object] = [memoLast(work(1)), memoTexts(2, work(2)), remembered(work<object, number>(3))];
  const one = {};
  const ask = () => [last(one), text('a'), object(one)];
  expect([ask(), ask(), worked]).toEqual([[1, 2, 3], [1, 2, 3], 3]);
  forgetAll();
  expect([ask(), worked]).toEqual([[1, 2, 3], 6]);
});
