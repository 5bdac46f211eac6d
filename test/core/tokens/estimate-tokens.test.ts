import { expect, test } from 'vitest';
import { estimateTokens } from '../../../src/core/tokens/estimate-tokens.ts';

test('an empty text has no tokens', () => {
  expect(estimateTokens('')).toBe(0);
});

test('common words count about one each', () => {
  expect(estimateTokens('plan the query before you run it')).toBe(7);
});

test('a text that is sampled comes out like one that is counted', () => {
  const sentence = 'Plan the query, then measure it: 20 runs. ';
  const counted = estimateTokens(sentence.repeat(1000));

  const sampled = estimateTokens(sentence.repeat(50_000));

  expect(Math.abs(sampled / (counted * 50) - 1)).toBeLessThan(0.01);
});

test.each(['a', ' ', 'a ', '.', 'é', '中', '😀', '\n a'])(
  'two million characters of %j count about as many as their first part says',
  (unit) => {
    const whole = estimateTokens(unit.repeat(2_000_000 / unit.length));
    const part = estimateTokens(unit.repeat(100_000 / unit.length));

    expect(Math.abs(whole - 20 * part)).toBeLessThanOrEqual(0.05 * whole + 20);
  },
);
