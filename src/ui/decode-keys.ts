import type { Background } from '../text/appearance.ts';
import { answerAt } from './decode-answer.ts';

/** One thing a person did at the keyboard or with the mouse, or that the terminal answered. */
export type InputEvent =
  /** A key by name: `a`, `G`, `space`, `enter`, `ctrl+p`, `alt+b`, `shift+tab`, `pagedown`, `f1`. */
  | { readonly kind: 'key'; readonly name: string }
  /** Several characters at once: pasted, or typed faster than they were read. */
  | { readonly kind: 'text'; readonly text: string; readonly pasted: boolean }
  /** The left button pressed, moved while it is down or let go, or the wheel, at a cell, both 0-based. */
  | { readonly kind: 'mouse'; readonly button: MouseButton; readonly column: number; readonly row: number }
  /** What the terminal shows text on. */
  | { readonly kind: 'background'; readonly background: Background };

type MouseButton = 'left' | 'drag' | 'release' | 'wheel-up' | 'wheel-down';

/** What decoding a chunk of terminal input gave. */
export interface DecodedInput {
  readonly events: readonly InputEvent[];
  /** The start of a sequence whose end has not arrived: put it before the next chunk. */
  readonly rest: string;
}

/**
 * Terminal input as events, in the order they were made.
 *
 * Sequences are those of ECMA-48 and xterm's ctlseqs (CSI, SS3, SGR mouse reports, bracketed paste). Unknown
 * sequences are dropped whole, so that their letters are never taken for keys.
 *
 * @param chunk What was read, after the `rest` of the time before.
 * @param complete True when nothing more is expected soon: an Escape at the end is then the Escape key, and an answer of
 *   the terminal that has only begun is nothing.
 */
export function decodeInput(chunk: string, complete = false): DecodedInput {
  const events: InputEvent[] = [];
  let at = 0;
  while (at < chunk.length) {
    const token = nextToken(chunk, at);
    if (token === null) {
      if (!complete) return { events, rest: chunk.slice(at) };
      // Of no more than an escape character and a bracket nobody knows: they are keys, as nothing follows.
      if (chunk.length - at > 2 && answerAt(chunk, at) === 'begun') break;
      events.push(key('escape'));
      at += 1;
      continue;
    }
    if (token.event) events.push(token.event);
    at = token.end;
  }
  return { events, rest: '' };
}

interface Token {
  readonly event: InputEvent | null;
  readonly end: number;
}

const ESC = '\u001B';
const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
const CSI = /\u001B\[([<=>?]?)([0-9;:]*)[ -/]*([@-~])/y;
const CSI_UNFINISHED = /\u001B(\[[<=>?]?[0-9;:]*[ -/]*)?$/y;
const STRING_SEQUENCE = /\u001B[\]P_^X]/y;
const PLAIN = /[^\u0000-\u001F\u007F]+/y;

const key = (name: string): InputEvent => ({ kind: 'key', name });

/** The token that starts at `at`, or `null` if the chunk ends before it does. */
function nextToken(chunk: string, at: number): Token | null {
  const answer = chunk[at] === ESC || chunk[at] === ']' ? answerAt(chunk, at) : null;
  if (answer === 'begun') return null;
  if (answer) {
    const { background, end } = answer;
    return { event: background && { kind: 'background', background }, end };
  }
  if (chunk[at] !== ESC) return plainToken(chunk, at);
  if (chunk.startsWith(PASTE_START, at)) return pasteToken(chunk, at);
  if (matchAt(STRING_SEQUENCE, chunk, at)) return stringToken(chunk, at);
  const csi = matchAt(CSI, chunk, at);
  if (csi) return { event: csiEvent(csi[1] ?? '', csi[2] ?? '', csi[3] ?? ''), end: at + csi[0].length };
  if (matchAt(CSI_UNFINISHED, chunk, at)) return null;
  return escapedToken(chunk, at);
}

function plainToken(chunk: string, at: number): Token {
  const run = matchAt(PLAIN, chunk, at)?.[0];
  if (run === undefined) return { event: key(controlName(chunk.charCodeAt(at))), end: at + 1 };
  const end = at + run.length;
  if ([...run].length > 1) return { event: { kind: 'text', text: run, pasted: false }, end };
  return { event: key(run === ' ' ? 'space' : run), end };
}

function pasteToken(chunk: string, at: number): Token | null {
  const start = at + PASTE_START.length;
  const end = chunk.indexOf(PASTE_END, start);
  if (end < 0) return null;
  return { event: { kind: 'text', text: chunk.slice(start, end), pasted: true }, end: end + PASTE_END.length };
}

/** Answers of the terminal (OSC, DCS …) end with BEL or ST; they are no keys. */
function stringToken(chunk: string, at: number): Token | null {
  const bell = chunk.indexOf('\u0007', at);
  const terminator = chunk.indexOf(`${ESC}\\`, at);
  if (bell < 0 && terminator < 0) return null;
  const end = terminator < 0 || (bell >= 0 && bell < terminator) ? bell + 1 : terminator + 2;
  return { event: null, end };
}

/** Escape before a character is Alt; Escape before another sequence is the Escape key, then that sequence. */
function escapedToken(chunk: string, at: number): Token {
  const next = chunk.codePointAt(at + 1) ?? 0;
  if (next === 0x1b) return { event: key('escape'), end: at + 1 };
  if (chunk[at + 1] === 'O') {
    const name = SS3[chunk[at + 2] ?? ''];
    if (name) return { event: key(name), end: at + 3 };
  }
  const character = String.fromCodePoint(next);
  const name = next < 0x20 || next === 0x7f ? controlName(next) : character === ' ' ? 'space' : character;
  return { event: key(`alt+${name}`), end: at + 1 + character.length };
}

const CONTROLS: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  127: 'backspace',
};

/** 0x01 to 0x1A are Ctrl with a letter, the rest Ctrl with a sign. */
function controlName(code: number): string {
  return CONTROLS[code] ?? `ctrl+${code === 0 ? 'space' : String.fromCharCode(code + 0x40).toLowerCase()}`;
}

const LETTER_KEYS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

const SS3: Readonly<Record<string, string>> = { ...LETTER_KEYS, M: 'enter' };

const TILDE_KEYS: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

function csiEvent(prefix: string, parameters: string, final: string): InputEvent | null {
  if (prefix === '<') return mouseEvent(parameters, final);
  if (prefix !== '') return null;
  if (final === 'Z') return key('shift+tab');
  const [first = '', modifier = '1'] = parameters.split(/[;:]/);
  const name = final === '~' ? TILDE_KEYS[first] : LETTER_KEYS[final];
  return name ? key(modifierPrefix(Number(modifier)) + name) : null;
}

/** xterm sends 1 plus a bit each for Shift, Alt and Ctrl. */
function modifierPrefix(modifier: number): string {
  const bits = Number.isFinite(modifier) ? modifier - 1 : 0;
  return `${bits & 4 ? 'ctrl+' : ''}${bits & 2 ? 'alt+' : ''}${bits & 1 ? 'shift+' : ''}`;
}

const BUTTONS: Readonly<Record<string, MouseButton>> = { 0: 'left', 32: 'drag', 64: 'wheel-up', 65: 'wheel-down' };

function mouseEvent(parameters: string, final: string): InputEvent | null {
  const [code = '', column = '', row = ''] = parameters.split(';');
  const button = final === 'm' && code === '0' ? 'release' : final === 'M' ? BUTTONS[code] : undefined;
  if (!button) return null;
  return { kind: 'mouse', button, column: Number(column) - 1, row: Number(row) - 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
