import type { Background } from '../text/appearance.ts';
import { answerAt } from './decode-answer.ts';
import { consoleKey, controlName, csiKey, ss3Key } from './key-codes.ts';

/** One thing a person did at the keyboard or with the mouse, or that the terminal answered. */
export type InputEvent =
  /** A key by name: `a`, `G`, `space`, `enter`, `ctrl+p`, `alt+b`, `shift+tab`, `pagedown`, `f1`. */
  | { readonly kind: 'key'; readonly name: string }
  /** Several characters at once: pasted, or typed faster than they were read. */
  | { readonly kind: 'text'; readonly text: string; readonly pasted: boolean }
  /** The left button pressed, moved while it is down or let go, or the wheel, at a cell, both 0-based. */
  | { readonly kind: 'mouse'; readonly button: MouseButton; readonly column: number; readonly row: number }
  /** What the terminal shows text on. */
  | { readonly kind: 'background'; readonly background: Background }
  /** The terminal can tell of keys more exactly, by the kitty protocol. */
  | { readonly kind: 'exact-keys' };

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
 * Sequences are read by the grammar of ECMA-48, with what terminals do besides: CSI, SS3 and control strings, with an escape
 * character or as C1; the Linux console's `ESC [ [`, rxvt's `$`, mouse reports of three bytes, bracketed paste. What is whole
 * and means no key is dropped whole, so that no part of it is ever taken for text. Escape before anything else is Alt.
 *
 * @param chunk What was read, after the `rest` of the time before.
 * @param complete True when nothing more is expected soon: an Escape at the end is then the Escape key, with one character
 *   more Alt and that, and any sequence that has only begun is nothing.
 */
