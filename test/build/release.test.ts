import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RELEASE = fileURLToPath(new URL('../../.ci/release.mjs', import.meta.url));
/** What npm runs before `npm pack`, and before the script of that name. */
const { prepack } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
).scripts;
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- New\n\n## 0.1.0 – 2020-01-01\n\n- Old\n';

/** A small project under version control, at version 0.1.0. */
function project({ changelog = CHANGELOG, scripts = {} } = {}) {
  const manifest = {
    name: 'x',
    version: '0.1.0',
    scripts: { test: 'echo tested', prepack, pack: 'echo noise && echo /tmp/x.tgz', ...scripts },
  };
  const lock = { name: 'x', version: '0.1.0', lockfileVersion: 3, packages: { '': { name: 'x', version: '0.1.0' } } };
  const folder = temporaryFolder({
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify(lock),
    'CHANGELOG.md': changelog,
  });
  // Nothing of the repository and the user that the tests are run in.
  const env = { PATH: process.env.PATH, HOME: temporaryFolder() };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ann');
  git('config', 'user.email', 'ann@example.org');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  return {
    git,
    read: (name: string): string => readFileSync(join(folder, name), 'utf8'),
    write: (name: string, text: string): void => writeFileSync(join(folder, name), text),
    release: (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [RELEASE, ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      return { status, stdout, lastWords: stderr.trim().split('\n').at(-1) };
    },
  };
}

describe('a release', () => {
  test('is committed, tagged and packed, and not sent', () => {
    const { git, read, release } = project();
    expect(release('0.2.0')).toMatchObject({
      status: 0,
      stdout: 'git push --atomic origin main v0.2.0\nnpm publish /tmp/x.tgz\n',
    });
    expect(JSON.parse(read('package.json')).version).toBe('0.2.0');
    expect(JSON.parse(read('package-lock.json')).packages[''].version).toBe('0.2.0');
    expect(read('CHANGELOG.md')).toMatch(
      /^# Changelog\n\n## Unreleased\n\n## 0\.2\.0 – \d{4}-\d\d-\d\d\n\n- New\n\n## 0\.1\.0 – 2020-01-01\n\n- Old\n$/,
    );
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0');
    expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  });

  test('may be of the version that is set already, once', () => {
    const { release, write, git } = project();
    expect(release('0.1.0')).toMatchObject({ status: 0 });
    write('CHANGELOG.md', CHANGELOG);
    git('commit', '--quiet', '--all', '--message', 'More');
    expect(release('0.1.0')).toMatchObject({ status: 1, stdout: '', lastWords: '0.1.0 is released already' });
  });

  test.each([
    [[], {}, 'Say which version: npm run release -- MAJOR.MINOR.PATCH'],
    [['v1.0'], {}, 'Say which version: npm run release -- MAJOR.MINOR.PATCH'],
    [['0.0.10'], {}, '0.0.10 comes before 0.1.0'],
    [
      ['0.2.0'],
      { changelog: '## Unreleased\n\n## 0.1.0 – 2020-01-01\n\n- Old\n' },
      'CHANGELOG.md says nothing under Unreleased',
    ],
    [['0.2.0'], { changelog: '- Old\n' }, 'CHANGELOG.md says nothing under Unreleased'],
    [['0.2.0'], { scripts: { test: 'exit 1' } }, 'npm test failed'],
    [['0.2.0'], { scripts: { test: 'touch left' } }, 'The tests left changes'],
    [['0.2.0'], { scripts: { pack: 'exit 1' } }, 'npm run pack failed'],
  ])('of %j in a project of %j is refused, and nothing is changed', (args, parts, reason) => {
    const { git, read, release } = project(parts);
    expect(release(...args)).toEqual({ status: 1, stdout: '', lastWords: reason });
    expect(git('log', '--format=%s')).toBe('Begin');
    expect(git('tag')).toBe('');
    expect(JSON.parse(read('package.json')).version).toBe('0.1.0');
    expect(git('diff', 'HEAD', '--stat')).toBe('');
  });

  test('is refused of what is not committed', () => {
    const { release, write } = project();
    write('package.json', '{ "name": "x", "version": "0.1.0" }');
    expect(release('0.2.0')).toEqual({ status: 1, stdout: '', lastWords: 'There are changes that are not committed' });
  });
});
