import { afterEach, expect, test, vi } from 'vitest';
import { createKeyboard } from '../../src/ui/keyboard.ts';

afterEach(() => void vi.useRealTimers());

/** A keyboard, and what it has delivered so far. */
function aKeyboard() {
  const delivered: string[] = [];
  const keyboard = createKeyboard((event) => {
    delivered.push(event.kind === 'key' ? event.name : event.kind === 'text' ? `"${event.text}"` : event.button);
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
