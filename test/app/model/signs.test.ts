import { expect, test } from 'vitest';
import { legendSpans, signSpan } from '../../../src/app/model/signs.ts';
import { spansText } from '../../../src/text/styled-text.ts';

test('a legend explains the signs shown, in one order', () => {
  const shown = [signSpan('doubtful'), signSpan('marked', ' ')].flatMap(({ sign }) => sign ?? []);
  expect(spansText(legendSpans(new Set(shown)))).toBe(' ✓ marked  ! doubtful');
  expect(legendSpans(new Set())).toEqual([]);
});
