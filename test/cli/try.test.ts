import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../src/core/draft/draft.ts';
import { aDefinition } from '../support/a-definition.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BELL =
  '---\nname: bell-pro\ndescription: "Casts bells; says $(date) and `date`."\ntools: Read, Bash(git log:*)\nmodel: opus\n---\nYou cast bells.\n\n- "In bronze"\n';

/** A program that writes down what it was given, and where, and ends as told. */
const recorder = (file: string, end = 0) =>
  `#!${process.execPath}\nconst { writeFileSync, readdirSync } = require('node:fs');\nwriteFileSync(${JSON.stringify(file)}, JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), files: readdirSync('.', { recursive: true }) }));\nprocess.exit(${end});\n`;

const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`agents-try-${process.pid}-`));

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
    const { cwd, files } = given();
    expect(files).toContain(join('.gemini', 'agents', 'bell-pro.md'));
    expect(cwd).not.toBe(folder);
    expect(existsSync(cwd)).toBe(false);
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
    const draft = { ...EMPTY_DRAFT, picks: [pickOfBody(aDefinition({ name: 'bell-pro', body: 'You cast bells.' }))] };
    expect(await draftsFolder(join(folder, 'data')).write('a-draft', draft)).toBeNull();
    expect(await run('a-draft')).toMatchObject({ code: 0, err: 'Starting Claude Code with draft for one session\n' });
    expect(Object.keys(JSON.parse(given().args[1]))).toEqual(['draft']);
  });

  test('starts nothing for what is not there', async () => {
    const { run, isStarted } = folderWith(['claude']);
    expect((await run('nobody')).code).toBe(1);
    expect(isStarted()).toBe(false);
  });
});
