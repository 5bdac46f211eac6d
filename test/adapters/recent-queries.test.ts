import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recentQueries } from '../../src/adapters/kept/recent-queries.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queries-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'data', 'queries.json');
const queries = () => recentQueries(join(folder, 'data'));

describe('recent searches', () => {
  test('come back in another run, the latest first and each once', async () => {
    const first = queries();
    for (const query of ['a', 'b', 'a']) await first.keep(query);
    expect(await queries().list()).toEqual(['a', 'b']);
  });

  test.skipIf(process.platform === 'win32')('are for their owner alone', async () => {
    await queries().keep('secret plans');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('are so many and so long at most', async () => {
    const all = queries();
    await Promise.all(Array.from({ length: 120 }, (_, at) => all.keep(`query ${at}`)));
    await all.keep('x'.repeat(5_000));
    const kept = await queries().list();
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 'query 119', 'query 20']);
    expect(readFileSync(file(), 'utf8')).not.toContain('xxx');
  });

  test.each([['no JSON'], ['[]'], ['{"queries": 3}'], ['{"queries": [1, "", "good"]}']])(
    'of a file that says %s are what can be used',
    async (text) => {
      await queries().keep('old');
      writeFileSync(file(), text);
      expect(await queries().list()).toEqual(text.includes('good') ? ['good'] : []);
      await queries().keep('new');
      expect((await queries().list())[0]).toBe('new');
    },
  );

  test('are kept nowhere without a folder', async () => {
    await recentQueries(null).keep('a');
    expect(await recentQueries(null).list()).toEqual([]);
  });
});
