import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { writeGuarded } from '../../src/adapters/write-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ABSENT = { kind: 'absent' } as const;
const version = (text: string) => ({ kind: 'version', sha256: sha256(text) }) as const;

describe('creating', () => {
  test('writes the text and makes the folders for it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'new/deep/a.md');
    expect(await writeGuarded(path, 'Ärger\r\n', ABSENT)).toEqual({ kind: 'written', path, backup: null });
    expect(readFileSync(path, 'utf8')).toBe('Ärger\r\n');
    expect(readdirSync(join(folder, 'new/deep'))).toEqual(['a.md']);
  });

  test('leaves what is there and hands it back', async () => {
    const path = join(temporaryFolder({ 'a.md': 'mine' }), 'a.md');
    expect(await writeGuarded(path, 'new', ABSENT)).toEqual({
      kind: 'occupied',
      path,
      text: 'mine',
      sha256: sha256('mine'),
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('of several writers at once exactly one creates', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    const texts = Array.from({ length: 8 }, (_, at) => `writer ${at}`);
    const outcomes = await Promise.all(texts.map((text) => writeGuarded(path, text, ABSENT)));
    const winner = outcomes.findIndex(({ kind }) => kind === 'written');
    expect(outcomes.filter(({ kind }) => kind === 'occupied')).toHaveLength(7);
    expect(readFileSync(path, 'utf8')).toBe(texts[winner]);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});

describe('replacing', () => {
  test('keeps the mode and a backup, and leaves nothing else', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const path = join(folder, 'a.md');
    chmodSync(path, 0o664);
    expect(await writeGuarded(path, 'new', version('old'))).toEqual({
      kind: 'written',
      path,
      backup: join(folder, '.a.md.bak'),
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o664);
    expect(readFileSync(join(folder, '.a.md.bak'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['.a.md.bak', 'a.md']);
  });

  test('refuses any other version than the one the user saw', async () => {
    const folder = temporaryFolder({ 'a.md': 'changed' });
    const path = join(folder, 'a.md');
    expect(await writeGuarded(path, 'new', version('old'))).toMatchObject({ kind: 'occupied', text: 'changed' });
    expect(readFileSync(path, 'utf8')).toBe('changed');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('does not bring back a file that is gone', async () => {
    const folder = temporaryFolder();
    expect(await writeGuarded(join(folder, 'a.md'), 'new', version('old'))).toMatchObject({
      kind: 'failed',
      reason: 'the file is no longer there',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('writes through a link to a regular file and keeps the link', async () => {
    const folder = temporaryFolder({ 'real/a.md': 'old' });
    symlinkSync('real/a.md', join(folder, 'link.md'));
    expect(await writeGuarded(join(folder, 'link.md'), 'new', version('old'))).toMatchObject({ kind: 'written' });
    expect(readlinkSync(join(folder, 'link.md'))).toBe('real/a.md');
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('new');
  });
});

describe('refusing', () => {
  test.each([
    ['a folder', 'folder', 'what is there is in the way: a folder, not a file'],
    ['a link that leads nowhere', 'dangling.md', 'a symbolic link that leads nowhere is there'],
    ['a link to a device', 'device.md', 'what is there is in the way: not a regular file'],
    ['a path through a file', 'file.md/a.md', 'part of the path is a file, not a folder'],
    ['a binary file', 'binary.md', 'what is there is in the way: a binary file, not text'],
    ['a name that is too long', `${'x'.repeat(300)}.md`, 'the name is too long'],
  ])('writes nothing where %s is', async (_name, name, reason) => {
    const folder = temporaryFolder({ 'file.md': 'x', 'binary.md': 'a\0' });
    mkdirSync(join(folder, 'folder'));
    symlinkSync('nowhere.md', join(folder, 'dangling.md'));
    symlinkSync('/dev/null', join(folder, 'device.md'));
    const before = readdirSync(folder);
    expect(await writeGuarded(join(folder, name), 'new', ABSENT)).toMatchObject({ kind: 'failed', reason });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('does not write half a character', async () => {
    const folder = temporaryFolder();
    expect(await writeGuarded(join(folder, 'a.md'), 'a\ud800', ABSENT)).toMatchObject({ kind: 'failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('changes nothing when no backup can be made', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    mkdirSync(join(folder, '.a.md.bak'));
    writeFileSync(join(folder, '.a.md.bak/keep'), '');
    expect(await writeGuarded(join(folder, 'a.md'), 'new', version('old'))).toMatchObject({ kind: 'failed' });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['.a.md.bak', 'a.md']);
  });
});
