import { styledWidth } from './styled-row.ts';

/** Stands in for the package `widest-line` when the app is bundled: the same, by our own and faster measure. */
function widestLine(text: string): number {
  return text.split('\n').reduce((width, line) => Math.max(width, styledWidth(line)), 0);
}

// biome-ignore lint/style/noDefaultExport: the package it stands in for has a default export.
export default widestLine;
