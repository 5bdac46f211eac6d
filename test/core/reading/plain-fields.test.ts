import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainFields } from '../../../src/core/reading/plain-fields.ts';
import { readStrictly } from '../../../src/core/reading/yaml.ts';

/** Lines that are nearly fields, of pieces that YAML makes something of. */
const PIECE = fc.constantFrom(
  ...['a', 'Z', 'true', 'Null', 'no', 'x-y', 'é', '代', '\u00a0', '\u2028', '\u0085', '\ufeff', '🦊', '\t', '\0'],
  ...[' ', '  ', ':', ': ', '#', ' #', ',', '-', '- ', '---', '...', '"', "'", '[', ']', '{', '}', '&', '*', '!'],
  ...['|', '>', '%', '@', '`', '?', '=', '<<', '1', '0x1', '.5', '~', '\\', '\\n', '\r'],
);
const TEXT = fc.array(PIECE, { maxLength: 3 }).map((pieces) => pieces.join(''));
const PLAIN_KEY = fc.constantFrom('name', 'description', 'tools', 'constructor', 'true', 'null', 'y', 'x-y');
const KEY = fc.oneof({ weight: 6, arbitrary: PLAIN_KEY }, { weight: 1, arbitrary: TEXT });
const VALUE = fc
  .tuple(fc.constantFrom('a', 'Use', ''), TEXT, fc.constantFrom('', 'b'))
  .map((pieces) => pieces.join(''));
const FIELD = fc.tuple(KEY, VALUE).map(([key, value]) => `${key}: ${value}`);
const LINE = fc.oneof({ weight: 9, arbitrary: FIELD }, { weight: 1, arbitrary: TEXT });
const SOURCE = fc.array(LINE, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n'));

describe('readPlainFields', () => {
  test('reads nothing otherwise than the YAML reader', () => {
    let plain = 0;
    fc.assert(
      fc.property(SOURCE, (source) => {
        const fields = readPlainFields(source);
        if (fields === null) return;
        plain += 1;
        const strict = readStrictly(source);
        expect(strict).toEqual({ kind: 'map', fields });
        expect(Object.keys(fields)).toEqual(strict.kind === 'map' ? Object.keys(strict.fields) : []);
      }),
      { numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  test('reads the fields of most definitions', () => {
    const source =
      'name: fox-digger\ndescription: Use it to dig; it’s deep (see a:b, c#). Yes \ntools: Read, Grep\nmodel: opus';
    expect({ ...readPlainFields(source) }).toEqual({
      name: 'fox-digger',
      description: 'Use it to dig; it’s deep (see a:b, c#). Yes',
      tools: 'Read, Grep',
      model: 'opus',
    });
  });

  test.each([
    ['one line', 'name: fox'],
    ['a comment', 'name: fox # red\nmodel: opus'],
    ['a key in a value', 'name: fox\ndescription: Use: it'],
    ['a colon at the end', 'name: fox\ndescription: tools:'],
    ['what is no text', 'name: fox\nhidden: True'],
    ['a number', 'name: fox\nmodel: 4'],
    ['quotes', 'name: "fox"\nmodel: opus'],
    ['a list', 'name: fox\ntools:\n  - Read'],
    ['a text of several lines', 'name: fox\ndescription: Digs\n  deep'],
    ['a field stated twice', 'name: fox\nname: owl'],
  ])('leaves %s to the YAML reader', (_what, source) => {
    expect(readPlainFields(source)).toBeNull();
  });
});
