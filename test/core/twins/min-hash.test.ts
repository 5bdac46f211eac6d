import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BANDS, bandKey, minHash } from '../../../src/core/twins/min-hash.ts';

const agreement = (a: Uint32Array, b: Uint32Array) => a.filter((value, at) => value === b[at]).length / a.length;

/** Numbers spread like hashes. */
const hashes = (from: number, to: number) =>
  Uint32Array.from({ length: to - from }, (_, at) => {
    const mixed = Math.imul((from + at) ^ 0x5bd1e995, 0x85ebca6b);
    return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  }).sort();

test.each([
  [0, 1_000, 0, 1_000, 1],
  [0, 1_000, 250, 1_250, 0.6],
  [0, 1_000, 900, 1_900, 100 / 1_900],
  [0, 60, 20, 80, 0.5],
  [0, 1_000, 5_000, 6_000, 0],
])('signatures of %i…%i and %i…%i agree about as much as the sets', (a, b, c, d, resemblance) => {
  const agreed = agreement(minHash(hashes(a, b)), minHash(hashes(c, d)));
  expect(Math.abs(agreed - resemblance)).toBeLessThan(0.16);
});

test('bins that nothing fell into tell short texts apart too', () => {
  expect(agreement(minHash(Uint32Array.of(5)), minHash(Uint32Array.of(6)))).toBe(0);
});

test('law: equal sets have equal bands', () => {
  const sets = fc.uniqueArray(fc.nat(0xffff_ffff), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(sets, fc.nat(BANDS - 1), (set, band) => {
      const [one, other] = [set, [...set].reverse()].map((numbers) => minHash(Uint32Array.from(numbers).sort()));
      expect(one && bandKey(one, band)).toBe(other && bandKey(other, band));
    }),
  );
});
