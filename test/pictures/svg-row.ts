import type { Cell } from '../support/emulated-screen.ts';
import { CELL, glyphBlock, glyphLines, ruleLine } from './drawn-glyphs.ts';
import { dimmed, type Palette, shownColor } from './palettes.ts';

/** Where in its cell letters stand, and the lines under and through them. */
const BASELINE = 15;
const UNDERLINE = 17;
const STRIKE = 10;

/** Names classes of a style sheet, which is small because a screen has few styles. */
export interface StyleSheet {
  /** The class of a declaration. */
  readonly classOf: (declaration: string) => string;
  /** All declarations that were asked for, as rules. */
  readonly rules: () => string;
}

/** A style sheet with nothing in it. */
export function createStyleSheet(): StyleSheet {
  const names = new Map<string, string>();
  return {
    classOf: (declaration) => {
      const name = names.get(declaration) ?? `s${names.size.toString(36)}`;
      names.set(declaration, name);
      return name;
    },
    rules: () => [...names].map(([declaration, name]) => `.${name}{${declaration}}`).join('\n'),
  };
}

/** A cell with its colours found. */
interface ShownCell {
  readonly cell: Cell;
  readonly x: number;
  readonly color: string;
  /** `null` for that of the picture. */
  readonly background: string | null;
}

/**
 * One row of cells as SVG: backgrounds, then lines and blocks, then texts.
 *
 * @param y The row's upper edge.
 * @returns Nothing where the row is blank.
 */
export function svgRow(cells: readonly Cell[], y: number, palette: Palette, styles: StyleSheet): string {
  const row = cells
    .map((cell, column) => shownCell(cell, column * CELL.width, palette))
    .filter(({ cell }) => cell.width > 0);
  return [backgrounds(row, y), blocks(row, y), lines(row, y, styles), rules(row, y), texts(row, y, styles)].join('');
}

function shownCell(cell: Cell, x: number, palette: Palette): ShownCell {
  const front = shownColor(cell.foreground, palette, palette.foreground);
  const back = shownColor(cell.background, palette, palette.background);
  const [color, background] = cell.inverse ? [back, front] : [front, back];
  return {
    cell,
    x,
    color: cell.dim ? dimmed(color, background) : color,
    background: background === palette.background ? null : background,
  };
}

function backgrounds(row: readonly ShownCell[], y: number): string {
  return runs(row, ({ background }) => background)
    .map(({ value, x, width }) => svgRect(x, y, width, CELL.height, value))
    .join('');
}

/** Lines under and through the cells, drawn so that they go through blanks too. */
function rules(row: readonly ShownCell[], y: number): string {
  const under = runs(row, ({ cell, color }) => (cell.underline ? color : null));
  const through = runs(row, ({ cell, color }) => (cell.strikethrough ? color : null));
  return [
    ...under.map(({ value, x, width }) => svgRect(x, y + UNDERLINE, width, 1, value)),
    ...through.map(({ value, x, width }) => svgRect(x, y + STRIKE, width, 1, value)),
  ].join('');
}

function blocks(row: readonly ShownCell[], y: number): string {
  return row
    .map(({ cell, x, color }) => {
      const block = glyphBlock(cell.text);
      if (!block) return '';
      const { width, height } = CELL;
      return svgRect(x + block.x * width, y + block.y * height, block.width * width, block.height * height, color);
    })
    .join('');
}

/** All lines of one colour as one path; a rule across many cells is one stroke. */
function lines(row: readonly ShownCell[], y: number, styles: StyleSheet): string {
  const paths = new Map<string, string>();
  const add = (color: string, path: string) => paths.set(color, (paths.get(color) ?? '') + path);
  for (const { value, x, width } of runs(row, ({ cell, color }) => (cell.text === '─' ? color : null)))
    add(value, ruleLine(x, y, width));
  for (const { cell, x, color } of row) {
    const path = cell.text === '─' ? null : glyphLines(cell.text, x, y);
    if (path !== null) add(color, path);
  }
  return [...paths]
    .map(([color, path]) => `<path class="${styles.classOf(`fill:none;stroke:${color}`)}" d="${path}"/>`)
    .join('');
}

/** A text, and the cells it takes. */
interface TextRun {
  readonly style: string;
  readonly x: number;
  text: string;
  columns: number;
}

/**
 * The texts of a row: letters of one style in one element, with the width they are to take, whatever the font. What a font may
 * lack or have in another width stands alone, in the middle of its cells.
 */
function texts(row: readonly ShownCell[], y: number, styles: StyleSheet): string {
  const found: string[] = [];
  let run: TextRun | null = null;
  const end = (): void => {
    if (run) {
      const width = run.columns > 1 ? ` textLength="${run.columns * CELL.width}"` : '';
      found.push(text(run.x, y, styles.classOf(run.style), width, run.text));
    }
    run = null;
  };
  for (const shown of row) {
    const { cell, x } = shown;
    const style = textStyle(shown);
    if (isBlank(cell)) continue;
    if (glyphBlock(cell.text) || glyphLines(cell.text, 0, 0) !== null) {
      end();
    } else if (!/^[!-~]$/.test(cell.text)) {
      end();
      found.push(text(x + (cell.width * CELL.width) / 2, y, `${styles.classOf(style)} m`, '', cell.text));
    } else {
      const gap: number = run ? (x - run.x) / CELL.width - run.columns : 0;
      // More than one blank would count as one.
      if (!run || run.style !== style || gap > 1) end();
      run ??= { style, x, text: '', columns: 0 };
      if (run.text !== '') run.text += ' '.repeat(gap);
      run.text += cell.text;
      run.columns = (x - run.x) / CELL.width + 1;
    }
  }
  end();
  return found.join('');
}

function isBlank({ text }: Cell): boolean {
  return text === '' || /^\s$/.test(text);
}

function textStyle({ cell, color }: ShownCell): string {
  return [`fill:${color}`, cell.bold ? 'font-weight:700' : '', cell.italic ? 'font-style:italic' : '']
    .filter(Boolean)
    .join(';');
}

function text(x: number, y: number, className: string, more: string, words: string): string {
  return `<text class="${className}" x="${x}" y="${y + BASELINE}"${more}>${escaped(words)}</text>`;
}

/** A filled rectangle. */
export function svgRect(x: number, y: number, width: number, height: number, color: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`;
}

/** Stretches of cells next to each other with the same value, those with none left out. */
function runs(
  row: readonly ShownCell[],
  of: (shown: ShownCell) => string | null,
): readonly { readonly value: string; readonly x: number; readonly width: number }[] {
  const found: { value: string; x: number; width: number }[] = [];
  for (const shown of row) {
    const value = of(shown);
    if (value === null) continue;
    const width = shown.cell.width * CELL.width;
    const last = found.at(-1);
    if (last && last.value === value && last.x + last.width === shown.x) last.width += width;
    else found.push({ value, x: shown.x, width });
  }
  return found;
}

/** Text as XML has it; what XML cannot hold at all becomes the sign for that. */
export function escaped(words: string): string {
  return words
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
