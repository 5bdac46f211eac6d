import { expect, test } from 'vitest';
import { createFieldStream } from '../../src/ui/field-stream.ts';

test('what is typed can be read at once, in order, and is then gone', () => {
  const { stdin, type } = createFieldStream();
  const read: unknown[] = [];
  stdin.on('readable', () => read.push(stdin.read(), stdin.read()));

  type('a');
  type('日本');

  expect(read).toEqual(['a', null, '日本', null]);
});

test('looks like a terminal to Ink', () => {
  const { stdin } = createFieldStream();
  expect(stdin.isTTY).toBe(true);
  expect(stdin.setRawMode(true).setEncoding('utf8').resume().pause().ref().unref()).toBe(stdin);
});
