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
