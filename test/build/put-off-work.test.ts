import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUT_OFF } from '../../.ci/changed-packages.mjs';
import { replaced } from '../../.ci/changing-plugin.mjs';

/** The exports of a file of a package, as it comes and as it is bundled. */
function both<Exports>(name: string): { readonly asItComes: Exports; readonly asBundled: Exports } {
  const path = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  const source = readFileSync(path, 'utf8');
  const loaded = (contents: string): Exports => {
    const { outputFiles } = buildSync({
      stdin: { contents, resolveDir: dirname(path) },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
    });
    const made = { exports: {} as Exports };
    new Function('module', 'require', outputFiles[0]?.text ?? '')(made, createRequire(path));
    return made.exports;
  };
  return { asItComes: loaded(source), asBundled: loaded((PUT_OFF[name] ?? []).reduce(replaced, source)) };
}

const sign = fc.oneof(
  fc.constantFrom('a', 'か', '한', 'ᄀ', 'ᅡ', 'ᆨ', 'ガ', 'ｶﾞ', 'ก', 'ำ', 'क', 'ि', '\u0301', '\u200D', '\uFE0F', '\u20E3'),
  fc.constantFrom(
    '1',
    '#',
    '😀',
    '👩',
    '💻',
    '❤',
    '🏽',
    '🇯',
    '🇵',
    '🏴',
    '\u{E0067}',
    '\u{E007F}',
    '\uD83D',
    '\u001B[1m',
    '\n',
  ),
  fc.integer({ min: 0, max: 0x1_fb00 }).map((code) => String.fromCodePoint(code)),
);
const text = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));

describe('work that is put off is done as before', () => {
  test('by string-width, of emoji with whatever makes one of several', () => {
    const { asItComes, asBundled } = both<{ readonly default: (text: string) => number }>('string-width/index.js');
    const differs = (one: string): boolean => asBundled.default(one) !== asItComes.default(one);
    const texts = Array.from({ length: 0x1_fb00 }, (_, code) => String.fromCodePoint(code))
      .filter((character) => /[\p{Emoji}\p{Extended_Pictographic}\p{Mark}\p{Cf}\u1100-\u11FF]/u.test(character))
      .flatMap((sign) => ['', '\uFE0F', '\u20E3', '\uFE0F\u20E3', '🏽', '\u200D💻', '🇵'].map((after) => sign + after));
    expect(texts.length).toBeGreaterThan(20_000);
    expect(texts.filter(differs)).toEqual([]);
    fc.assert(
      fc.property(text, (one) => !differs(one)),
      { numRuns: 2000 },
    );
  });

  test('by slice-ansi, at every place of a text', () => {
    const { asItComes, asBundled } = both<{ readonly default: (text: string) => unknown }>(
      'slice-ansi/tokenize-ansi.js',
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(asBundled.default(one)).toEqual(asItComes.default(one));
      }),
    );
  });
});
