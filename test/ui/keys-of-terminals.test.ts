import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeInput, type InputEvent } from '../../src/ui/decode-keys.ts';
import { createKeyboard } from '../../src/ui/keyboard.ts';

afterEach(() => void vi.useRealTimers());

const written = (event: InputEvent): string => {
  switch (event.kind) {
    case 'key':
      return event.name;
    case 'text':
      return `${event.pasted ? 'paste' : 'text'} ${event.text}`;
    case 'mouse':
      return `${event.button}@${event.column},${event.row}`;
    case 'background':
      return event.background;
    case 'exact-keys':
      return event.kind;
  }
};

/** What terminals send, and what it means; written from their documents, byte by byte. `E` before anything else is the escape character. */
const TABLE: readonly (readonly [from: string, bytes: string, means: string])[] = [
  ['kitty', 'E[97u', 'a'],
  ['kitty', 'E[97;5u', 'ctrl+a'],
  ['kitty', 'E[98;3u', 'alt+b'],
  ['kitty', 'E[27u', 'escape'],
  ['kitty', 'E[13u', 'enter'],
  ['kitty', 'E[9u', 'tab'],
  ['kitty', 'E[127u', 'backspace'],
  ['kitty', 'E[32u', 'space'],
  ['kitty', 'E[9;2u', 'shift+tab'],
  ['kitty', 'E[13;2u', 'enter'],
  ['kitty', 'E[97:65;2;65u', 'A'],
  ['kitty', 'E[97;2u', 'A'],
  ['kitty', 'E[55:47;2u', '/'],
  ['kitty', 'E[228;;228u', 'ä'],
  ['kitty', 'E[97;1:3u', ''],
  ['kitty', 'E[1;1:3A', ''],
  ['kitty', 'E[1;1:2A', 'up'],
  ['kitty', 'E[97;65u', 'A'],
  ['kitty', 'E[1;129A', 'up'],
  ['kitty', 'E[57404u', '5'],
  ['kitty', 'E[57414u', 'enter'],
  ['kitty', 'E[57419u', 'up'],
  ['kitty', 'E[57441;2u', ''],
  ['kitty', 'E[99;9u', ''],
  ['kitty', 'E[1089::99;5u', 'ctrl+c'],
  ['kitty', 'E[1089;;1089u', 'с'],
  ['kitty', 'E[104;5u', 'backspace'],
  ['kitty', 'E[57376u', ''],
  ['kitty', 'E[99999999999u', ''],
  ['kitty, answering', 'E[?0u', 'exact-keys'],
  ['modifyOtherKeys', 'E[27;5;13~', 'enter'],
  ['modifyOtherKeys', 'E[27;2;9~', 'shift+tab'],
  ['modifyOtherKeys', 'E[27;5;97~', 'ctrl+a'],
  ...Array.from('ABCDE', (letter, at) => ['Linux console', `E[[${letter}`, `f${at + 1}`] as const),
  ['rxvt', 'E[a', 'shift+up'],
  ['rxvt', 'EOa', 'ctrl+up'],
  ['rxvt', 'EOd', 'ctrl+left'],
  ['rxvt', 'E[6$', 'shift+pagedown'],
  ['rxvt', 'E[6^', 'ctrl+pagedown'],
  ['rxvt', 'E[3^', 'ctrl+delete'],
  ['rxvt', 'EE[A', 'alt+up'],
  ...Array.from('pqrstuvwxy', (letter, digit) => ['keypad', `EO${letter}`, `${digit}`] as const),
  ['keypad', 'EOk', '+'],
  ['keypad', 'EOm', '-'],
  ['keypad', 'EOj', '*'],
  ['keypad', 'EOo', '/'],
  ['keypad', 'EOn', '.'],
  ['keypad', 'EOM', 'enter'],
  ...[17, 18, 19, 20, 21, 23, 24].map((number, at) => ['any', `E[${number}~`, `f${at + 6}`] as const),
  ['Alt as Escape', 'Eb', 'alt+b'],
  ['C1', '\u009bA', 'up'],
  ['C1', '\u008fP', 'f1'],
  ['C1', '\u009d0;title\u009c', ''],
  ['C1', '\u0085', ''],
  ['mouse', 'E[<0;10;5M', 'left@9,4'],
  ['mouse', 'E[<64;1;1M', 'wheel-up@0,0'],
  ['mouse with Shift', 'E[<68;1;1M', 'wheel-up@0,0'],
  ['mouse with Ctrl', 'E[<16;3;4M', 'left@2,3'],
  ['mouse of three bytes', 'E[M !!', 'left@0,0'],
  ['mouse of three bytes, let go', 'E[M#%&', 'release@4,5'],
  ['mouse of three bytes, another button', 'E[M"!!', ''],
  ['a report', 'E[I', ''],
  ['a report', 'E[O', ''],
  ['a report', 'E[?62;22c', ''],
  ['a report', 'E[?1;2$y', ''],
  ['a report', 'E]52;c;YQ==\u0007', ''],
  ['a report', 'EP>|xterm(390)E\\', ''],
  ['a report', 'EP1+r436f=323536E\\', ''],
  ['a report', 'E_Gi=31;OKE\\', ''],
  ['a report', 'E[12;40R', ''],
  ['paste', 'E[200~a b\nE[A c\u001b[201~', 'paste a b\n\u001b[A c'],
  ['paste of nothing', 'E[200~E[201~', 'paste '],
].map(([from = '', bytes = '', means = '']) => [from, bytes.replace(/E(?=.)/gs, '\u001b'), means]);

