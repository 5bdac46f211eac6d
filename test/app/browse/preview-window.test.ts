import { expect, test } from 'vitest';
import { previewAt, previewWindow } from '../../../src/app/browse/preview-window.ts';
import { update } from '../../../src/app/update.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LONG = `---\nname: a-long-one\ndescription: ${'word '.repeat(200)}LASTWORD\n---\n${'- item\n'.repeat(40)}\nThe end.\n`;
const model = aModel({ library: libraryFrom({ ...THREE_AGENTS, 'a-long-one': LONG }) });
const DOWN = { type: 'moved', unit: 'line', direction: 1 } as const;
const UP = { ...DOWN, direction: -1 } as const;
const shown = (keys: string) => {
  const window = previewWindow(afterKeys(model, keys));
  return { ...window, text: window?.lines.map(lineText).join('\n') };
};

test('scrolls to the end of everything, and no further, while the cursor stays', () => {
  const pages = Array.from({ length: 30 }, () => 'shift+pagedown');
  expect(pages.some((_, at) => shown(pages.slice(0, at).join(' ')).text?.includes('LASTWORD'))).toBe(true);
  const end = shown(pages.join(' '));
  expect(end.text).toContain('The end.');
  expect(end.top).toBe(Number(end.count) - (end.lines?.length ?? 0));
  expect(end.hit?.definition.name).toBe('a-long-one');
  expect(shown([...pages, 'K'].join(' ')).top).toBe((end.top ?? 0) - 1);
});

test('another definition begins at its start, and one comes back to is not where it was', () => {
  expect(shown('J J J').top).toBe(3);
  expect(shown('J J J down').top).toBe(0);
});

test('what is on the screen whole is not scrolled', () => {
  expect(afterKeys(model, 'down J').notice?.text).toBe('All of it is on the screen');
});

test('the preview that the same key leads to is asked for, and is the one then shown', () => {
  const first = update(model, DOWN);
  expect(first.effects).toContainEqual({ type: 'makePreview', row: 2 });
  expect(previewAt(first.model, 2)).toEqual(previewWindow(update(first.model, DOWN).model));
});

test('there is none beyond the list, and none is asked for where the cursor stays', () => {
  const last = update(model, { type: 'moved', unit: 'end', direction: 1 }).model;
  expect(previewAt(last, 4)).toBeNull();
  expect(update(last, DOWN).effects).toEqual([]);
  const first = update(update(model, DOWN).model, UP);
  expect(first.effects).toEqual([]);
});
