import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, description: string) =>
  `---\nname: ${name}\ndescription: ${description}\n---\n# ${name}\n`;
const FILES = {
  'a/bell-pro.md': agent('bell-pro', 'Casts bells and tunes them to a chord.'),
  'a/bell-expert.md': agent('bell-expert', 'Casts bells and tunes them for a tower.'),
  'a/shoe-maker.md': agent('shoe-maker', 'Cuts leather and sews soles.'),
};

describe('agents rivals', () => {
  test('tells who competes, in what, and the way out', async () => {
    const folder = temporaryFolder(FILES);
    const { code, out } = await runAgents(folder, ['rivals', '--source', join(folder, 'a')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ *\d+ % {2}bell-expert .*alone: tower\n {7}bell-pro .*alone: chord\n/);
    expect(out).toMatch(/both say: .*bell.*; prompts \d+ % of words alike\n/);
    expect(out).toMatch(/agents compare added:bell-expert added:bell-pro\n$/);
    const [json] = JSON.parse((await runAgents(folder, ['rivals', '--json', '--source', join(folder, 'a')])).out);
    expect(json).toMatchObject({
      schema: 1,
      harness: null,
      agents: [{ name: 'bell-expert' }, { name: 'bell-pro' }],
      apart: { 'added:bell-expert': ['tower'], 'added:bell-pro': ['chord'] },
    });
  });

  test('composing says where what is made competes with what it is made of', async () => {
    const body = '## Casting\n\nHeat the bronze.\n';
    const folder = temporaryFolder({
      '.claude/agents/bell-pro.md': `${agent('bell-pro', 'Casts bells and tunes them to a chord.')}${body}`,
    });
    const fields = ['--name', 'bell-master', '--description', 'Casts bells and tunes them to a chord.'];
    const sources = defaultSources({ cwd: folder, home: null, bundled: join(folder, 'none') });
    const { err } = await runAgents(folder, ['compose', 'bell-pro#casting', ...fields, '-o', 'x.md'], { sources });
    expect(err).toContain('bell-master competes with bell-pro for the same request: agents rivals tells more\n');
  });

  test('none is an answer', async () => {
    const folder = temporaryFolder({ 'a/shoe-maker.md': FILES['a/shoe-maker.md'] });
    expect(await runAgents(folder, ['rivals', '--source', join(folder, 'a')])).toMatchObject({
      code: 0,
      out: '',
      err: 'No rivals\n',
    });
  });

  test('are of what a harness loads', async () => {
    const folder = temporaryFolder({
      '.claude/agents/bell-pro.md': FILES['a/bell-pro.md'],
      '.claude/agents/bell-expert.md': FILES['a/bell-expert.md'],
    });
    const sources = defaultSources({ cwd: folder, home: null, bundled: join(folder, 'none') });
    const [json] = JSON.parse((await runAgents(folder, ['rivals', '--json'], { sources })).out);
    expect(json).toMatchObject({ harness: 'claude', harnesses: expect.arrayContaining(['claude']) });
  });
});

describe('agents budget', () => {
  test('tells what each takes of every session, the largest first, and what could go', async () => {
    const folder = temporaryFolder(FILES);
    const args = ['budget', '--source', join(folder, 'a')];
    const { code, out } = await runAgents(folder, args);
    expect(code).toBe(0);
    expect(out).toMatch(/^~\d+ tokens of every session: 3 agents/);
    expect(out).toMatch(/1 rival could go, ~\d+ tokens: agents rivals\n$/);
    const json = JSON.parse((await runAgents(folder, [...args, '--json'])).out);
    expect(json.total).toBe(
      json.harnesses[0].agents.reduce(
        (sum: number, { descriptionTokens }: { descriptionTokens: number }) => sum + descriptionTokens,
        0,
      ),
    );
    expect(json.couldGo).toEqual([{ id: 'added:bell-pro', why: 'rival', tokens: expect.any(Number) }]);
  });

  test('fails beyond what is allowed, and not at it', async () => {
    const folder = temporaryFolder(FILES);
    const args = ['budget', '--source', join(folder, 'a')];
    const { total } = JSON.parse((await runAgents(folder, [...args, '--json'])).out);
    expect((await runAgents(folder, [...args, '--check', String(total)])).code).toBe(0);
    const beyond = await runAgents(folder, [...args, '--check', String(total - 1)]);
    expect(beyond.code).toBe(1);
    expect(beyond.err).toContain(`more than ${total - 1}`);
    expect((await runAgents(folder, [...args, '--check', 'few'])).code).toBe(2);
  });

  test.each([
    ['.opencode/agents', 'mode: primary'],
    ['.github/agents', 'disable-model-invocation: true'],
    ['.github/agents', 'infer: false'],
  ])('one in %s that only people choose, with %s, costs a session nothing', async (place, line) => {
    const text = (name: string, lines: string) => `---\ndescription: Use it for ${name}.\n${lines}\n---\nWork.\n`;
    const ending = place.startsWith('.github') ? '.agent.md' : '.md';
    const folder = temporaryFolder({
      [`${place}/chosen${ending}`]: text('all', ''),
      [`${place}/called${ending}`]: text('some', line),
    });
    const sources = defaultSources({ cwd: folder, home: null, bundled: join(folder, 'none') });
    const { harnesses } = JSON.parse((await runAgents(folder, ['budget', '--json'], { sources })).out);
    expect(harnesses[0].agents.map(({ name }: { name: string }) => name)).toEqual(['chosen']);
  });
});
