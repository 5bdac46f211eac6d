import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/text/styled-text.ts';
import { createFrameStream } from '../../src/ui/frame-stream.ts';
import { createPaint } from '../../src/ui/paint.ts';
import { emulatedScreen } from '../support/emulated-screen.ts';

const SIZE = { columns: 20, rows: 5 };

/** A terminal that takes everything, or nothing more while it is `full`. */
function target() {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const terminal = {
    written,
    full: false,
    write: (text: string) => {
      written.push(text);
      return !terminal.full;
    },
    once: (_event: 'drain', listener: () => void) => waiting.push(listener),
    drain: () => {
      terminal.full = false;
      for (const listener of waiting.splice(0)) listener();
    },
  };
  return terminal;
}

function streamOn(terminal: ReturnType<typeof target>) {
  const stream = createFrameStream(terminal, () => SIZE);
  stream.repaint();
  terminal.written.length = 0;
  return { ...stream, draw: (frame: string) => stream.stdout.write(frame) };
}

describe('frames', () => {
  test('write nothing where nothing changed', () => {
    const terminal = target();
    const stream = streamOn(terminal);
    stream.draw('one\ntwo');
    stream.draw('one\ntwo');
    expect(terminal.written).toHaveLength(1);
  });

  test('are shown as a whole, in one write', () => {
    const terminal = target();
    streamOn(terminal).draw('one');
    expect(terminal.written).toEqual(['\u001B[?2026h\u001B[?25l\u001B[2J\u001B[1;1Hone\u001B[K\u001B[?2026l']);
  });

  test('are passed over while the terminal cannot keep up; then the newest is drawn', () => {
    const terminal = target();
    const stream = streamOn(terminal);
    stream.draw('one');
    terminal.full = true;
    for (const text of ['two', 'three', 'four']) stream.draw(text);
    expect(terminal.written).toHaveLength(2);
    terminal.drain();
    expect(terminal.written).toHaveLength(3);
    expect(terminal.written.at(-1)).toContain('four');
  });

  test('wait while the terminal is in other hands', () => {
    const terminal = target();
    const stream = streamOn(terminal);
    stream.draw('one');
    stream.pause();
    stream.draw('two');
    expect(terminal.written.join('')).not.toContain('two');
    stream.repaint();
    expect(terminal.written.at(-1)).toContain('\u001B[2J\u001B[1;1Htwo');
  });
});

function written(screen: ReturnType<typeof emulatedScreen>, data: string): Promise<void> {
  return new Promise((resolve) => screen.write(data, resolve));
}

describe('the cursor of the terminal', () => {
  const painted = createPaint(true);
  const line = (...spans: readonly Span[]) => painted({ spans });
  const row = line({ text: '❯', role: 'accent', tone: 'cursor' }, { text: ' a row', role: 'text', tone: 'cursor' });
  const field = line({ text: '日ab', role: 'text' }, { text: 'c', role: 'muted', tone: 'caret' });

  /** Where it is after some frames, drawn one after the other. */
  async function cursorAfter(...frames: readonly (readonly string[])[]) {
    const terminal = target();
    const { draw } = streamOn(terminal);
    const screen = emulatedScreen(20, 5);
    for (const rows of frames) draw(rows.join('\n'));
    await written(screen, terminal.written.join(''));
    const { cursor } = screen.cells();
    const lines = screen.lines().map((text) => text.trimEnd());
    screen.dispose();
    return { cursor, lines };
  }

  test('stands at the caret where one types, else at the start of the current row, else it is hidden', async () => {
    expect((await cursorAfter(['x', row])).cursor).toEqual({ column: 0, row: 1, shape: 'block' });
    expect((await cursorAfter([row, field])).cursor).toEqual({ column: 4, row: 1, shape: 'bar' });
    expect((await cursorAfter([field, 'x'], ['x', row])).cursor).toEqual({ column: 0, row: 1, shape: 'block' });
    expect((await cursorAfter([field], ['x'])).cursor).toBeNull();
  });

  test('leaves no trace in the frame', async () => {
    expect((await cursorAfter([row, field])).lines.slice(0, 2)).toEqual(['❯ a row', '日abc']);
  });

  test('a frame that is the same, cursor included, is not written again', () => {
    const terminal = target();
    const { draw } = streamOn(terminal);
    draw(field);
    terminal.written.length = 0;
    draw(field);
    expect(terminal.written).toEqual([]);
  });
});
