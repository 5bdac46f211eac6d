import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchAbbreviation } from '../../../../src/core/search/scoring/match-abbreviation.ts';

const match = (letters: string, name: string) => matchAbbreviation(letters, name);
const taken = (letters: string, name: string) =>
  match(letters, name)
    ?.positions.map((at) => name[at])
    .join('');

describe('matchAbbreviation', () => {
  test.each([
    ['bkarch', 'backend-architect', [0, 3, 8, 9, 10, 11]],
    ['ba', 'backend-architect', [0, 8]],
    ['aud', 'data-auditor', [5, 6, 7]],
    ['uid', 'theUiDesigner', [3, 4, 5]],
  ])('takes the letters of %s in %s where people mean them', (letters, name, positions) => {
    expect(match(letters, name)?.positions).toEqual(positions);
  });

  test.each([
    ['a letter is missing', 'bkx', 'backend'],
    ['the order is another', 'kb', 'backend'],
    ['the first letter starts no word', 'ackend', 'backend'],
    ['nothing is asked', '', 'backend'],
  ])('finds nothing when %s', (_why, letters, name) => {
    expect(match(letters, name)).toBeNull();
  });

  test('prefers letters that start words or stand together', () => {
    const quality = (name: string) => match('api', name)?.quality ?? 0;
    expect(quality('android-platform-ios')).toBeGreaterThan(quality('api-x'));
    expect(quality('api-x')).toBeGreaterThan(quality('adaptive-parsing'));
  });

  test('law: positions rise and hold the letters asked for', () => {
    const text = fc.stringMatching(/^[ab -]{0,20}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[ab]{1,5}$/), text, (letters, name) => {
        const positions = match(letters, name)?.positions ?? [];
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
        if (positions.length > 0) expect(taken(letters, name)).toBe(letters);
      }),
    );
  });
});
