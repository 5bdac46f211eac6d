/** A segmenter that is made when it is first asked for: it takes milliseconds, for graphemes that hardly any text holds. */
const lateSegmenter = (made) => `{ segment: (text) => (madeSegmenter ??= ${made}).segment(text) };\nlet madeSegmenter;`;

/**
 * Work that packages do while they are loaded and that few runs need: put off until it is asked for. By the file's name,
 * each text in it with what takes its place.
 *
 * @type {Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>}
 */
export const PUT_OFF = {
  'string-width/index.js': [
    ['new Intl.Segmenter();', lateSegmenter('new Intl.Segmenter()')],
    // Tables of all emoji and of characters without a shape.
    [
      '/^\\p{RGI_Emoji}$/v;',
      // An emoji by itself needs no table, nor does what has no part of one.
      `{
        test: (text) =>
          /^(?!\\p{Regional_Indicator})\\p{Emoji_Presentation}$/u.test(text) ||
          (/[\\p{Emoji_Presentation}\\p{Extended_Pictographic}\\uFE0F\\u20E3]/u.test(text) && /^\\p{RGI_Emoji}$/v.test(text)),
      };`,
    ],
    [
      'const visibleCharacterRegex = ',
      `const visibleCharacterRegex = { [Symbol.search]: (text) => text.search(visible()), test: (text) => visible().test(text) };
      let madeVisible;
      const visible = () => madeVisible ??= `,
    ],
  ],
  'slice-ansi/tokenize-ansi.js': [
    [
      "new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
      lateSegmenter("new Intl.Segmenter(undefined, { granularity: 'grapheme' })"),
    ],
  ],
  // Only for commands that are programs of their own; of ours none is.
  'commander/lib/command.js': [["require('node:child_process')", '{}']],
  // For arguments that are no functions.
  'signal-exit/index.js': [["require('assert')", '{ equal() {} }']],
  // A part of Node for which the clock will do: React's work here is never cut into slices.
  'scheduler/cjs/scheduler.production.js': [['"object" === typeof performance', 'false']],
  // Only where DEV is set, which the bundle never is; scripts cannot wait for what they import.
  'ink/build/reconciler.js': [
    ["await import('./devtools.js');", ''],
    ['await loadPackageJson()', '{}'],
  ],
  // The YAML reader that gray-matter comes with; ours takes its place (see src/core/reading/yaml.ts).
  'gray-matter/lib/engines.js': [["require('js-yaml')", '{ safeLoad() {}, safeDump() {} }']],
};

/**
 * A source with a text in it replaced once.
 *
 * @param {string} source
 * @param {readonly [from: string, to: string]} change
 * @throws {Error} Where a package no longer holds it.
 */
export function replaced(source, [from, to]) {
  if (!source.includes(from)) throw new Error(`A package no longer holds what is replaced: ${from}`);
  return source.replace(from, () => to);
}
