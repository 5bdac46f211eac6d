import process from 'node:process';
import type { Size } from '../app/model/model.ts';
import type { Store } from '../app/store.ts';
import { SIGNALS_OF_KEYS } from '../ports/editor.ts';
import type { Terminal } from '../ports/terminal.ts';
import { decodeInput, type InputEvent } from './decode-keys.ts';
import type { Display } from './display.ts';
import { createKeyboard } from './keyboard.ts';

/** The terminal with the app on it. */
export interface OwnTerminal extends Terminal {
  /**
   * Take the terminal, show the app, and deliver what happens, until the app is closed.
   *
   * @returns The exit code: 0, or 128 and the number of the signal that ended it.
   * @throws What the display threw, after the terminal was given back.
   */
  readonly run: (store: Store, handlers: TerminalHandlers) => Promise<number>;
  /** Give the terminal back, at any instant; nothing happens where it already was. */
  readonly release: () => void;
  /**
   * For when the event loop does not come to the keys: whether Ctrl-C is among those that wait. The others count later.
   *
   * @param typed Reads them.
   */
  readonly isInterrupted: (typed: () => string) => boolean;
}

interface TerminalHandlers {
  readonly onInput: (event: InputEvent) => void;
  readonly onResize: (size: Size) => void;
  /** The app is shown. */
  readonly onShown: () => void;
}

/** A program that stops on a signal has stopped by then; one that does not, as where no shell is, goes on. */
const STOPPED_MS = 200;
/** How long an editor may take to end with the program. */
const EDITOR_ENDS_MS = 1000;

/**
 * The terminal this process runs in: taken and given back, whatever ends or stops the program.
 *
 * @param display What the app is shown by.
 * @param signals Those that end the app, with their numbers.
 */
export function ownTerminal(display: Display, signals: ReadonlyMap<NodeJS.Signals, number>): OwnTerminal {
  const { stdin } = process;
  let isTaken = false;
  let isEnded = false;
  /** What the terminal is lent to. */
  let borrower: Promise<unknown> | null = null;
  let finish = (_code: number): void => {};
  let fail = (_error: unknown): void => {};
  let handlers: TerminalHandlers = { onInput: () => {}, onResize: () => {}, onShown: () => {} };
  const keyboard = createKeyboard((event) =>
    event.kind === 'exact-keys' ? display.askExactKeys() : handlers.onInput(event),
  );
  let lastInput = Number.NEGATIVE_INFINITY;
  /** What was read past the event loop. */
  let late = '';
  const onData = (chunk: string): void => {
    lastInput = performance.now();
    const all = late + chunk;
    late = '';
    keyboard.read(all);
  };
  // Nobody can press a key any more: the terminal is gone, though no signal said so.
  const onInputEnd = (): void => endBy('SIGHUP');

  const take = (): void => {
    isTaken = true;
    stdin.setEncoding('utf8');
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.once('end', onInputEnd);
    stdin.once('error', onInputEnd);
    stdin.resume();
    display.take();
  };

  const takeBack = (): void => {
    if (isEnded) return;
    take();
    handlers.onResize(display.size());
  };

  const release = (): void => {
    if (!isTaken) return;
    isTaken = false;
    keyboard.reset();
    late = '';
    stdin.off('data', onData);
    stdin.off('end', onInputEnd);
    stdin.off('error', onInputEnd);
    stdin.pause();
    letGo(stdin);
    display.release();
  };

  const end = (code: number): void => {
    if (isEnded) return;
    isEnded = true;
    release();
    display.unmount();
    if (borrower === null) finish(code);
    // What is said at the end is said on a terminal that the editor has left.
    else void Promise.race([borrower, delay(EDITOR_ENDS_MS)]).finally(() => finish(code));
  };

  const endBy = (signal: NodeJS.Signals): void => {
    if (borrower === null || !SIGNALS_OF_KEYS.includes(signal)) end(128 + (signals.get(signal) ?? 0));
  };

  const suspend = (): void => {
    process.off('SIGTSTP', suspend);
    const goOn = (): void => {
      process.off('SIGCONT', goOn);
      clearTimeout(timer);
      process.on('SIGTSTP', suspend);
      // A signal that ends the app may have come meanwhile: it is heard of before the terminal is taken.
      if (borrower === null) setImmediate(takeBack);
    };
    process.on('SIGCONT', goOn);
    const timer = setTimeout(goOn, STOPPED_MS);
    release();
    // The whole group stops, as it would had the terminal itself sent the signal; else a parent such as npm
    // keeps the shell waiting.
    process.kill(borrower === null ? 0 : process.pid, 'SIGTSTP');
  };

  return {
    release,
    suspend,
    isInterrupted: (typed) => {
      if (!isTaken) return false;
      late += typed();
      setImmediate(() => {
        if (late !== '' && isTaken) onData('');
      });
      return decodeInput(late, false).events.some((event) => event.kind === 'key' && event.name === 'ctrl+c');
    },
    sinceInput: () => performance.now() - lastInput,
    close: () => end(0),
    lend: async (task) => {
      release();
      const lent = task();
      borrower = lent.catch(() => {});
      try {
        return await lent;
      } finally {
        borrower = null;
        takeBack();
      }
    },
    redraw: () => {
      if (isTaken) display.repaint();
    },
    tell: (what) => display.tell(what),
    run: async (store, given) => {
      handlers = given;
      let isResizing = false;
      const onResize = (): void => {
        if (isResizing) return;
        isResizing = true;
        // A window that is dragged sends many sizes at once: one repaint shows the last.
        setImmediate(() => {
          isResizing = false;
          if (isTaken) display.repaint(() => handlers.onResize(display.size()));
        });
      };
      // They stay: packages below us (signal-exit, when-exit) send the signal once more, which without a listener would
      // end the process before the draft is on the disk.
      for (const signal of signals.keys()) process.on(signal, endBy);
      process.on('SIGTSTP', suspend);
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
          // What was typed by now is read first: what it leads to is drawn at once, and not another frame before it.
          setImmediate(() => {
            if (isEnded) return;
            display.mount(store, (error) => {
              isEnded = true;
              release();
              fail(error);
            });
            handlers.onShown();
          });
        });
      } finally {
        process.off('SIGTSTP', suspend);
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

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
