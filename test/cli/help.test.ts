import { describe, expect, test } from 'vitest';
import { COMMAND_EXAMPLES } from '../../src/cli/help/command-examples.ts';
import { COMMAND_GROUPS } from '../../src/cli/help/command-groups.ts';
import { TOPICS } from '../../src/cli/help/topics.ts';
import { COMMANDS } from '../../src/cli/run-cli.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { runAgents } from '../support/run-agents.ts';

const NAMES = COMMANDS.filter((one) => !one.isHidden).map(({ name }) => name);
const ACTIONS = COMMANDS.flatMap(({ name, actions = [] }) => actions.map((action) => [name, action.name]));
const PAGES = [[], ['--all'], ...NAMES.map((name) => [name]), ...ACTIONS, ...Object.keys(TOPICS).map((name) => [name])];

async function helpOn(columns: number | null, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await runAgents('/', ['help', ...args], { columns });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

describe('agents help', () => {
  test('is one screen, by what people come for', async () => {
    const lines = (await helpOn(80)).trimEnd().split('\n');
    expect(lines.length).toBeLessThan(24);
    expect(lines[0]).toBe('Find, compare and compose agents.');
    expect(lines[4]).toMatch(/^Find {6}list {2}search {2}show {2}which {2,}what is there/);
  });

  test('is the same without an argument, and by every way to ask', async () => {
    const page = await helpOn(null);
    for (const args of [['--help'], ['-h']]) expect((await runAgents('/', args)).out).toBe(page);
    const search = await helpOn(null, 'search');
    expect((await runAgents('/', ['search', '--help'])).out).toBe(search);
    expect((await runAgents('/', ['--source', 'x', 'search', '-h'])).out).toBe(search);
  });

  test('knows every command, in one group, with two or three examples that begin with it', () => {
    const grouped = COMMAND_GROUPS.flatMap(({ lines }) => lines.flatMap(({ commands }) => commands));
    expect(grouped.filter((name) => NAMES.includes(name)).sort()).toEqual([...NAMES].sort());
    for (const { name, actions = [] } of COMMANDS)
      for (const action of actions) {
        const examples = COMMAND_EXAMPLES[`${name} ${action.name}`] ?? [];
        expect(examples).not.toEqual([]);
        for (const example of examples) expect(`${example} `).toContain(`${name} ${action.name} `);
      }
    for (const name of NAMES) {
      const examples = COMMAND_EXAMPLES[name] ?? [];
      expect({ name, many: examples.length === 2 || examples.length === 3 }).toEqual({ name, many: true });
      for (const example of examples) expect(example.split(' ')[0]).toBe(name);
    }
  });

  test.each(PAGES)('fits every terminal: %s', async (...args) => {
    for (const [columns, width] of [
      [20, 40],
      [40, 40],
      [57, 57],
      [80, 80],
      [200, 80],
      [null, 80],
    ] as const) {
      const page = await helpOn(columns, ...args);
      expect(page.split('\n').filter((line) => textWidth(line) > width)).toEqual([]);
      expect(page).not.toMatch(/default: |\(default/);
    }
  });

  test('names every command and every option under --all', async () => {
    const page = await helpOn(null, '--all');
    for (const words of [...NAMES, ...ACTIONS.map((one) => one.join(' '))])
      expect(page).toMatch(new RegExp(`^Usage: agents ${words}\\b`, 'm'));
    expect(page).toContain('--stdin-path <path>');
  });

  test('tells the choices of an option and what it is without one', async () => {
    expect((await helpOn(null, 'compare')).replace(/\s+/g, ' ')).toContain(
      'how to print (text, json or markdown; by default text)',
    );
  });

  test('says in one line what is neither a command nor a topic', async () => {
    expect(await runAgents('/', ['help', 'quries'])).toEqual({
      code: 2,
      out: '',
      err: 'No command or topic is called quries; did you mean queries? See agents help\n',
    });
    expect((await runAgents('/', ['help', 'list', '--all'])).code).toBe(2);
  });

  test('a command that goes on in the next line is still one for a shell', async () => {
    const page = await helpOn(40, 'compose');
    expect(page).toMatch(/^ {2}agents compose .*\\\n {4}\S/m);
  });
});

describe('what was meant', () => {
  test.each([
    [['--jsno', 'list'], "unknown option '--jsno'; did you mean --json? See agents help list"],
    [['list', '--sorce=x'], "unknown option '--sorce=x'; did you mean --source? See agents help list"],
    [['list', '--xyzzy'], "unknown option '--xyzzy'; see agents help list"],
    [['serach'], 'serach is neither a command nor a folder; did you mean search? See agents help'],
    [['merge'], 'merge is neither a command nor a folder; did you mean compose? See agents help'],
    [['xyzzy'], 'xyzzy is neither a command nor a folder; see agents help'],
  ])('%j', async (args, err) => {
    expect(await runAgents('/', args)).toEqual({ code: 2, out: '', err: `${err}\n` });
  });

  test.each([
    [['export', 'x', '--to', 'claud'], 'claude'],
    [['export', 'x', '--to', 'codex,gemni'], 'gemini'],
    [['list', '--kind', 'comand'], 'command'],
    [['lint', '--severity', 'eror'], 'error'],
    [['compare', 'a', 'b', '--format', 'makdown'], 'markdown'],
  ])('among the choices of %j', async (args, meant) => {
    const { code, err } = await runAgents('/', args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`; did you mean ${meant}? See `) });
  });
});

test.each([[['-v']], [['version']], [['-V']], [['--version']]])('%j is the version', async (args) => {
  expect(await runAgents('/', args)).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test('ls lists, and an option may stand before the command', async () => {
  const listed = await runAgents('/', ['list', '--json']);
  expect(await runAgents('/', ['ls', '--json'])).toEqual(listed);
  expect(await runAgents('/', ['--json', 'list'])).toEqual(listed);
  expect((await runAgents('/', ['--source', 'list', 'list'])).err).toMatch(/^list: no such folder/);
});
