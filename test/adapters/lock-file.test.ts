import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { underLock } from '../../src/adapters/kept/lock-file.ts';
import { ownMark } from '../../src/adapters/process-mark.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const nothing = async () => null;

/** The number of a process that has ended. */
const ENDED = spawnSync('true').pid;

const mark = (parts: object) => JSON.stringify({ ...ownMark('some token'), ...parts });

describe('a lock', () => {
  test('lets one change at a time go on, and is gone afterwards', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'new/x.lock');
    let count = 0;
    const add = async () => {
      const before = count;
      await new Promise((resolve) => setImmediate(resolve));
      expect(existsSync(path)).toBe(true);
      count = before + 1;
      return null;
    };
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => underLock(path, add)));
    expect([outcomes.every((one) => one === null), count]).toEqual([true, 30]);
    expect(readdirSync(join(folder, 'new'))).toEqual([]);
  });

  test('hands on why the change could not be made, and what nobody expected', async () => {
    const path = join(temporaryFolder(), 'x.lock');
    expect(await underLock(path, async () => 'no room')).toBe('no room');
    await expect(underLock(path, () => Promise.reject(new TypeError('planted')))).rejects.toThrow('planted');
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['a process that has ended', () => mark({ pid: ENDED })],
    ['one whose number another has now', () => mark({ pid: process.ppid, started: '1' })],
    ['a change of this process that is over', () => mark({})],
    ['a process of another machine, of long ago', () => mark({ host: `not ${hostname()}` })],
    ['nobody, of long ago', () => ''],
    ['who knows', () => '{"pid": "7"}'],
  ])('of %s counts no more', async (_name, text) => {
    const folder = temporaryFolder({ 'x.lock': text() });
    utimesSync(join(folder, 'x.lock'), 0, Date.now() / 1000 - 3600);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => underLock(join(folder, 'x.lock'), nothing)));
    expect(outcomes).toEqual([null, null, null, null, null]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of somebody who works is waited for, and left alone', { timeout: 30_000 }, async () => {
    const folder = temporaryFolder({ 'x.lock': mark({ pid: process.ppid, started: null }) });
    const before = readFileSync(join(folder, 'x.lock'), 'utf8');
    expect(await underLock(join(folder, 'x.lock'), nothing)).toBe('somebody else has been changing it for too long');
    expect(readFileSync(join(folder, 'x.lock'), 'utf8')).toBe(before);
  });

  test.each([
    ['a pipe', (path: string) => makePipe(path), 'not a regular file'],
    ['a folder', (path: string) => mkdirSync(path), 'a folder, not a file'],
    ['a link to what never ends', (path: string) => symlinkSync('/dev/zero', path), 'not a regular file'],
  ])('is not to be had where %s is in its place, which stays', async (_name, make, reason) => {
    const folder = temporaryFolder();
    make(join(folder, 'x.lock'));
    expect(await underLock(join(folder, 'x.lock'), nothing)).toContain(`is in the way: ${reason}`);
    expect(readdirSync(folder)).toEqual(['x.lock']);
  });

  test('is not written through a link', async () => {
    const folder = temporaryFolder({ mine: 'mine' });
    utimesSync(join(folder, 'mine'), 0, 0);
    symlinkSync('mine', join(folder, 'x.lock'));
    await underLock(join(folder, 'x.lock'), nothing);
    expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine');
  });

  test('is not to be had where nothing can be written', async () => {
    const folder = temporaryFolder({ file: '' });
    writeFileSync(join(folder, 'file'), 'x');
    expect(await underLock(join(folder, 'file/x.lock'), nothing)).toBe('something else is there');
  });
});
