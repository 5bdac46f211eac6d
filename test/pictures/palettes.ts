import type { CellColor } from '../support/emulated-screen.ts';

/** Which of the usual terminals a picture shows. */
export type Theme = 'dark' | 'light';

/** The colours of a terminal. */
export interface Palette {
  readonly foreground: string;
  readonly background: string;
  /** The sixteen colours that programs know by number. */
  readonly sixteen: readonly string[];
}

/** Every one of the sixteen but black and white is readable on its background: 4.5 to 1 and more. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    foreground: '#d7dae0',
    background: '#16181d',
    sixteen: [
      ...['#2b2f38', '#f0767c', '#8fc77a', '#e2bd74', '#73b0f0', '#c792ea', '#5cc5d6', '#c8ccd4'],
      ...['#8a919e', '#ff9096', '#a8d993', '#f2d398', '#93c4f7', '#d9adf2', '#7fdbe8', '#ffffff'],
    ],
  },
  light: {
    foreground: '#24292f',
    background: '#fdfdfb',
    sixteen: [
      ...['#24292f', '#bf2929', '#1b7332', '#845d00', '#0b5fc2', '#8a3fb0', '#0b7080', '#d0d3d8'],
      ...['#5b636d', '#cc3b31', '#217a3b', '#8a6200', '#1a6bd0', '#9648bd', '#0d7585', '#ffffff'],
    ],
  },
};

/** The steps of a channel in the cube of 216 colours (xterm's 256colres.h). */
const CUBE = [0, 95, 135, 175, 215, 255] as const;
const CUBE_START = 16;
const GRAYS_START = 232;

/**
 * The colour of a cell as `#rrggbb`.
 *
 * @param otherwise What the terminal's own colour is there.
 */
export function shownColor(color: CellColor, { sixteen }: Palette, otherwise: string): string {
  if (color === null) return otherwise;
  if (typeof color === 'string') return color;
  if (color >= GRAYS_START) return hex(Array.from({ length: 3 }, () => 8 + 10 * (color - GRAYS_START)));
  if (color < CUBE_START) return sixteen[color] ?? otherwise;
  const place = color - CUBE_START;
  return hex([Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => CUBE[step] ?? 0));
}

/** How much of its colour a dim text keeps; the rest is its background. */
const DIM_SHARE = 0.6;

/** A colour as it looks dim on a background. */
export function dimmed(color: string, background: string): string {
  const [own, under] = [channels(color), channels(background)];
  return hex(own.map((value, at) => Math.round(value * DIM_SHARE + (under[at] ?? 0) * (1 - DIM_SHARE))));
}

/** Red, green and blue of `#rrggbb`, 0 to 255 each. */
export function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function hex(values: readonly number[]): string {
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
