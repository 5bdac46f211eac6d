import { closedText, cutText, rowText, type Segment, styledWidth } from './styled-row.ts';
import { textBlock } from './text-block.ts';

/** A rectangle that nothing is written outside of; without a side it is open on that side. */
interface Clip {
  readonly x1?: number | undefined;
  readonly x2?: number | undefined;
  readonly y1?: number | undefined;
  readonly y2?: number | undefined;
}

type Transformer = (line: string, index: number) => string;

/**
 * Stands in for Ink's `build/output.js` when the app is bundled (see `esbuild.config.mjs`): what a frame's texts are
 * written to, and what makes rows of them.
 *
 * Ink keeps a grid of cells, each with its styles, and cuts every line of every frame into them: 25 ms and more at
 * 200×60. Our panes are lines of exact width already (see `docs/decisions/0003-panes-as-one-text.md`), so rows are put
 * together from whole segments; only rows on which texts overlap or are cut are made cell by cell. A test compares what
 * both show, on random trees.
 */
// Ink makes one of its kind for each frame, with `new`.
// biome-ignore lint/style/noDefaultExport: the module it stands in for has a default export.
export default class Output {
  readonly #height: number;
  readonly #rows: Segment[][];
  readonly #clips: Clip[] = [];

  constructor({ height }: { readonly width: number; readonly height: number }) {
    this.#height = height;
    this.#rows = Array.from({ length: height }, () => []);
  }

  /** Only what is written until the matching `unclip` and lies inside is kept. The innermost one counts. */
  clip(clip: Clip): void {
    this.#clips.push(clip);
  }

  unclip(): void {
    this.#clips.pop();
  }

  /** Put lines on the screen, their first cell at a column and row. */
  write(x: number, y: number, text: string, { transformers }: { readonly transformers: readonly Transformer[] }): void {
    if (text === '') return;
    const { rows, widths } = textBlock(text);
    const { x1, x2, y1 = Number.NEGATIVE_INFINITY, y2 = Number.POSITIVE_INFINITY } = this.#clips.at(-1) ?? {};
    const first = Math.max(0, y1 - y);
    const end = Math.min(rows.length, y2 - y);
    for (let index = first; index < end; index += 1) {
      const line = { text: rows[index] ?? '', width: widths[index] ?? 0 };
      const row = this.#rows[y + index];
      const segment = row
        ? segmentOf(x, line, x1, x2, (shown) => transformed(shown, index - first, transformers))
        : null;
      if (segment) row?.push(segment);
    }
  }

  /** The frame: rows without blanks at their ends. */
  get(): { readonly output: string; readonly height: number } {
    return { output: this.#rows.map(rowText).join('\n'), height: this.#height };
  }
}

/** What of a line lies between two columns; `null` if nothing does. */
function segmentOf(
  x: number,
  { text, width }: { readonly text: string; readonly width: number },
  x1: number | undefined,
  x2: number | undefined,
  transform: (line: string) => string,
): Segment | null {
  const left = Math.max(0, x1 === undefined || x2 === undefined ? 0 : x1);
  const right = x1 === undefined || x2 === undefined ? Number.POSITIVE_INFINITY : x2;
  if (width === 0 || x + width <= left || x >= right) return null;
  const isWhole = x >= left && x + width <= right;
  const shown = transform(isWhole ? text : cutText(text, left - x, right - x));
  const isSame = isWhole && shown === text;
  return { x: Math.max(x, left), width: isSame ? width : styledWidth(shown), text: closedText(shown) };
}

function transformed(line: string, index: number, transformers: readonly Transformer[]): string {
  return transformers.reduce((text, transform) => transform(text, index), line);
}
