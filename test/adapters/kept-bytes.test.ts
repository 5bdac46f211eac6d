import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepBytesSoon } from '../../src/adapters/compiled/keep-bytes-soon.ts';
import { keepBytes, keptBytes, removeOldest } from '../../src/adapters/compiled/kept-bytes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ORIGIN = [Buffer.from('made of this'), Buffer.alloc(0)];
const LIMITS = { files: 10 };

/** A folder with files of 100 bytes, the first the oldest. */
function filled(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const [at, name] of names.entries()) {
    writeFileSync(join(folder, name), Buffer.alloc(100));
    utimesSync(join(folder, name), at, at);
  }
  return folder;
}

test('what is kept at once and what is kept soon are the same, and leave nothing beside', async () => {
  const folder = temporaryFolder();
  const bytes = Buffer.from('kept \u{1F511}'.repeat(100_000));
  keepBytes(join(folder, 'at-once'), ORIGIN, bytes, LIMITS);
  await keepBytesSoon(join(folder, 'soon'), ORIGIN, bytes, LIMITS);

  expect(readdirSync(folder).sort()).toEqual(['at-once', 'soon']);
  for (const name of ['at-once', 'soon']) {
    expect(keptBytes(join(folder, name), ORIGIN)?.equals(bytes), name).toBe(true);
    expect(keptBytes(join(folder, name), [Buffer.from('made of that')]), name).toBeNull();
  }
});

test('where nothing can be kept, nothing is, and nobody is told', async () => {
  const folder = join(temporaryFolder(), 'no-such-folder');

  await expect(keepBytesSoon(join(folder, 'soon'), ORIGIN, Buffer.from('kept'), LIMITS)).resolves.toBeUndefined();
});

test.each([
  ['that are too many', { files: 3 }, 0, ['c', 'd']],
  ['that are too large together', { files: 10, bytes: 250 }, 0, ['c', 'd']],
  ['that are too large with what is to come', { files: 10, bytes: 450 }, 200, ['c', 'd']],
  ['that are none too many', { files: 10, bytes: 1_000 }, 500, ['a', 'b', 'c', 'd']],
])('of files %s the oldest go', (_, limits, more, left) => {
  const folder = filled('a', 'b', 'c', 'd');
  removeOldest(folder, limits, more);

  expect(readdirSync(folder).sort()).toEqual(left);
});
