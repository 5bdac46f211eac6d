import process from 'node:process';
import type { KeptFrame } from './kept-frame.ts';

/** A first frame that is on the screen before the app is loaded. */
export interface EarlyFrame {
  /**
   * The app has the terminal now; nothing is done here any more.
   *
   * @returns What is on the screen; `null` where the terminal was given back before.
   */
  readonly handOver: () => KeptFrame | null;
  /** Give the terminal back: no app comes. Nothing happens once it was handed over or given back. */
  readonly leave: () => void;
}

/** So long keys may lie unread: then somebody waits for a slow disk, and Ctrl-C has to end that. */
const UNREAD_MS = 500;

/** Signals with which people and systems end a program that starts; by default they would leave the terminal as it is. */
const ENDING = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

/**
 * Put a kept frame on the screen. What is typed from now on is not echoed, and waits for the app.
 *
 * Whatever comes instead of the app, the terminal is given back before.
 */
export function showEarly(frame: KeptFrame): EarlyFrame {
  const { stdin, stdout } = process;
  let isOurs = true;
  const stopListening = (): void => {
    isOurs = false;
    clearImmediate(loaded);
    clearTimeout(timer);
    process.off('exit', leave);
    process.off('uncaughtExceptionMonitor', leave);
    process.off('SIGTSTP', stop);
    for (const [signal, end] of ends) process.off(signal, end);
  };
  const leave = (): void => {
    if (!isOurs) return;
    stopListening();
    stdin.setRawMode(false);
    stdout.write(frame.leave);
  };
  const stop = (): void => {
    leave();
    process.kill(0, 'SIGTSTP');
  };
  const ends = Object.entries(ENDING).map(([signal, code]): [string, () => void] => [
    signal,
    () => {
      leave();
      process.exit(code);
    },
  ]);
  process.on('exit', leave);
  process.on('uncaughtExceptionMonitor', leave);
  process.on('SIGTSTP', stop);
  for (const [signal, end] of ends) process.on(signal, end);
  let timer: NodeJS.Timeout | undefined;
  // Loading the app, which is not waiting, ends before this.
  const loaded = setImmediate(() => {
    timer = setTimeout(leave, UNREAD_MS);
  });
  // Before anything is shown: who sees the app types.
  stdin.setRawMode(true);
  stdout.write(frame.show);
  return {
    handOver: () => {
      if (!isOurs) return null;
      stopListening();
      return frame;
    },
    leave,
  };
}
