import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mendedFolder } from '../../src/adapters/kept/mended-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOON = Date.UTC(2026, 10, 30, 12);

describe('mendedFolder', () => {
  test('is one for each run, and made by nobody before something is kept', async () => {
    const data = temporaryFolder({});
    expect(await mendedFolder(data, NOON)).toBe(join(data, 'backups/2026-11-30T12-00-00-000Z'));
    expect(existsSync(join(data, 'backups'))).toBe(false);
    expect(await mendedFolder(null)).toBeNull();
  });

  test('takes away what is older than three months, and nothing else', async () => {
    const data = temporaryFolder({
      'backups/2026-08-31T11-59-59-999Z/home/a.md': 'old',
      'backups/2026-09-02T12-00-00-000Z/home/a.md': 'newer',
      'backups/2025-01-01 mine/a.md': 'not ours',
      'backups/a.md': 'not ours',
    });
    await mendedFolder(data, NOON);
    expect(readdirSync(join(data, 'backups')).sort()).toEqual(['2025-01-01 mine', '2026-09-02T12-00-00-000Z', 'a.md']);
  });
});
