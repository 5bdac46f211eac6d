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

/** A terminal without a window. */
export interface EmulatedScreen {
  /** @param done Called when the data has taken effect. */
  readonly write: (data: string, done: () => void) => void;
  readonly lines: () => readonly string[];
  /** The same with the styles of each cell, blanks at the ends of lines left out. */
  readonly styledLines: () => readonly string[];
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

/** A screen of some size with nothing on it. */
export function emulatedScreen(columns: number, rows: number): EmulatedScreen {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 500 });
  const titles: string[] = [];
  const copied: string[] = [];
  let cursorVisible = true;
  const onMode = (visible: boolean) => (params: readonly (number | number[])[]) => {
    if (params.includes(CURSOR_MODE)) cursorVisible = visible;
    return false;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, onMode(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, onMode(false));
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

function styledText(line: xterm.IBufferLine | undefined): string {
  const cells = Array.from({ length: line?.length ?? 0 }, (_, column) => {
    const cell = line?.getCell(column);
    const styles = cell ? [cell.isBold() && 'b', cell.isInverse() && 'i', cell.isDim() && 'd', cell.getFgColor()] : [];
    return `${cell?.getChars() || ' '}${cell?.getWidth()}${styles.filter((style) => style !== 0 && style !== -1).join('')}`;
  });
  return cells.join('|').replace(/(?:\| 1)+$/, '');
}
