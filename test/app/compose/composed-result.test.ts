import { expect, test } from 'vitest';
import { composedResult, resultLines } from '../../../src/app/compose/composed-result.ts';
import { estimateTokens } from '../../../src/core/tokens/estimate-tokens.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const picksAfter = (keys: string) => afterKeys(aModel(), keys).draft.present.picks;

test('the result is composed once as long as the picks stay the same', () => {
  const picks = picksAfter('tab tab c down down m');
  expect(composedResult(picks)).toBe(composedResult(picks));
  expect(composedResult(picks).tokens).toBeGreaterThan(0);
});

test('has the tokens of all of it', () => {
  const { text, parts, tokens } = composedResult(picksAfter('tab tab c down down m'));
  expect(parts).toHaveLength(2);
  expect(tokens).toBe(estimateTokens(text));
});

test('each line of the result knows its pick; a blank line parts the picks', () => {
  const lines = resultLines(picksAfter('tab tab c down down m'), 40, null);
  expect(lines.map(({ line, pick }) => `${pick} ${lineText(line)}`.replace(/\s+/g, ' '))).toEqual([
    '0 Security',
    '0 ',
    '0 • Check every token',
    '0 • Limit rates',
    '-1 ',
    '1 Security',
    '1 ',
    '1 Encrypt what rests.',
  ]);
});

test('nothing picked is no lines', () => {
  expect(resultLines([], 40, null)).toEqual([]);
});
