import { textBlock } from './text-block.ts';

/** Stands in for the package `widest-line` when the app is bundled: the same, by our own and faster measure. */
function widestLine(text: string): number {
  return textBlock(text).width;
}

// biome-ignore lint/style/noDefaultExport: the package it stands in for has a default export.
export default widestLine;
