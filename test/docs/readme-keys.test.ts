import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyTable } from '../../src/app/keys/key-labels.ts';

const README = new URL('../../README.md', import.meta.url);
const BLOCK = /(<!-- keys -->\n)[\s\S]*?(<!-- \/keys -->)/;

/** `npm run docs` writes the file anew when the keys have changed. */
test('the README has a row for every key', async () => {
  const text = readFileSync(README, 'utf8');

  expect(text).toMatch(BLOCK);
  const current = text.replace(BLOCK, (_, start: string, end: string) => `${start}\n${keyTable()}\n\n${end}`);

  await expect(current).toMatchFileSnapshot(README.pathname);
});
