import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = { 'team/smith.md': '---\nname: smith\ndescription: Forges\n---\nForge.\n' };

test('an added folder is a source from then on, until it is removed', async () => {
  const cwd = temporaryFolder(FILES);

  expect(await runAgents(cwd, ['source', 'add', 'team'])).toEqual({ code: 0, out: '', err: '' });
  expect((await runAgents(cwd, ['list'])).out).toContain('smith');
  expect((await runAgents(cwd, ['source'])).out).toMatch(
    /^team +added +claude +1 agent +team\n\nThe 0 agents that are loaded take ~0 tokens/,
  );
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
  ['another action', ['source', 'paint', 'team'], 2, /lists, adds, updates, restores or removes, not paint/],
  ['no folder', ['source', 'add'], 2, /Say which folder to add/],
])('%s gets one clear line', async (_name, args, code, line) => {
  const run = await runAgents(temporaryFolder(FILES), args);
  expect(run).toMatchObject({ code, out: '' });
  expect(run.err).toMatch(line);
});
