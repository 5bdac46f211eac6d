import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownText } from '../../../src/cli/compare/markdown-text.ts';

describe('text of a definition in Markdown', () => {
  test.each([
    ['plain words', 'Check tokens (at the edge).', 'Check tokens (at the edge).'],
    ['markup', '**a** _b_ `c` ~~d~~', '\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
    ['links and images', '![a](b) [^1]', '!\\[a\\](b) \\[^1\\]'],
    ['HTML', '<img src=x> &lt;', '&lt;img src=x&gt; &amp;lt;'],
    ['formulas', '$x$', '&#36;x&#36;'],
    ['pipes, also behind a backslash', 'a|b\\|c', 'a&#124;b\\\\&#124;c'],
    ['mentions and mail addresses', '@team a@b.c', '@&#8203;team a@&#8203;b.c'],
    ['issues', '#1 o/r#2 GH-3', '#&#8203;1 o/r#&#8203;2 GH-&#8203;3'],
    ['addresses', 'https://a.b www.c.d', 'https:&#8203;//a.b www&#8203;.c.d'],
    ['names of emoji', ':tada: a: b', ':&#8203;tada: a: b'],
    ['bullets and numbers at the start', '- a', '\\- a'],
    ['a number at the start', '12. a', '12\\. a'],
    ['line ends', ' a\r\n\n# b ', 'a #&#8203; b'],
    ['controls', 'a\u001b[31mb\u202e', 'a␛\\[31mb�'],
  ])('%s', (_, text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test('law: no line end, no bare mark, no name that a forge would notify', () => {
    const text = fc.array(fc.constantFrom(...'\\|`*_<>[]~$&@#:/-1a \n'.split(''))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const shown = markdownText(source);
        expect(shown.replace(/\\[^a-z0-9\s]|&(?:amp|lt|gt|#36|#124);|[@#:]?&#8203;/g, '')).not.toMatch(
          /[\n|`*_<>[\]~$&@#\\]/,
        );
      }),
    );
  });
});
