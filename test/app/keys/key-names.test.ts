import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../../src/app/keys/bindings.ts';
import { isKeyName } from '../../../src/app/keys/key-names.ts';
import { decodeInput } from '../../../src/ui/decode-keys.ts';

/** What a terminal sends for a key, by its name: written from xterm's ctlseqs, not from the decoder. */
function bytesOf(name: string): string {
  const [, modifiers = '', base = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/su.exec(name) ?? [];
  const letter = { up: 'A', down: 'B', right: 'C', left: 'D', end: 'F', home: 'H', f1: 'P', f2: 'Q', f3: 'R', f4: 'S' }[
    base
  ];
  const number = {
    insert: 2,
    delete: 3,
    pageup: 5,
    pagedown: 6,
    f5: 15,
    f6: 17,
    f7: 18,
    f8: 19,
    f9: 20,
    f10: 21,
    f11: 23,
    f12: 24,
  }[base];
  const code =
    1 + ['shift', 'alt', 'ctrl'].reduce((sum, one, bit) => sum + (modifiers.includes(one) ? 2 ** bit : 0), 0);
  if (letter) return code === 1 ? `\u001b[${letter}` : `\u001b[1;${code}${letter}`;
  if (number) return code === 1 ? `\u001b[${number}~` : `\u001b[${number};${code}~`;
  if (name === 'shift+tab') return '\u001b[Z';
  const plain = { escape: '\u001b', enter: '\r', tab: '\t', backspace: '\u007f', space: ' ' }[base] ?? base;
  const controlled = modifiers.includes('ctrl') ? String.fromCharCode(plain.charCodeAt(0) & 0x1f) : plain;
  return modifiers.includes('alt') ? `\u001b${controlled}` : controlled;
}

const decoded = (bytes: string) => decodeInput(bytes, true).events;

describe('the names of keys', () => {
  test('law: what the decoder gives is a name', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\u001b',
        '[',
        'O',
        '1',
        ';',
        '5',
        '~',
        'A',
        'Z',
        '<',
        '\u0000',
        '\u0008',
        '\u001c',
        '\u009b',
        ' ',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const event of decoded(pieces.join(''))) {
          // No key by itself: a control character beyond ASCII, the broken off beginning of a sequence.
          if (event.kind !== 'key' || /\p{Cc}$|^alt\+\[$/u.test(event.name)) continue;
          expect(event.name).toSatisfy(isKeyName);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('law: what is a name, a terminal sends', () => {
    const bases = [
      ...Array.from({ length: 95 }, (_, code) => String.fromCharCode(code + 32)),
      ...[
        '日',
        'é',
        '👍',
        'space',
        'enter',
        'tab',
        'backspace',
        'escape',
        'up',
        'down',
        'left',
        'right',
        'home',
        'end',
      ],
      ...['insert', 'delete', 'pageup', 'pagedown', ...Array.from({ length: 12 }, (_, at) => `f${at + 1}`)],
    ];
    const modifiers = [
      '',
      'ctrl+',
      'alt+',
      'shift+',
      'ctrl+alt+',
      'ctrl+shift+',
      'alt+shift+',
      'ctrl+alt+shift+',
      'alt+ctrl+',
    ];
    const names = modifiers.flatMap((before) => bases.map((base) => before + base)).filter(isKeyName);
    expect(names.length).toBeGreaterThan(400);
    for (const name of names) expect(decoded(bytesOf(name)), name).toEqual([{ kind: 'key', name }]);
  });

  test.each(BINDINGS.flatMap(({ keys }) => keys))('%s is one', (key) => {
    expect(key).toSatisfy(isKeyName);
  });

  test.each([
    '',
    ' ',
    'ab',
    'Enter',
    'ctrl+S',
    'Ctrl+s',
    'ctrl-s',
    '^s',
    'esc',
    'ctrl+i',
    'ctrl+m',
    'ctrl+h',
    'ctrl+1',
    'shift+a',
    'f13',
    'cmd+s',
  ])('%j is none', (name) => {
    expect(name).not.toSatisfy(isKeyName);
  });
});
