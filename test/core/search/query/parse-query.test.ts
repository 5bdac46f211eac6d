import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/search/query/parse-query.ts';
import { FILTERS, type Term } from '../../../../src/core/search/query/query.ts';

/** A query as one line: groups parted by `&`, `…` where a word may go on. */
const shape = (text: string) =>
  parseQuery(text)
    .groups.map((group) => group.map(termShape).join(' | '))
    .join(' & ');

const SIGNS = { fuzzy: '~', exact: '=', prefix: '^' };
const termShape = ({ filter, kind, text, open, negated }: Term) =>
  `${negated ? '-' : ''}${filter === null ? '' : `${filter}:`}${SIGNS[kind]}${text}${open ? '…' : ''}`;

describe('parseQuery', () => {
  test.each([
    ['words', 'backend  arch', '~backend… & ~arch…'],
    ['a phrase', '"code review" go', '=code review & ~go…'],
    ['a phrase that is not finished', 'go "code rev', '~go… & =code rev…'],
    ['a prefix', '^back', '^back…'],
    ['a prefix of several words', '^"code rev"', '^code rev'],
    ['what is excluded', '-test -"unit test" -^old', '-~test… & -=unit test & -^old…'],
    ['alternatives', 'a | b c', '~a… | ~b… & ~c…'],
    ['alternatives without blanks', 'a|b|c', '~a… | ~b… | ~c…'],
    ['filters', 'model:opus TOOL:"Bash(git diff:*)"', 'model:~opus… & tool:=Bash(git diff:*)'],
    ['filters by their other names', 'description:x tools:y', 'desc:~x… & tool:~y…'],
    ['an excluded filter', '-tool:Bash', '-tool:~Bash…'],
    ['a prefix in a filter', 'name:^api', 'name:^api…'],
    ['a word before a colon that is no filter', 'foo:bar http://x', '~foo:bar… & ~http://x…'],
    ['a hyphen inside of a word', 'code-review', '~code-review…'],
    ['a quotation mark inside of a word', '12"x', '~12"x…'],
  ])('reads %s', (_name, text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  test.each(['', '  ', '-', '^', '"', '-"', '""', '|', 'model:', '-model:', 'model:^', '| |'])(
    'asks for nothing yet after %j',
    (text) => {
      expect(shape(text)).toBe('');
    },
  );

  test.each([
    ['a filter without a value', 'model: review', '~review…'],
    ['an alternative that is still to come', 'a |', '~a…'],
    ['an alternative whose value is still to come', 'a | model: b', '~a… & ~b…'],
    ['a sign by itself', 'a - b', '~a… & ~b…'],
  ])('passes over %s', (_name, text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  test('law: any text is a query of terms that are not empty', () => {
    const piece = fc.constantFrom(
      ...FILTERS.map((name) => `${name}:`),
      '"',
      '|',
      '-',
      '^',
      ' ',
      'a',
      'ß',
      '\ud83d',
      ':',
      '\n',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        for (const group of parseQuery(any).groups) {
          expect(group.length).toBeGreaterThan(0);
          for (const term of group) expect(term.text.trim()).not.toBe('');
        }
      }),
    );
  });
});
