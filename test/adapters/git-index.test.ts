import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isKeptByGit } from '../../src/adapters/git/git-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const git = (folder: string, ...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a.test', ...words], { cwd: folder, stdio: 'pipe' });

const kept = (path: string) => isKeptByGit(path, readFileSync(path));

/** A repository with many names that begin alike, one file changed since, and one that is not tracked. */
function repository(version: string) {
  const names = Array.from({ length: 40 }, (_, at) => `agents/${'deep/'.repeat(at % 5)}agent-${at}.md`);
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, `---\nname: ${name}\n---\nLook.\n`])));
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'update-index', '--index-version', version);
  writeFileSync(join(folder, 'agents/agent-0.md'), 'changed');
  writeFileSync(join(folder, 'agents/agent-new.md'), 'new');
  return { folder, names };
}

describe('isKeptByGit', () => {
  test.each(['2', '3', '4'])('knows what an index of version %s can give back', async (version) => {
    const { folder, names } = repository(version);
    const [changed = '', ...others] = names;
    for (const name of others) expect([name, await kept(join(folder, name))]).toEqual([name, true]);
    expect(await kept(join(folder, changed))).toBe(false);
    expect(await kept(join(folder, 'agents/agent-new.md'))).toBe(false);
  });

  test('finds the index of a further work tree', async () => {
    const { folder } = repository('2');
    git(folder, 'commit', '-qm', 'all');
    const other = join(temporaryFolder({}), 'other');
    git(folder, 'worktree', 'add', '-q', other);
    expect(await kept(join(other, 'agents/agent-5.md'))).toBe(true);
  });

  test('relies on no repository that it does not understand', async () => {
    const { folder } = repository('2');
    const path = join(folder, 'agents/agent-5.md');
    const index = join(folder, '.git/index');
    const whole = readFileSync(index);
    for (const bytes of [Buffer.alloc(0), whole.subarray(0, 30), Buffer.from('DIRC\0\0\0\x09\0\0\0\x01')]) {
      writeFileSync(index, bytes);
      expect(await kept(path)).toBe(false);
    }
    const outside = temporaryFolder({ 'x.md': 'x' });
    mkdirSync(join(outside, 'sub'));
    writeFileSync(join(outside, '.git'), 'gitdir: nowhere');
    expect(await kept(join(outside, 'x.md'))).toBe(false);
  });
});
