import { replacedTexts, standIn } from './changing-plugin.mjs';

// What the build changes in packages. What each change is worth, measured, is told in
// docs/decisions/0013-what-the-build-changes.md; package.json names the one version of each package they are made for.

/** Modules that stand in for others. Each tells in its own file what for. */
const STAND_INS = {
  'terminal-size/index.js': 'src/ui/ink/no-terminal-size.ts',
  'widest-line/index.js': 'src/ui/ink/widest-line.ts',
  'ink/build/output.js': 'src/ui/ink/output.ts',
  'ink/build/measure-text.js': 'src/ui/ink/measure-text.ts',
  'ink/build/sanitize-ansi.js': 'src/ui/ink/sanitize-ansi.ts',
  'yoga-layout/dist/src/index.js': 'src/ui/ink/yoga.ts',
  'ink/build/components/ErrorOverview.js': 'src/ui/ink/no-error-overview.ts',
};

/** A segmenter that is made when it is first asked for: it takes milliseconds, for graphemes that hardly any text holds. */
const lateSegmenter = (made) => `{ segment: (text) => (madeSegmenter ??= ${made}).segment(text) };\nlet madeSegmenter;`;

/**
 * Work that packages do while they are loaded and that few runs need: put off until it is asked for, or left out where
 * it never is. By the file's name, each text in it with what takes its place.
 *
 * @type {Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>}
 */
export const PUT_OFF = {
  'string-width/index.js': [
    ['new Intl.Segmenter();', lateSegmenter('new Intl.Segmenter()')],
    // A table of all emoji.
    [
      '/^\\p{RGI_Emoji}$/v;',
      // One character needs no table, whether it is an emoji or a sign that could be made one; nor does what has no part of one.
      `{
        test: (text) =>
          /^.$/su.test(text)
            ? /^(?!\\p{Regional_Indicator})\\p{Emoji_Presentation}$/u.test(text)
            : /[\\p{Emoji_Presentation}\\p{Extended_Pictographic}\\uFE0F\\u20E3]/u.test(text) && /^\\p{RGI_Emoji}$/v.test(text),
      };`,
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
  // Only where DEV is set, which the bundle never is; scripts cannot wait for what they import.
  'ink/build/reconciler.js': [
    ["await import('./devtools.js');", ''],
    ['await loadPackageJson()', '{}'],
  ],
  // The YAML reader that gray-matter comes with; ours takes its place (see src/core/reading/yaml.ts).
  'gray-matter/lib/engines.js': [["require('js-yaml')", '{ safeLoad() {}, safeDump() {} }']],
};

const each = (values, change) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/**
 * By the file of a package, what is made of it.
 *
 * @type {Readonly<Record<string, import('./changing-plugin.mjs').Change>>}
 */
export const CHANGED_PACKAGES = { ...each(STAND_INS, standIn), ...each(PUT_OFF, replacedTexts) };

/** The same of what is built for any engine, where there are no parts of Node. */
export const CHANGED_FOR_ANY_ENGINE = each(
  {
    'gray-matter/lib/engines.js': PUT_OFF['gray-matter/lib/engines.js'],
    // For files that it would read itself.
    'gray-matter/index.js': [["require('fs')", '{}']],
    // For the bytes of what it was given, which nobody asks for.
    'gray-matter/lib/utils.js': [['Buffer.from(input)', 'input']],
  },
  replacedTexts,
);
