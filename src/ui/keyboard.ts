import { addAll } from '../kit/long-lists.ts';
import { decodeInput, type InputEvent } from './decode-keys.ts';

/** How long the rest of an escape sequence may take; after that, Escape was pressed. */
const ESCAPE_MS = 30;
/** The same behind a second character, which may have been typed with Alt held but seldom is. */
const OPENED_MS = 150;
/** How long the rest of a longer sequence may take, over a slow line; after that, it is not coming. */
const SEQUENCE_MS = 5000;
/** For so long after an Escape was taken for the key the rest of a sequence may come, which then is nothing. */
const LATE_MS = 1000;
/** What a slow line leaves of the sequences that keys and the mouse send, right behind their escape character. */
const LATE_REST = /^(?:\[(?:\[[A-E]|M[\s\S]{3}|<?[\d;:]*[A-HP-SZ~uMm])|O[A-DFHP-SM]$)/;
/**
 * How long a paste may pause. Its end can get lost, in a bad connection or to an editor; then keys must work again, Ctrl-C
 * at once.
 */
const PASTE_PAUSE_MS = 10_000;
const CTRL_C = '\u0003';
const ESC = '\u001B';
/** What keys begin with, which come in one go; answers of the terminal may pause anywhere. */
const QUICK = [`${ESC}[`, `${ESC}O`, ESC + ESC];
const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';

/** The terminal's input, decoded and delivered one event after the other. */
export interface Keyboard {
  /** Feed a chunk as it was read from the terminal. */
  readonly read: (chunk: string) => void;
  /** Forget what is half read, before something else reads the terminal. */
  readonly reset: () => void;
}

/** A keyboard that hands events on, in order, each as soon as it is known. */
export function createKeyboard(deliver: (event: InputEvent) => void): Keyboard {
  // What is not delivered yet is forgotten by `reset`, which an event may lead to.
  const queue: InputEvent[] = [];
  let rest = '';
  /** The last characters of a paste whose end has not been read, `null` outside of one. */
  let pasted: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let waiting: NodeJS.Immediate | null = null;
  /** Set while the rest of what an Escape may have begun may still come. */
  let late: NodeJS.Timeout | null = null;

  const take = (chunk: string, complete: boolean): void => {
    const decoded = decodeInput(chunk, complete);
    rest = decoded.rest;
    pasted = rest.startsWith(PASTE_START) ? rest.slice(-PASTE_END.length) : null;
    addAll(queue, decoded.events);
    for (let event = queue.shift(); event; event = queue.shift()) deliver(event);
  };

  /** Nothing follows: what is left is what it is. */
  const takeRest = (): void => {
    if (rest === ESC) late = setTimeout(forgetLate, LATE_MS).unref();
    take(rest, true);
  };

  const forgetLate = (): void => {
    if (late) clearTimeout(late);
    late = null;
  };

  const forgetTimer = (): void => {
    if (timer) clearTimeout(timer);
    if (waiting) clearImmediate(waiting);
    timer = null;
    waiting = null;
  };

  return {
    read: (read) => {
      forgetTimer();
      const chunk = late ? read.replace(LATE_REST, '') : read;
      forgetLate();
      if (chunk === '') return;
      const isGivenUp = pasted !== null && chunk === CTRL_C;
      if (pasted !== null && !isGivenUp && !(pasted + chunk).includes(PASTE_END)) {
        // Of a long paste each piece is looked at once: decoding it from its start every time would take minutes.
        rest += chunk;
        pasted = (pasted + chunk).slice(-PASTE_END.length);
      } else {
        take(isGivenUp ? rest + PASTE_END + chunk : rest + chunk, false);
      }
      if (pasted !== null) timer = setTimeout(() => take(rest + PASTE_END, true), PASTE_PAUSE_MS);
      // An escape character alone is the Escape key soon; what has begun beyond doubt may take its time.
      else if (rest !== '') {
        // After much work the rest may long be there, to be read next: that comes before what is set immediately.
        const wait = () => {
          waiting = setImmediate(takeRest);
        };
        timer = setTimeout(wait, rest === ESC ? ESCAPE_MS : QUICK.includes(rest) ? OPENED_MS : SEQUENCE_MS);
      }
    },
    reset: () => {
      forgetTimer();
      forgetLate();
      rest = '';
      pasted = null;
      queue.length = 0;
    },
  };
}
