import { markdownLines, type RenderedLine, sourceLines } from '../core/markdown-lines.ts';
import type { ReaderView } from './model.ts';

/** Rendered bodies kept: enough to go back and forth in a list, few enough to forget about. */
const CACHE_LIMIT = 64;
const cache = new Map<string, readonly RenderedLine[]>();

/**
 * A text as lines of a width, rendered once: moving up and down a list must not render the same preview again.
 *
 * @param text Part or all of a body.
 * @param width Cells a line may take, at least 1.
 */
export function renderedText(text: string, width: number, view: ReaderView): readonly RenderedLine[] {
  const render = view === 'source' ? sourceLines : markdownLines;
  return cached(`${view} ${width} ${text}`, () => render(text, Math.max(1, width)));
}

/** The same for the beginning of a text: so many lines, and the rest of the block that reaches them. */
export function renderedBeginning(text: string, width: number, most: number): readonly RenderedLine[] {
  return cached(`${most} of ${width} ${text}`, () => markdownLines(text, Math.max(1, width), most));
}

function cached(key: string, render: () => readonly RenderedLine[]): readonly RenderedLine[] {
  const known = cache.get(key);
  if (known) return known;
  const lines = render();
  if (cache.size >= CACHE_LIMIT) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, lines);
  return lines;
}
