import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { privateFolder } from '../../src/adapters/compiled/private-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a folder is made for its owner alone, with those around it', () => {
  const path = join(temporaryFolder(), 'a/b/c');
  expect(privateFolder(path)).toBe(path);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  expect(privateFolder(path, { closed: true })).toBe(path);
});

test.each([0o770, 0o707, 0o1777])('one of mode %o is not taken', (mode) => {
  const path = join(temporaryFolder({ 'a/file': '' }), 'a');
  chmodSync(path, mode);
  expect(privateFolder(path)).toBeNull();
});

test('one that others may look into is not taken where it has to be closed', () => {
  const path = join(temporaryFolder({ 'a/file': '' }), 'a');
  chmodSync(path, 0o755);
  expect(privateFolder(path)).toBe(path);
  expect(privateFolder(path, { closed: true })).toBeNull();
});

test('nothing is made in a folder that others may write to, unless it is sticky', () => {
  const around = temporaryFolder();
  chmodSync(around, 0o777);
  expect(privateFolder(join(around, 'a/b'))).toBeNull();
  expect(existsSync(join(around, 'a'))).toBe(false);
  chmodSync(around, 0o1777);
  expect(privateFolder(join(around, 'a/b'))).toBe(join(around, 'a/b'));
});

test('a link is not taken; one around it is followed to where the same holds', () => {
  const around = temporaryFolder({ 'real/a/file': '', 'open/file': '' });
  for (const name of ['real', 'open', 'real/a']) symlinkSync(join(around, name), join(around, `${name}-link`));
  expect(privateFolder(join(around, 'real/a-link'))).toBeNull();
  expect(privateFolder(join(around, 'real-link/a'))).toBe(join(around, 'real/a'));
  chmodSync(join(around, 'open'), 0o777);
  expect(privateFolder(join(around, 'open-link/a'))).toBeNull();
});

test('a path that is not absolute is not taken', () => {
  for (const path of ['', '.', 'src', './src']) expect(privateFolder(path)).toBeNull();
});

test('links in a circle, files and paths through files are no folders', () => {
  const around = temporaryFolder({ file: '' });
  symlinkSync('two', join(around, 'one'));
  symlinkSync('one', join(around, 'two'));
  expect(privateFolder(join(around, 'one/a'))).toBeNull();
  expect(privateFolder(join(around, 'file'))).toBeNull();
  expect(privateFolder(join(around, 'file/a'))).toBeNull();
});

test('folders that are there stay as they are', () => {
  const path = join(temporaryFolder(), 'a');
  mkdirSync(path, { mode: 0o750 });
  privateFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o750);
});
