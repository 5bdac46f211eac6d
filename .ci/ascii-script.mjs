import { tokenizer, tokTypes } from 'acorn';

/**
 * A script that esbuild wrote in ASCII, in which the regular expressions are too: esbuild escapes strings, names and
 * templates, and leaves their text as it stands. Escapes in them match what was written, with and without the flags `u`
 * and `v`: each half of a pair gets its own, which with the flags are read as the one character they make.
 *
 * The raw text of a tagged template esbuild leaves too, and there an escape is another text: whoever wrote the template
 * has to say what is meant.
 *
 * @param {string} script What esbuild wrote, with `charset: 'ascii'`, without comments.
 * @param {string} file Where it stands, for the error.
 * @returns {string} The same program, without a character beyond ASCII.
 * @throws {Error} With the place, where there is one outside of regular expressions.
 */
export function asciiScript(script, file) {
  let written = '';
  let from = 0;
  // To the tokenizer alone a slash can be another than it is to a parser, which takes four times as long. What it then
  // does not know as a regular expression is refused.
  for (const { type, start, end } of tokenizer(script, { ecmaVersion: 'latest' })) {
    if (type !== tokTypes.regexp) continue;
    written += refused(script, from, start, file) + escaped(script.slice(start, end));
    from = end;
  }
  return written + refused(script, from, script.length, file);
}

/** A part of a script, which is to be in ASCII. */
function refused(script, start, end, file) {
  const part = script.slice(start, end);
  const at = start + part.search(BEYOND_ASCII);
  if (at < start) return part;
  const lines = script.slice(0, at).split('\n');
  throw new Error(
    `${file}:${lines.length}:${lines.at(-1).length + 1}: not in ASCII, and no regular expression: ` +
      `${script.slice(Math.max(0, at - 60), at + 20)}\n` +
      'In a tagged template write it as \\uXXXX where that is the same to what reads it, as to RegExp.',
  );
}

/** Without the backslash that means nothing before such a character, but would before its escape. */
function escaped(expression) {
  return expression.replace(ESCAPE_OR_UNIT, (found) => {
    const unit = found.charCodeAt(found.length - 1);
    return unit > 0x7f ? `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}` : found;
  });
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const ESCAPE_OR_UNIT = /\\.|[^\0-\x7f]/gs;
