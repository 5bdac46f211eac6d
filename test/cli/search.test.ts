import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { SMALL_LIBRARY } from '../support/small-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = (args: readonly string[], input: readonly string[] = []) =>
  runAgents(temporaryFolder(SMALL_LIBRARY), ['search', '--source', '.', ...args], { input });

describe('agents search', () => {
  test('prints what is found, best first', async () => {
    const { code, out } = await run(['designs']);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^backend-architect .*team\/backend-architect\.md$/);
  });

  test('takes several arguments for one query', async () => {
    const { out } = await run(['backend', 'plans', '--json']);
    expect(JSON.parse(out)).toHaveLength(1);
  });

  test('adds score and matches to the JSON of a definition', async () => {
    const { out } = await run(['lenient', '--json', '--limit', '1']);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ id: 'added:lenient', score: 1, matches: { name: [[0, 7]], description: [] } }),
    ]);
  });

  test('prints no more than asked for', async () => {
    expect((await run(['backend', '--limit', '1'])).out.trim().split('\n')).toHaveLength(1);
    expect((await run(['backend', '--limit', '0'])).out).toBe('');
  });

  test('answers each line of standard input with one line', async () => {
    const { out } = await run(['--stdin', '--limit', '1'], ['lenient', 'no such thing', 'plans']);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).map((hit: { name: string }) => hit.name));
    expect(answers).toEqual([['lenient'], [], ['backend-architect']]);
  });

  test('stops answering when nobody reads', async () => {
    const asked: string[] = [];
    await runAgents(temporaryFolder(SMALL_LIBRARY), ['search', '--source', '.', '--stdin'], {
      print: () => false,
      inputLines: async function* () {
        for (const query of ['one', 'two']) {
          asked.push(query);
          yield query;
        }
      },
    });
    expect(asked).toEqual(['one']);
  });

  test('finding nothing is no failure', async () => {
    expect(await run(['zzzzzz'])).toEqual({ code: 0, out: '', err: 'No agent matches zzzzzz\n' });
    const said = 'No agent matches sorce:zzz. There is no filter “sorce:”. Was source: meant?\n';
    expect(await run(['sorce:zzz'])).toEqual({ code: 0, out: '', err: said });
  });

  test.each([
    [[], "missing required argument 'query'"],
    [['x', '--limit', 'few'], "option '--limit <count>' argument 'few' is invalid. A whole number is needed"],
  ])('%j is wrong usage', async (args, message) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: `${message}; see agents help search\n` });
  });
});
