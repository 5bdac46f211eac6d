/**
 * Stands in for Ink's `build/sanitize-ansi.js` when the app is bundled: a text without escape sequences other than SGR.
 *
 * Ink cuts every text into tokens for this, twice a frame. Ours come from `paint.ts`, which writes no others; so one
 * look at the controls is enough.
 */
function sanitizeAnsi(text: string): string {
  return FOREIGN.test(text) ? text.replace(FOREIGN_ALL, '') : text;
}

const FOREIGN = /(?!\u001B\[[\d:;]*m)[\u001B\u0080-\u009F]/;
const FOREIGN_ALL = new RegExp(FOREIGN, 'g');

// biome-ignore lint/style/noDefaultExport: the module it stands in for has a default export.
export default sanitizeAnsi;
