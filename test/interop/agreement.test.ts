import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import { type Compared, comparedWith } from './agreement.ts';
import { interopPage } from './interop-page.ts';
import type { RecordedFigures } from './real-files.ts';
import type { RecordedVerdicts } from './verdicts.ts';

const PAGE = fileURLToPath(new URL('../../docs/interop.md', import.meta.url));
const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'));
const RECORDED = recorded('verdicts.json') as RecordedVerdicts;

let compared: ReadonlyMap<Format, Compared>;

beforeAll(async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'agents-test-'));
  compared = await comparedWith(RECORDED, scratch);
  rmSync(scratch, { recursive: true, force: true });
}, 120_000);

describe.each(Object.keys(RECORDED) as readonly Format[])('what is said of %s', (harness) => {
  test('is what it said itself when it was asked', () => {
    const { loaded, names, winners } = compared.get(harness)?.agreements ?? expect.fail('it was not asked');
    const share = ({ asked, agreed }: { asked: number; agreed: number }): number => (asked === 0 ? 1 : agreed / asked);
    expect(winners.disagreements).toEqual([]);
    expect([share(loaded) >= 0.97, loaded.disagreements]).toEqual([true, loaded.disagreements]);
    expect([share(names) >= 0.99 || names.asked < 100, names.disagreements]).toEqual([true, names.disagreements]);
  });
});

/** `npm run docs` writes the page anew when the record or the facts have changed. */
test('the page about asking the harnesses says what was recorded', async () => {
  const figures = recorded('real-figures.json') as RecordedFigures;
  await expect(interopPage(compared, figures)).toMatchFileSnapshot(PAGE);
});
