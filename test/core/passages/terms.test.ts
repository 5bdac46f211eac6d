import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/core/passages/terms.ts';

describe('the terms of a text', () => {
  test.each([
    ['forms of one word', 'test tests testing tested', ['test', 'test', 'test', 'test']],
    ['function words', 'you will be the one', ['one']],
    ['apostrophes', "don't panic, don’t", ['panic']],
    ['Markdown', '- **API Design**: `REST`', ['api', 'design', 'rest']],
    ['words whose stems would collide', 'integrity integration', ['integrity', 'integr']],
    ['accents on Latin letters', 'Qualité qualite', ['qualit', 'qualit']],
    ['Russian endings', 'безопасность безопасности', ['безоп', 'безоп']],
    ['letters that marks make, outside of Latin', 'мой мои', ['мой', 'мои']],
    ['Chinese as pairs of characters', '安全审查', ['安全', '全审', '审查']],
    ['a character that stands alone', '查', ['查']],
    ['scripts side by side', 'API设计v2', ['api', '设计', 'v2']],
    ['full-width letters', 'ＡＰＩ', ['api']],
    ['numbers without letters', '1. 2 30', []],
    ['an empty text', '', []],
  ])('%s', (_, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test('of a word without end only the beginning counts', () => {
    expect(termsOf('x'.repeat(1_000))).toEqual(['x'.repeat(40)]);
  });

  test('names of object members are words like any other', () => {
    expect(termsOf('constructor __proto__ toString')).toHaveLength(3);
  });

  test('law: a text side by side with another has the terms of both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
        expect(termsOf(`${one}\n\n${two}`)).toEqual([...termsOf(one), ...termsOf(two)]);
      }),
    );
  });
});
