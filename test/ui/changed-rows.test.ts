import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/text/text-cells.ts';
import { changedRows } from '../../src/ui/changed-rows.ts';
import { emulatedScreen } from '../support/emulated-screen.ts';

const { Terminal } = xterm;

const cell = fc.constantFrom('a', 'b', ' ', '日', '\u001B[1;36mx\u001B[0m', '\u001B[2m│\u001B[0m', 'é');
const row = fc.array(cell, { maxLength: 10 }).map((cells) => cells.join(''));
const frame = fc.array(row, { minLength: 5, maxLength: 5 });

/** Frames drawn one after the other, and the last of them drawn on an empty screen. */
async function drawn(frames: readonly (readonly string[])[], columns: number, rows: number) {
  const [all, last] = [emulatedScreen(columns, rows), emulatedScreen(columns, rows)];
  let shown: readonly string[] = [];
  for (const frame of frames) {
    await written(all, changedRows(shown, frame, columns));
    shown = frame;
  }
  await written(last, shown.join('\r\n'));
  const screens = [all, last].map((screen) => screen.lines().map((line) => line.trimEnd()));
  for (const screen of [all, last]) screen.dispose();
  return screens;
}

function written(screen: ReturnType<typeof emulatedScreen>, data: string): Promise<void> {
  return new Promise((resolve) => screen.write(data, resolve));
}

describe('changed rows', () => {
  test('show on the terminal what the frame holds, whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 6 }), async (frames) => {
        const [all, last] = await drawn(frames, 20, 5);
        expect(all).toEqual(last);
      }),
      { numRuns: 60 },
    );
  });

  test('write a changed row from the span that changed', () => {
    const left = '\u001B[1mlist\u001B[0m';
    expect(changedRows([`${left}old`, 'same'], [`${left}new`, 'same'], 20)).toBe('\u001B[1;5Hnew\u001B[K');
  });

  test('erase nothing behind a row that fills the screen, since that would erase its last cell', () => {
    expect(changedRows(['abcde'], ['abcdX'], 5)).toBe('\u001B[1;1HabcdX');
  });
});

describe('a list that scrolls beside a text', () => {
  const COLUMNS = 100;
  const ROWS = 16;

  /** Header, list and text, footer; the cursor is on a row of the list. */
  const scrolledFrame = (top: number, cursor: number, text: string): readonly string[] => [
    `Agents ${top}`,
    ...Array.from({ length: ROWS - 2 }, (_, at) => {
      const words = `${`agent ${top + at} `.repeat(6).slice(0, 60).padEnd(60)}`;
      const row = top + at === cursor ? `\u001B[1m${words}\u001B[0m` : `\u001B[36m \u001B[0m${words.slice(1)}`;
      return `${row}\u001B[2m │ \u001B[0m${text} ${at}`;
    }),
    'footer',
  ];

  test('shows what it holds after any steps', async () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom(-7, -3, -2, -1, 0, 1, 2, 3, 9), fc.nat(13), fc.constantFrom('日本', 'text', '')),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        let top = 20;
        const frames = given.map(([by, cursor, text]) => {
          top += by;
          return scrolledFrame(top, top + cursor, text);
        });
        const [all, last] = await drawn([scrolledFrame(20, 20, 'start'), ...frames], COLUMNS, ROWS);
        expect(all).toEqual(last);
      }),
      { numRuns: 60 },
    );
  });

  test.each([1, -1, 3, -3])('by %i writes the rows of the list that come, not those that stay', (by) => {
    const changes = changedRows(scrolledFrame(20, 20, 'one'), scrolledFrame(20 + by, 20, 'two'), COLUMNS);
    const rowsWritten = new Set([...changes.matchAll(/agent (\d+)/g)].map(([, number]) => Number(number)));
    expect(rowsWritten).toEqual(new Set(Array.from({ length: Math.abs(by) }, (_, at) => (by > 0 ? 34 + at : 19 - at))));
    expect(changes.match(/two/g)).toHaveLength(ROWS - 2);
  });
});

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
