import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Size } from '../../src/kit/utf8-size.ts';

test('law: the size is what an encoder writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Size(text)).toBe(Buffer.byteLength(text, 'utf8'));
    }),
  );
});

test('half of a surrogate pair counts as the replacement character', () => {
  expect(utf8Size('a\ud800b\udc00')).toBe(8);
});
