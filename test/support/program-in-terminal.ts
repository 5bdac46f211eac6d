import process from 'node:process';
import { type IPty, spawn } from '@lydell/node-pty';
import { type Cursor, emulatedScreen, type ScreenCells, type TerminalModes } from './emulated-screen.ts';

/** What to start in what terminal. */
export interface TerminalOptions {
  /** The program and its arguments. */
  readonly words: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly columns: number;
  readonly rows: number;
  /** How long to wait for anything, in milliseconds. */
  readonly patience: number;
  /** The background to tell a program that asks, `#rrggbb`; without one the terminal gives no answer. */
  readonly background?: string;
}

/** What a hand does with the mouse. */
type MouseUse = 'press' | 'drag' | 'release' | 'wheel-up' | 'wheel-down';

/** A program in a real pseudo-terminal of its own, and a person in front of it. */
export interface ProgramInTerminal {
  readonly pid: number;
  /** Press keys, one write each: `Tab`, `Ctrl-S`, `Alt-B`, `Up`, `F1`, `c`. */
  readonly press: (...keys: readonly string[]) => void;
  /** Send characters in one write, as pasted without marks or typed very fast. */
  readonly type: (text: string) => void;
  /** Paste as a terminal does that was asked to mark pastes. */
  readonly paste: (text: string) => void;
  /** Use the mouse at a cell, 0-based: a press, one held and moved, its release, or a notch of the wheel. */
  readonly mouse: (what: MouseUse, column: number, row: number) => void;
  /** Wait until a text, or a match, is on the screen. */
  readonly sees: (wanted: string | RegExp) => Promise<void>;
  /** Wait until a text, or a match, is no longer on the screen. */
  readonly seesNo: (unwanted: string | RegExp) => Promise<void>;
  /** Wait until a condition holds; `what` names it in the failure. */
  readonly until: (what: string, holds: (screen: readonly string[]) => boolean) => Promise<void>;
  /** The screen's lines, without blanks at their ends, as of the last whole frame. */
  readonly screen: () => readonly string[];
  readonly modes: () => TerminalModes;
  /** Where its cursor stands; `null` while it is hidden. */
  readonly cursor: () => Cursor | null;
  /** Window titles the program set. */
  readonly titles: readonly string[];
  /** Texts it put on the clipboard (OSC 52), as sent. */
  readonly copied: readonly string[];
  /** Everything it wrote, escape sequences included, as far as it has reached the screen. */
  readonly output: () => string;
  readonly resize: (columns: number, rows: number) => void;
  /** Send the program a signal from outside. */
  readonly signal: (name: NodeJS.Signals, pid?: number) => void;
  /** Close the terminal under it, as by the button of a window. */
  readonly closeWindow: () => void;
  /** The screen's cells, as soon as the frame is whole. */
  readonly cells: () => Promise<ScreenCells>;
  /** Wait for its end. */
  readonly exit: () => Promise<{ readonly code: number; readonly signal: number }>;
  /** End it if it still runs, and the terminal. */
  readonly close: () => void;
}

