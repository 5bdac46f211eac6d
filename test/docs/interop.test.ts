import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { interopPage } from '../interop/interop-page.ts';
import type { RecordedVerdicts } from '../interop/verdicts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAGE = fileURLToPath(new URL('../../docs/interop.md', import.meta.url));
const RECORD = fileURLToPath(new URL('../interop/verdicts.json', import.meta.url));

/** `npm run docs` writes the page anew when the record or the facts have changed. */
test('the page about asking the harnesses says what was recorded', async () => {
  const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as RecordedVerdicts;
  await expect(await interopPage(recorded, temporaryFolder({}))).toMatchFileSnapshot(PAGE);
}, 120_000);
