import { textBlock } from './text-block.ts';

/**
 * Stands in for Ink's `build/measure-text.js` when the app is bundled: the cells a block of text takes.
 *
 * Ink remembers every text it ever measured. Ours are whole panes, thousands of them while a key is held.
 */
function measureText(text: string): { readonly width: number; readonly height: number } {
  if (text === '') return { width: 0, height: 0 };
  const { rows, width } = textBlock(text);
  return { width, height: rows.length };
}

// biome-ignore lint/style/noDefaultExport: the module it stands in for has a default export.
export default measureText;
