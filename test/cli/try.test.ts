import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { ownMark } from '../../src/adapters/process-mark.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../src/core/draft/draft.ts';
import { aDefinition } from '../support/a-definition.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BELL =
  '---\nname: bell-pro\ndescription: "Casts bells; says $(date) and `date`."\ntools: Read, Bash(git log:*)\nmodel: opus\n---\nYou cast bells.\n\n- "In bronze"\n';

/** A program that writes down what it was given, and where, and ends as told. */
const recorder = (file: string, end = 0) =>
  `#!${process.execPath}\nconst { writeFileSync, readdirSync } = require('node:fs');\nwriteFileSync(${JSON.stringify(file)}, JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), pwd: process.env.PWD, files: readdirSync('.', { recursive: true }), texts: readdirSync('.', { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && process.cwd().includes('agents-try-')).map((one) => require('node:fs').readFileSync((one.parentPath ?? one.path) + '/' + one.name, 'utf8')) })); if (process.cwd().includes('agents-try-')) { require('node:fs').mkdirSync('closed/deep', { recursive: true }); require('node:fs').chmodSync('closed', 0o500); }\nprocess.exit(${end});\n`;

const { PATH, TMPDIR } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
});

const left = () => readdirSync(tmpdir()).filter((name) => /^agents-try-\w{6}$/.test(name));

function folderWith(programs: readonly string[], end = 0) {
  const folder = temporaryFolder({ '.claude/agents/bell-pro.md': BELL });
  const given = join(folder, 'given.json');
  const bin = temporaryFolder(Object.fromEntries(programs.map((name) => [name, recorder(given, end)])));
  for (const name of programs) chmodSync(join(bin, name), 0o755);
  process.env.PATH = [bin, PATH].join(delimiter);
  const sources = defaultSources({ cwd: folder, home: null, bundled: join(folder, 'none') });
  return {
    folder,
    run: (...args: readonly string[]) => runAgents(folder, ['try', ...args], { sources }),
    given: () => JSON.parse(readFileSync(given, 'utf8')),
    isStarted: () => existsSync(given),
  };
}

