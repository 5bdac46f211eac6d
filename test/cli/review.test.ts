import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';

const agent = (name: string, description: string, tools: string, ...rules: readonly string[]) =>
  `${['---', `name: ${name}`, `description: ${description}`, `tools: ${tools}`, '---', `You are ${name}.`, '', '## Security', '', ...rules].join('\n')}\n`;

const KEEPER = agent(
  'keeper',
  'Keeps the gate.',
  'Read',
  '- Let tokens expire after 5 minutes',
  '- Close the door at night',
);
const BELL = agent('bell-pro', 'Casts bells and tunes them to a chord.', 'Read', '- Heat the bronze');
const SAIL = agent('sail-maker', 'Sews sails for boats.', 'Read', '- Use wax');
const BEFORE = {
  '.claude/agents/keeper.md': KEEPER,
  '.claude/agents/bell-pro.md': BELL,
  '.claude/agents/sail.md': SAIL,
};
const WIDER = agent('keeper', 'Keeps the gate.', 'Read, Bash', '- Let tokens expire after 30 minutes');
const RIVAL = agent('bell-expert', 'Casts bells and tunes them for a tower.', 'Read', '- Heat the bronze');

function changed() {
  const folder = gitRepository(BEFORE, {
    ...BEFORE,
    '.claude/agents/keeper.md': WIDER,
    '.claude/agents/bell-expert.md': RIVAL,
  });
  rmSync(join(folder, '.claude/agents/sail.md'));
  return folder;
}

const review = (folder: string, ...args: readonly string[]) =>
  runAgents(folder, ['review', ...args], {
    sources: defaultSources({ cwd: folder, home: null, bundled: join(folder, 'none') }),
  });

describe('agents review', () => {
  test('tells in one summary what is new, gone and changed, widened, contradicted, and what it costs', async () => {
    const { code, out, err } = await review(changed());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^## Agents since HEAD\n\n1 new, 1 changed, 1 gone\. Names and descriptions take ~\d+ tokens/);
    expect(out).toMatch(/\| Changed \| keeper .*\| 1 in conflict, 1 gone \| \*\*may now use Bash\*\* \|/);
    expect(out).toContain('- Security: in conflict: was “Let tokens expire after 5 minutes”');
    expect(out).toContain('### New rivals\n\n- bell-expert × bell-pro');
  });

  test('as JSON', async () => {
    const told = JSON.parse((await review(changed(), '--json')).out);
    const by = Object.fromEntries(told.agents.map((one: { name: string }) => [one.name, one]));
    expect(by).toMatchObject({
      keeper: { change: 'changed', widened: ['Bash'], conflicts: [{ before: expect.stringContaining('5 minutes') }] },
      'bell-expert': { change: 'new' },
      'sail-maker': { change: 'gone' },
    });
    expect(by['bell-pro']).toBeUndefined();
    expect(told.budget.after).not.toBe(told.budget.before);
    expect(told.rivals).toHaveLength(1);
    expect(told.failures).toEqual([]);
  });

  test('fails for what the project says must not pass, or the command line', async () => {
    const folder = changed();
    expect((await review(folder, '--fail-on', 'errors')).code).toBe(0);
    const failed = await review(folder, '--fail-on', 'widened', 'conflicts', 'gone', 'rivals', '--budget', '1');
    expect(failed.code).toBe(1);
    expect(failed.out).toMatch(
      /\*\*Does not pass\*\*: 1 agent may use more tools; 1 contradiction; 1 agent gone; 1 new group of rivals; about \d+ tokens of every session, more than 1\./,
    );
    const inProject = gitRepository(
      { ...BEFORE, '.agents/review.json': '{ "failOn": ["widened"] }' },
      { '.claude/agents/keeper.md': WIDER },
    );
    expect((await review(inProject)).code).toBe(1);
    expect((await review(inProject, '--fail-on', 'errors')).code).toBe(0);
    writeFileSync(join(inProject, '.agents/review.json'), '{ "failOn": ["everything"] }');
    expect(await review(inProject)).toMatchObject({
      code: 2,
      err: expect.stringContaining('.agents/review.json: failOn'),
    });
  });

  test('marks what is found in a pull request', async () => {
    const { out } = await review(changed(), '--format', 'github', '--fail-on', 'widened');
    expect(out).toMatch(/::warning file=\.claude\/agents\/keeper\.md,.*::It may now use Bash\n/);
    expect(out).toMatch(/::warning file=\.claude\/agents\/keeper\.md,.*In conflict with what it said/);
    expect(out).toMatch(/::error::1 agent may use more tools\n$/);
  });

  test('nothing changed is said, and a file that moved is the same agent', async () => {
    const same = gitRepository(BEFORE, {});
    expect((await review(same)).out).toBe('## Agents since HEAD\n\nNo agent changed.\n');
    const moved = gitRepository(BEFORE, { '.claude/agents/deep/keeper.md': KEEPER });
    rmSync(join(moved, '.claude/agents/keeper.md'));
    const { agents } = JSON.parse((await review(moved, '--json')).out);
    expect(agents).toMatchObject([{ name: 'keeper', change: 'changed', widened: [], topics: [] }]);
  });

  test('a folder of agents that is gone is told, and one that is new', async () => {
    const folder = gitRepository({ ...BEFORE, 'x.txt': '' }, {});
    rmSync(join(folder, '.claude'), { recursive: true });
    const { agents } = JSON.parse((await review(folder, '--json')).out);
    expect(agents.map(({ change }: { change: string }) => change)).toEqual(['gone', 'gone', 'gone']);
  });

  test.each(['nowhere', '--exec=x'])('%s is no revision', async (revision) => {
    const { code, err } = await review(gitRepository(BEFORE, {}), `--since=${revision}`);
    expect(code).not.toBe(0);
    expect(err).toMatch(/revision/);
    expect(err.split('\n')).toHaveLength(revision === 'nowhere' ? 2 : err.split('\n').length);
  });
});
