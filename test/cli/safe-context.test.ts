import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ATTACK = '\u001B]0;taken over\u0007\u009B2J\u202E';
const DANGEROUS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u;
const WORDS = `---\nname: "x\\e]0;y\\a"\ndescription: d\n---\n# T ${ATTACK}\n\n- one ${ATTACK}\n`;

test.each([
  ['list'],
  ['list', '--json'],
  ['search', ATTACK],
  ['search', 'x', '--json'],
  ['show', 'a.md'],
  ['show', 'a.md', '--json'],
  ['show', 'a.md', '--section', ATTACK],
  ['show', ATTACK],
  ['which', ATTACK],
  ['compare', 'a.md', 'b.md'],
  ['compare', 'a.md', 'b.md', '--json'],
  ['compare', 'a.md', 'b.md', '--format', 'markdown'],
  ['compose', `a.md#${ATTACK}`, '--name', ATTACK, '-o', `${ATTACK}.md`],
  ['compose', 'a.md#*', '--name', ATTACK, '-o', `${ATTACK}.md`, '--dry-run', '--json'],
  ['twins'],
  ['lint'],
  ['lint', '--json'],
  ['lint', '--format', 'sarif'],
  ['lint', '--format', 'github'],
  ['lint', ATTACK],
  ['source'],
  ['source', ATTACK],
  ['source', 'add', ATTACK],
  ['--source', ATTACK, 'list'],
  [`--${ATTACK}`],
  [ATTACK],
  ['list', '--limit', ATTACK],
])('nothing of a stranger acts on the terminal: agents %j', async (...args) => {
  const folder = temporaryFolder({
    'a.md': WORDS,
    'b.md': WORDS,
    [`f${ATTACK.replaceAll('/', '')}.md`]: WORDS,
    'c.md': 'a\0',
  });
  const source = { id: `s${ATTACK}`, scope: 'added', folder, format: 'claude' } as const;
  const { out, err } = await runAgents(folder, args, {
    sources: [source],
    columns: 100,
    environment: { NO_COLOR: '1' },
  });
  expect(out + err).not.toBe('');
  expect(DANGEROUS.exec(out + err)).toBeNull();
});

test('files, patches and compositions go into files and programs to the byte', async () => {
  const folder = temporaryFolder({
    'a.md': WORDS,
    'b.md': `---\nname: b\ndescription: a: ${'\u009B'}\n---\n${ATTACK}\n`,
  });
  const source = { id: 's', scope: 'added', folder, format: 'claude' } as const;
  const run = async (...args: readonly string[]) => (await runAgents(folder, args, { sources: [source] })).out;
  expect(await run('show', 'a.md', '--raw')).toBe(WORDS);
  expect(await run('lint', '--fix', '--dry-run', 'b.md')).toContain(` ${ATTACK}\n`);
  expect(
    await run('compose', 'a.md#*', '--name', 'n', '--description', 'd', '-o', join(folder, 'n.md'), '--dry-run'),
  ).toContain(ATTACK);
});
