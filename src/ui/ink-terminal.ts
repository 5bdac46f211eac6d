import process from 'node:process';
import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';
import type { Size } from '../app/model/model.ts';
import type { Terminal } from '../ports/terminal.ts';
import type { InputEvent } from './decode-keys.ts';
import { createFrameStream } from './frame-stream.ts';
import { createKeyboard } from './keyboard.ts';

/** The terminal with the app on it. */
export interface InkTerminal extends Terminal {
  /** Cells there are. */
  readonly size: () => Size;
  /**
   * Take the terminal, draw, and deliver what happens, until the app is closed.
   *
   * @returns The exit code: 0, or 128 and the number of the signal that ended it.
   * @throws What the view threw, after the terminal was given back.
   */
  readonly run: (view: ReactNode, handlers: TerminalHandlers) => Promise<number>;
}

interface TerminalHandlers {
  readonly onInput: (event: InputEvent) => void;
  readonly onResize: (size: Size) => void;
}

/** Alternate screen, no line wrap, cursor hidden, pastes marked (xterm's ctlseqs). */
const ENTER = '\u001B[?1049h\u001B[?7l\u001B[?25l\u001B[?2004h';
const LEAVE = '\u001B[?2004l\u001B[?25h\u001B[?7h\u001B[?1049l';
/** Wheel and clicks reported, with decimal places. */
const MOUSE_ON = '\u001B[?1000h\u001B[?1006h';
const MOUSE_OFF = '\u001B[?1006l\u001B[?1000l';

/** The longest a Node timer can wait, 25 days. */
const LONG_MS = 2 ** 31 - 1;

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * The terminal this process runs in. Only this file and the clipboard write escape sequences.
 *
 * @param mouse Whether to have wheel and clicks reported.
 */
export function inkTerminal({ mouse }: { readonly mouse: boolean }): InkTerminal {
  const { stdin, stdout } = process;
  const size = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const frames = createFrameStream(stdout, size);
  let isTaken = false;
  let instance: Instance | null = null;
  let finish = (_code: number): void => {};
  let fail = (_error: unknown): void => {};
  let handlers: TerminalHandlers = { onInput: () => {}, onResize: () => {} };
  const keyboard = createKeyboard((event) => handlers.onInput(event));
  let lastInput = Number.NEGATIVE_INFINITY;
  const onData = (chunk: string): void => {
    lastInput = performance.now();
    keyboard.read(chunk);
  };
  // Nobody can press a key any more: the terminal is gone, though no signal said so.
  const onInputEnd = (): void => end(128 + SIGNALS.SIGHUP);

  /** Ink writes to a stream of its own and reads nothing, so it stays mounted whoever has the terminal. */
  const mount = (view: ReactNode): void => {
    const mounted = render(view, {
      stdout: frames.stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      // Each frame is written whole, see `frame-stream.ts`.
      debug: true,
    });
    instance = mounted;
    mounted.waitUntilExit().catch((error: unknown) => {
      release();
      fail(error);
    });
  };

  const take = (): void => {
    isTaken = true;
    stdin.setEncoding('utf8');
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.once('end', onInputEnd);
    stdin.once('error', onInputEnd);
    stdin.resume();
    stdout.write(mouse ? ENTER + MOUSE_ON : ENTER);
    frames.repaint();
  };

  const release = (): void => {
    if (!isTaken) return;
    isTaken = false;
    frames.pause();
    keyboard.reset();
    stdin.off('data', onData);
    stdin.off('end', onInputEnd);
    stdin.off('error', onInputEnd);
    stdin.pause();
    letGo(stdin);
    stdout.write(mouse ? MOUSE_OFF + LEAVE : LEAVE);
  };

  const end = (code: number): void => {
    release();
    instance?.unmount();
    finish(code);
  };

  return {
    size,
    sinceInput: () => performance.now() - lastInput,
    close: () => end(0),
    lend: (task) => {
      release();
      try {
        return task();
      } finally {
        take();
        handlers.onResize(size());
      }
    },
    suspend: () => {
      release();
      // With the terminal given back nothing else keeps Node from ending before it hears of SIGCONT.
      const awake = setInterval(() => {}, LONG_MS);
      process.once('SIGCONT', () => {
        clearInterval(awake);
        take();
        handlers.onResize(size());
      });
      // The whole group stops, as it would had the terminal itself sent the signal; else a parent such as npm
      // keeps the shell waiting.
      process.kill(0, 'SIGTSTP');
    },
    redraw: () => {
      if (isTaken) frames.repaint();
    },
    run: async (view, given) => {
      handlers = given;
      let isResizing = false;
      const onResize = (): void => {
        if (isResizing) return;
        isResizing = true;
        // A window that is dragged sends many sizes at once: one repaint shows the last.
        setImmediate(() => {
          isResizing = false;
          if (isTaken) frames.repaint(() => handlers.onResize(size()));
        });
      };
      const signals = Object.entries(SIGNALS).map(([signal, number]) => [signal, () => end(128 + number)] as const);
      // They stay: packages below us (signal-exit, when-exit) send the signal once more, which without a listener would
      // end the process before the draft is on the disk.
      for (const [signal, handler] of signals) process.on(signal, handler);
      // An error nobody expected: main reports it once the terminal is a person's again.
      const onCrash = (): void => end(1);
      process.on('uncaughtException', onCrash);
      // Whatever ends the process, the terminal is given back; harmless when it already was.
      process.once('exit', release);
      // Not the event `resize` of the output: it does not come where the size is back before Node looks, and what the
      // terminal cut off in between would stay gone. Node's own listener came first, so the size is the new one.
      process.on('SIGWINCH', onResize);
      // Node would write its warnings across the frame.
      const warn = process.listeners('warning');
      process.removeAllListeners('warning');
      try {
        return await new Promise<number>((resolve, reject) => {
          finish = resolve;
          fail = reject;
          take();
          mount(view);
        });
      } finally {
        process.off('SIGWINCH', onResize);
        for (const listener of warn) process.on('warning', listener);
        process.off('exit', release);
        process.off('uncaughtException', onCrash);
      }
    },
  };
}

/** Back to lines and echo; a terminal that is gone cannot be told so, and needs not be. */
function letGo(stdin: NodeJS.ReadStream): void {
  try {
    stdin.setRawMode(false);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
