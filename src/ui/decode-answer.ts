import { type Background, backgroundOf } from '../text/appearance.ts';

/** Asks the terminal for its background (OSC 11 of xterm's ctlseqs); one that does not know it says nothing. */
export const ASK_BACKGROUND = '\u001B]11;?\u0007';

/** What a terminal told of one of its colours. */
export interface ColorAnswer {
  /** `null` where another colour was told of, or not whole. */
  readonly background: Background | null;
  readonly end: number;
}

const HEAD = /(\u001B?)\](\d{1,3})(?:;\d{1,3})?;rgba?:/iy;
const HEAD_UNFINISHED = /\u001B\](?:\d{1,3}(?:;\d{1,3})?(?:;(?:r(?:g(?:ba?)?)?)?)?)?$/iy;
const BODY = /[\da-f/]{0,19}/iy;
const WHOLE_BODY = /^([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i;
const END = /\u0007|\u001B\\|\u009C/y;
const ESC = '\u001B';

/**
 * The answer at a place in the terminal's input, in whatever pieces it comes. Only what an answer can hold is taken for one,
 * so that keys pressed behind one whose end got lost are keys.
 *
 * @returns `begun` where the chunk ends before it does, `null` where something else stands.
 */
export function answerAt(chunk: string, at: number): ColorAnswer | 'begun' | null {
  const head = matchAt(HEAD, chunk, at);
  if (!head) return matchAt(HEAD_UNFINISHED, chunk, at) ? 'begun' : null;
  const [start, opening, number] = head;
  const body = matchAt(BODY, chunk, at + start.length)?.[0] ?? '';
  const end = at + start.length + body.length;
  const colors = WHOLE_BODY.exec(body);
  const ending = colors && matchAt(END, chunk, end);
  if (ending) {
    const [red = 0, green = 0, blue = 0] = colors
      .slice(1)
      .map((hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
    return { background: number === '11' ? backgroundOf([red, green, blue]) : null, end: end + ending[0].length };
  }
  // Its escape character was taken for the key before the rest came; then it is one only if it is whole.
  if (opening === '') return null;
  const isOpen = end === chunk.length || (colors !== null && chunk.slice(end) === ESC);
  return isOpen ? 'begun' : { background: null, end };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
