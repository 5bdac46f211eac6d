/**
 * What the parameters of a control sequence say of a key: xterm's functional keys, modifyOtherKeys, the kitty protocol (CSI
 * u), the Linux console and rxvt. Each gives the name of a key, or `null` for what is none: a key let go, a modifier alone,
 * one with Super held.
 */

const ARROWS = { A: 'up', B: 'down', C: 'right', D: 'left' } as const;
const LETTERS: Readonly<Record<string, string>> = {
  ...ARROWS,
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};
/** Of rxvt: arrows with Shift held, or behind `ESC O` with Ctrl. */
const RXVT_ARROWS: Readonly<Record<string, string>> = { a: 'up', b: 'down', c: 'right', d: 'left' };
/** Of the keypad in application mode, by what stands behind `ESC O`. */
const KEYPAD: Readonly<Record<string, string>> = {
  ' ': 'space',
  I: 'tab',
  M: 'enter',
  X: '=',
  j: '*',
  k: '+',
  l: ',',
  m: '-',
  n: '.',
  o: '/',
  ...Object.fromEntries(Array.from('pqrstuvwxy', (letter, digit) => [letter, `${digit}`])),
};

const NUMBERED: Readonly<Record<string, string>> = {
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

/** Keys that a code stands for; the others are characters. */
const CODES: Readonly<Record<number, string>> = {
  9: 'tab',
  13: 'enter',
  27: 'escape',
  32: 'space',
  127: 'backspace',
  57414: 'enter',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pageup',
  57422: 'pagedown',
  57423: 'home',
  57424: 'end',
  57425: 'insert',
  57426: 'delete',
};
/** Characters of the keypad, from its 0 on. */
const KEYPAD_START = 57_399;
const KEYPAD_CHARACTERS = '0123456789./*-+';
/** Where other keys without a character have their codes. */
const [FUNCTIONAL_START, FUNCTIONAL_END] = [0xe000, 0xf8ff];
const RELEASED = 3;

interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly capsLock: boolean;
}

/** What is held, by the second parameter: 1 plus a bit each; `null` for a key let go, or with Super, Hyper or Meta held. */
function modifiersOf(parameter = ''): Modifiers | null {
  const [held = '', event = ''] = parameter.split(':');
  const bits = held === '' ? 0 : Number(held) - 1;
  if (Number(event) === RELEASED || bits < 0 || (bits & 0b111000) !== 0) return null;
  return { shift: (bits & 1) !== 0, alt: (bits & 2) !== 0, ctrl: (bits & 4) !== 0, capsLock: (bits & 64) !== 0 };
}

const withHeld = (name: string | undefined, held: Modifiers | null): string | null =>
  name === undefined || held === null
    ? null
    : `${held.ctrl ? 'ctrl+' : ''}${held.alt ? 'alt+' : ''}${held.shift ? 'shift+' : ''}${name}`;

/** 0x01 to 0x1A are Ctrl with a letter, the rest Ctrl with a sign, but for those that keys of their own send. */
export function controlName(code: number): string {
  const own: Readonly<Record<number, string>> = {
    8: 'backspace',
    9: 'tab',
    10: 'enter',
    13: 'enter',
    27: 'escape',
    127: 'backspace',
  };
  return own[code] ?? `ctrl+${code === 0 ? 'space' : String.fromCharCode(code + 0x40).toLowerCase()}`;
}

/** The key of a sequence that begins with CSI, by its parameters and what ends it. */
export function csiKey(parameters: string, final: string): string | null {
  const [first = '', held, text] = parameters.split(';');
  if (final === 'u') return codeKey(first, modifiersOf(held), text);
  if (final === '~' && first === '27' && text !== undefined) return codeKey(text, modifiersOf(held));
  if (final === '~') return withHeld(NUMBERED[first], modifiersOf(held));
  if (final === 'Z') return 'shift+tab';
  if (final === '$' || final === '^' || final === '@') {
    const bits = { $: '2', '^': '5', '@': '6' }[final];
    return withHeld(NUMBERED[first], modifiersOf(bits));
  }
  if (parameters === '' && RXVT_ARROWS[final]) return `shift+${RXVT_ARROWS[final]}`;
  // Anything else in its place is where the cursor stands, which nobody asked for.
  return first === '' || first === '1' ? withHeld(LETTERS[final], modifiersOf(held)) : null;
}

/** The key behind `ESC O`; old terminals put what is held before the letter. */
export function ss3Key(held: string, final: string): string | null {
  if (RXVT_ARROWS[final]) return `ctrl+${RXVT_ARROWS[final]}`;
  return KEYPAD[final] ?? withHeld(LETTERS[final], modifiersOf(held));
}

/** A function key of the Linux console, by the letter behind `ESC [ [`. */
export function consoleKey(letter: string): string | null {
  const at = 'ABCDE'.indexOf(letter);
  return at < 0 ? null : `f${at + 1}`;
}

/**
 * A key by its code.
 *
 * @param key The code, with those of the key with Shift held and of the same key of an English keyboard, as far as they are told.
 * @param text Codes of the characters it types.
 */
function codeKey(key: string, held: Modifiers | null, text = ''): string | null {
  const [code = 0, shifted = 0, base = 0] = key.split(':').map(Number);
  if (held === null || !isCharacterCode(code)) return null;
  const name = CODES[code];
  if (name) return namedKey(name, held);
  const ofKeypad = KEYPAD_CHARACTERS[code - KEYPAD_START];
  if (ofKeypad) return characterKey(ofKeypad, held);
  if (code < 32 || (code >= 0x80 && code < 0xa0) || (code >= FUNCTIONAL_START && code <= FUNCTIONAL_END)) return null;
  if (held.ctrl || held.alt) return characterKey(String.fromCodePoint(code > 127 && base > 32 ? base : code), held);
  const typed = text === '' ? [] : text.split(':').map(Number).filter(isCharacterCode);
  if (typed.length > 0)
    return typed
      .slice(0, MOST_TYPED)
      .map((one) => String.fromCodePoint(one))
      .join('');
  if (held.shift && shifted > 32 && isCharacterCode(shifted)) return String.fromCodePoint(shifted);
  return characterKey(String.fromCodePoint(code), held);
}

/** As many characters does no key type. */
const MOST_TYPED = 16;

const isCharacterCode = (code: number): boolean =>
  Number.isInteger(code) && code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

/** Keys whose name tells what is held only as far as all terminals tell it. */
function namedKey(name: string, held: Modifiers): string {
  if (name === 'tab' && held.shift) return 'shift+tab';
  if (name === 'escape') return name;
  if (['tab', 'enter', 'backspace', 'space'].includes(name))
    return `${held.alt ? 'alt+' : ''}${held.ctrl && name === 'space' ? 'ctrl+' : ''}${name}`;
  return withHeld(name, held) ?? name;
}

/** A character as a key: with Ctrl as the code that all terminals send for it, if they send one. */
function characterKey(character: string, { shift, alt, ctrl, capsLock }: Modifiers): string | null {
  const alternative = alt ? 'alt+' : '';
  if (ctrl) {
    const sign = character === '/' ? '_' : character.toUpperCase();
    return /^[@-_]$/.test(sign) ? alternative + controlName(sign.charCodeAt(0) & 0x1f) : null;
  }
  return alternative + (shift !== capsLock ? character.toUpperCase() : character);
}