/** The events of bytes that come in pieces, letters typed together one by one. */
function eventsOf(pieces: readonly string[], complete = false): readonly string[] {
  const events: InputEvent[] = [];
  let rest = '';
  for (const [at, piece] of pieces.entries()) {
    const next = decodeInput(rest + piece, complete && at === pieces.length - 1);
    events.push(...next.events);
    rest = next.rest;
  }
  return events.flatMap((event) =>
    event.kind === 'text' && !event.pasted
      ? Array.from(event.text, (character) => (character === ' ' ? 'space' : character))
      : [written(event)],
  );
}

function cutAt(text: string, cuts: readonly number[]): readonly string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((place, at) => text.slice(place, places[at] ?? text.length));
}

describe('keys of every terminal', () => {
  test.each(TABLE)('%s: %j is %j', (_from, bytes, means) => {
    // A key behind it shows that nothing is left.
    expect(eventsOf([`${bytes}j`])).toEqual([...(means === '' ? [] : [means]), 'j']);
    expect(eventsOf([...bytes, 'j'])).toEqual([...(means === '' ? [] : [means]), 'j']);
  });

  test('law: the events of any bytes are the same however they are cut', () => {
    const piece = fc.oneof(
      fc.constantFrom(...TABLE.map(([, bytes]) => bytes)),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({
        unit: fc.constantFrom('\u001b', '[', 'O', ']', 'M', '<', '1', ';', '$', '~', 'u', '🦊', '\u0007'),
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat(200), { maxLength: 8 }), (pieces, cuts) => {
        const whole = pieces.join('');
        expect(eventsOf(cutAt(whole, cuts), true)).toEqual(eventsOf([whole], true));
      }),
      { numRuns: 500 },
    );
  });

  test('law: of any sequence of the grammar no byte becomes text', () => {
    const bytesFrom = (first: number, last: number) =>
      fc.string({ unit: fc.integer({ min: first, max: last }).map((code) => String.fromCharCode(code)), maxLength: 6 });
    const csi = fc
      .tuple(
        fc.constantFrom('\u001b[', '\u009b'),
        bytesFrom(0x30, 0x3f),
        bytesFrom(0x20, 0x2f),
        fc.integer({ min: 0x40, max: 0x7e }),
      )
      .map(([start, parameters, between, final]) => start + parameters + between + String.fromCharCode(final))
      // Those that go on behind what ends others.
      .filter((bytes) => !/^(?:\u001b\[|\u009b)(?:[[M]|\d{1,2}\$.|200~)/su.test(bytes));
    fc.assert(
      fc.property(csi, (bytes) => {
        const { events, rest } = decodeInput(bytes);
        expect(rest).toBe('');
        expect(events.length).toBeLessThan(2);
        // What is a key of a letter says so itself, by its code.
        if (!/[u~]$/.test(bytes)) for (const event of events) expect(event.kind).not.toBe('text');
        if (!/[u~]$/.test(bytes)) for (const event of events) expect(written(event)).not.toMatch(/^.$/su);
      }),
    );
  });
});

describe('what comes late', () => {
  const read = (...pieces: readonly (string | number)[]): readonly string[] => {
    vi.useFakeTimers();
    const delivered: string[] = [];
    const keyboard = createKeyboard((event) => delivered.push(written(event)));
    for (const piece of pieces) {
      if (typeof piece === 'number') vi.advanceTimersByTime(piece);
      else keyboard.read(piece);
    }
    return delivered;
  };

  test('behind an Escape that was taken for the key is dropped, not typed', () => {
    expect(read('\u001b', 50, '[A', 'j')).toEqual(['escape', 'j']);
    expect(read('\u001b', 50, '[<0;3;4M')).toEqual(['escape']);
    expect(read('\u001b', 50, 'OA')).toEqual(['escape']);
  });

  test('is text where it is no sequence, or much later', () => {
    expect(read('\u001b', 50, '[a]')).toEqual(['escape', 'text [a]']);
    expect(read('\u001b', 50, 'OAuth')).toEqual(['escape', 'text OAuth']);
    expect(read('\u001b', 2_000, '[A')).toEqual(['escape', 'text [A']);
  });

  test('of a sequence that has begun beyond doubt is waited for', () => {
    expect(read('\u001b[1;', 2_000, '5C')).toEqual(['ctrl+right']);
    expect(read('\u001bO', 100, 'A')).toEqual(['up']);
    expect(read('\u001b[1;', 10_000, 'j')).toEqual(['j']);
  });

  test('alone with Alt held is that key', () => {
    expect(read('\u001b[', 300)).toEqual(['alt+[']);
    expect(read('\u001bO', 300)).toEqual(['alt+O']);
    expect(read('\u001b]hello')).toEqual(['alt+]', 'text hello']);
  });
});
