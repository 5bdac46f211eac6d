import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyTable } from '../../src/app/keys/key-labels.ts';

const KEYS = new URL('../../docs/keys.md', import.meta.url);
const BLOCK = /(<!-- keys -->\n)[\s\S]*?(<!-- \/keys -->)/;

/** `npm run docs` writes the file anew when the keys have changed. */
test('docs/keys.md has a row for every key', async () => {
  const text = readFileSync(KEYS, 'utf8');

  expect(text).toMatch(BLOCK);
  const current = text.replace(BLOCK, (_, start: string, end: string) => `${start}\n${keyTable()}\n\n${end}`);

  await expect(current).toMatchFileSnapshot(KEYS.pathname);
});