/** Start a program in a terminal of its own, which is there until it is closed. */
export function startInTerminal(options: TerminalOptions): ProgramInTerminal {
  const { words, cwd, env, columns, rows, patience, background } = options;
  const [file = '', ...rest] = words;
  const pty = spawn(file, rest, { name: 'xterm-256color', cols: columns, rows, cwd, env: { ...env } });
  const emulator = emulatedScreen(columns, rows, { background, answer: (text) => pty.write(text) });
  let output = '';
  let ended: { readonly code: number; readonly signal: number } | null = null;
  let shown = emulator.lines();
  const watchers = new Set<() => void>();
  const changed = (): void => {
    if (emulator.isWhole()) shown = emulator.lines();
    for (const watcher of [...watchers]) watcher();
  };
  pty.onData((data) => {
    emulator.write(data, () => {
      output += data;
      changed();
    });
  });
  pty.onExit(({ exitCode, signal = 0 }) => {
    emulator.write('', () => {
      ended = { code: exitCode, signal };
      changed();
    });
  });
  const until: ProgramInTerminal['until'] = (what, holds) => {
    // The caller's line, for a failure that is noticed long after the call.
    const failure = new Error();
    return new Promise((resolve, reject) => {
      const fail = (reason: string): void => {
        failure.message = `${reason}: ${what}\n${picture(shown, emulator.columns())}`;
        settle();
        reject(failure);
      };
      const check = (): void => {
        if (holds(shown)) {
          settle();
          resolve();
        } else if (ended) fail(`The program ended (exit code ${ended.code}) before`);
      };
      const timer = setTimeout(() => fail(`Not within ${patience / 1000} s`), patience);
      const settle = (): void => {
        clearTimeout(timer);
        watchers.delete(check);
      };
      watchers.add(check);
      check();
    });
  };

  return {
    pid: pty.pid,
    press: (...keys) => {
      for (const key of keys) pty.write(keyBytes(key));
    },
    type: (text) => pty.write(text),
    mouse: (what, column, row) => {
      const code = { press: 0, drag: 32, release: 0, 'wheel-up': 64, 'wheel-down': 65 }[what];
      pty.write(`${ESC}[<${code};${column + 1};${row + 1}${what === 'release' ? 'm' : 'M'}`);
    },
    paste: (text) => pty.write(`${ESC}[200~${text}${ESC}[201~`),
    sees: (wanted) => until(`the screen shows ${wanted}`, (lines) => isOn(lines, wanted)),
    seesNo: (unwanted) => until(`the screen no longer shows ${unwanted}`, (lines) => !isOn(lines, unwanted)),
    until,
    screen: () => shown,
    cells: async () => {
      await until('the frame is whole', () => emulator.isWhole());
      return emulator.cells();
    },
    modes: emulator.modes,
    cursor: () => emulator.cells().cursor,
    titles: emulator.titles,
    copied: emulator.copied,
    output: () => output,
    resize: (newColumns, newRows) => {
      emulator.resize(newColumns, newRows);
      shown = emulator.lines();
      pty.resize(newColumns, newRows);
    },
    signal: (name, pid = pty.pid) => process.kill(pid, name),
    // node-pty has this method on every system but does not declare it.
    closeWindow: () => (pty as IPty & { destroy(): void }).destroy(),
    exit: async () => {
      await until('the program ends', () => ended !== null);
      return ended ?? { code: -1, signal: -1 };
    },
    close: () => {
      if (!ended) pty.kill('SIGKILL');
      emulator.dispose();
    },
  };
}

const ESC = '\u001B';

/** What a terminal sends for the keys that are no character (xterm's ctlseqs, with cursor keys in normal mode). */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\t',
  'Shift-Tab': `${ESC}[Z`,
  Enter: '\r',
  Esc: ESC,
  Space: ' ',
  Backspace: '\u007F',
  Delete: `${ESC}[3~`,
  Up: `${ESC}[A`,
  Down: `${ESC}[B`,
  Right: `${ESC}[C`,
  Left: `${ESC}[D`,
  Home: `${ESC}[H`,
  End: `${ESC}[F`,
  PgUp: `${ESC}[5~`,
  PgDn: `${ESC}[6~`,
  'Shift-Up': `${ESC}[1;2A`,
  'Shift-Down': `${ESC}[1;2B`,
  'Shift-PgUp': `${ESC}[5;2~`,
  'Shift-PgDn': `${ESC}[6;2~`,
  F1: `${ESC}OP`,
};

function keyBytes(key: string): string {
  const named = KEYS[key];
  if (named !== undefined) return named;
  const [, modifier, letter = ''] = /^(Ctrl|Alt)-([A-Z_])$/.exec(key) ?? [];
  if (modifier === 'Ctrl') return String.fromCharCode(letter.charCodeAt(0) - 0x40);
  if (modifier === 'Alt') return ESC + letter.toLowerCase();
  if ([...key].length !== 1) throw new Error(`No key is called ${key}`);
  return key;
}

function isOn(lines: readonly string[], wanted: string | RegExp): boolean {
  const text = lines.join('\n');
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

/** The screen as it was, for a failure's message. */
function picture(lines: readonly string[], columns: number): string {
  const edge = `+${'-'.repeat(columns)}+`;
  return [edge, ...lines.map((line) => `|${line}`), edge].join('\n');
}
