import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealed, unsealed } from '../../src/adapters/compiled/sealed-bytes.ts';

/** As from a file, which gives no more than there is. */
const open = (front: Buffer, found: Buffer) =>
  unsealed(halves(front), found.length, (into, position) => found.copy(into, 0, position));

const close = (front: Buffer, bytes: Buffer) => Buffer.concat(sealed(halves(front), bytes));

const halves = (front: Buffer) => [front.subarray(0, front.length / 2), front.subarray(front.length / 2)];

const content = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((array) => Buffer.from(array));
const origin = fc.string({ minLength: 1, unit: 'grapheme-ascii' }).map((text) => Buffer.from(text));

test('what was sealed is there again', () => {
  fc.assert(
    fc.property(origin, content, (front, bytes) => {
      expect(open(front, close(front, bytes))).toEqual(bytes);
    }),
  );
});

test('what is larger than a piece of it is compared to the end', () => {
  const [front, bytes] = [Buffer.alloc(150_000, 'origin'), Buffer.alloc(200_000, 'compiled')];
  const found = close(front, bytes);
  expect(open(front, found)?.equals(bytes)).toBe(true);
  for (const position of [0, 70_000, 199_999, 200_000, 280_000, 349_999, 350_000, 420_000, 549_999]) {
    flip(found, position, 3);
    expect(open(front, found)).toBeNull();
    flip(found, position, 3);
  }
});

test('no bit can change', () => {
  fc.assert(
    fc.property(origin, content, fc.nat(), fc.nat({ max: 7 }), (front, bytes, position, bit) => {
      const found = close(front, bytes);
      flip(found, position % found.length, bit);
      expect(open(front, found)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test('no bit can change, whichever', () => {
  const front = Buffer.from('["v20.19.0","11.3"]exports.a = 1;');
  const found = close(front, Buffer.from('compiled'));
  for (let position = 0; position < found.length; position += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      flip(found, position, bit);
      expect(open(front, found)).toBeNull();
      flip(found, position, bit);
    }
  }
  expect(open(front, found)).toEqual(Buffer.from('compiled'));
});

test('nothing can be cut off, added, or turned into zeros', () => {
  fc.assert(
    fc.property(origin, content, fc.nat(), fc.nat(), (front, bytes, start, length) => {
      const found = close(front, bytes);
      expect(open(front, found.subarray(0, start % found.length))).toBeNull();
      expect(open(front, Buffer.concat([found, Buffer.alloc(1 + (length % 9))]))).toBeNull();
      const hole = Buffer.from(found);
      hole.subarray(start % found.length, (start % found.length) + length).fill(0);
      expect(open(front, hole)).toEqual(hole.equals(found) ? bytes : null);
    }),
    { numRuns: 1000 },
  );
});

test('what was made of something else is not taken', () => {
  fc.assert(
    fc.property(origin, content, fc.nat(), (front, bytes, position) => {
      const other = Buffer.from(front);
      flip(other, position % other.length, 0);
      expect(open(other, close(front, bytes))).toBeNull();
    }),
  );
});

function flip(found: Buffer, position: number, bit: number): void {
  found[position] = (found[position] ?? 0) ^ (1 << bit);
}