export function decodeInput(chunk: string, complete = false): DecodedInput {
  const events: InputEvent[] = [];
  let at = 0;
  while (at < chunk.length) {
    const token = nextToken(chunk, at) ?? (complete ? lastToken(chunk, at) : null);
    if (token === null) return { events, rest: chunk.slice(at) };
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
/** What opens a sequence, by its second character; the same with the eighth bit in place of the escape character. */
const OPENERS: Readonly<Record<string, Opener>> = {
  '[': 'csi',
  O: 'ss3',
  ']': 'osc',
  P: 'dcs',
  X: 'string',
  '^': 'string',
  _: 'string',
};
const C1_OPENERS: Readonly<Record<string, Opener>> = {
  '\u009B': 'csi',
  '\u008F': 'ss3',
  '\u009D': 'osc',
  '\u0090': 'dcs',
  '\u0098': 'string',
  '\u009E': 'string',
  '\u009F': 'string',
};
type Opener = 'csi' | 'ss3' | 'osc' | 'dcs' | 'string';

const PLAIN = /[^\u0000-\u001F\u007F-\u009F]+/y;
const CSI_BODY = /([<=>?]?)([0-:;]*)[0-?]*([ -/]*)/y;
/** rxvt ends a key with Shift by what elsewhere only comes before the end. */
const RXVT_SHIFT = /(\d{1,2})\$/y;
const SS3_BODY = /([0-9;]*)/y;
/** What a control string of a kind begins with; any other character behind its opener was typed with Alt held. */
const STRING_HEADS: Readonly<Record<'osc' | 'dcs' | 'string', RegExp>> = {
  osc: /[\dlLI]/,
  dcs: /[\d;+>=<!$|?]/,
  string: /[^\u0000-\u001F\u007F-\u009F]/,
};
/** A string goes on until it is ended, or broken off by another control character. */
const STRING_BODY = /[^\u0000-\u001F\u007F\u0080-\u009F]*/y;
const STRING_END = /\u0007|\u001B\\|\u009C/y;

const key = (name: string): InputEvent => ({ kind: 'key', name });
const keyOrNothing = (name: string | null): InputEvent | null => (name === null ? null : key(name));

/** The token that starts at `at`, or `null` if the chunk may end before it does. */
function nextToken(chunk: string, at: number): Token | null {
  const first = chunk[at] ?? '';
  const answer = first === ESC || first === ']' ? answerAt(chunk, at) : null;
  if (answer === 'begun') return null;
  if (answer) {
    const { background, end } = answer;
    return { event: background && { kind: 'background', background }, end };
  }
  const c1 = C1_OPENERS[first];
  if (c1) return sequenceToken(chunk, at + 1, c1);
  if (first !== ESC) return plainToken(chunk, at);
  if (chunk.startsWith(PASTE_START, at)) return pasteToken(chunk, at);
  const second = chunk[at + 1];
  if (second === undefined) return null;
  if (second === ESC) return escapesToken(chunk, at);
  const opener = OPENERS[second];
  return opener ? sequenceToken(chunk, at + 2, opener) : altToken(chunk, at);
}

/** What is left at the end, when nothing follows. */
function lastToken(chunk: string, at: number): Token {
  const rest = chunk.slice(at);
  if (rest.startsWith(ESC + ESC) || rest === ESC) return { event: key('escape'), end: at + 1 };
  if (rest.length === 2 && rest[0] === ESC) return { event: key(`alt+${rest[1]}`), end: chunk.length };
  return { event: null, end: chunk.length };
}

function plainToken(chunk: string, at: number): Token | null {
  const run = matchAt(PLAIN, chunk, at)?.[0];
  if (run === undefined) {
    const code = chunk.charCodeAt(at);
    return { event: code >= 0x80 ? null : key(controlName(code)), end: at + 1 };
  }
  const end = at + run.length;
  // Half of a character that comes in two reads.
  if (end === chunk.length && HALF.test(run)) return run.length === 1 ? null : textToken(run.slice(0, -1), end - 1);
  return textToken(run, end);
}

const HALF = /[\uD800-\uDBFF]$/;

function textToken(text: string, end: number): Token {
  if ([...text].length > 1) return { event: { kind: 'text', text, pasted: false }, end };
  return { event: key(text === ' ' ? 'space' : text), end };
}

function pasteToken(chunk: string, at: number): Token | null {
  const start = at + PASTE_START.length;
  const end = chunk.indexOf(PASTE_END, start);
  if (end < 0) return null;
  return { event: { kind: 'text', text: chunk.slice(start, end), pasted: true }, end: end + PASTE_END.length };
}

/** Two Escapes: before a sequence of a key the first is Alt, else it is the Escape key. */
function escapesToken(chunk: string, at: number): Token | null {
  const third = chunk[at + 2];
  if (third === undefined) return null;
  const alone: Token = { event: key('escape'), end: at + 1 };
  if ((third !== '[' && third !== 'O') || chunk.startsWith(PASTE_START, at + 1)) return alone;
  const token = nextToken(chunk, at + 1);
  if (token === null) return null;
  const { event, end } = token;
  return event?.kind === 'key' &&
    /^(?:up|down|left|right|home|end|insert|delete|page(?:up|down)|f\d+)$/.test(event.name)
    ? { event: key(`alt+${event.name}`), end }
    : alone;
}

/** Escape before a character is Alt. */
function altToken(chunk: string, at: number): Token | null {
  const next = chunk.codePointAt(at + 1) ?? 0;
  const character = String.fromCodePoint(next);
  if (HALF.test(character) && at + 2 === chunk.length) return null;
  if (next >= 0x80 && next < 0xa0) return { event: key('escape'), end: at + 1 };
  const name = next < 0x20 || next === 0x7f ? controlName(next) : character === ' ' ? 'space' : character;
  return { event: key(`alt+${name}`), end: at + 1 + character.length };
}

/** @param at Behind what opens it. */
function sequenceToken(chunk: string, at: number, opener: Opener): Token | null {
  switch (opener) {
    case 'csi':
      return csiToken(chunk, at);
    case 'ss3':
      return ss3Token(chunk, at);
    default:
      return stringToken(chunk, at, opener);
  }
}

function csiToken(chunk: string, at: number): Token | null {
  if (chunk[at] === '[') {
    const letter = chunk[at + 1];
    return letter === undefined ? null : { event: keyOrNothing(consoleKey(letter)), end: endBehind(chunk, at + 1) };
  }
  if (chunk[at] === 'M') return at + 3 < chunk.length ? { event: oldMouseEvent(chunk, at + 1), end: at + 4 } : null;
  const rxvt = matchAt(RXVT_SHIFT, chunk, at);
  if (rxvt) return { event: keyOrNothing(csiKey(rxvt[1] ?? '', '$')), end: at + rxvt[0].length };
  const [body = '', prefix = '', parameters = '', between = ''] = matchAt(CSI_BODY, chunk, at) ?? [];
  const final = chunk[at + body.length];
  if (final === undefined) return null;
  const end = endBehind(chunk, at + body.length);
  if (between !== '' || body.length !== prefix.length + parameters.length) return { event: null, end };
  return { event: csiEvent(prefix, parameters, final), end };
}

/** Behind what ends a sequence; before it where that is none, and breaks the sequence off. */
function endBehind(chunk: string, at: number): number {
  const final = chunk.charCodeAt(at);
  return final >= 0x40 && final <= 0x7e ? at + 1 : at;
}

function ss3Token(chunk: string, at: number): Token | null {
  const held = matchAt(SS3_BODY, chunk, at)?.[0] ?? '';
  const final = chunk[at + held.length];
  if (final === undefined) return null;
  const end = /[ -~]/.test(final) ? at + held.length + 1 : at + held.length;
  return { event: keyOrNothing(ss3Key(held, final)), end };
}

/** Answers of the terminal (OSC, DCS …) are no keys. */
function stringToken(chunk: string, at: number, opener: 'osc' | 'dcs' | 'string'): Token | null {
  const first = chunk[at];
  if (first === undefined) return null;
  if (!STRING_HEADS[opener].test(first)) {
    const isEscaped = chunk[at - 2] === ESC;
    return { event: isEscaped ? key(`alt+${chunk[at - 1]}`) : null, end: at };
  }
  const end = at + (matchAt(STRING_BODY, chunk, at)?.[0].length ?? 0);
  if (end === chunk.length || (end === chunk.length - 1 && chunk[end] === ESC)) return null;
  return { event: null, end: end + (matchAt(STRING_END, chunk, end)?.[0].length ?? 0) };
}

function csiEvent(prefix: string, parameters: string, final: string): InputEvent | null {
  if (prefix === '<') return mouseEvent(parameters, final);
  if (prefix === '?' && final === 'u') return { kind: 'exact-keys' };
  if (prefix !== '') return null;
  const name = csiKey(parameters, final);
  if (name === null) return null;
  return [...name].length > 1 && !isNamed(name) ? { kind: 'text', text: name, pasted: false } : key(name);
}

/** Whether it is the name of a key, and not what a key typed. */
const isNamed = (name: string): boolean => /^(?:(?:ctrl|alt|shift)\+)*(?:[a-z]+\d*|.)$/su.test(name);

/** What is held counts for nothing while the mouse is used. */
const HELD = 4 | 8 | 16;
const BUTTONS: Readonly<Record<number, MouseButton>> = { 0: 'left', 32: 'drag', 64: 'wheel-up', 65: 'wheel-down' };

function mouseEvent(parameters: string, final: string): InputEvent | null {
  const [code = '', column = '', row = ''] = parameters.split(';');
  const pressed = Number(code) & ~HELD;
  const button = final === 'm' && pressed === 0 ? 'release' : final === 'M' ? BUTTONS[pressed] : undefined;
  if (!button) return null;
  return { kind: 'mouse', button, column: Number(column) - 1, row: Number(row) - 1 };
}

/** A report of three characters, each 32 more than it says; letting go says no button. */
function oldMouseEvent(chunk: string, at: number): InputEvent | null {
  const [code = 0, column = 0, row = 0] = [0, 1, 2].map((place) => chunk.charCodeAt(at + place) - 32);
  const pressed = code & ~HELD;
  const button = pressed === 3 ? 'release' : BUTTONS[pressed];
  return button && column > 0 && row > 0 ? { kind: 'mouse', button, column: column - 1, row: row - 1 } : null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
