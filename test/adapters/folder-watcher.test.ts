import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { folderWatcher } from '../../src/adapters/folder-watcher.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A watched folder, and what was told of it. */
async function watched(files: Readonly<Record<string, string>>, inside = '') {
  const folder = temporaryFolder(files);
  const told = new Set<string>();
  const problems: string[] = [];
  const watcher = folderWatcher();
  watcher.watch([join(folder, inside)], Date.now() + 60_000, {
    onChange: (paths) => {
      for (const path of paths) told.add(path.slice(folder.length + 1));
    },
    onProblem: (reason) => problems.push(reason),
  });
  onTestFinished(() => watcher.watch([], 0, { onChange: () => {}, onProblem: () => {} }));
  const hears = (path: string) => vi.waitFor(() => expect([...told]).toContain(path), { timeout: 8_000, interval: 10 });
  // Watching begins by and by; it has begun for good when a change is heard.
  await vi.waitFor(
    () => {
      for (const path of Object.keys(files)) writeFileSync(join(folder, path), files[path] ?? '');
      expect(told.size).toBe(Object.keys(files).length);
    },
    { timeout: 8_000, interval: 60 },
  );
  told.clear();
  return { folder, told, problems, hears };
}

describe('watching folders', () => {
  test('hears of files written, made, renamed and taken away, in folders inside too', async () => {
    const { folder, hears } = await watched({ 'a.md': 'a', 'deep/b.md': 'b' });
    writeFileSync(join(folder, 'deep/b.md'), 'changed');
    await hears('deep/b.md');
    writeFileSync(join(folder, 'new.md'), 'new');
    await hears('new.md');
    renameSync(join(folder, 'a.md'), join(folder, 'c.md'));
    await hears('c.md');
    await hears('a.md');
    rmSync(join(folder, 'new.md'));
    await hears('new.md');
  });

  test('hears of what is in a folder that is new, and of one that is gone', async () => {
    const { folder, hears } = await watched({ 'a.md': 'a' });
    mkdirSync(join(folder, 'fresh/inner'), { recursive: true });
    writeFileSync(join(folder, 'fresh/inner/x.md'), 'x');
    await hears('fresh/inner/x.md');
    rmSync(join(folder, 'fresh'), { recursive: true });
    await hears('fresh');
  });

  test('hears of a start that is taken away and made again, however deep', async () => {
    const { folder, told, hears } = await watched({ 'x/y/a/a.md': 'a' }, 'x/y/a');
    for (const gone of ['x/y/a', 'x/y', 'x']) {
      rmSync(join(folder, gone), { recursive: true });
      mkdirSync(join(folder, 'x/y/a'), { recursive: true });
      writeFileSync(join(folder, 'x/y/a/a.md'), `after ${gone}`);
      await hears('x/y/a/a.md');
      told.clear();
      writeFileSync(join(folder, `x/y/a/then.md`), gone);
      await hears('x/y/a/then.md');
      rmSync(join(folder, gone), { recursive: true });
      await hears('x/y/a');
      told.clear();
      mkdirSync(join(folder, 'x/y/a'), { recursive: true });
      writeFileSync(join(folder, 'x/y/a/a.md'), 'again');
      await hears('x/y/a/a.md');
      told.clear();
    }
  });

  test('hears of another folder put in place of a start, or of one inside', async () => {
    const { folder, told, hears } = await watched({ 'a/a.md': 'a', 'a/in/b.md': 'b' }, 'a');
    for (const place of ['a', 'a/in']) {
      mkdirSync(join(folder, 'other'));
      writeFileSync(join(folder, 'other/c.md'), 'c');
      renameSync(join(folder, place), join(folder, `old ${place.length}`));
      renameSync(join(folder, 'other'), join(folder, place));
      await hears(`${place}/c.md`);
      told.clear();
      writeFileSync(join(folder, place, 'd.md'), 'd');
      await hears(`${place}/d.md`);
      mkdirSync(join(folder, 'a/in'), { recursive: true });
      writeFileSync(join(folder, 'a/in/b.md'), 'b');
      await hears('a/in/b.md');
      told.clear();
    }
  });

  test('hears of a start that is made later', async () => {
    const { folder, told, hears } = await watched({ 'a/a.md': 'a' }, 'a');
    rmSync(join(folder, 'a'), { recursive: true });
    await hears('a');
    told.clear();
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/b.md'), 'b');
    await hears('a/b.md');
  });

  test('does not go where nothing is listed, also where a link comes to lead there', async () => {
    const { folder, told, hears, problems } = await watched({ 'a/a.md': 'a' }, 'a');
    symlinkSync('/', join(folder, 'a/disk'));
    await hears('a/disk');
    renameSync(join(folder, 'a'), join(folder, 'b'));
    symlinkSync('/', join(folder, 'a'));
    await hears('a');
    told.clear();
    rmSync(join(folder, 'a'));
    renameSync(join(folder, 'b'), join(folder, 'a'));
    await hears('a/a.md');
    expect([...told].filter((path) => path.startsWith('a/disk/'))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('tells of what changed before it began, from a time on', async () => {
    const folder = temporaryFolder({ 'a.md': 'a' });
    const told: string[] = [];
    const watcher = folderWatcher();
    onTestFinished(() => watcher.watch([], 0, { onChange: () => {}, onProblem: () => {} }));
    watcher.watch([folder], Date.now(), { onChange: (paths) => told.push(...paths), onProblem: () => {} });
    await vi.waitFor(() => expect(told).toContain(join(folder, 'a.md')), { timeout: 8_000 });
  });

  test('passes over repositories and packages', async () => {
    const { folder, told, hears } = await watched({ 'a.md': 'a' });
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/x.md'), 'x');
    writeFileSync(join(folder, 'last.md'), 'y');
    await hears('last.md');
    expect([...told].filter((path) => path.startsWith('node_modules'))).toEqual([]);
  });

  test('is silent about a folder that is not there', async () => {
    const { problems } = await watched({ 'a.md': 'a' });
    const watcher = folderWatcher();
    watcher.watch(['/nowhere/at/all'], 0, { onChange: () => {}, onProblem: (reason) => problems.push(reason) });
    expect(problems).toEqual([]);
  });
});
