import { EventEmitter } from 'node:events';
import type { Size } from '../app/model/model.ts';
import { styledWidth } from './ink/styled-row.ts';
import { CURSOR_MARKS } from './paint.ts';

/** The terminal as far as frames need it. */
export interface FrameTarget {
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** The screen as Ink sees it: whole frames go in, and only what changed goes to the terminal. */
export interface FrameStream {
  /** What Ink is given as its standard output. */
  readonly stdout: NodeJS.WriteStream;
  /** Draw nothing until {@link FrameStream.repaint}: the terminal is in other hands. */
  readonly pause: () => void;
  /**
   * Clear the screen and draw a whole frame: the last one, or the one that `change` leads to.
   *
   * @param change What makes the last frame outdated, as a new size of the terminal does.
   */
  readonly repaint: (change?: () => void) => void;
}

/** A frame is shown at once, not line by line, by terminals that know mode 2026; others pass over it. */
const BEGIN = '\u001B[?2026h';
const END = '\u001B[?2026l';
const CLEAR = '\u001B[2J';
const ERASE_REST = '\u001B[K';
const TRAILING_BLANKS = /(?<! ) +$/;
const RESET = '\u001B[0m';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
/** Not blinking: a bar between letters where one types, a block on the row that the keys act on. */
const SHAPES = { field: '\u001B[6 q', row: '\u001B[2 q' } as const;

/**
 * A stream with nothing drawn yet.
 *
 * Ink's debug mode writes every frame whole and nothing else. Each is compared with the one before row by row, and a row
 * from its left end on; what differs is written at its place. While the terminal cannot keep up, as over a slow line,
 * frames are passed over: the newest is drawn when it can. After each the terminal's cursor stands where the frame says by
 * one of its marks, so that input methods and magnifiers follow; hidden if it says nothing.
 *
 * @param size The terminal's size, asked for each frame.
 */
export function createFrameStream(target: FrameTarget, size: () => Size): FrameStream {
  let shown: readonly string[] = [];
  let cursor = '';
  let latest: string | null = null;
  let waiting = false;
  let paused = true;
  let clear = '';

  const draw = (): void => {
    if (paused || waiting || latest === null) return;
    const { rows, cursor: next } = withoutMarks(latest.split('\n'));
    const changes = clear + changedRows(shown, rows, size().columns);
    const isSame = changes === '' && next === cursor;
    shown = rows;
    cursor = next;
    clear = '';
    // Not seen running over the screen by terminals that show a frame line by line.
    if (isSame || target.write(BEGIN + HIDE_CURSOR + changes + next + END)) return;
    waiting = true;
    target.once('drain', () => {
      waiting = false;
      draw();
    });
  };

  const emitter = new EventEmitter();
  const stdout = Object.assign(emitter, {
    // Not a terminal to Ink: it then hides no cursor and clears no screen by itself.
    isTTY: false,
    write: (frame: string) => {
      latest = frame;
      draw();
      return true;
    },
  });
  Object.defineProperties(stdout, {
    columns: { get: () => size().columns },
    rows: { get: () => size().rows },
  });

  return {
    // Ink asks its output for no more than the members above.
    stdout: stdout as unknown as NodeJS.WriteStream,
    pause: () => {
      paused = true;
    },
    repaint: (change) => {
      paused = false;
      shown = [];
      clear = CLEAR;
      if (!change) return draw();
      change();
      // The view draws the change before that, unless nothing came of it.
      setImmediate(draw);
    },
  };
}

/** A frame without its marks, and what puts the terminal's cursor where they say: in a field before on a row. */
function withoutMarks(marked: readonly string[]): { readonly rows: readonly string[]; readonly cursor: string } {
  let cursor = '';
  for (const kind of ['field', 'row'] as const) {
    const mark = CURSOR_MARKS[kind];
    const row = marked.findIndex((text) => text.includes(mark));
    if (row < 0) continue;
    const text = marked[row] ?? '';
    const column = styledWidth(text.slice(0, text.indexOf(mark)));
    cursor = `\u001B[${row + 1};${column + 1}H${SHAPES[kind]}${SHOW_CURSOR}`;
    break;
  }
  const marks = Object.values(CURSOR_MARKS);
  return { rows: marked.map((text) => marks.reduce((bare, mark) => bare.replaceAll(mark, ''), text)), cursor };
}

/**
 * What turns the rows on the screen into others, as escape sequences and text.
 *
 * @param shown What is on the screen from its first row on; what lies below is blank.
 */
export function changedRows(shown: readonly string[], rows: readonly string[], columns: number): string {
  let changes = '';
  for (let row = 0; row < Math.max(shown.length, rows.length); row += 1) {
    const old = shown[row] ?? '';
    const next = rows[row] ?? '';
    if (old === next) continue;
    const start = sameStart(old, next);
    const column = styledWidth(next.slice(0, start));
    // Blanks at the end are quicker erased than written.
    const rest = next.slice(start).replace(TRAILING_BLANKS, '');
    // Behind the last column there is nothing to erase, and terminals would erase that column itself.
    const isFull = column + styledWidth(rest) >= columns;
    changes += `\u001B[${row + 1};${column + 1}H${placed(rest, column)}${isFull ? '' : ERASE_REST}`;
  }
  return changes;
}

/** Where two rows begin to differ, moved back to the end of a span: there no style is on and no character is joined. */
function sameStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  const end = b.lastIndexOf(RESET, at - RESET.length);
  return end < 0 || at < RESET.length ? 0 : end + RESET.length;
}

/** Words of the scripts of India, Tibet and Southeast Asia, whose letters merge: terminals do not agree on their cells. */
const MERGING = /[\u0900-\u0DFF\u0F00-\u109F\u1780-\u17FF\u1B00-\u1BFF\uA880-\uABFF]+/g;

/**
 * The end of a row with the column of what stands behind each such word, so that a terminal that draws the word wider or
 * narrower than was counted moves nothing else. The row is erased first, since a narrower word leaves cells as they were.
 */
function placed(rest: string, column: number): string {
  const text = rest.replace(
    MERGING,
    (word, at: number) => `${word}\u001B[${column + styledWidth(rest.slice(0, at + word.length)) + 1}G`,
  );
  return text === rest ? rest : ERASE_REST + text;
}
