import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../src/adapters/list-files.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function listed(folder: string): Promise<readonly string[]> {
  const outcome = await listFiles(folder, ['.md']);
  if (outcome.kind === 'failed') throw new Error(outcome.reason);
  return outcome.paths.map((path) => relative(folder, path));
}

describe('listFiles', () => {
  test('finds files by their ending at any depth, sorted', async () => {
    const folder = temporaryFolder({ 'b.md': '', 'a/z.md': '', 'a.md': '', 'a/x.txt': '', '.hidden/c.md': '' });
    expect(await listed(folder)).toEqual(['.hidden/c.md', 'a.md', 'a/z.md', 'b.md']);
  });

  test('passes over .git and node_modules', async () => {
    const folder = temporaryFolder({ 'a.md': '', '.git/b.md': '', 'x/node_modules/c.md': '' });
    expect(await listed(folder)).toEqual(['a.md']);
  });

  test('stays in the folder itself when asked to', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'deep/b.md': '' });
    symlinkSync('deep', join(folder, 'linked'));
    symlinkSync(join(folder, 'deep/b.md'), join(folder, 'link.md'));
    const outcome = await listFiles(folder, ['.md'], false);
    expect(outcome).toEqual({ kind: 'files', paths: [join(folder, 'a.md'), join(folder, 'link.md')] });
  });

  test('takes neither folders nor pipes for files', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'folder.md/inside.txt': '' });
    makePipe(join(folder, 'pipe.md'));
    expect(await listed(folder)).toEqual(['a.md']);
  });

  test('follows links to files and folders, each folder once', async () => {
    const folder = temporaryFolder({ 'in/a.md': '' });
    const elsewhere = temporaryFolder({ 'b.md': '', 'deep/c.md': '' });
    symlinkSync(elsewhere, join(folder, 'linked'));
    symlinkSync(elsewhere, join(folder, 'once-more'));
    symlinkSync(join(elsewhere, 'b.md'), join(folder, 'link.md'));
    expect(await listed(folder)).toEqual(['in/a.md', 'link.md', 'linked/b.md', 'linked/deep/c.md']);
  });

  test('does not go round in circles, up, or from link to link', async () => {
    const folder = temporaryFolder({ 'a/a.md': '' });
    const elsewhere = temporaryFolder({ 'b.md': '' });
    const third = temporaryFolder({ 'c.md': '' });
    symlinkSync('.', join(folder, 'self'));
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('/', join(folder, 'root'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere.md', join(folder, 'dangling.md'));
    symlinkSync(elsewhere, join(folder, 'out'));
    symlinkSync(third, join(elsewhere, 'further'));
    expect(await listed(folder)).toEqual(['a/a.md', 'out/b.md']);
  });

  test('lists a file as itself, whatever it is called', async () => {
    const file = join(temporaryFolder({ 'notes.txt': '' }), 'notes.txt');
    expect(await listFiles(file, ['.md'])).toEqual({ kind: 'files', paths: [file] });
  });

  test.each([
    ['a folder that is not there', 'missing', 'no such folder'],
    ['a folder inside a file', 'a.md/inside', 'part of the path is a file, not a folder'],
    ['a path with a NUL', 'a\0b', 'not a valid path'],
  ])('says what is wrong with %s', async (_name, path, reason) => {
    const folder = temporaryFolder({ 'a.md': '' });
    expect(await listFiles(`${folder}/${path}`, ['.md'])).toEqual({ kind: 'failed', reason });
  });
});
