import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeGuarded } from '../../src/adapters/remove-file.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('removing a file', () => {
  test('takes away the version that is meant, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    writeFileSync(path, 'one');
    expect(await removeGuarded(path, sha256('one'))).toEqual({ kind: 'removed', path });
    expect(readdirSync(folder)).toEqual([]);
    expect(await removeGuarded(path, sha256('one'))).toEqual({ kind: 'removed', path });
  });

  test('leaves another version where it is, and tells what it says', async () => {
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, 'two');
    const outcome = await removeGuarded(path, sha256('one'));
    expect(outcome).toEqual({ kind: 'changed', path, text: 'two', sha256: sha256('two') });
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  test('does not follow a link to somebody else’s file', async () => {
    const folder = temporaryFolder();
    const [path, other] = [join(folder, 'a.md'), join(folder, 'b.md')];
    writeFileSync(other, 'one');
    symlinkSync(other, path);
    expect(await removeGuarded(path, sha256('one'))).toMatchObject({ kind: 'failed' });
    expect(existsSync(other)).toBe(true);
  });
});
