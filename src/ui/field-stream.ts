import { EventEmitter } from 'node:events';

/**
 * The keyboard as Ink's text input sees it: only what our decoder says is text.
 *
 * Ink hands every byte of its input to every text field, which then types the letter of a Ctrl key. So Ink gets this
 * stream instead of the terminal; the terminal is read and decoded by `keyboard.ts`.
 */
export interface FieldStream {
  /** What Ink is given as its standard input. */
  readonly stdin: NodeJS.ReadStream;
  /** Type text into the field that has the focus; it has arrived when this returns. */
  readonly type: (text: string) => void;
}

/** A stream with nothing typed yet. */
export function createFieldStream(): FieldStream {
  const pending: string[] = [];
  const emitter = new EventEmitter();
  const stdin = Object.assign(emitter, {
    isTTY: true,
    read: () => pending.shift() ?? null,
    setEncoding: () => stdin,
    setRawMode: () => stdin,
    resume: () => stdin,
    pause: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  return {
    // Ink asks its input for no more than the members above.
    stdin: stdin as unknown as NodeJS.ReadStream,
    type: (text) => {
      pending.push(text);
      emitter.emit('readable');
    },
  };
}
