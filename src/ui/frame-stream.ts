import { EventEmitter } from 'node:events';
import type { Size } from '../app/model/model.ts';
import { changedRows } from './changed-rows.ts';
import { styledWidth } from './ink/styled-row.ts';
import { CURSOR_MARKS } from './paint.ts';

/** The terminal as far as frames need it. */
export interface FrameTarget {
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** What a screen shows. */
export interface Frame {
  /** From the first on, with their styles. */
  readonly rows: readonly string[];
  /** What puts the terminal's cursor where it stands, as escape sequences. */
  readonly cursor: string;
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
  /**
   * Draw from now on, over what is on the screen already.
   *
   * @param frame What that is.
   */
  readonly drawOver: (frame: Frame) => void;
  /** The first frame that was drawn; `null` before that. */
  readonly first: () => Frame | null;
}

/** What draws a frame on an empty screen, at once. */
export function wholeFrame({ rows, cursor }: Frame, columns: number): string {
  return `${BEGIN}${HIDE_CURSOR}${CLEAR}${changedRows([], rows, columns)}${cursor}${END}`;
}

/** A frame is shown at once, not line by line, by terminals that know mode 2026; others pass over it. */
const BEGIN = '\u001B[?2026h';
const END = '\u001B[?2026l';
const CLEAR = '\u001B[2J';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
/** Not blinking: a bar between letters where one types, a block on the row that the keys act on. */
const SHAPES = { field: '\u001B[6 q', row: '\u001B[2 q' } as const;

/**
 * A stream with nothing drawn yet.
 *
 * Ink's debug mode writes every frame whole and nothing else. What changed since the one before is written at its place,
 * see `changed-rows.ts`. While the terminal cannot keep up, as over a slow line,
 * frames are passed over: the newest is drawn when it can. After each the terminal's cursor stands where the frame says by
 * one of its marks, so that input methods and magnifiers follow; hidden if it says nothing.
 *
 * @param size The terminal's size, asked for each frame.
 */
export function createFrameStream(target: FrameTarget, size: () => Size): FrameStream {
  let shown: readonly string[] = [];
  let cursor = '';
  let latest: string | null = null;
  let first: Frame | null = null;
  let waiting = false;
  let paused = true;
  let clear = '';

  const draw = (): void => {
    if (paused || waiting || latest === null) return;
    const { rows, cursor: next } = withoutMarks(latest);
    const changes = clear + changedRows(shown, rows, size().columns);
    const isSame = changes === '' && next === cursor;
    shown = rows;
    cursor = next;
    clear = '';
    first ??= { rows, cursor };
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
    drawOver: (frame) => {
      paused = false;
      shown = frame.rows;
      cursor = frame.cursor;
      draw();
    },
    first: () => first,
  };
}

/** A frame without its marks, and what puts the terminal's cursor where they say: in a field before on a row. */
function withoutMarks(marked: string): Frame {
  const kinds = (['field', 'row'] as const).filter((kind) => marked.includes(CURSOR_MARKS[kind]));
  const [kind] = kinds;
  if (kind === undefined) return { rows: marked.split('\n'), cursor: '' };
  const before = marked.slice(0, marked.indexOf(CURSOR_MARKS[kind]));
  const start = before.lastIndexOf('\n') + 1;
  const row = before.split('\n').length;
  const cursor = `\u001B[${row};${styledWidth(before.slice(start)) + 1}H${SHAPES[kind]}${SHOW_CURSOR}`;
  const bare = kinds.reduce((text, each) => text.replaceAll(CURSOR_MARKS[each], ''), marked);
  return { rows: bare.split('\n'), cursor };
}
