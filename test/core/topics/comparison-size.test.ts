import { expect, test } from 'vitest';
import {
  MOST_COMPOSED_LINES,
  MOST_LINES,
  tooMuchToCompare,
  tooMuchToCompose,
} from '../../../src/core/topics/comparison-size.ts';
import { aDefinition } from '../../support/a-definition.ts';

const withLines = (count: number) => aDefinition({ body: 'a line\n\n'.repeat(count) });

test('lines with text count, in all definitions together', () => {
  expect(tooMuchToCompare([withLines(MOST_LINES)])).toBeNull();
  expect(tooMuchToCompare([withLines(MOST_LINES - 10), withLines(10)])).toBeNull();
  expect(tooMuchToCompare([withLines(MOST_LINES - 10), withLines(11)])).toBe(
    'too much to compare: 20,001 lines of text, and at most 20,000 are lined up',
  );
});

test('one long line is one line', () => {
  expect(tooMuchToCompare([aDefinition({ body: 'word '.repeat(400_000) })])).toBeNull();
});

test('five times as many are put under each other as they are', () => {
  expect(tooMuchToCompose([withLines(MOST_COMPOSED_LINES)])).toBeNull();
  expect(tooMuchToCompose([withLines(MOST_COMPOSED_LINES), withLines(1)])).toBe(
    'too much to compose: 100,001 lines of text, and at most 100,000 are composed',
  );
});
