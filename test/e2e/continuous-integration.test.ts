import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { PROJECT } from '../support/installed-package.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

// What others have in their pipelines: the steps of the action as a runner starts them, and the hooks as pre-commit does.

const LOUD = '---\nname: loud\ndescription: Use it for reviews\ncolor: Blue\n---\nLook.\n';
const LOUD_LINE = 'loud.md,line=4,col=8,';

interface Step {
  readonly name: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const yaml = (name: string): unknown => load(readFileSync(join(PROJECT, name), 'utf8'));

describe('action.yml', () => {
  const action = yaml('action.yml') as Action; // Of this repository, and its use here is the check.
  const [build, lint] = action.runs.steps as [Step, Step];

  /** A step as a runner starts it, in a folder. */
  function run(step: Step, cwd: string, inputs: Readonly<Record<string, string>> = {}, more: NodeJS.ProcessEnv = {}) {
    const values = Object.entries(step.env ?? {}).map(([name, value]) => {
      const [, input = ''] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value) ?? [];
      return [name, inputs[input] ?? action.inputs[input]?.default];
    });
    const script = join(temporaryFolder({ 'step.sh': step.run }), 'step.sh');
    const env = {
      ...compiledFor({ PATH: process.env.PATH, HOME: temporaryFolder() }),
      ...{ CI: 'true', GITHUB_ACTIONS: 'true' },
      ...{ GITHUB_WORKSPACE: cwd, GITHUB_ACTION_PATH: PROJECT },
      ...Object.fromEntries(values),
      ...more,
    };
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', script];
    const { status, stdout, stderr } = spawnSync('bash', args, { cwd, env, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  }

  test('has a script in no step that holds what comes from outside', () => {
    expect(action.runs.using).toBe('composite');
    for (const { shell, run: script } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(script).not.toContain('${{');
    }
  });

  test('marks the lines, and fails where there is something to tell', () => {
    const folder = temporaryFolder({ '.claude/agents/loud.md': LOUD });
    expect(run(lint, folder)).toMatchObject({ code: 1, out: expect.stringContaining(`.claude/agents/${LOUD_LINE}`) });
    expect(run(lint, folder, { severity: 'error' })).toMatchObject({ code: 0, out: '' });
    const quiet = temporaryFolder({ '.claude/agents/quiet.md': LOUD.replace('loud', 'other').replace('Blue', 'blue') });
    expect(run(lint, quiet)).toMatchObject({ code: 0, out: '', err: '' });
    expect(run(lint, quiet, { strict: 'true' })).toMatchObject({ code: 1, out: expect.stringContaining('::notice ') });
  });

  test('takes paths as they are, one in a line', () => {
    const hostile = '$(touch pwned)"; touch pwned #';
    const folder = temporaryFolder({ 'a b/loud.md': LOUD, 'c/loud.md': LOUD, [`${hostile}/loud.md`]: LOUD });
    const { out } = run(lint, folder, { paths: `a b\r\n\n${hostile}\n` });
    expect(out).toContain(`file=a b/${LOUD_LINE}`);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  test('writes a report to a file', () => {
    const folder = temporaryFolder({ 'agents/loud.md': LOUD });
    expect(run(lint, folder, { format: 'sarif', output: 'my report.sarif' })).toMatchObject({ code: 1, out: '' });
    const [{ results }] = JSON.parse(readFileSync(join(folder, 'my report.sarif'), 'utf8')).runs;
    expect(results).toHaveLength(1);
  });

  test('refuses twins where it is told to', () => {
    const quiet = LOUD.replace('Blue', 'blue');
    const folder = temporaryFolder({ 'agents/loud.md': quiet, 'agents/other.md': quiet.replace('loud', 'other') });
    expect(run(lint, folder)).toMatchObject({ code: 0, out: '' });
    expect(run(lint, folder, { paths: 'agents', twins: 'true' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('agents/loud.md:1: repeats agents/other.md (100 % alike)\n'),
    });
  });

  test('builds once, in its own folder', () => {
    const tools = temporaryFolder({ npm: '#!/bin/sh\nmkdir dist; : > dist/agents.js; echo "$PWD $*"\n' });
    chmodSync(join(tools, 'npm'), 0o755);
    const own = temporaryFolder();
    const env = { PATH: `${tools}:${process.env.PATH}`, GITHUB_ACTION_PATH: own };
    expect(run(build, temporaryFolder(), {}, env)).toMatchObject({ code: 0, out: `${own} ci --no-audit --no-fund\n` });
    expect(run(build, temporaryFolder(), {}, env)).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('.pre-commit-hooks.yaml', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
    readonly require_serial: boolean;
  }
  const hooks = yaml('.pre-commit-hooks.yaml') as readonly Hook[]; // As above.

  /** A hook as pre-commit runs it: its words, and then the files of the commit that it is for. */
  function run(id: string, contents: Readonly<Record<string, string>>) {
    const folder = temporaryFolder(contents);
    const env = compiledFor({ PATH: process.env.PATH, HOME: temporaryFolder(), PRE_COMMIT: '1' });
    spawnSync('git', ['init', '--quiet'], { cwd: folder, env });
    spawnSync('git', ['add', '.'], { cwd: folder, env });
    const { entry = '', files = '' } = hooks.find((hook) => hook.id === id) ?? {};
    const [program, ...words] = entry.split(' ');
    expect(program).toBe('agents');
    const pattern = new RegExp(files.replace('(?i)', ''), 'i');
    const named = Object.keys(contents).filter((path) => pattern.test(path));
    const [node = '', ...script] = AGENTS;
    const args = [...script, ...words, ...named];
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, env, encoding: 'utf8' });
    const tracked = spawnSync('git', ['status', '--short', '--porcelain'], { cwd: folder, env, encoding: 'utf8' });
    const changed = tracked.stdout.split('\n').filter((line) => !/^(?:A |$)/.test(line));
    return { code: status, out: stdout, err: stderr, changed };
  }

  test.each([
    ['.claude/agents/a.md', true],
    ['plugins/x/agents/deep/a.md', true],
    ['.opencode/agent/a.md', true],
    ['.factory/droids/a.md', true],
    ['.github/chatmodes/a.chatmode.md', true],
    ['.codex/agents/a.toml', true],
    ['Agents/A.MD', true],
    ['src/agents/pyproject.toml', false],
    ['src/agents/a.ts', false],
    ['docs/agents.md', false],
    ['useragents/a.md', false],
  ])('are for %s: %s', (path, expected) => {
    for (const { files } of hooks) expect(new RegExp(files.replace('(?i)', ''), 'i').test(path)).toBe(expected);
  });

  test('are built by npm, and get all files in one call', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['agents-lint', 'agents-lint-fix', 'agents-twins']);
    for (const { language, require_serial } of hooks) expect([language, require_serial]).toEqual(['node', true]);
  });

  test('agents-lint tells and fails', () => {
    const { code, out, changed } = run('agents-lint', { '.claude/agents/loud.md': LOUD, 'notes/loud.md': LOUD });
    expect([code, changed]).toEqual([1, []]);
    expect(out).toMatch(/color\/case\n\n1 file: 1 doubtful\n$/);
  });

  test('agents-lint-fix puts right what can be, and nothing else comes into the repository', () => {
    const { code, err, changed } = run('agents-lint-fix', { '.claude/agents/loud.md': LOUD });
    expect({ code, err, changed }).toEqual({
      code: 0,
      err: 'Fixed 1 file; git has the version before\n',
      changed: ['AM .claude/agents/loud.md'],
    });
  });

  test('agents-twins names what is repeated', () => {
    const { code, out } = run('agents-twins', {
      'agents/loud.md': LOUD,
      'kept/agents/b.md': LOUD.replace('loud', 'b'),
    });
    expect([code, out.split('\n')[0]]).toEqual([1, 'agents/loud.md:1: repeats kept/agents/b.md (100 % alike)']);
  });
});

describe('npm install of the repository', () => {
  test('installs what building needs where npm itself did not', () => {
    const folder = temporaryFolder({ 'package.json': readFileSync(join(PROJECT, 'package.json'), 'utf8') });
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const script = join(folder, '.ci/prepare.mjs');
    mkdirSync(dirname(script));
    writeFileSync(script, readFileSync(join(PROJECT, '.ci/prepare.mjs')));
    const tools = temporaryFolder({ npm: '#!/bin/sh\necho noise; echo "$*" >> npm-calls\n' });
    chmodSync(join(tools, 'npm'), 0o755);
    const prepare = () =>
      spawnSync('sh', ['-c', scripts.prepare], {
        cwd: folder,
        env: { PATH: `${tools}:${process.env.PATH}` },
        encoding: 'utf8',
      });
    const calls = () => readFileSync(join(folder, 'npm-calls'), 'utf8').trim().split('\n');
    expect(prepare()).toMatchObject({ status: 0, stdout: '' });
    expect(calls()).toEqual([expect.stringMatching(/^ci --global=false --include=dev /), 'run build --silent']);
    mkdirSync(join(folder, 'node_modules/esbuild'), { recursive: true });
    expect(prepare().status).toBe(0);
    expect(calls().slice(2)).toEqual(['run build --silent']);
  });
});
