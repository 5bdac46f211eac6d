import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { agreements } from './agreement.ts';
import type { RecordedVerdicts, Verdicts } from './verdicts.ts';

const RECORDED = JSON.parse(
  readFileSync(fileURLToPath(new URL('verdicts.json', import.meta.url)), 'utf8'),
) as RecordedVerdicts;
const HARNESSES = Object.entries(RECORDED) as readonly (readonly [Format, Verdicts])[];

describe.each(HARNESSES)('what is said of %s', (harness, verdicts) => {
  test('is what it said itself when it was asked', async () => {
    const { loaded, names, winners } = await agreements(harness, verdicts, temporaryFolder({}));
    const share = ({ asked, agreed }: { asked: number; agreed: number }): number => (asked === 0 ? 1 : agreed / asked);
    expect(winners.disagreements).toEqual([]);
    expect([share(loaded) >= 0.97, loaded.disagreements]).toEqual([true, loaded.disagreements]);
    expect([share(names) >= 0.99 || names.asked < 100, names.disagreements]).toEqual([true, names.disagreements]);
  }, 60_000);
});
