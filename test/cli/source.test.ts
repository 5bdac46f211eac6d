import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = { 'team/smith.md': '---\nname: smith\ndescription: Forges\n---\nForge.\n' };

test('an added folder is a source from then on, until it is removed', async () => {
  const cwd = temporaryFolder(FILES);

  expect(await runAgents(cwd, ['source', 'add', 'team'])).toEqual({ code: 0, out: '', err: '' });
  expect((await runAgents(cwd, ['list'])).out).toContain('smith');
  expect((await runAgents(cwd, ['source'])).out).toMatch(/^team +added +claude +1 agent +team\n$/);
  expect((await runAgents(cwd, ['source', 'remove', 'team'])).code).toBe(0);
  expect((await runAgents(cwd, ['list'])).out).toBe('');
});

test('adding a folder twice adds it once', async () => {
  const cwd = temporaryFolder(FILES);

  await runAgents(cwd, ['source', 'add', 'team', join(cwd, 'team')]);
  const { out } = await runAgents(cwd, ['source', 'list', '--json']);

  expect(JSON.parse(out)).toEqual([
    {
      schema: 1,
      id: 'team',
      scope: 'added',
      format: 'claude',
      folder: join(cwd, 'team'),
      kind: 'folder',
      definitions: 1,
    },
  ]);
});

test('what comes with the program is last, and can be hidden', async () => {
  const cwd = temporaryFolder({ ...FILES, 'ours/anvil.md': '---\nname: anvil\ndescription: Bears\n---\nBear.\n' });
  const ours = { id: 'bundled', scope: 'bundled', folder: join(cwd, 'ours'), format: 'claude' } as const;
  const run = (...args: readonly string[]) => runAgents(cwd, args, { sources: [ours] });
  const names = async () => (await run('list')).out.split('\n').map((line) => line.split(' ')[0]);
  await run('source', 'add', 'team');

  expect(await names()).toEqual(['smith', 'anvil', '']);
  expect(await run('source', 'remove', 'bundled')).toMatchObject({ code: 0, err: expect.stringMatching(/ hidden; /) });
  expect(await names()).toEqual(['smith', '']);
  expect((await run('source')).out).not.toContain('bundled');
  expect(await run('source', 'add', 'bundled')).toMatchObject({ code: 0, err: expect.stringMatching(/ listed, /) });
  expect(await names()).toEqual(['smith', 'anvil', '']);
});

test.each([
  ['what comes with the program beside folders', ['source', 'add', 'bundled', 'team'], 2, /Say bundled alone, or \.\//],
  ['a folder that is not there', ['source', 'add', 'nowhere'], 1, /^nowhere: no such folder\n$/],
  ['removing what was not added', ['source', 'remove', 'team'], 1, /not among the added sources/],
  ['another action', ['source', 'paint', 'team'], 2, /^source has no action paint; see agents help source\n$/],
  ['a slip in an action', ['source', 'updat'], 2, /no action updat; did you mean update\? See agents help source\n$/],
  ['no folder', ['source', 'add'], 2, /^missing required argument 'source'; see agents help source add\n$/],
  ['a name to list', ['source', 'list', 'team'], 2, /^source list takes no names; see agents help source list\n$/],
  [
    'an option of another action',
    ['source', 'restore', '--yes'],
    2,
    /^unknown option '--yes'; see .* source restore\n$/,
  ],
  [
    'a slip in an option',
    ['source', 'add', 'x', '--nme', 'y'],
    2,
    /did you mean --name\? See agents help source add\n$/,
  ],
  ['a slip where no action is named', ['source', '--jsn'], 2, /did you mean --json\? See agents help source\n$/],
])('%s gets one clear line', async (_name, args, code, line) => {
  const run = await runAgents(temporaryFolder(FILES), args);
  expect(run).toMatchObject({ code, out: '' });
  expect(run.err).toMatch(line);
});

test.each([
  [
    ['source', '--json', 'list'],
    ['source', 'list', '--json'],
  ],
  [
    ['source', '--json'],
    ['source', 'list', '--json'],
  ],
  [
    ['--json', 'source', 'list'],
    ['source', 'list', '--json'],
  ],
  [
    ['source', '--name', 'list', 'add', 'team'],
    ['source', 'add', 'team', '--name', 'list'],
  ],
])('%j is %j: options stand where they like', async (given, plain) => {
  const cwd = temporaryFolder(FILES);
  const expected = await runAgents(cwd, plain);
  expect(await runAgents(cwd, given)).toEqual(expected);
  expect(expected.err).not.toMatch(/unknown|no action/);
});

test('each action has help of its own, by every way to ask', async () => {
  const cwd = temporaryFolder(FILES);
  const page = await runAgents(cwd, ['help', 'source', 'add']);
  expect(page).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Usage: agents source add \[options\] <source\.\.\.>/),
  });
  expect(page.out).not.toContain('--dry-run');
  expect(await runAgents(cwd, ['source', 'add', '--help'])).toEqual(page);
  const whole = (await runAgents(cwd, ['source', '-h'])).out;
  expect(whole).toMatch(/^Usage: agents source \[action\]\n/);
  for (const action of ['list', 'add', 'update', 'restore', 'remove'])
    expect(whole).toMatch(new RegExp(`^ {2}${action} {2,}\\S`, 'm'));
  expect((await runAgents(cwd, ['help', 'source', 'updat'])).err).toMatch(
    /^source has no action updat; did you mean update/,
  );
  expect((await runAgents(cwd, ['help', 'list', 'add'])).code).toBe(2);
});
