import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandFileSystem, nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.each([
  ['in the app', nodeFileSystem],
  ['for a command', commandFileSystem],
])('reading %s', (_who, { read }) => {
  test.each([
    ['an empty file', ''],
    ['Windows line ends and a byte order mark', '\ufeff---\r\nname: x\r\n'],
    ['other scripts', 'Ärger 代码 🚀'],
  ])('gives %s to the byte', async (_name, text) => {
    const path = join(temporaryFolder({ 'a.md': text }), 'a.md');
    expect(await read(path)).toEqual({ kind: 'text', path, text, bytes: new TextEncoder().encode(text) });
  });

  test.each([
    ['bytes that are not UTF-8', new Uint8Array([0x61, 0xff]), 'file/not-text', 'not UTF-8 text'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 'file/not-text', 'UTF-16 text, not UTF-8'],
    ['a NUL byte', 'a\0b', 'file/not-text', 'a binary file, not text'],
    ['more than 2 MiB', 'x'.repeat(2 * 1024 * 1024 + 1), 'file/too-large', 'larger than 2 MiB'],
  ])('refuses %s', async (_name, content, code, reason) => {
    const path = join(temporaryFolder({ 'a.md': content }), 'a.md');
    expect(await read(path)).toMatchObject({ kind: 'failed', path, code, reason });
  });

  test('takes a file of exactly 2 MiB', async () => {
    const path = join(temporaryFolder({ 'a.md': 'x'.repeat(2 * 1024 * 1024) }), 'a.md');
    expect((await read(path)).kind).toBe('text');
  });

  test('does not wait for a pipe nobody writes to', async () => {
    const path = join(temporaryFolder(), 'pipe.md');
    makePipe(path);
    expect(await read(path)).toEqual({ kind: 'failed', path, code: 'file/no-file', reason: 'not a regular file' });
  });

  test('does not read an endless device through a link', async () => {
    const path = join(temporaryFolder(), 'zero.md');
    symlinkSync('/dev/zero', path);
    expect(await read(path)).toEqual({ kind: 'failed', path, code: 'file/no-file', reason: 'not a regular file' });
  });

  test.each([
    ['a missing file', 'b.md', 'no such file'],
    ['a folder', '.', 'a folder, not a file'],
    ['a link to itself', 'loop.md', 'symbolic links go in a circle'],
  ])('says what is wrong with %s', async (_name, name, reason) => {
    const folder = temporaryFolder();
    symlinkSync('loop.md', join(folder, 'loop.md'));
    expect(await read(join(folder, name))).toMatchObject({ kind: 'failed', reason });
  });
});
