import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealed, unsealed } from '../../src/adapters/sealed-bytes.ts';

const content = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((array) => Buffer.from(array));
const origin = fc.string({ minLength: 1, unit: 'grapheme-ascii' }).map((text) => Buffer.from(text));

test('what was sealed is there again', () => {
  fc.assert(
    fc.property(origin, content, (front, bytes) => {
      expect(unsealed(front, sealed(front, bytes))).toEqual(bytes);
    }),
  );
});

test('no bit can change', () => {
  fc.assert(
    fc.property(origin, content, fc.nat(), fc.nat({ max: 7 }), (front, bytes, position, bit) => {
      const found = sealed(front, bytes);
      flip(found, position % found.length, bit);
      expect(unsealed(front, found)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test('no bit can change, whichever', () => {
  const front = Buffer.from('["v20.19.0","11.3"]exports.a = 1;');
  const found = sealed(front, Buffer.from('compiled'));
  for (let position = 0; position < found.length; position += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      flip(found, position, bit);
      expect(unsealed(front, found)).toBeNull();
      flip(found, position, bit);
    }
  }
  expect(unsealed(front, found)).toEqual(Buffer.from('compiled'));
});

test('nothing can be cut off, added, or turned into zeros', () => {
  fc.assert(
    fc.property(origin, content, fc.nat(), fc.nat(), (front, bytes, start, length) => {
      const found = sealed(front, bytes);
      expect(unsealed(front, found.subarray(0, start % found.length))).toBeNull();
      expect(unsealed(front, Buffer.concat([found, Buffer.alloc(1 + (length % 9))]))).toBeNull();
      const hole = Buffer.from(found);
      hole.subarray(start % found.length, (start % found.length) + length).fill(0);
      expect(unsealed(front, hole)).toEqual(hole.equals(found) ? bytes : null);
    }),
    { numRuns: 1000 },
  );
});

test('what was made of something else is not taken', () => {
  fc.assert(
    fc.property(origin, content, fc.nat(), (front, bytes, position) => {
      const other = Buffer.from(front);
      flip(other, position % other.length, 0);
      expect(unsealed(other, sealed(front, bytes))).toBeNull();
    }),
  );
});

function flip(found: Buffer, position: number, bit: number): void {
  found[position] = (found[position] ?? 0) ^ (1 << bit);
}
