import { afterEach, expect, test, vi } from 'vitest';
import { createKeyboard } from '../../src/ui/keyboard.ts';

afterEach(() => void vi.useRealTimers());

/** A keyboard, and what it has delivered so far. */
function aKeyboard() {
  const delivered: string[] = [];
  const keyboard = createKeyboard((event) => {
    delivered.push(
      event.kind === 'key'
        ? event.name
        : event.kind === 'text'
          ? `"${event.text}"`
          : event.kind === 'mouse'
            ? event.button
            : event.kind === 'background'
              ? event.background
              : event.kind,
    );
  });
  return { keyboard, delivered };
}

test('events are delivered in order', () => {
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('j\u001b[A');
  keyboard.read('\r');
  expect(delivered).toEqual(['j', 'up', 'enter']);
});

test('a sequence that arrives in pieces is one key', () => {
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('\u001b');
  keyboard.read('[');
  keyboard.read('B');
  expect(delivered).toEqual(['down']);
});

test('an Escape that nothing follows is the Escape key, after a moment', () => {
  vi.useFakeTimers();
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('\u001b');
  expect(delivered).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(delivered).toEqual(['escape']);
});

test.each(['\u0007', '\u001b\\'])(
  'an answer of the terminal is never typed, wherever it pauses; ended by %j',
  (end) => {
    vi.useFakeTimers();
    const answer = `\u001b]11;rgb:fdfd/fdfd/fbfb${end}`;
    for (let at = 1; at < answer.length; at += 1) {
      const { keyboard, delivered } = aKeyboard();
      keyboard.read(answer.slice(0, at));
      vi.advanceTimersByTime(400);
      keyboard.read(answer.slice(at));
      vi.advanceTimersByTime(10_000);
      keyboard.read('j');
      // Of its first character nobody could know that it was not the key.
      expect(delivered, `${at}`).toEqual([...(at === 1 ? ['escape'] : []), 'light', 'j']);
    }
  },
);

test('an answer whose end is lost is forgotten, and keys behind it are keys at once', () => {
  vi.useFakeTimers();
  for (const at of [3, 6, 10, 16, 24]) {
    const { keyboard, delivered } = aKeyboard();
    keyboard.read('\u001b]11;rgb:fdfd/fdfd/fbfb'.slice(0, at));
    vi.advanceTimersByTime(100);
    if (at >= 10) {
      keyboard.read('j');
      expect(delivered).toEqual(['j']);
    } else {
      vi.advanceTimersByTime(10_000);
      keyboard.read('\u0003');
      expect(delivered).toEqual(['ctrl+c']);
    }
  }
});

test('a paste may take its time', () => {
  vi.useFakeTimers();
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('\u001b[200~one ');
  vi.advanceTimersByTime(5000);
  keyboard.read('two\u001b[201~');
  expect(delivered).toEqual(['"one two"']);
});

test('a paste whose end is lost ends by itself, and keys work again', () => {
  vi.useFakeTimers();
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('\u001b[200~one ');
  keyboard.read('jk');
  vi.advanceTimersByTime(20_000);
  keyboard.read('j');
  expect(delivered).toEqual(['"one jk"', 'j']);
});

test('a paste is whole in whatever pieces it comes, and keys right behind it are keys', () => {
  const bytes = 'k\u001b[200~one\u001b[20 two\u001b[201~j\u001b[A';
  for (let size = 1; size <= bytes.length; size += 1) {
    const { keyboard, delivered } = aKeyboard();
    for (let at = 0; at < bytes.length; at += size) keyboard.read(bytes.slice(at, at + size));
    expect(delivered).toEqual(['k', '"one\u001b[20 two"', 'j', 'up']);
  }
});

test('a paste of megabytes in small pieces is read as it comes', () => {
  const { keyboard, delivered } = aKeyboard();
  const piece = 'x'.repeat(1000);
  keyboard.read('\u001b[200~');
  for (let count = 0; count < 10_000; count += 1) keyboard.read(piece);
  keyboard.read('\u001b[201~');
  expect(delivered).toEqual([`"${piece.repeat(10_000)}"`]);
});

test('Ctrl-C works in a paste whose end is lost', () => {
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('\u001b[200~one');
  keyboard.read('\u0003');
  expect(delivered).toEqual(['"one"', 'ctrl+c']);
});

test('what was read with an event that gives the terminal away is forgotten', () => {
  const delivered: string[] = [];
  const keyboard = createKeyboard((event) => {
    delivered.push(event.kind === 'key' ? event.name : event.kind);
    if (delivered.length === 1) keyboard.reset();
  });
  keyboard.read('\re\u001b[A');
  expect(delivered).toEqual(['enter']);
  keyboard.read('j');
  expect(delivered).toEqual(['enter', 'j']);
});

test('what is half read is forgotten before something else reads the terminal', () => {
  vi.useFakeTimers();
  const { keyboard, delivered } = aKeyboard();
  keyboard.read('\u001b[');
  keyboard.reset();
  vi.advanceTimersByTime(100);
  keyboard.read('A');
  expect(delivered).toEqual(['A']);
});
