import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepText } from '../../src/usecases/keep-text.ts';

describe('keepText', () => {
  test('gives back any text, whichever was asked for before', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 });
    fc.assert(
      fc.property(texts, (given) => {
        const kept = given.map((text) => keepText(text));
        expect([...kept, ...kept].map((one) => one())).toEqual([...given, ...given]);
      }),
    );
  });

  test('keeps a byte order mark', () => {
    expect(keepText('\uFEFF---\n')()).toBe('\uFEFF---\n');
  });

  test('gives back texts larger than what is remembered', () => {
    const large = ['ä', 'ö', 'ü'].map((letter) => letter.repeat(700_000));
    const kept = large.map((text) => keepText(text));
    expect([...kept, ...kept].map((one) => one())).toEqual([...large, ...large]);
  });

  test('takes bytes that are at hand', () => {
    const bytes = new TextEncoder().encode('at hand');
    expect(keepText('at hand', bytes)()).toBe('at hand');
  });
});
