import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logCrash } from '../../src/adapters/crash-log.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const log = (path: string) => logCrash(path, new Error('planted'), '1.2.3');

test('the log is made for its owner alone, with the folders around it', () => {
  const folder = temporaryFolder();
  expect(log(join(folder, 'data/agents/crash.log'))).toBe(true);
  expect(statSync(join(folder, 'data/agents/crash.log')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'data/agents')).mode & 0o777).toBe(0o700);
});

test('a large one is set aside', () => {
  const folder = temporaryFolder({ 'crash.log': 'old' });
  truncateSync(join(folder, 'crash.log'), 2 ** 20 + 1);
  expect(log(join(folder, 'crash.log'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['crash.log', 'crash.log.old']);
  expect(readFileSync(join(folder, 'crash.log'), 'utf8')).toContain('Error: planted');
});

test.each([
  ['a pipe that nobody reads', (path: string) => makePipe(path)],
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link to a file', (path: string) => symlinkSync('other', path)],
  ['a link to where none is', (path: string) => symlinkSync('nowhere', path)],
  ['a link to a device', (path: string) => symlinkSync('/dev/null', path)],
])('what is %s in its place is left alone', (_name, make) => {
  const folder = temporaryFolder({ other: 'mine' });
  const path = join(folder, 'crash.log');
  make(path);
  const kind = lstatSync(path).mode;
  expect(log(path)).toBe(false);
  expect(lstatSync(path).mode).toBe(kind);
  expect(readdirSync(folder)).toEqual(['crash.log', 'other']);
  expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('mine');
});
