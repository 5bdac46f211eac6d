import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonText } from '../../src/cli/json-text.ts';

describe('jsonText', () => {
  test.each([
    ['a C1 control', '\u009B31m', '"\\u009b31m"\n'],
    ['delete', '\u007F', '"\\u007f"\n'],
    ['a bidi control', 'a\u202Eb', '"a\\u202eb"\n'],
    ['a tag character', '\u{E0041}', '"\\udb40\\udc41"\n'],
    ['a line separator', '\u2028', '"\\u2028"\n'],
    ['letters of other scripts as they are', 'Ärger 代码 🚀', '"Ärger 代码 🚀"\n'],
  ])('writes %s', (_name, text, written) => {
    expect(jsonText(text)).toBe(written);
  });

  test('law: reading it gives the value, and nothing in it acts on a terminal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
        const text = jsonText(value, indent);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text).not.toMatch(
          /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E0FFF}]/u,
        );
      }),
    );
  });
});
