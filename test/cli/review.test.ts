import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

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
      /\*\*Does not pass\*\*: 1 agent may do more; 1 contradiction; 1 agent gone or renamed; 1 new group of rivals; about \d+ tokens of every session, more than 1\./,
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
    expect(out).toMatch(/::error::1 agent may do more\n$/);
  });

  test('nothing changed is said, and a file that moved is the same agent', async () => {
    const same = gitRepository(BEFORE, {});
    expect((await review(same)).out).toBe('## Agents since HEAD\n\nNo agent changed in \\.claude/agents.\n');
    const moved = gitRepository(BEFORE, { '.claude/agents/deep/keeper.md': KEEPER });
    rmSync(join(moved, '.claude/agents/keeper.md'));
    const { agents } = JSON.parse((await review(moved, '--json')).out);
    expect(agents).toMatchObject([
      { name: 'keeper', from: join(moved, '.claude/agents/keeper.md'), change: 'changed', widened: [], topics: [] },
    ]);
    expect((await review(moved)).out).toContain('moved from .claude/agents/keeper.md, says the same');
  });

  test('a folder of agents that is gone is told, and one that is new', async () => {
    const folder = gitRepository({ ...BEFORE, 'x.txt': '' }, {});
    rmSync(join(folder, '.claude'), { recursive: true });
    const { agents } = JSON.parse((await review(folder, '--json')).out);
    expect(agents.map(({ change }: { change: string }) => change)).toEqual(['gone', 'gone', 'gone']);
  });

  test('agents of one name that moved are each what they were, and of another name what they are most alike', async () => {
    const [one, two] = [
      agent('r', 'Reads.', 'Read', '- Use wax'),
      agent('r', 'Reads too.', 'Bash', '- Heat the bronze'),
    ];
    const folder = gitRepository({ 'p/one/r.md': one, 'p/two/r.md': two, 'p/keeper.md': KEEPER });
    git(folder, 'mv', 'p', 'q');
    writeFileSync(
      join(folder, 'q/guard.md'),
      KEEPER.replace('name: keeper', 'name: guard').replace('Read', 'Read, Edit'),
    );
    rmSync(join(folder, 'q/keeper.md'));
    const args = ['--source', join(folder, 'p'), '--source', join(folder, 'q'), '--fail-on', 'widened', 'gone'];
    const { agents, problems, failures } = JSON.parse((await review(folder, '--json', ...args)).out);
    const told = agents.map((all: Record<string, unknown>) => [all.path, all.from, all.widened]);
    expect(told).toEqual([
      [join(folder, 'q/guard.md'), join(folder, 'p/keeper.md'), ['Edit']],
      [join(folder, 'q/one/r.md'), join(folder, 'p/one/r.md'), []],
      [join(folder, 'q/two/r.md'), join(folder, 'p/two/r.md'), []],
    ]);
    expect(failures).toEqual(['1 agent may do more', '1 agent gone or renamed']);
    expect(problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  });

  test('what links lead to was there before, and a file that nobody could read too', async () => {
    const folder = gitRepository({ 'shared/keeper.md': KEEPER, '.claude/agents/old.md': 'caf\u0000' });
    symlinkSync('../../shared', join(folder, '.claude/agents/all'));
    const outside = temporaryFolder({ 'far.md': SAIL });
    symlinkSync(join(outside, 'far.md'), join(folder, '.claude/agents/far.md'));
    symlinkSync('nowhere', join(folder, '.claude/agents/dead.md'));
    symlinkSync('.', join(folder, '.claude/agents/loop'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'link');
    expect((await review(folder)).out).toContain('No agent changed');
    expect((await review(folder)).out).not.toContain('problem');
    writeFileSync(join(folder, 'shared/keeper.md'), WIDER);
    writeFileSync(join(folder, '.claude/agents/old.md'), BELL);
    const { agents, failures } = JSON.parse((await review(folder, '--json', '--fail-on', 'widened', 'conflicts')).out);
    expect(agents).toMatchObject([
      { name: 'keeper', change: 'changed', widened: ['Bash'] },
      { name: 'bell-pro', change: 'changed', notCompared: 'it could not be read before: a binary file, not text' },
    ]);
    expect(failures).toEqual(['1 agent may do more', '1 contradiction, 1 prompt not compared']);
  });

  test('a clone without all of its objects is told, and never taken for a project without agents', async () => {
    const folder = gitRepository(BEFORE, { '.claude/agents/keeper.md': WIDER });
    const blob = git(folder, 'rev-parse', 'HEAD:.claude/agents/keeper.md');
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { code, out, err } = await review(folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^at HEAD something is missing in this clone \(.+\): fetch all of it, without a filter\n$/);
  });

  test('what changed in other projects of the repository is named, and not taken for looked at', async () => {
    const folder = gitRepository(
      { ...BEFORE, 'packages/api/.claude/agents/keeper.md': KEEPER },
      { 'packages/api/.claude/agents/keeper.md': WIDER, 'packages/web/.opencode/agents/rival.md': RIVAL },
    );
    git(folder, 'add', '.');
    const told = await review(folder);
    expect(told.out).toContain('No agent changed in \\.claude/agents.');
    expect(told.out).toMatch(
      /### 2 changed files not looked at\n\n.*`agents review` in the folder.*\n\n- packages\/api\/\.claude\/agents\/keeper\.md\n- packages\/web\//,
    );
    expect((await review(folder, '--format', 'github')).out).toContain(
      '::warning file=packages/api/.claude/agents/keeper.md,line=1,',
    );
    expect(JSON.parse((await review(folder, '--json')).out).elsewhere).toHaveLength(2);
    const inside = await review(join(folder, 'packages/api'));
    expect(inside.out).toContain('**may now use Bash**');
  });

  test('what a sparse checkout leaves out is not gone', async () => {
    const folder = gitRepository({ ...BEFORE, 'docs/a.txt': 'a', '.claude/agents/more/deep.md': SAIL });
    git(folder, 'sparse-checkout', 'set', '--no-cone', '/docs/', '/.claude/agents/*.md');
    rmSync(join(folder, '.claude/agents/sail.md'));
    expect(readdirSync(join(folder, '.claude/agents'))).toEqual(['bell-pro.md', 'keeper.md']);
    const { out } = await review(folder);
    expect(out).toContain('0 new, 0 changed, 1 gone.');
    expect(out).toContain('| Gone | sail-maker (\\.claude/agents/sail.md) |');
    expect(out).not.toContain('deep.md');
  });

  test('what others did since on the branch that is named is not of the change', async () => {
    const folder = gitRepository(BEFORE);
    git(folder, 'checkout', '-qb', 'own');
    writeFileSync(join(folder, '.claude/agents/bell-expert.md'), RIVAL);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'own');
    git(folder, 'checkout', '-q', 'main');
    writeFileSync(join(folder, '.claude/agents/keeper.md'), WIDER);
    git(folder, 'commit', '-qam', 'theirs');
    git(folder, 'checkout', '-q', 'own');
    const { agents } = JSON.parse((await review(folder, '--json', '--since', 'main')).out);
    expect(agents.map(({ name }: { name: string }) => name)).toEqual(['bell-expert']);
  });

  test('a change does not let itself pass, and lint counts as the project has it', async () => {
    const folder = gitRepository(
      {
        ...BEFORE,
        '.agents/review.json': '{ "failOn": ["widened", "errors"], "budget": 1000 }',
        '.agents/lint.json': '{ "rules": { "tools/unknown": "error", "model/unknown": "off" } }',
      },
      {
        '.claude/agents/keeper.md': WIDER.replace('Bash', 'Bush\nmodel: nobody'),
        '.agents/review.json': '{ "failOn": [], "budget": 2000 }',
        '.claude/agents/new.md': 'a\u0000b',
      },
    );
    const { code, out, err } = await review(folder, '--json');
    const { failures, problems } = JSON.parse(out);
    expect([code, failures]).toEqual([1, ['1 agent may do more', '2 new errors']]);
    expect(err).toBe('.agents/review.json asks for less than at HEAD: what it asked for then counts too\n');
    const codes = problems.map(({ code: own }: { code: string }) => own);
    expect(codes).toEqual(expect.arrayContaining(['tools/unknown', 'file/not-text']));
    expect(codes).not.toContain('model/unknown');
  });

  test('other line ends are no change, and names with control characters none either', async () => {
    const folder = gitRepository({ ...BEFORE, '.claude/agents/c\u0001x.md': SAIL.replace('sail-maker', 'c') });
    writeFileSync(join(folder, '.claude/agents/keeper.md'), KEEPER.replaceAll('\n', '\r\n'));
    expect(JSON.parse((await review(folder, '--json')).out).agents).toEqual([]);
  });

  test('a folder that is neither there nor was is a mistake, and one in no repository is told', async () => {
    const folder = gitRepository(BEFORE);
    expect(await review(folder, '--source', join(folder, 'nope'))).toMatchObject({ code: 2 });
    const other = gitRepository(BEFORE, { '.claude/agents/keeper.md': WIDER });
    const { agents } = JSON.parse((await review(folder, '--json', '--source', join(other, '.claude/agents'))).out);
    expect(agents).toMatchObject([{ name: 'keeper', change: 'changed' }]);
    const loose = temporaryFolder({ 'x/keeper.md': KEEPER });
    expect(await review(folder, '--source', join(loose, 'x'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^git: not a git repository/),
    });
  });

  test.each(['nowhere', '--exec=x'])('%s is no revision', async (revision) => {
    const { code, err } = await review(gitRepository(BEFORE, {}), `--since=${revision}`);
    expect(code).not.toBe(0);
    expect(err).toMatch(/revision/);
    expect(err.split('\n')).toHaveLength(revision === 'nowhere' ? 2 : err.split('\n').length);
  });
});
