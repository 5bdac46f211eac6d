import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatTables } from '../../src/core/formats/format-tables.ts';

const PAGE = fileURLToPath(new URL('../../docs/formats.md', import.meta.url));
const BLOCK = /(<!-- formats -->\n)[\s\S]*?(<!-- \/formats -->)/;

/** `npm run docs` writes the file anew when the facts have changed. */
test('the page about harnesses says what the registry says', async () => {
  const text = readFileSync(PAGE, 'utf8');

  expect(text).toMatch(BLOCK);
  const current = text.replace(BLOCK, (_, start: string, end: string) => `${start}\n${formatTables()}\n${end}`);

  await expect(current).toMatchFileSnapshot(PAGE);
});
