import type { ScreenCells } from '../support/emulated-screen.ts';
import { CELL } from './drawn-glyphs.ts';
import { PALETTES, type Palette, type Theme } from './palettes.ts';
import { createStyleSheet, escaped, type StyleSheet, svgRect, svgRow } from './svg-row.ts';

/** A screen of a recording, and how long it stands, in milliseconds. */
export interface Frame {
  readonly screen: ScreenCells;
  readonly hold: number;
}

/** What a picture is told besides its cells. */
export interface PictureWords {
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly theme: Theme;
}

/** Blank around the cells. */
const MARGIN = 12;
/** Each is as wide as the others, and has the signs of the app; the reader's own comes last. */
const FONTS = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace";

/**
 * A screen as an SVG. Its bytes depend on nothing but the cells and the words.
 *
 * @returns The file's text.
 */
export function svgPicture(screen: ScreenCells, { title, theme }: PictureWords): string {
  const palette = PALETTES[theme];
  const styles = createStyleSheet();
  const rows = drawnRows(screen, palette, styles);
  return svgFile(screen, { title, theme }, styles.rules(), rows);
}

/**
 * Screens one after the other as one SVG that moves, again and again. Rows that stay the same from one screen to the next
 * are there once. Where nothing moves, as in a viewer without animations or for a reader who wants none, the last screen
 * stands.
 *
 * @param frames All of one size.
 * @returns The file's text.
 */
export function svgRecording(frames: readonly Frame[], { title, theme }: PictureWords): string {
  const palette = PALETTES[theme];
  const styles = createStyleSheet();
  const screens = frames.map(({ screen }) => drawnRows(screen, palette, styles));
  const times = startTimes(frames);
  const spans = new Map<string, { readonly first: number; readonly end: number }>();
  const rows: string[] = [];
  for (let row = 0; row < (screens[0]?.length ?? 0); row += 1) {
    const drawn = screens.map((screen) => screen[row] ?? '');
    for (const { first, end } of sameStretches(drawn)) {
      const content = drawn[first] ?? '';
      if (content === '') continue;
      if (first === 0 && end === frames.length) {
        rows.push(content);
        continue;
      }
      const name = `f${first}-${end}`;
      spans.set(name, { first, end });
      rows.push(`<g class="${name}">${content}</g>`);
    }
  }
  const total = times.at(-1) ?? 0;
  const share = (at: number) => `${Number(((100 * (times[at] ?? 0)) / total).toFixed(3))}%`;
  const motion = [...spans].map(([name, { first, end }]) => {
    const steps = [
      first === 0 ? '' : '0%{visibility:hidden}',
      `${share(first)}{visibility:visible}`,
      end === frames.length ? '100%{visibility:visible}' : `${share(end)},100%{visibility:hidden}`,
    ];
    return `@keyframes ${name}{${steps.join('')}}\n.${name}{animation-name:${name}}`;
  });
  const gone = [...spans].filter(([, { end }]) => end < frames.length).map(([name]) => `.${name}`);
  const rules = [
    styles.rules(),
    `${gone.join()}{visibility:hidden}`,
    '@media (prefers-reduced-motion:no-preference){',
    `g{animation-duration:${total}ms;animation-timing-function:step-end;animation-iteration-count:infinite}`,
    ...motion,
    '}',
  ];
  const size = frames[0]?.screen ?? { rows: [], cursor: null };
  return svgFile(size, { title, theme }, rules.join('\n'), rows);
}

function svgFile(
  { rows: cells }: ScreenCells,
  { title, theme }: PictureWords,
  rules: string,
  rows: readonly string[],
): string {
  const { background } = PALETTES[theme];
  const width = (cells[0]?.length ?? 0) * CELL.width + 2 * MARGIN;
  const height = cells.length * CELL.height + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    '<style>',
    `text{font:15px ${FONTS}}`,
    '.m{text-anchor:middle}',
    rules,
    '</style>',
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" rx="8" fill="${background}"/>`,
    ...rows.filter((row) => row !== ''),
    '</svg>',
    '',
  ].join('\n');
}

/** The rows of a screen as SVG, with the cursor: it fills its cell, underlines it, or stands before it as a bar. */
function drawnRows({ rows, cursor }: ScreenCells, palette: Palette, styles: StyleSheet): readonly string[] {
  return rows.map((cells, row) => {
    const y = row * CELL.height;
    if (cursor === null || cursor.row !== row) return svgRow(cells, y, palette, styles);
    const { column, shape } = cursor;
    if (shape === 'block') {
      const under = cells.map((cell, at) => (at === column ? { ...cell, inverse: !cell.inverse } : cell));
      return svgRow(under, y, palette, styles);
    }
    const x = column * CELL.width;
    const { foreground } = palette;
    return (
      svgRow(cells, y, palette, styles) +
      (shape === 'bar'
        ? svgRect(x, y, 2, CELL.height, foreground)
        : svgRect(x, y + CELL.height - 3, CELL.width, 2, foreground))
    );
  });
}

/** When each frame begins, in milliseconds, and when the last one ends. */
function startTimes(frames: readonly Frame[]): readonly number[] {
  const times = [0];
  for (const { hold } of frames) times.push((times.at(-1) ?? 0) + hold);
  return times;
}

/** Stretches of equal neighbours. */
function sameStretches(values: readonly string[]): readonly { readonly first: number; readonly end: number }[] {
  const starts = values.flatMap((value, at) => (at === 0 || values[at - 1] !== value ? [at] : []));
  return starts.map((first, at) => ({ first, end: starts[at + 1] ?? values.length }));
}
