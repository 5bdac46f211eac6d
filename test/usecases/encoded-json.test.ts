import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../src/kit/run-steps.ts';
import { encodedAtOnce, encodedJson } from '../../src/usecases/encoded-json.ts';

const encoded = (value: unknown): string => new TextDecoder().decode(finish(encodedJson(value)));

test('law: what is encoded is JSON of the same, in ASCII and on one line', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = encoded(value);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(json).toMatch(/^[\x20-\x7F]*$/);
      expect(new TextDecoder().decode(encodedAtOnce(value))).toBe(json);
    }),
  );
});

test.each([
  ['a list longer than one step', Array.from({ length: 1_000 }, (_, at) => ({ at, odd: at % 2 ? at : undefined }))],
  ['a text longer than one step', '\u{1F511}"\\\n'.repeat(40_000)],
  ['lists in what is named', { some: [], all: [[1, null], { a: 'ä', b: undefined }], none: null }],
])('%s is encoded whole, and not at once', (_, value) => {
  expect(JSON.parse(encoded(value))).toEqual(JSON.parse(JSON.stringify(value)));
});

test('the longest step takes no more than a part of what is long', () => {
  const list = Array.from({ length: 10_000 }, (_, at) => `name-${at}`);
  const steps = [...encodedJson({ list, text: 'x'.repeat(1_000_000) })];

  expect(steps.length).toBeGreaterThan(90);
});
