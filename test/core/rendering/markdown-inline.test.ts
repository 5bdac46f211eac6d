import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineSpans } from '../../../src/core/rendering/markdown-inline.ts';
import { type Span, spansText } from '../../../src/text/styled-text.ts';

const SIGNS: Record<string, string> = { strong: 'B', emphasis: 'I', code: 'C', link: 'L', muted: 'M', heading: 'H' };

/** `B{…}` and the like for every span that is not ordinary text. */
const notation = (spans: readonly Span[]) =>
  spans.map(({ text, role }) => (SIGNS[role] ? `${SIGNS[role]}{${text}}` : text)).join('');

describe('inlineSpans', () => {
  test.each([
    ['plain text', 'Review the diff.', 'Review the diff.'],
    ['strong words', '**Scope**: all of it', 'B{Scope}: all of it'],
    ['emphasis of both kinds', '*soon* or _later_', 'I{soon} or I{later}'],
    ['emphasis in strong words', '**very *very* good**', 'B{very very good}'],
    ['both at once', '***now***', 'B{now}'],
    ['code', 'run `npm test` first', 'run C{npm test} first'],
    ['code with a backtick', '`` a`b ``', 'C{a`b}'],
    ['markup in code', '`**x**`', 'C{**x**}'],
    ['code that never closes', 'a ` b', 'a ` b'],
    ['a link', 'see [the guide](docs/guide.md).', 'see L{the guide}M{ (docs/guide.md)}.'],
    ['a link that is its own text', '[docs](docs)', 'L{docs}'],
    ['a link with code', '[`main`](src/main.ts)', 'C{main}M{ (src/main.ts)}'],
    ['a target with parentheses and a title', '[a](b(c) "d")', 'L{a}M{ (b(c) "d")}'],
    ['an image', '![logo](a.png)', 'L{logo}M{ (a.png)}'],
    ['brackets that are no link', '[ ] open [x], a[0](see below)', '[ ] open [x], a[0](see below)'],
    ['a bare address', 'at https://example.org/a_b_c.', 'at L{https://example.org/a_b_c}.'],
    ['names with underscores', 'snake_case_name and __init__', 'snake_case_name and __init__'],
    ['multiplication', '2*3*4 and 2 * 3 * 4', '2*3*4 and 2 * 3 * 4'],
    ['paths with stars', 'src/**/*.ts and test/**/*.ts', 'src/**/*.ts and test/**/*.ts'],
    ['paths that end in stars', 'in src/**, lib/** too', 'in src/**, lib/** too'],
    ['stars for any name', '*.md and *.txt', '*.md and *.txt'],
    ['a strong path', '**src/**: code', 'B{src/}: code'],
    ['a strong slash command', '**/commit** writes', 'B{/commit} writes'],
    ['strong words against Chinese text', '**重点：**内容', 'B{重点：}内容'],
    ['strong marks that never close', '**open', '**open'],
    ['marks around nothing', '**** and ** **', '**** and ** **'],
    ['crossing marks by the first that closes', '**a *b** c*', 'B{a *b} c*'],
    ['escaped marks', '\\*not\\* \\`code\\` C:\\dir', '*not* `code` C:\\dir'],
  ])('reads %s', (_name, text, expected) => {
    expect(notation(inlineSpans(text))).toBe(expected);
  });

  test('keeps a title one piece, apart from code', () => {
    expect(notation(inlineSpans('The **best** `way`', 'heading'))).toBe('H{The best }C{way}');
  });

  test('gives nothing for nothing', () => {
    expect(inlineSpans('')).toEqual([]);
  });

  const markup = fc
    .array(fc.constantFrom('a', ' ', '*', '**', '_', '`', '``', '[', '](', ')', '!', '\\', 'http://x', '/', '.', '中'))
    .map((parts) => parts.join(''));

  test('law: only markup characters are left out, and links that say their target, and the rest stays in order', () => {
    const saidAlready = /\[([^[\]()*_`!\\ ]+)\]\(\1\)/g;
    const withoutMarkup = (text: string) => text.replace(saidAlready, '$1').replace(/[*_`[\]()!\\ ]/g, '');
    fc.assert(
      fc.property(markup, (text) => {
        expect(withoutMarkup(spansText(inlineSpans(text)))).toBe(withoutMarkup(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('law: no span is empty and no neighbours have the same role', () => {
    fc.assert(
      fc.property(markup, (text) => {
        const spans = inlineSpans(text);
        expect(spans.filter((span, index) => span.text === '' || spans[index + 1]?.role === span.role)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['*a ', '**a ', '[', '[a](', '[a](b "', '`', '` `` ', '_a', 'http://', '\\'])(
    'comes to the end of %j again and again',
    (part) => {
      expect(spansText(inlineSpans(part.repeat(100_000)))).not.toBe('');
    },
  );
});
