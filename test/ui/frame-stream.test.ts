import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/text/styled-text.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { changedRows, createFrameStream } from '../../src/ui/frame-stream.ts';
import { createPaint } from '../../src/ui/paint.ts';
import { emulatedScreen } from '../support/emulated-screen.ts';

const { Terminal } = xterm;

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

const cell = fc.constantFrom('a', 'b', ' ', '日', '\u001B[1;36mx\u001B[0m', '\u001B[2m│\u001B[0m', 'é');
const row = fc.array(cell, { maxLength: 10 }).map((cells) => cells.join(''));
const frame = fc.array(row, { minLength: 5, maxLength: 5 });

describe('frames', () => {
  test('show on the terminal what they hold, whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 6 }), async (frames) => {
        const [all, last] = [emulatedScreen(20, 5), emulatedScreen(20, 5)];
        let shown: readonly string[] = [];
        for (const rows of frames) {
          await written(all, changedRows(shown, rows, 20));
          shown = rows;
        }
        await written(last, shown.join('\r\n'));
        expect(all.lines().map((line) => line.trimEnd())).toEqual(last.lines().map((line) => line.trimEnd()));
        all.dispose();
        last.dispose();
      }),
      { numRuns: 60 },
    );
  });

  test('write nothing where nothing changed', () => {
    const terminal = target();
    const stream = streamOn(terminal);
    stream.draw('one\ntwo');
    stream.draw('one\ntwo');
    expect(terminal.written).toHaveLength(1);
  });

  test('write a changed row from the span that changed', () => {
    const left = '\u001B[1mlist\u001B[0m';
    expect(changedRows([`${left}old`, 'same'], [`${left}new`, 'same'], 20)).toBe('\u001B[1;5Hnew\u001B[K');
  });

  test('erase nothing behind a row that fills the screen, since that would erase its last cell', () => {
    expect(changedRows(['abcde'], ['abcdX'], 5)).toBe('\u001B[1;1HabcdX');
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

describe('words of which terminals do not agree how many cells they take', () => {
  // This terminal gives both words a cell more than was counted.
  test.each(['क्षि', 'नमस्ते'])('%s moves nothing that stands behind them', async (word) => {
    const [columns, rows] = [20, 2];
    const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
    const width = textWidth(word);
    const write = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve));
    const before = ['##################', ''];
    await write(changedRows([], before, columns));
    await write(changedRows(before, [`${word} │ x`, `${' '.repeat(width)} │ x`], columns));
    const signAt = (row: number, column: number) => terminal.buffer.active.getLine(row)?.getCell(column)?.getChars();
    for (const row of [0, 1]) expect([signAt(row, width + 1), signAt(row, width + 3)]).toEqual(['│', 'x']);
    for (let column = width + 4; column < columns; column += 1) expect(signAt(0, column)).toBe('');
  });
});

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