describe.skipIf(process.platform === 'win32')('agents try', () => {
  test('gives Claude Code the agent as an argument, and leaves everything as it was', async () => {
    const { folder, run, given } = folderWith(['claude']);
    const before = readdirSync(folder, { recursive: true }).sort();
    const { code, err } = await run('bell-pro', '--', '-p', 'hello');
    expect({ code, err }).toEqual({ code: 0, err: 'Starting Claude Code with bell-pro for one session\n' });
    const { args } = given();
    expect([args[0], ...args.slice(2)]).toEqual(['--agents', '-p', 'hello']);
    expect(JSON.parse(args[1])).toEqual({
      'bell-pro': {
        description: 'Casts bells; says $(date) and `date`.',
        tools: ['Read', 'Bash(git log:*)'],
        model: 'opus',
        prompt: 'You cast bells.\n\n- "In bronze"',
      },
    });
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([...before, 'given.json'].sort());
  });

  test('gives others a project folder that is gone afterwards', async () => {
    const { folder, run, given } = folderWith(['gemini']);
    const { code, err } = await run('bell-pro', '--with', 'gemini');
    expect(code).toBe(0);
    expect(err).toContain('Starting Gemini CLI with bell-pro for one session, in a folder of its own');
    const { cwd, files, pwd } = given();
    // What the shell says of the folder that it is in is not of the user's project.
    expect(pwd).toBe(cwd);
    expect(files).toContain(join('.gemini', 'agents', 'bell-pro.md'));
    expect(cwd).not.toBe(folder);
    expect(existsSync(cwd)).toBe(false);
    expect(left()).toEqual([]);
  });

  test('what is too long for an argument Claude Code finds in a folder too', async () => {
    const { folder, run, given } = folderWith(['claude']);
    const long = BELL + '- Let the bell ring.\n'.repeat(7_000);
    writeFileSync(join(folder, '.claude/agents/bell-pro.md'), long);
    const { code, err } = await run('bell-pro', '--', '-p', 'hello');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('in a folder of its own') });
    expect(given()).toMatchObject({ args: ['-p', 'hello'], texts: [long] });
    expect(left()).toEqual([]);
  });

  test.each(['claude', 'gemini'])('%s that crashes leaves nothing, and is told', async (program) => {
    const { run } = folderWith([program], 3);
    const { code, err } = await run('bell-pro', '--with', program);
    expect(code).toBe(1);
    expect(err).toMatch(/ended with exit code 3\n$/);
    expect(left()).toEqual([]);
  });

  test.each([
    ['codex', /^Codex is not installed: there is no program codex$/m],
    ['cline', /^How Cline is started with one agent more is not known$/m],
  ])('%s that cannot be started is told in a line', async (program, words) => {
    const { run } = folderWith([]);
    process.env.PATH = temporaryFolder({});
    const { code, err } = await run('bell-pro', '--with', program);
    expect(code).toBe(1);
    expect(err).toMatch(words);
    expect(left()).toEqual([]);
  });

  test('tries a draft by its id, whether it has a name yet or not', async () => {
    const { folder, run, given } = folderWith(['claude']);
    const draft = {
      ...EMPTY_DRAFT,
      picks: [pickOfBody(aDefinition({ id: 'project:bell-pro', name: 'bell-pro', body: 'You cast bells.' }))],
    };
    expect(await draftsFolder(join(folder, 'data')).write('a-draft', draft)).toBeNull();
    expect(await run('a-draft')).toMatchObject({ code: 0, err: 'Starting Claude Code with draft for one session\n' });
    // Nothing was typed into the form: it is what that would begin with, and not an agent with all tools.
    expect(JSON.parse(given().args[1])).toEqual({
      draft: {
        description: 'Casts bells; says $(date) and `date`.',
        tools: ['Read', 'Bash(git log:*)'],
        model: 'opus',
        prompt: 'You cast bells.',
      },
    });
  });

  test('an agent of its own harness is tried as it is, to the byte', async () => {
    const { folder, run, given } = folderWith(['opencode']);
    const text =
      '---\ndescription: Casts bells.\nmode: primary\npermission:\n  edit: deny\n  bash: ask\n---\nYou cast.\n';
    mkdirSync(join(folder, '.opencode/agents'), { recursive: true });
    writeFileSync(join(folder, '.opencode/agents/bell.md'), text);
    const { code, err } = await run('.opencode/agents/bell.md');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Starting OpenCode with bell [^\n]+\n$/) });
    expect(given().texts).toEqual([text]);
  });

  test('a folder that the session made unwritable is gone too, and of others only what none needs', async () => {
    const { run } = folderWith(['gemini']);
    const folder = temporaryFolder({ 'agents-try-2024ab/results': 'x', 'agents-try-notes.md': 'x' });
    const ended = { pid: 2 ** 22, host: hostname(), started: '1', token: 'try' };
    const made = (name: string, ...marks: readonly object[]) => {
      mkdirSync(join(folder, name), { mode: 0o700 });
      writeFileSync(join(folder, name, 'processes'), marks.map((mark) => JSON.stringify(mark)).join('\n'));
    };
    made('agents-try-gone01', ended);
    made('agents-try-run001', ended, ownMark('harness'));
    made('agents-try-other1', { ...ended, host: 'elsewhere' });
    process.env.TMPDIR = folder;
    expect((await run('bell-pro', '--with', 'gemini')).code).toBe(0);
    const kept = ['agents-try-2024ab', 'agents-try-notes.md', 'agents-try-other1', 'agents-try-run001'];
    expect(readdirSync(folder).sort()).toEqual(kept);
    process.env.TMPDIR = join(folder, 'none');
    const { code, err } = await run('bell-pro', '--with', 'gemini');
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/\nNo folder for the session can be made in .*none: no such file/),
    });
  });

  test('a program without what runs it is not taken for one that is not installed', async () => {
    const { run } = folderWith([]);
    const bin = temporaryFolder({ claude: '#!/no/such/interpreter\n' });
    chmodSync(join(bin, 'claude'), 0o755);
    process.env.PATH = bin;
    const { err } = await run('bell-pro');
    expect(err).toContain(`Claude Code was not started: ${join(bin, 'claude')} is run by a program that is not there`);
  });

  test('skills and commands are not tried as agents', async () => {
    const { folder, run, isStarted } = folderWith(['claude']);
    mkdirSync(join(folder, '.claude/commands'), { recursive: true });
    writeFileSync(join(folder, '.claude/commands/ring.md'), '---\ndescription: Rings.\n---\nRing $ARGUMENTS.\n');
    expect(await run('.claude/commands/ring.md')).toMatchObject({
      code: 1,
      err: expect.stringContaining('ring is a command, and only agents are tried'),
    });
    expect(isStarted()).toBe(false);
  });

  test('starts nothing for what is not there', async () => {
    const { run, isStarted } = folderWith(['claude']);
    expect((await run('nobody')).code).toBe(1);
    expect(isStarted()).toBe(false);
  });
});
