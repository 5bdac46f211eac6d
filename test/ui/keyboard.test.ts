import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type { InputEvent } from '../../src/ui/decode-keys.ts';
import { createKeyboard, type Delivery } from '../../src/ui/keyboard.ts';

afterEach(() => void vi.useRealTimers());

/** A keyboard, and what it has delivered so far. */
function aKeyboard(answer: (event: InputEvent) => Delivery = () => 'go-on') {
  const delivered: string[] = [];
  const keyboard = createKeyboard((event) => {
    delivered.push(event.kind === 'key' ? event.name : event.kind === 'text' ? `"${event.text}"` : event.button);
    return answer(event);
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

test('after typing the next event waits until React has drawn', async () => {
  const { keyboard, delivered } = aKeyboard(({ kind }) => (kind === 'text' ? 'wait' : 'go-on'));
  keyboard.read('ab\r');
  keyboard.read('j');
  expect(delivered).toEqual(['"ab"']);
  await nextTurn();
  await nextTurn();
  expect(delivered).toEqual(['"ab"', 'enter', 'j']);
});

test('what is left of an event comes before the next one', async () => {
  const left: InputEvent = { kind: 'text', text: 'b', pasted: false };
  const { keyboard, delivered } = aKeyboard((event) =>
    event.kind === 'text' && event.text === 'ab' ? { rest: left } : 'go-on',
  );
  keyboard.read('ab\r');
  await nextTurn();
  await nextTurn();
  expect(delivered).toEqual(['"ab"', '"b"', 'enter']);
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
