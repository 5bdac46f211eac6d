import { execFileSync } from 'node:child_process';
import { closeSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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
    const paths = [join(folder, 'a.md'), join(folder, 'link.md')];
    const links = new Map([[join(folder, 'link.md'), 'file']]);
    expect(outcome).toEqual({ kind: 'files', paths, skipped: [], links });
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

  test('lists each file under its own path only, where that is asked for', async () => {
    const folder = temporaryFolder({ 'agents/only.md': '', 'plugins/k/real.md': '', 'x.txt': '' });
    const elsewhere = temporaryFolder({ 'b.md': '' });
    symlinkSync('../plugins/k', join(folder, 'agents/k'));
    symlinkSync('agents', join(folder, '.agents'));
    symlinkSync('only.md', join(folder, 'agents/also.md'));
    symlinkSync('x.txt', join(folder, 'x.md'));
    symlinkSync(elsewhere, join(folder, 'out'));
    symlinkSync(join(elsewhere, 'b.md'), join(folder, 'b.md'));
    const outcome = await listFiles(folder, ['.md'], true, true);
    const paths = outcome.kind === 'files' ? outcome.paths.map((path) => relative(folder, path)) : [];
    expect(paths).toEqual(['agents/only.md', 'b.md', 'out/b.md', 'plugins/k/real.md', 'x.md']);
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

  test.each([
    ['/', 'the whole disk'],
    ['/proc', "the system's devices and processes"],
    ['/proc/1', "the system's devices and processes"],
    ['/sys', "the system's devices and processes"],
    ['/dev', "the system's devices and processes"],
  ])('takes %s for no source, by itself or through a link', async (place, reason) => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(place, link);
    expect(await listFiles(place, ['.md'])).toEqual({ kind: 'failed', reason: `not listed: ${reason}` });
    expect(await listFiles(link, ['.md'])).toEqual({ kind: 'failed', reason: `a link, not followed: ${reason}` });
  });

  test('takes no link for a source that leads to a folder around it', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'p/.claude/x': '', 'out/agents/x': '' });
    const refused = { kind: 'failed', reason: 'a link, not followed: it leads to a folder around it' };
    symlinkSync('../..', join(folder, 'p/.claude/agents'));
    expect(await listFiles(join(folder, 'p/.claude/agents'), ['.md'])).toEqual(refused);
    // By a way round.
    symlinkSync(join(folder, 'out'), join(folder, 'p/.gemini'));
    symlinkSync(folder, join(folder, 'out/up'));
    expect(await listFiles(join(folder, 'p/.gemini/up'), ['.md'])).toEqual(refused);
    symlinkSync('..', join(folder, 'out/agents/.cursor'));
    expect(await listFiles(join(folder, 'out/agents/.cursor'), ['.md'])).toEqual(refused);
  });

  test('goes on behind a link for so long only as there are definitions', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    const outside = temporaryFolder({ 'm.md': '' });
    for (let number = 0; number < 21_000; number += 1) closeSync(openSync(join(outside, `n${number}`), 'w'));
    writeFileSync(join(outside, 'z.md'), '');
    symlinkSync(outside, join(folder, 'out'));
    const [inside, start] = [await listFiles(folder, ['.md']), await listFiles(join(folder, 'out'), ['.md'])];
    const told = expect.objectContaining({ path: join(folder, 'out'), code: 'file/not-followed' });
    expect(inside).toMatchObject({ paths: [join(folder, 'a.md'), join(folder, 'out/m.md')], skipped: [told] });
    expect(start).toMatchObject({ paths: [join(folder, 'out/m.md')], skipped: [told] });
    expect(await listFiles(outside, ['.md'])).toMatchObject({ skipped: [] });
  });

  test('tells what it passes over although it is called like a definition', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'folder.md/b.md': '', 'notes/c.txt': '' });
    makePipe(join(folder, 'pipe.md'));
    makePipe(join(folder, 'pipe.txt'));
    symlinkSync('/dev/null', join(folder, 'device.md'));
    symlinkSync('nowhere', join(folder, 'dangling.md'));
    symlinkSync('loop.md', join(folder, 'loop.md'));
    symlinkSync('..', join(folder, 'notes/up'));
    symlinkSync('/proc', join(folder, 'proc'));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/x`), Buffer.from([0xff]), Buffer.from('.md')]), 'x');
    const outcome = await listFiles(folder, ['.md']);
    expect(outcome).toMatchObject({ kind: 'files', paths: [join(folder, 'a.md'), join(folder, 'folder.md/b.md')] });
    const skipped = outcome.kind === 'files' ? outcome.skipped : [];
    expect(skipped.map(({ path, code, reason }) => `${relative(folder, path)} ${code}: ${reason}`)).toEqual([
      'dangling.md file/dead-link: a link, and there: no such file',
      'device.md file/no-file: a link, and there: not a regular file',
      'folder.md file/no-file: a folder, not a file',
      'loop.md file/dead-link: a link, and there: symbolic links go in a circle',
      'notes/up file/not-followed: a link, not followed: it leads to a folder around it',
      'pipe.md file/no-file: not a regular file',
      "proc file/not-followed: a link, not followed: it leads to the system's devices and processes",
      'x\uFFFD.md file/bad-name: its name is not UTF-8',
    ]);
  });

  test('tells of a folder that goes on too deep for a path', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    // Made and removed from inside, because no path reaches that far.
    onTestFinished(() => void execFileSync('rm', ['-rf', 'd'.repeat(250)], { cwd: folder }));
    execFileSync('sh', ['-c', 'for i in $(seq 20); do mkdir "$1" && cd -P "$1" || exit; done', 'sh', 'd'.repeat(250)], {
      cwd: folder,
    });
    const outcome = await listFiles(folder, ['.md']);
    expect(outcome).toMatchObject({
      paths: [join(folder, 'a.md')],
      skipped: [{ code: 'file/unreadable', reason: 'the name is too long' }],
    });
  });

  test('lists a file as itself, whatever it is called', async () => {
    const file = join(temporaryFolder({ 'notes.txt': '' }), 'notes.txt');
    expect(await listFiles(file, ['.md'])).toEqual({ kind: 'files', paths: [file], skipped: [] });
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
