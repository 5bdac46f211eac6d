import { styledWidth } from './styled-row.ts';

/** Texts a frame has, twice. Ink asks for the width of each some times a frame. */
const MOST_KNOWN = 16;
const known: { readonly text: string; readonly width: number }[] = [];

/** Stands in for the package `widest-line` when the app is bundled: the same, by our own and faster measure. */
function widestLine(text: string): number {
  const before = known.find((one) => one.text === text);
  if (before) return before.width;
  const width = text.split('\n').reduce((widest, line) => Math.max(widest, styledWidth(line)), 0);
  known.unshift({ text, width });
  known.length = Math.min(known.length, MOST_KNOWN);
  return width;
}

// biome-ignore lint/style/noDefaultExport: the package it stands in for has a default export.
export default widestLine;
