import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

/** Twenty starts of the program each, on a machine that may be busy. */
const PATIENCE = { timeout: 180_000 };

// What two people have who work on one repository: their own homes, their own paths, and nothing in common but git.

const FORGE =
  '---\nname: forge\ndescription: Forges\n---\n\n## Anvil\n\n- Heat it well\n- Turn it often\n\n## Fire\n\nKeep it hot.\n';
const SMITHY = '---\nname: smithy\ndescription: Smiths\n---\n\n## Anvil\n\n- Heat it well\n- Quench it in oil\n';
const SMITH = '.claude/agents/smith.md';
const RECIPE = '.claude/agents/.recipes/smith.yaml';

/** A person at a clone of a repository. */
function person(origin: string, name: string) {
  const home = join(temporaryFolder(), name);
  const project = join(home, 'work of', name);
  mkdirSync(dirname(project), { recursive: true });
  git(dirname(project), 'clone', '-q', origin, project);
  const path = (file: string) => join(project, file);
  const agents = (...args: readonly string[]) => {
    const [program = '', ...words] = AGENTS;
    const env = compiledFor({ PATH: process.env.PATH, HOME: home });
    const { status, stdout, stderr } = spawnSync(program, [...words, ...args], { cwd: project, env, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  return {
    home,
    project,
    agents,
    read: (file: string) => readFileSync(path(file), 'utf8'),
    change: (file: string, old: string, now: string) => {
      const text = readFileSync(path(file), 'utf8');
      expect(text).toContain(old);
      writeFileSync(path(file), text.replace(old, now));
    },
    remove: (file: string) => rmSync(path(file)),
    push: () => {
      git(project, 'add', '.');
      git(project, 'commit', '-qm', 'more');
      git(project, 'push', '-q');
    },
    pull: () => git(project, 'pull', '-q'),
  };
}

function repository(): string {
  const folder = temporaryFolder();
  const first = gitRepository({ '.claude/agents/forge.md': FORGE, 'team/smithy.md': SMITHY });
  git(folder, 'clone', '-q', '--bare', first, 'origin.git');
  return join(folder, 'origin.git');
}

test('what one composes another checks, updates and composes again, to the byte', PATIENCE, () => {
  const origin = repository();
  const ann = person(origin, 'ann');
  const made = ann.agents(
    ...['compose', 'forge#*', 'team/smithy.md#*', '--merge', '--name', 'smith', '--description', 'Both', '-o', SMITH],
  );
  expect(made).toMatchObject({ code: 0, out: '' });
  expect(ann.agents('status', '--check')).toEqual({ code: 0, out: '1 composition checked\n', err: '' });
  expect(ann.read(RECIPE)).not.toContain(ann.home);
  expect(ann.read(RECIPE)).not.toContain('ann');
  ann.push();

  const bob = person(origin, 'bob');
  expect(bob.agents('status')).toEqual({ code: 0, out: `${SMITH}  up to date\n`, err: '' });
  expect(bob.agents('status', '--check')).toEqual({ code: 0, out: '1 composition checked\n', err: '' });
  expect(bob.agents('compose', '--recipe', RECIPE, '-o', '-').out).toBe(ann.read(SMITH));
  expect(existsSync(join(bob.home, '.local'))).toBe(false);

  bob.change(SMITH, '- Heat it well', '- Heat it very well');
  expect(bob.agents('status', '--check')).toEqual({
    code: 0,
    out: `${SMITH}  edited by hand\n1 composition checked\n`,
    err: '',
  });
  bob.change('.claude/agents/forge.md', 'Keep it hot.', 'Keep it hot, and fed.');
  expect(bob.agents('status', '--check')).toMatchObject({ code: 1, out: expect.stringContaining('source changed') });
  expect(bob.agents('update', SMITH)).toMatchObject({ code: 0, err: expect.stringContaining(`Wrote ${SMITH}`) });
  expect(bob.agents('status', '--check')).toMatchObject({ code: 0 });
  bob.push();

  ann.pull();
  expect(ann.read(SMITH)).toMatch(/- Heat it very well\n[\s\S]*Keep it hot, and fed\.\n/);
  expect(ann.agents('status', '--check')).toMatchObject({ code: 0, out: expect.stringContaining('edited by hand') });
  ann.change('team/smithy.md', '- Quench it in oil\n', '- Quench it in oil\n- Polish it\n');
  expect(ann.agents('update', SMITH)).toMatchObject({ code: 0 });
  expect(ann.read(SMITH)).toMatch(/- Quench it in oil\n- Polish it\n/);
  expect(ann.read(RECIPE)).not.toContain(ann.home);
});

test('a clone fails the check where what an agent is made from is gone, and where the agent is', PATIENCE, () => {
  const origin = repository();
  const ann = person(origin, 'ann');
  expect(ann.agents('status', '--check')).toEqual({
    code: 0,
    out: '0 compositions checked: nothing was made here yet\n',
    err: '',
  });
  ann.agents('compose', 'forge#fire', 'team/smithy.md#anvil', '--name', 'smith', '--description', 'x', '-o', SMITH);
  ann.agents('compose', 'bundled:code-reviewer#*', '--name', 'eye', '--description', 'x', '-o', 'team/eye.md');
  ann.push();

  const bob = person(origin, 'bob');
  expect(bob.agents('status', '--check')).toMatchObject({ code: 0, out: '2 compositions checked\n' });
  git(bob.project, 'mv', 'team/smithy.md', 'smithy.md');
  expect(bob.agents('status', '--check')).toMatchObject({ code: 0, out: '2 compositions checked\n' });
  bob.remove('smithy.md');
  expect(bob.agents('status', '--check')).toMatchObject({ code: 1, out: expect.stringContaining('source gone') });
  git(bob.project, 'checkout', '-q', 'HEAD', '--', '.');
  bob.remove(SMITH);
  expect(bob.agents('status', '--check')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/smith\.md {2}file gone.*\n2 compositions checked\n$/),
  });
});

test('a folder that is set holds the recipes of a project, in each of its clones', PATIENCE, () => {
  const origin = repository();
  const ann = person(origin, 'ann');
  expect(ann.agents('config', 'set', 'recipes', '/srv')).toMatchObject({ code: 2 });
  expect(ann.agents('config', 'set', 'recipes', 'docs/recipes')).toMatchObject({ code: 0 });
  ann.agents('compose', 'forge#fire', '--name', 'smith', '--description', 'x', '-o', SMITH);
  expect(existsSync(join(ann.project, RECIPE))).toBe(false);
  expect(ann.read('docs/recipes/.claude/agents/smith.yaml')).toContain(`file: ${SMITH}`);
  expect(ann.agents('list').out).not.toContain('docs/recipes');
  ann.push();

  const bob = person(origin, 'bob');
  expect(bob.agents('status', '--check').out).toContain('0 compositions checked');
  bob.agents('config', 'set', 'recipes', 'docs/recipes');
  expect(bob.agents('status', '--check')).toEqual({ code: 0, out: '1 composition checked\n', err: '' });
  bob.change('.claude/agents/forge.md', 'Keep it hot.', 'Keep it hot, and fed.');
  expect(bob.agents('status').out).toContain('source changed');
  expect(bob.agents('update', SMITH)).toMatchObject({ code: 0 });
  expect(bob.read('docs/recipes/.claude/agents/smith.yaml')).toContain('Keep it hot, and fed.');
  expect(bob.agents('move', 'smith', '--to', 'team')).toMatchObject({ code: 0 });
  expect(bob.read('docs/recipes/team/smith.yaml')).toContain('file: team/smith.md');
  expect(existsSync(join(bob.project, 'docs/recipes/.claude/agents/smith.yaml'))).toBe(false);
});

test('what is in the folder of recipes is never an agent', PATIENCE, () => {
  const ann = person(repository(), 'ann');
  ann.agents('compose', 'forge#fire', '--name', 'smith', '--description', 'x', '-o', SMITH);
  writeFileSync(join(ann.project, '.claude/agents/.recipes/stray.md'), FORGE.replace('forge', 'stray'));

  expect(ann.agents('list', '--source', '.claude/agents').out).not.toContain('stray');
  expect(ann.agents('lint', '.').out).not.toContain('.recipes');
});
