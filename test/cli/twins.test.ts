import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { SMALL_LIBRARY } from '../support/small-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const checklist = Array.from({ length: 70 }, (_, at) => `- check${at} part${at}\n`).join('');
const manual = Array.from({ length: 200 }, (_, at) => `step${at} of chapter${at}\n`).join('');
const file = (name: string, body: string) => `---\nname: ${name}\ndescription: d\nmodel: m\n---\n${body}`;

const FOLDER = {
  'a/checker.md': file('checker', checklist),
  'b/checker.md': file('checker', checklist),
  'b/verifier.md': file('verifier', `${checklist}\r\nAnd report.\n`),
  'c/brief.md': file('brief', 'Be brief.\n'),
  'c/terse.md': file('terse', 'Be brief. \r\n'),
  'c/manual.md': file('manual', manual + checklist),
};

const run = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  runAgents(temporaryFolder(files), ['twins', '--source', '.', ...args]);

describe('agents twins', () => {
  test('prints groups with what they are, how alike, and where each lies', async () => {
    const { code, out, err } = await run(FOLDER);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "the same   100%  brief     added  c/brief.md
                       terse     added  c/terse.md
      same file  100%  checker   added  a/checker.md
                       checker   added  b/checker.md
      nearly      98%  verifier  added  b/verifier.md
                       checker   added  a/checker.md
                       checker   added  b/checker.md
      contains    98%  manual    added  c/manual.md
        this           verifier  added  b/verifier.md
      "
    `);
  });

  test('prints one JSON document', async () => {
    const folder = temporaryFolder(FOLDER);
    const { code, out } = await runAgents(folder, ['twins', '--json', '--source', 'c']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      groups: [
        {
          kind: 'exact',
          similarity: 1,
          sameFile: false,
          definitions: [
            { id: 'added:brief', name: 'brief', path: join(folder, 'c/brief.md') },
            { id: 'added:terse', name: 'terse', path: join(folder, 'c/terse.md') },
          ],
        },
      ],
    });
  });

  test('of what is named only, at least as alike as asked for', async () => {
    const folder = temporaryFolder(FOLDER);
    const twins = async (...args: readonly string[]) => (await runAgents(folder, ['twins', ...args])).out;
    expect((await twins('--source', '.', 'c/terse.md')).split('\n')).toHaveLength(3);
    expect(await twins('--source', 'a', 'b/verifier.md')).toMatch(
      /^nearly +98% +verifier.*\n +checker +added +a\/checker\.md\n$/,
    );
    // What a twin of it is inside of.
    expect(await twins('--source', '.', 'a/checker.md')).toContain('contains');
    expect(await twins('--source', '.', '--threshold', '0.99')).not.toMatch(/nearly|contains/);
  });

  test('finding none is no failure', async () => {
    expect(await run(SMALL_LIBRARY)).toEqual({ code: 0, out: '', err: 'No twins\n' });
    expect(JSON.parse((await run(SMALL_LIBRARY, '--json')).out)).toEqual({ schema: 1, groups: [] });
  });

  test('shows no control character of a name', async () => {
    const name = 'na\u001b[31mme';
    const { out } = await run({ 'a.md': file(`"${name}"`, 'Be brief.'), 'b.md': file(`"${name}"`, 'Be brief.') });
    expect(out).not.toContain('\u001b');
    expect(out).toMatch(/^same file +100% /);
  });
});

describe('agents twins --check', () => {
  const check = (folder: string, ...args: readonly string[]) => runAgents(folder, ['twins', '--check', ...args]);

  test('fails with a line for each file named that repeats another', async () => {
    const { code, out, err } = await check(temporaryFolder(FOLDER), '--source', '.', 'b', 'c/manual.md');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "b/checker.md:1: repeats a/checker.md (100 % alike)
      b/verifier.md:1: repeats a/checker.md (98 % alike)
      c/manual.md:1: repeats b/verifier.md (98 % of that are here)
      "
    `);
  });

  test('looks among the files named and in the library', async () => {
    const folder = temporaryFolder(FOLDER);
    const sources = [{ id: 'project', scope: 'project', folder: join(folder, 'a'), format: 'claude' }] as const;
    const found = await runAgents(folder, ['twins', '--check', 'b/verifier.md', 'c/brief.md'], { sources });
    expect(found).toEqual({ code: 1, out: 'b/verifier.md:1: repeats a/checker.md (98 % alike)\n', err: '' });
    expect((await check(folder, '--source', 'c', 'a', 'b/verifier.md')).out.split('\n')).toHaveLength(3);
  });

  test('is content with what is not alike enough, and with what has no twin', async () => {
    const folder = temporaryFolder(FOLDER);
    for (const threshold of ['0.99', '99', '99%']) {
      expect(await check(folder, '--source', 'a', '--threshold', threshold, 'b/verifier.md')).toEqual({
        code: 0,
        out: '',
        err: 'No twins\n',
      });
    }
    expect((await check(folder, '--source', 'a', '--threshold', '98', 'b/verifier.md')).code).toBe(1);
    expect((await check(folder, '--source', 'a', 'a/checker.md')).code).toBe(0);
  });

  test('prints one JSON document', async () => {
    const folder = temporaryFolder(FOLDER);
    const { code, out } = await check(folder, '--json', '--source', '.', 'c/terse.md');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      repeats: [
        {
          kind: 'exact',
          similarity: 1,
          definition: { id: 'added:terse', name: 'terse', path: join(folder, 'c/terse.md') },
          repeats: { id: 'added:brief', name: 'brief', path: join(folder, 'c/brief.md') },
        },
      ],
    });
  });

  test('fails where what is named is not there or cannot be read', async () => {
    const folder = temporaryFolder({ ...FOLDER, 'bad.md': 'a\0b' });
    expect(await check(folder, '--source', 'a', 'gone.md')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^gone\.md: no such file/),
    });
    expect(await check(folder, '--source', 'a', 'bad.md')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^bad\.md: /),
    });
  });

  test.each(['0.5', '50%', '101', 'most', '-1'])('refuses the threshold %s in one line', async (threshold) => {
    const { code, err } = await check(temporaryFolder(FOLDER), '--threshold', threshold);
    expect([code, err.trim().split('\n')]).toEqual([2, [expect.stringContaining('--threshold')]]);
  });
});
