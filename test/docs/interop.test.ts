import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { interopPage } from '../interop/interop-page.ts';
import type { RecordedFigures } from '../interop/real-files.ts';
import type { RecordedVerdicts } from '../interop/verdicts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAGE = fileURLToPath(new URL('../../docs/interop.md', import.meta.url));
const recorded = (file: string) => readFileSync(fileURLToPath(new URL(`../interop/${file}`, import.meta.url)), 'utf8');

/** `npm run docs` writes the page anew when the record or the facts have changed. */
test('the page about asking the harnesses says what was recorded', async () => {
  const verdicts = JSON.parse(recorded('verdicts.json')) as RecordedVerdicts;
  const figures = JSON.parse(recorded('real-figures.json')) as RecordedFigures;
  await expect(await interopPage(verdicts, figures, temporaryFolder({}))).toMatchFileSnapshot(PAGE);
}, 120_000);
