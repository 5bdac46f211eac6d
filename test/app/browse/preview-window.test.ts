import { expect, test } from 'vitest';
import { previewWindow } from '../../../src/app/browse/preview-window.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LONG = `---\nname: a-long-one\ndescription: ${'word '.repeat(200)}LASTWORD\n---\n${'- item\n'.repeat(40)}\nThe end.\n`;
const model = aModel({ library: libraryFrom({ ...THREE_AGENTS, 'a-long-one': LONG }) });
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
