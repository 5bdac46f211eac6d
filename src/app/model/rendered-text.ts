import { markdownLines, type RenderedLine, sourceLines } from '../../core/rendering/markdown-lines.ts';
import { onForget } from '../../kit/memo.ts';
import type { Size } from './model.ts';
import type { ReaderView } from './reader-state.ts';

/** Rendered bodies kept: enough to go back and forth in a list, few enough to forget about. */
const CACHE_LIMIT = 64;
/** The oldest first. Not a table by text: its keys would be copies of whole prompts, made for each look into it. */
let cache: readonly { readonly shape: string; readonly text: string; readonly lines: readonly RenderedLine[] }[] = [];
onForget(() => {
  cache = [];
});

/**
 * A text as lines of a width, rendered once: moving up and down a list must not render the same preview again.
 *
 * @param text Part or all of a body.
 * @param width Cells a line may take, at least 1.
 */
export function renderedText(text: string, width: number, view: ReaderView): readonly RenderedLine[] {
  return cachedLines(text, width, view, Number.POSITIVE_INFINITY);
}

/** It is not worth it to begin with less of a text, in characters. */
const LEAST_RENDERED = 2_048;
/** Where a text is cut, its last lines may look otherwise than with what follows. */
const UNSURE_LINES = 8;

/**
 * The first lines of a text as {@link renderedText} has them, made of no more of it than they take: a large one would keep
 * the next key waiting.
 */
export function renderedBeginning(text: string, { columns, rows }: Size, view: ReaderView): readonly RenderedLine[] {
  if (rows <= 0) return [];
  const enough = rows + UNSURE_LINES;
  for (let size = Math.max(LEAST_RENDERED, rows * columns); ; size *= 4) {
    const end = size < text.length ? text.lastIndexOf('\n', size) + 1 : text.length;
    const lines = cachedLines(text.slice(0, end), columns, view, enough);
    if (end === text.length || lines.length >= enough) return lines.slice(0, rows);
  }
}

function cachedLines(text: string, width: number, view: ReaderView, most: number): readonly RenderedLine[] {
  const shape = `${view} ${width} ${most}`;
  const known = cache.find((one) => one.shape === shape && one.text === text);
  if (known) return known.lines;
  const render = view === 'source' ? sourceLines : markdownLines;
  const lines = render(text, Math.max(1, width), most);
  cache = [...cache.slice(1 - CACHE_LIMIT), { shape, text, lines }];
  return lines;
}
