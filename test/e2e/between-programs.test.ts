import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { compiledFor } from '../support/compiled-once.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, rest = ''): string =>
  `---\nname: ${name}\ndescription: Use for ${name}\n${rest}---\n\n## Security\n\n- Check tokens of ${name}\n`;
const TOML = 'name = "warden"\ndescription = "Use at the gate"\ndeveloper_instructions = "Stand there."\n';
const ODD = "a b'$(touch owned)`\n.md";

/** A project with two agents, and nothing that comes with the program. */
function project() {
  const folder = temporaryFolder({
    '.claude/agents/one.md': agent('one'),
    '.claude/agents/two.md': agent('two', 'color: Blue\n'),
    [`.claude/agents/${ODD}`]: agent('odd'),
    'more/agents/one.md': agent('one'),
    '.git/HEAD': 'ref: refs/heads/main\n',
    'home/.config/agents/config.json': '{ "bundled": false }',
  });
  const run = builtProgram(folder);
  const path = (name: string): string => join(folder, '.claude/agents', name);
  return { folder, run, path };
}

describe('- is standard input', () => {
  test('to show, to the byte, and with its path', () => {
    const { run } = project();
    for (const text of [agent('x'), TOML])
      expect(run(['show', '-', '--raw'], text)).toMatchObject({ code: 0, out: text });
    expect(JSON.parse(run(['show', '-', '--json'], agent('x')).out)).toMatchObject([{ name: 'x', path: '<stdin>' }]);
    expect(JSON.parse(run(['show', '-', '--json'], TOML).out)).toMatchObject([{ name: 'warden', format: 'codex' }]);
    expect(JSON.parse(run(['show', '-', '--as', 'gemini', '--json'], agent('x')).out)[0].format).toBe('gemini');
    expect(run(['show', '-'], agent('x')).out).toContain('\n<stdin>\n');
  });

  test('to lint, compare, export, import and compose', () => {
    const { run } = project();
    expect(run(['lint', '-'], agent('x', 'color: Blue\n')).out).toMatch(/^<stdin>\n/);
    expect(run(['compare', '-', 'one', '--json'], agent('x')).code).toBe(0);
    const exported = run(['export', '-', '--to', 'codex', '-o', '-'], agent('x'));
    expect(exported.code).toBe(0);
    expect(run(['import', '-', '--from', 'codex', '-o', '-'], exported.out)).toMatchObject({
      code: 0,
      out: agent('x'),
    });
    const composed = run(['compose', '-#security', '--name', 'mine', '--dry-run'], agent('x'));
    expect(composed).toMatchObject({ code: 0, out: expect.stringContaining('- Check tokens of x') });
  });

  test.each([[['--stdin', '-']], [['--stdin', '--stdin0']]])('not along with %j', (words) => {
    expect(project().run(['show', ...words], 'one').code).toBe(2);
  });

  test('that cannot be read is told by its name', () => {
    const { run } = project();
    expect(run(['show', '-'], 'a\0b')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^<stdin>: /) });
  });
});

describe('standard output', () => {
  test.each(['-', '/dev/stdout'])('%s gets the file alone', (output) => {
    const { run } = project();
    const out = run(['compose', 'one#*', '--name', 'mine', '-o', output]);
    expect(out).toMatchObject({ code: 0, out: expect.stringMatching(/^---\nname: mine\n/) });
    expect(run(['export', 'one', '--to', 'codex', '-o', output]).out).toMatch(/^name = "one"\n/);
    expect(run(['compose', 'one#*', '--name', 'mine', '-o', output, '--json']).code).toBe(2);
  });

  test('a pipe is written to, and stays', () => {
    const { folder } = project();
    const pipe = join(folder, 'pipe');
    makePipe(pipe);
    const line = `cat pipe > got & '${process.execPath}' '${join(import.meta.dirname, '../../dist/agents.js')}' compose 'one#*' --name mine -o pipe; wait`;
    const { status } = spawnSync('sh', ['-c', line], {
      cwd: folder,
      env: compiledFor({ HOME: join(folder, 'home'), PATH: process.env.PATH }),
    });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'got'), 'utf8')).toMatch(/^---\nname: mine\n/);
  });

  test('a dry run needs no file', () => {
    const { run } = project();
    expect(run(['compose', 'one#*', '--name', 'mine', '--dry-run'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('name: mine'),
    });
    expect(run(['compose', 'one#*', '--name', 'mine'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--output'),
    });
  });
});

describe('paths alone', () => {
  test('of what is listed, with a NUL behind each where names may hold anything', () => {
    const { folder, run, path } = project();
    expect(run(['list', '-0']).out.split('\0').sort()).toEqual(['', path(ODD), path('one.md'), path('two.md')].sort());
    expect(run(['search', 'one', '--paths']).out).toBe(`${path('one.md')}\n`);
    expect(run(['which', 'one', '--paths']).out).toBe(`${path('one.md')}\n`);
    expect(run(['lint', '--paths'])).toMatchObject({ code: 1, out: expect.stringContaining(path('two.md')) });
    expect(run(['lint', '--paths', path('one.md')])).toEqual({ code: 0, out: '', err: '' });
    const twins = run(['twins', '--paths', '--source', '.claude/agents', '--source', 'more/agents']).out;
    expect(twins.trimEnd().split('\n').sort()).toEqual([path('one.md'), join(folder, 'more/agents/one.md')].sort());
    expect(run(['compose', 'one#*', '--name', 'mine', '-o', 'y.md']).code).toBe(0);
    expect(run(['status', '--paths']).out).toMatch(/\/y\.md\n$/);
  });

  test.each(['list', 'search one', 'lint', 'twins', 'which one', 'status'])('of %s not along with JSON', (words) => {
    expect(project().run([...words.split(' '), '--json', '--paths']).code).toBe(2);
  });

  test('go into another command, whatever they are', () => {
    const { run, path } = project();
    const listed = run(['list', '-0']).out;
    const shown = run(['show', '--stdin0', '--json'], listed);
    expect((JSON.parse(shown.out) as readonly { path: string }[]).map((one) => one.path).sort()).toEqual(
      [path(ODD), path('one.md'), path('two.md')].sort(),
    );
    expect(run(['show', '--stdin', '--raw'], 'one\n\ntwo\r\n').out).toBe(agent('one') + agent('two', 'color: Blue\n'));
    expect(run(['lint', '--stdin'], 'one\n').out).toBe('1 file: no problems\n');
    expect(run(['show', '--stdin', '--json'], '')).toMatchObject({ code: 0, out: '[]\n' });
  });
});

test('where nothing was looked at nothing is counted', () => {
  expect(project().run(['lint', 'nosuch'])).toMatchObject({ code: 1, out: '' });
});
