import xterm from '@xterm/headless';
import { lineText, padLine, type StyledLine } from '../../src/text/styled-text.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { createPaint } from '../../src/ui/paint.ts';

/** A terminal in which text is shown inside a rectangle, and everything around it is watched. */
interface ScreenAround {
  /** Show lines in the rectangle, and the raw text as a file's name would be. */
  readonly show: (name: string, lines: readonly StyledLine[]) => Promise<void>;
  /** What changed that must not: cells outside the rectangle, title, clipboard, modes, answers sent, links. */
  readonly changes: () => readonly string[];
  readonly dispose: () => void;
}

const TOP = 2;
const LEFT = 3;
const HEIGHT = 6;
const FILL = '#';
/**
 * Characters whose width the emulator, which knows Unicode 6, and we agree about. Of rows with others what stands right of
 * the rectangle is not judged: the app draws rows whole, from left to right.
 */
const AGREED = /^[\u0020-\u007E\u00A0-\u02FF\u2400-\u2426\u2500-\u257F\u3041-\u3096\u4E00-\u9FA5\uFFFD]*$/;
const ESC = '\u001B';

/** @param width Cells of the rectangle. */
export function screenAround(width: number): ScreenAround {
  const [columns, rows] = [LEFT + width + 4, TOP + HEIGHT + 3];
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 50 });
  const paint = createPaint(true);
  const events: string[] = [];
  terminal.onTitleChange((title) => events.push(`title ${title}`));
  terminal.onBell(() => events.push('bell'));
  terminal.onData((data) => events.push(`answer ${JSON.stringify(data)}`));
  terminal.onBinary((data) => events.push(`answer ${JSON.stringify(data)}`));
  for (const osc of [4, 7, 8, 9, 10, 11, 52, 104, 777, 1337]) {
    terminal.parser.registerOscHandler(osc, () => {
      events.push(`OSC ${osc}`);
      return true;
    });
  }
  const write = (data: string): Promise<void> => new Promise((resolve) => terminal.write(data, resolve));
  const modes = (): string => JSON.stringify({ ...terminal.modes, buffer: terminal.buffer.active.type });
  let modesBefore = '';
  const doubtful = new Set<number>();

  const showLine = (line: StyledLine, row: number): string => {
    if (!AGREED.test(lineText(line))) doubtful.add(TOP + row);
    return `${ESC}[${TOP + row + 1};${LEFT + 1}H${paint(padLine(line, width))}`;
  };

  return {
    show: async (name, lines) => {
      await write(`${ESC}[?7l`);
      for (let row = 0; row < rows; row += 1) await write(`${ESC}[${row + 1};1H${FILL.repeat(columns)}`);
      modesBefore = modes();
      const named: StyledLine = { spans: [{ text: visibleText(name.slice(0, 4 * width)), role: 'muted' }] };
      for (let at = 0; at < lines.length; at += HEIGHT) {
        await write([named, ...lines.slice(at, at + HEIGHT - 1)].map(showLine).join(''));
      }
    },
    changes: () => {
      const found = [...events];
      if (modes() !== modesBefore) found.push(`modes ${modes()}`);
      const { active } = terminal.buffer;
      if (active.baseY > 0) found.push('scrolled');
      for (let row = 0; row < rows; row += 1) {
        const inside = row >= TOP && row < TOP + HEIGHT;
        for (let column = 0; column < columns; column += 1) {
          if (inside && column >= LEFT && (column < LEFT + width || doubtful.has(row))) continue;
          const cell = active
            .getLine(active.baseY + row)
            ?.getCell(column)
            ?.getChars();
          if (cell !== FILL) found.push(`cell ${column},${row}: ${JSON.stringify(cell)}`);
        }
      }
      return found;
    },
    dispose: () => terminal.dispose(),
  };
}
