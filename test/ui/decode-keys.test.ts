import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeInput, type InputEvent } from '../../src/ui/decode-keys.ts';

const written = (event: InputEvent) =>
  event.kind === 'key'
    ? event.name
    : event.kind === 'text'
      ? JSON.stringify(event.text)
      : event.kind === 'background'
        ? `<${event.background}>`
        : event.kind === 'exact-keys'
          ? '<exact keys>'
          : `${event.button}@${event.column},${event.row}`;

const decoded = (chunk: string, complete = false) => decodeInput(chunk, complete).events.map(written).join(' ');

describe('decodeInput', () => {
  test.each([
    ['a letter', 'j', 'j'],
    ['a capital', 'G', 'G'],
    ['a space', ' ', 'space'],
    ['an emoji of two units', '🦊', '🦊'],
    ['letters read together', 'jjj', '"jjj"'],
    ['text and Enter in one chunk', 'ab\r', '"ab" enter'],
    ['control letters', '\u0001\u000b\u0017', 'ctrl+a ctrl+k ctrl+w'],
    ['backspace as terminals send it', '\u007f', 'backspace'],
    ['arrows', '\u001b[A\u001b[B\u001bOC\u001bOD', 'up down right left'],
    ['arrows with modifiers', '\u001b[1;5C\u001b[1;2A', 'ctrl+right shift+up'],
    ['page keys and delete', '\u001b[5~\u001b[6~\u001b[3~', 'pageup pagedown delete'],
    ['home and end in both spellings', '\u001b[H\u001b[F\u001b[1~\u001b[4~', 'home end home end'],
    ['F1 in both spellings', '\u001bOP\u001b[11~', 'f1 f1'],
    ['shift-tab', '\u001b[Z', 'shift+tab'],
    ['alt with a letter', '\u001bb\u001bf', 'alt+b alt+f'],
    ['alt-backspace', '\u001b\u007f', 'alt+backspace'],
    ['a paste, with its line ends', '\u001b[200~one\ntwo\u001b[201~x', '"one\\ntwo" x'],
    [
      'a click, a drag and the wheel',
      '\u001b[<0;3;4M\u001b[<32;4;4M\u001b[<0;3;4m\u001b[<64;1;1M',
      'left@2,3 drag@3,3 release@2,3 wheel-up@0,0',
    ],
    ['two escapes and an arrow', '\u001b\u001b[A', 'alt+up'],
    ['a dark background told', '\u001b]11;rgb:1616/1818/1d1d\u0007j', '<dark> j'],
    ['a light one, ended otherwise', '\u001b]11;rgb:fd/fd/fb\u001b\\j', '<light> j'],
    ['one that lets through what is behind it', '\u001b]11;rgba:ffff/ffff/ffff/8000\u0007', '<light>'],
    ['one in digits of one and of three', '\u001b]11;rgb:0/0/0\u0007\u001b]11;rgb:fff/fff/fff\u0007', '<dark> <light>'],
    ['yellow is light, blue is dark', '\u001b]11;rgb:ff/ff/0\u0007\u001b]11;rgb:0/0/ff\u0007', '<light> <dark>'],
    ['other colours told', '\u001b]10;rgb:0/0/0\u0007\u001b]4;1;rgb:ff/00/00\u001b\\j', 'j'],
    ['an answer that is none', '\u001b]11;rgb:zz/0/0\u0007j', '"zz/0/0" ctrl+g j'],
    ['an answer broken off by keys', '\u001b]11;rgb:16/1j\u001b[A\u0003', 'j up ctrl+c'],
    ['an answer broken off by Escape', '\u001b]11;rgb:16/1\u001b\u001b[A', 'alt+up'],
    ['an answer that says something else', '\u001b]52;c;YQ==\u0007j', 'j'],
    ['a sequence nobody knows', '\u001b[?1;2cj\u001b[99~j', 'j j'],
  ])('%s', (_name, chunk, expected) => {
    expect(decoded(chunk)).toBe(expected);
  });

  test('holds back an unfinished sequence until the rest arrives', () => {
    const first = decodeInput('x\u001b[1;');
    expect(first.events.map(written)).toEqual(['x']);
    expect(decodeInput(`${first.rest}5D`).events.map(written)).toEqual(['ctrl+left']);
  });

  test('takes an answer that has only begun for nothing, once nothing follows', () => {
    const whole = '\u001b]11;rgb:1616/1818/1d1d\u001b\\';
    for (let length = 3; length < whole.length; length += 1) {
      expect(decoded(whole.slice(0, length)), whole.slice(0, length)).toBe('');
      expect(decoded(whole.slice(0, length), true), whole.slice(0, length)).toBe('');
    }
  });

  test('holds back a paste until its end', () => {
    const first = decodeInput('\u001b[200~half');
    expect(first).toEqual({ events: [], rest: '\u001b[200~half' });
  });

  test('takes an Escape for the key once nothing follows', () => {
    expect(decodeInput('\u001b')).toEqual({ events: [], rest: '\u001b' });
    expect(decoded('\u001b', true)).toBe('escape');
  });

  test('law: however input is cut into chunks, the keys are the same', () => {
    const piece = fc.constantFrom(
      '\u001b[A',
      '\u001b[1;5C',
      '\t',
      '\r',
      '\u001b[Z',
      '\u001b[200~p q\u001b[201~',
      '\u007f',
      '\u001b]11;rgb:1616/1818/1d1d\u001b\\',
      '\u001b]11;rgb:fd/fd/fb\u0007',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(12)), (pieces, cuts) => {
        const whole = pieces.join('');
        const events: string[] = [];
        let rest = '';
        let at = 0;
        for (const cut of [...cuts, whole.length]) {
          const next = decodeInput(rest + whole.slice(at, at + cut));
          events.push(...next.events.map(written));
          rest = next.rest;
          at += cut;
        }
        expect(events).toEqual(decodeInput(whole).events.map(written));
      }),
    );
  });

  test('law: any input is decoded to the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (chunk) => {
        expect(decodeInput(chunk, true).rest).toBe('');
      }),
    );
  });
});
