import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiScript } from '../../.ci/ascii-script.mjs';

/** A script as the build makes it, of source text. */
const built = (source: string): string =>
  asciiScript(
    transformSync(source, { charset: 'ascii', legalComments: 'none', minifyWhitespace: true, target: 'node20.19' })
      .code,
    'dist/made.js',
  );

/** A regular expression written as a literal, as it is in the built program; `null` where there is no such expression. */
function builtExpression(
  source: string,
  flags: string,
): { readonly asWritten: RegExp; readonly asBuilt: RegExp } | null {
  try {
    const asWritten = new RegExp(source, flags);
    const script = built(`made = /${source}/${flags}`);
    expect(script).toMatch(/^[\0-\x7f]*$/);
    return { asWritten, asBuilt: new Function('made', `${script}return made`)() };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const matches = (expression: RegExp, text: string) =>
  [...text.matchAll(new RegExp(expression, `g${expression.flags}`))].map((match) => [match.index, ...match]);

const sign = fc.constantFrom(
  'a',
  'Z',
  '9',
  'é',
  'É',
  '：',
  '一',
  '三',
  'я',
  'Я',
  '•',
  '‘',
  '\u00A0',
  '\uFE0F',
  '😀',
  '😂',
  '🤖',
  '𠮷',
);
const item = fc.oneof(
  sign,
  fc.constantFrom(
    '\\\\',
    '\\é',
    '\\：',
    '\\😀',
    '\\uD83D',
    '\\u2022',
    '\\p{L}',
    '\\w',
    '\\s',
    '\\b',
    '\\xe',
    '\\u12',
    '\\c',
  ),
);
const range = fc.tuple(sign, sign).map(([low, high]) => `${low}-${high}`);
const oneOf = fc
  .tuple(fc.constantFrom('', '^'), fc.array(fc.oneof(item, range), { minLength: 1, maxLength: 4 }))
  .map(([not, items]) => `[${not}${items.join('')}]`);
const named = sign.map((inside) => `(?<имя>${inside})\\k<имя>`);
const atom = fc.oneof(
  item,
  oneOf,
  named,
  fc.constantFrom('^', '$', '.', '|', '(?=：)', '(?<!一)', '\\p{RGI_Emoji}', '[[一-三]--三]', '[\\q{😀|é一}]'),
);
const quantified = fc.tuple(atom, fc.constantFrom('', '', '', '+', '?', '{2}')).map((parts) => parts.join(''));
const expression = fc.record({
  source: fc.array(quantified, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  flags: fc.constantFrom('', 'u', 'v', 'i', 'iu', 'iv', 's'),
});
const text = fc
  .array(fc.oneof(sign, fc.constantFrom('\uD83D', '\uDE00', '\\', 'u', '1', '2', 'x', 'e', 'c')), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('a regular expression in the bundle', () => {
  test('finds what the one in the source finds, with the flags u and v and without', () => {
    fc.assert(
      fc.property(expression, fc.array(text, { minLength: 4, maxLength: 4 }), ({ source, flags }, texts) => {
        const expressions = builtExpression(source, flags);
        fc.pre(expressions !== null);
        const { asWritten, asBuilt } = expressions as NonNullable<typeof expressions>;
        expect(asBuilt.flags).toBe(asWritten.flags);
        for (const one of texts) expect(matches(asBuilt, one)).toEqual(matches(asWritten, one));
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    // Pairs are one character with the flags, in classes and ranges too, and two halves without.
    ['[😀-😂]', 'u', ['😀', '😁', '😂', '😃', '\uD83D', '\uDE00']],
    ['^[^😀]$', 'v', ['😀', '😁', '\uD83D']],
    ['[😀]', '', ['😀', '😁', '\uDE00', '\uDC00']],
    ['^😀+$', '', ['😀', '😀😀', '😀\uDE00']],
    ['^😀+$', 'u', ['😀', '😀😀', '😀\uDE00']],
    ['^\\uD83D😀', 'u', ['\uD83D😀', '😀']],
    // A backslash that means nothing, after one that is meant, and after one that begins nothing.
    ['^\\é$', '', ['é', '\\é', 'u00E9']],
    ['^\\\\é$', '', ['é', '\\é']],
    ['[\\：]', '', ['：', '\\', 'u']],
    ['^\\😀$', '', ['😀']],
    ['^(?<имя>.)\\k<имя>$', '', ['яя', 'яю']],
    ['^я$', 'i', ['Я']],
  ])('finds the same: /%s/%s', (source, flags, texts) => {
    const { asWritten, asBuilt } = builtExpression(source, flags) ?? {};
    for (const one of texts) expect([one, asBuilt?.test(one)]).toEqual([one, asWritten?.test(one)]);
    expect.hasAssertions();
  });
});

describe('all else in the bundle', () => {
  test('is in ASCII already, and means the same', () => {
    const script = built(`
      // é
      /*! é */
      class Мера { #доля = '：'; get ключ() { return \`\${this.#доля}😀\`; } }
      const ü = { 'é': new Мера().ключ, 日: /：/.test('：') }; /* @preserve é */
      made = [ü.é, ü['日'], String.raw\`\\p{L}\${'ー'}\`]`);
    expect(script).toMatch(/^[\0-\x7f]*$/);
    expect(new Function('made', `${script}return made`)()).toEqual(['：😀', true, '\\p{L}ー']);
  });

  test('or is refused with its place: the raw text of templates, which an escape would change', () => {
    expect(() => built(`const a = 1 / 2;\nmade = String.raw\`ー\${a}/\``)).toThrow(
      /^dist\/made\.js:1:\d+: not in ASCII, .*: const a=1\/2;made=String\.raw`ー/,
    );
    expect(() => asciiScript('a = /é/;\n/* é */', 'dist/made.js')).toThrow('dist/made.js:2:4: ');
  });
});
