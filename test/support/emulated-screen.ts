import xterm from '@xterm/headless';

/** The terminal's modes that a full-screen program changes and must put back. */
export interface TerminalModes {
  readonly alternateScreen: boolean;
  readonly cursorVisible: boolean;
  readonly lineWrap: boolean;
  readonly markedPaste: boolean;
  readonly mouse: boolean;
}

/** Modes of a terminal that nothing has touched. */
export const UNTOUCHED_MODES: TerminalModes = {
  alternateScreen: false,
  cursorVisible: true,
  lineWrap: true,
  markedPaste: false,
  mouse: false,
};

/** A colour of a cell: one of the palette's 256, one of its own as `#rrggbb`, or `null` for the terminal's. */
export type CellColor = number | string | null;

/** A cell of the screen. */
export interface Cell {
  /** What stands in it; empty for the second half of a wide character, and where nothing was written. */
  readonly text: string;
  /** How many cells the text takes: 0 for the second half of a wide character. */
  readonly width: number;
  readonly foreground: CellColor;
  readonly background: CellColor;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strikethrough: boolean;
}

/** Where the cursor stands, and what it looks like. */
export interface Cursor {
  readonly column: number;
  readonly row: number;
  readonly shape: 'block' | 'underline' | 'bar';
}

/** All that a screen shows. */
export interface ScreenCells {
  readonly rows: readonly (readonly Cell[])[];
  /** `null` while it is hidden. */
  readonly cursor: Cursor | null;
}

/** What a terminal answers to a program that asks. */
export interface TerminalAnswers {
  /** Its background, `#rrggbb`. */
  readonly background?: string | undefined;
  /** Sends the program an answer, as if it were typed. */
  readonly answer: (text: string) => void;
}

/** A terminal without a window. */
export interface EmulatedScreen {
  /** @param done Called when the data has taken effect. */
  readonly write: (data: string, done: () => void) => void;
  readonly lines: () => readonly string[];
  /** The same with the styles of each cell, blanks at the ends of lines left out. */
  readonly styledLines: () => readonly string[];
  readonly cells: () => ScreenCells;
  /** False while the program is in the middle of a frame (mode 2026): a terminal goes on showing the last one. */
  readonly isWhole: () => boolean;
  readonly columns: () => number;
  readonly modes: () => TerminalModes;
  /** Window titles set. */
  readonly titles: readonly string[];
  /** What OSC 52 was sent with. */
  readonly copied: readonly string[];
  readonly resize: (columns: number, rows: number) => void;
  readonly dispose: () => void;
}

/** DECTCEM, which the emulator honours without telling. */
const CURSOR_MODE = 25;
const CLIPBOARD_OSC = 52;
const BACKGROUND_OSC = 11;
/** DECSCUSR's numbers, blinking or not. */
const CURSOR_SHAPES = ['block', 'block', 'block', 'underline', 'underline', 'bar', 'bar'] as const;

/**
 * A screen of some size with nothing on it.
 *
 * @param answers Without it, whoever asks the terminal for something gets no answer.
 */
export function emulatedScreen(columns: number, rows: number, answers?: TerminalAnswers): EmulatedScreen {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 500 });
  const titles: string[] = [];
  const copied: string[] = [];
  let cursorVisible = true;
  let cursorShape: Cursor['shape'] = 'block';
  const onMode = (visible: boolean) => (params: readonly (number | number[])[]) => {
    if (params.includes(CURSOR_MODE)) cursorVisible = visible;
    return false;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, onMode(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, onMode(false));
  terminal.parser.registerCsiHandler({ intermediates: ' ', final: 'q' }, ([shape]) => {
    cursorShape = CURSOR_SHAPES[Number(shape)] ?? 'block';
    return true;
  });
  terminal.parser.registerOscHandler(BACKGROUND_OSC, (data) => {
    const { background } = answers ?? {};
    if (data === '?' && background)
      answers?.answer(`\u001B]11;rgb:${background.slice(1).replace(/(..)(?=.)/g, '$1/')}\u001B\\`);
    return true;
  });
  terminal.parser.registerOscHandler(CLIPBOARD_OSC, (data) => {
    copied.push(data);
    return true;
  });
  terminal.onTitleChange((title) => titles.push(title));

  return {
    write: (data, done) => terminal.write(data, done),
    lines: () => {
      const { active } = terminal.buffer;
      return Array.from(
        { length: terminal.rows },
        (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
      );
    },
    styledLines: () => {
      const { active } = terminal.buffer;
      return Array.from({ length: terminal.rows }, (_, row) => styledText(active.getLine(active.baseY + row)));
    },
    cells: () => {
      const { active } = terminal.buffer;
      const { cursorX: column, cursorY: row } = active;
      return {
        rows: Array.from({ length: terminal.rows }, (_, row) =>
          cellsOf(active.getLine(active.baseY + row), terminal.cols),
        ),
        cursor: cursorVisible ? { column: Math.min(column, terminal.cols - 1), row, shape: cursorShape } : null,
      };
    },
    isWhole: () => !terminal.modes.synchronizedOutputMode,
    columns: () => terminal.cols,
    modes: () => ({
      alternateScreen: terminal.buffer.active.type === 'alternate',
      cursorVisible,
      lineWrap: terminal.modes.wraparoundMode,
      markedPaste: terminal.modes.bracketedPasteMode,
      mouse: terminal.modes.mouseTrackingMode !== 'none',
    }),
    titles,
    copied,
    resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
    dispose: () => terminal.dispose(),
  };
}

function cellsOf(line: xterm.IBufferLine | undefined, columns: number): readonly Cell[] {
  return Array.from({ length: columns }, (_, column) => {
    const cell = line?.getCell(column);
    return {
      text: cell?.getChars() ?? '',
      width: cell?.getWidth() ?? 1,
      foreground: !cell || cell.isFgDefault() ? null : colorOf(cell.getFgColor(), cell.isFgRGB()),
      background: !cell || cell.isBgDefault() ? null : colorOf(cell.getBgColor(), cell.isBgRGB()),
      bold: Boolean(cell?.isBold()),
      dim: Boolean(cell?.isDim()),
      italic: Boolean(cell?.isItalic()),
      underline: Boolean(cell?.isUnderline()),
      inverse: Boolean(cell?.isInverse()),
      strikethrough: Boolean(cell?.isStrikethrough()),
    };
  });
}

function colorOf(color: number, isOwn: boolean): CellColor {
  return isOwn ? `#${color.toString(16).padStart(6, '0')}` : color;
}

function styledText(line: xterm.IBufferLine | undefined): string {
  const cells = Array.from({ length: line?.length ?? 0 }, (_, column) => {
    const cell = line?.getCell(column);
    const styles = cell ? [cell.isBold() && 'b', cell.isInverse() && 'i', cell.isDim() && 'd', cell.getFgColor()] : [];
    return `${cell?.getChars() || ' '}${cell?.getWidth()}${styles.filter((style) => style !== 0 && style !== -1).join('')}`;
  });
  return cells.join('|').replace(/(?:\| 1)+$/, '');
}
