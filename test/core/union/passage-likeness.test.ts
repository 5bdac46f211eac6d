import { describe, expect, test } from 'vitest';
import { coverage, isHeldBy, isSameSaying, passageProfile } from '../../../src/core/union/passage-likeness.ts';

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

describe('an item that holds another stands for it', () => {
  test.each([
    ['- Position sizing calculator', '- Position sizing calculator based on account risk', true],
    ['- Release notes template', '- Release notes template everybody can read', true],
    ['- Release notes', '- Release notes nobody reads', false],
    ['- Context managers and decorators', '- Use decorators, generators and context managers to keep code short', true],
    ['- Rebuild the search index', '- Never rebuild the search index by day', false],
    ['- Rebuild the search index', '- Rebuild the search index only at night', false],
    ['- Den Suchindex tagsüber neu aufbauen', '- Den Suchindex tagsüber nicht neu aufbauen', false],
    ['- 在白天重建索引', '- 禁止在白天重建索引', false],
    ['- When the cache is cold, read from the database', '- When the database is down, read from the cache', false],
    ['- Keep 3 copies of backups', '- Keep 3 copies of backups in two places', false],
  ])('%s: %s', (covered, covering, isHeld) => {
    expect(isHeldBy(item(covered), item(covering))).toBe(isHeld);
    expect(isHeldBy(item(covering), item(covered))).toBe(false);
  });

  test('in another topic it takes more', () => {
    const [calculator, more] = ['- Sizing calculator', '- Sizing calculator based on account risk'].map(item);
    expect(calculator && more && [isHeldBy(calculator, more), isHeldBy(calculator, more, true)]).toEqual([true, false]);
  });
});
