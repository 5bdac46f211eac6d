import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gitHistory } from '../../src/adapters/history/git-history.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const THEN = '\ufeffas it was\r\n';

afterEach(() => vi.unstubAllEnvs());

describe('gitHistory', () => {
  test.each(['a.md', 'deep/er/b c.md', 'deep/*.md', '-v.md', ':(top)x.md', 'añadido.md'])(
    'has %s as it was, to the byte',
    async (name) => {
      const folder = gitRepository({ [name]: THEN, 'deep/other.md': 'other' }, { [name]: 'as it is' });
      expect(await gitHistory.at(join(folder, name), 'HEAD')).toEqual({ kind: 'text', text: THEN });
      expect(await gitHistory.at(join(folder, name), 'main')).toEqual({ kind: 'text', text: THEN });
    },
  );

  test('says that a file was not there', async () => {
    const folder = gitRepository({ 'a.md': THEN }, { 'b.md': 'new', 'deep/a.md': 'new too' });
    expect(await gitHistory.at(join(folder, 'b.md'), 'HEAD')).toEqual({ kind: 'absent' });
    expect(await gitHistory.at(join(folder, 'deep/a.md'), 'HEAD')).toEqual({ kind: 'absent' });
  });

  test.each(['nobody', 'HEAD~7', '', '--help', '-p', '--output=x', 'HEAD\0', 'HEAD..main', 'HEAD:a.md'])(
    'knows no revision %j',
    async (revision) => {
      const folder = gitRepository({ 'a.md': THEN });
      const found = await gitHistory.at(join(folder, 'a.md'), revision);
      expect(found).toEqual({ kind: 'failed', reason: `git knows no revision ${revision}` });
    },
  );

  test('says why there is none: no repository, no git, no regular file then, no text then', async () => {
    const loose = temporaryFolder({ 'a.md': THEN });
    const reasonOf = async (path: string, revision = 'HEAD') => {
      const found = await gitHistory.at(path, revision);
      return found.kind === 'failed' ? found.reason : found.kind;
    };
    expect(await reasonOf(join(loose, 'a.md'))).toMatch(/^git: not a git repository/);
    const folder = gitRepository({ 'a.md': THEN, 'binary.md': 'a\0b' });
    symlinkSync('a.md', join(folder, 'link.md'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'link');
    // A link is followed to the file that it leads to now.
    expect(await reasonOf(join(folder, 'link.md'))).toBe('text');
    rmSync(join(folder, 'link.md'));
    writeFileSync(join(folder, 'link.md'), 'a file now');
    expect(await reasonOf(join(folder, 'link.md'))).toBe('no regular file at HEAD');
    expect(await reasonOf(join(folder, 'binary.md'))).toBe('at HEAD a binary file, not text');
    writeFileSync(join(folder, '.git/inside.md'), 'x');
    expect(await reasonOf(join(folder, '.git/inside.md'))).toMatch(/work tree/);
    vi.stubEnv('PATH', loose);
    expect(await reasonOf(join(folder, 'a.md'))).toBe('git was not found');
  });

  test('looks into the repository around the file, whatever hook it is run by', async () => {
    const [folder, other] = [gitRepository({ 'a.md': THEN }), gitRepository({ 'a.md': 'of another' })];
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'));
    expect(await gitHistory.at(join(folder, 'a.md'), 'HEAD')).toEqual({ kind: 'text', text: THEN });
  });

  test('runs nothing that a repository names', async () => {
    const folder = gitRepository({ 'a.md': THEN, '.gitattributes': '*.md diff=planted filter=planted' });
    const mark = join(folder, 'planted');
    const planted = join(temporaryFolder({}), 'planted.sh');
    writeFileSync(planted, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    for (const key of [
      'core.pager',
      'core.fsmonitor',
      'core.sshCommand',
      'core.askPass',
      'diff.external',
      'diff.planted.textconv',
      'diff.planted.command',
      'filter.planted.smudge',
      'alias.ls-tree',
      'credential.helper',
      'remote.origin.uploadpack',
    ])
      git(folder, 'config', key, planted);
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change'])
      writeFileSync(join(folder, '.git/hooks', hook), readFileSync(planted), { mode: 0o755 });
    const path = join(folder, 'a.md');
    expect(await gitHistory.at(path, 'HEAD')).toEqual({ kind: 'text', text: THEN });

    // Nor to fetch what is not there.
    const blob = git(folder, 'rev-parse', 'HEAD:a.md');
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const settings = {
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': `ext::${planted}`,
      'protocol.allow': 'always',
      'protocol.ext.allow': 'always',
    };
    for (const [key, value] of Object.entries(settings)) git(folder, 'config', key, value);
    expect(await gitHistory.at(path, 'HEAD')).toMatchObject({ kind: 'failed' });
    expect(existsSync(mark)).toBe(false);
  });
});
