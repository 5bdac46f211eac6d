// Lines and blocks are drawn, as terminals do: a font's own seldom reach the edges of the cell, so borders would not join.

/** Size of a cell, in units of the picture. */
export const CELL = { width: 9, height: 20 } as const;

/** The middle of a cell, where lines run; between two units, so that lines one unit wide are sharp. */
const MIDDLE = { x: 4.5, y: 9.5 } as const;

/** Which sides of the cell the lines of a glyph reach: left, right, up, down. */
const LINES: Readonly<Record<string, string>> = {
  '─': 'lr',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'ld',
  '└': 'ru',
  '┘': 'lu',
  '├': 'rud',
  '┤': 'lud',
  '┬': 'lrd',
  '┴': 'lru',
  '┼': 'lrud',
  '╴': 'l',
  '╵': 'u',
  '╶': 'r',
  '╷': 'd',
};

/** Rounded corners: the side they come from and the side they go to. */
const CORNERS: Readonly<Record<string, readonly [horizontal: 'l' | 'r', vertical: 'u' | 'd']>> = {
  '╭': ['r', 'd'],
  '╮': ['l', 'd'],
  '╯': ['l', 'u'],
  '╰': ['r', 'u'],
};

/**
 * The lines of a glyph as path data, for a stroke.
 *
 * @param x The left edge of its cell.
 * @param y The upper edge.
 * @returns `null` for a glyph that is left to the font.
 */
export function glyphLines(glyph: string, x: number, y: number): string | null {
  const [middleX, middleY] = [x + MIDDLE.x, y + MIDDLE.y];
  const ends = { l: x, r: x + CELL.width, u: y, d: y + CELL.height };
  const corner = CORNERS[glyph];
  if (corner) {
    const [horizontal, vertical] = corner;
    return `M${ends[horizontal]} ${middleY}Q${middleX} ${middleY} ${middleX} ${ends[vertical]}`;
  }
  const sides = LINES[glyph];
  if (sides === undefined) return null;
  const [left, right, up, down] = ['l', 'r', 'u', 'd'].map((side) => sides.includes(side));
  const across = left || right ? `M${left ? ends.l : middleX} ${middleY}H${right ? ends.r : middleX}` : '';
  const along = up || down ? `M${middleX} ${up ? ends.u : middleY}V${down ? ends.d : middleY}` : '';
  return across + along;
}

/** The same for a row of `─`, which is one stroke. */
export function ruleLine(x: number, y: number, width: number): string {
  return `M${x} ${y + MIDDLE.y}H${x + width}`;
}

/** A part of a cell that a block fills: its left and upper edge and its size, as shares of the cell. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FULL_BLOCK = 0x2588;
const LOWER_EIGHTH = 0x2581;
const LEFT_EIGHTH = 0x258f;

/** What a block element fills of its cell, or `null` for any other glyph. */
export function glyphBlock(glyph: string): Block | null {
  const code = glyph.codePointAt(0) ?? 0;
  if (code >= LOWER_EIGHTH && code <= FULL_BLOCK) {
    const height = (code - LOWER_EIGHTH + 1) / 8;
    return { x: 0, y: 1 - height, width: 1, height };
  }
  if (code > FULL_BLOCK && code <= LEFT_EIGHTH) return { x: 0, y: 0, width: (LEFT_EIGHTH - code + 1) / 8, height: 1 };
  if (glyph === '▀') return { x: 0, y: 0, width: 1, height: 0.5 };
  if (glyph === '▔') return { x: 0, y: 0, width: 1, height: 1 / 8 };
  if (glyph === '▐') return { x: 0.5, y: 0, width: 0.5, height: 1 };
  return glyph === '▕' ? { x: 7 / 8, y: 0, width: 1 / 8, height: 1 } : null;
}
