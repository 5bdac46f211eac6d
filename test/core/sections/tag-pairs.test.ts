import { describe, expect, test } from 'vitest';
import { scanLines } from '../../../src/core/sections/line-scanner.ts';
import { lineRoles } from '../../../src/core/sections/mask.ts';
import { closingTagName, openingTagName, pairTags } from '../../../src/core/sections/tag-pairs.ts';

const pairs = (...texts: readonly string[]) => {
  const lines = scanLines(texts.join('\n'));
  const sides = pairTags(lines, lineRoles(lines));
  return texts.map((_, index) => ({ open: '<', close: '>', none: '.' })[sides.get(index) ?? 'none']).join('');
};

describe('openingTagName', () => {
  test.each([
    ['<role>', 'role'],
    ['<step name="load" priority="first">', 'step'],
    ['<Output_Format>', 'Output_Format'],
    ['<a-b.c:d>', 'a-b.c:d'],
    ['<div>', null],
    ['<DIV class="x">', null],
    ['<input>', 'input'],
    ['<role/>', null],
    ['</role>', null],
    ['<role> text', null],
    ['text <role>', null],
    ['<role><rule>', null],
    ['<1st>', null],
    ['<>', null],
  ])('%s names %s', (text, name) => {
    expect(openingTagName(text)).toBe(name);
  });
});

describe('closingTagName', () => {
  test.each([
    ['</role>', 'role'],
    ['</role >', 'role'],
    ['</role> text', null],
    ['<role>', null],
  ])('%s names %s', (text, name) => {
    expect(closingTagName(text)).toBe(name);
  });
});

describe('pairTags', () => {
  test.each([
    ['a pair', ['<a1>', 'x', '</a1>'], '<.>'],
    ['a tag that never closes', ['<role>', 'x'], '..'],
    ['a closing tag without a tag', ['x', '</role>'], '..'],
    ['nested pairs', ['<role>', '<rule>', '</rule>', '</role>'], '<<>>'],
    ['a name inside itself', ['<role>', '<role>', '</role>', '</role>'], '<<>>'],
    ['what is not closed inside a pair', ['<role>', '<rule>', '</role>', '</rule>'], '<.>.'],
    ['indentation up to three', ['   <role>', '   </role>'], '<>'],
    ['indentation of four', ['    <role>', '    </role>'], '..'],
    [
      'steps of four',
      ['<role>', '    <rule>', '        <case>', '        </case>', '    </rule>', '</role>'],
      '<<<>>>',
    ],
    ['five more than the tag around', ['<role>', '     <rule>', '     </rule>', '</role>'], '<..>'],
    ['tags in code', ['```', '<role>', '</role>', '```'], '....'],
  ])('matches %s', (_name, lines, expected) => {
    expect(pairs(...lines)).toBe(expected);
  });

  test('leaves tags nested deeper than sixteen as text', () => {
    const names = Array.from({ length: 20 }, (_, index) => `level${index}`);
    const body = [...names.map((name) => `<${name}>`), ...names.toReversed().map((name) => `</${name}>`)];

    expect(pairs(...body)).toBe(`${'<'.repeat(16)}${'.'.repeat(8)}${'>'.repeat(16)}`);
  });
});
