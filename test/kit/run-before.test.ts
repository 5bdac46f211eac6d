import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runBefore, withoutEnd } from '../../src/kit/run-before.ts';

const isSign = (character: string) => /[\p{Cs}🚀.-]/u.test(character);

test('law: what goes is what an expression that ends with the text finds', () => {
  const character = fc.oneof(
    fc.constantFrom('.', '-', 'a', '🚀', '🚁', '\ud83d', '\ude80'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(character), (parts) => {
      const text = parts.join('');
      expect(withoutEnd(text, isSign)).toBe(text.replace(/[\p{Cs}🚀.-]+$/u, ''));
    }),
  );
});

test('a run can end before the end of the text', () => {
  expect(runBefore('one two three', 7, (character) => character !== ' ')).toBe(4);
  expect(runBefore('one', 0, () => true)).toBe(0);
});
