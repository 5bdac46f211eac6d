import { describe, expect, test } from 'vitest';
import { coverage, isSameSaying, passageProfile } from '../../../src/core/union/passage-likeness.ts';

const item = (text: string) => passageProfile('item', text);

describe('how well one wording stands for another', () => {
  test.each([
    ['the same words in full', '- Rotate signing keys', '- rotate **signing** keys.', 1],
    ['four of five terms', '- Rotate signing keys tokens yearly', '- Rotate signing keys cookies yearly', 0.8],
    [
      'three of four terms, each with one of its own',
      '- Rotate signing keys tokens',
      '- Rotate signing keys cookies',
      0,
    ],
    ['a number that it lacks', '- Rotate signing keys', '- Rotate 3 signing keys', 0],
    ['the other way round', '- Prefer keys over tokens', '- Prefer tokens over keys', 0],
    ['a bold title with nothing behind it', '- **Keys**: rotate them', '- **Keys**:', 1],
    ['a bold title alone, with another text', '- **Keys**: rotate them', '- **Keys**: store apart', 0],
    ['two of three terms', '- Rotate keys', '- Rotate signing keys', 0],
    ['a word that a long item mentions', '- Rotate keys tokens cookies headers caches queues', '- Rotate', 0],
    ['another number', '- Wait 3 seconds long', '- Wait 5 seconds long', 0],
    ['what forbids and what does not', '- Rotate signing keys', '- Never rotate signing keys', 0],
    ['no words at all', '- …', '- …', 0],
  ])('%s', (_, covering, covered, share) => {
    expect(coverage(item(covering), item(covered))).toBe(share);
  });

  test('never lets code, tables and other kinds stand for anything', () => {
    const code = '```sh\nrotate signing keys\n```';
    expect(coverage(passageProfile('text', code), passageProfile('text', code))).toBe(0);
    expect(coverage(passageProfile('text', 'Rotate signing keys'), item('- Rotate signing keys'))).toBe(0);
  });
});

test.each([
  ['case, markup and punctuation aside', '- **Rotate** keys!', '* rotate keys', true],
  ['numbers with a point', '- Version 1.5', '- Version 15', false],
  ['signs alone', '- ←', '- →', false],
])('the same words: %s', (_, one, other, isSame) => {
  expect(isSameSaying(item(one), item(other))).toBe(isSame);
});
