import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the command line', () => {
  test('prints the version', async () => {
    expect(await runAgents('/', ['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  test.each([[['--help']], [['help']], [['list', '--help']], [['help', 'search']]])(
    'prints help for %j',
    async (args) => {
      const { code, out, err } = await runAgents('/', args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Usage: agents/m);
      expect(out).toContain('--source <folder>');
    },
  );

  test.each([
    [['list', '--nope'], "unknown option '--nope'", 'list'],
    [['list', 'more'], "too many arguments for 'list'. Expected 0 arguments but got 1", 'list'],
    [['show'], "missing required argument 'ref'", 'show'],
    [['list', '--source'], "option '--source <folder>' argument missing", 'list'],
    [['list', '--source', 'gone'], 'gone: no such folder', 'list'],
  ])('says in one line what is wrong with %j', async (args, message, command) => {
    expect(await runAgents(temporaryFolder(), args)).toEqual({
      code: 2,
      out: '',
      err: `${message}; see agents help ${command}\n`,
    });
  });

  test('lets errors that are bugs through', async () => {
    const bug = new Error('bug');
    const files = {
      list: () => Promise.reject(bug),
      read: () => Promise.reject(bug),
      write: () => Promise.reject(bug),
      remove: () => Promise.reject(bug),
      move: () => Promise.reject(bug),
    };
    await expect(runAgents('/', ['list', '--source', 'x'], { files })).rejects.toBe(bug);
  });
});

describe('agents tui', () => {
  /** The folders the app was started on, with the exit code of the run. */
  async function started(cwd: string, args: readonly string[], interactive = true) {
    let folders: readonly string[] | null = null;
    const { code, err } = await runAgents(cwd, args, {
      interactive,
      sources: [{ id: 'user', scope: 'user', folder: '/user', format: 'claude' }],
      runTui: async (listSources) => {
        folders = listSources().map(({ folder }) => folder);
        return 7;
      },
    });
    return { code, err, folders };
  }

  test.each([[[]], [['tui']]])('%j opens it on the default sources and hands on its exit code', async (args) => {
    expect(await started('/', args)).toEqual({ code: 7, err: '', folders: ['/user'] });
  });

  test('opens it on the folders and files that are named', async () => {
    const folder = temporaryFolder({ 'a/x.md': '', 'b/y.md': '', 'c.md': '' });
    const { folders } = await started(folder, ['a', 'c.md', '--source', 'b']);
    expect(folders).toEqual(['b', 'a', 'c.md'].map((name) => join(folder, name)));
  });

  test.each([
    [['xyzzy'], 'xyzzy is neither a command nor a folder'],
    [['./lst'], './lst: no such folder'],
    [['--source', 'gone'], 'gone: no such folder'],
  ])('says what is wrong with %j', async (args, message) => {
    expect(await started(temporaryFolder(), args)).toEqual({
      code: 2,
      err: `${message}; see agents help\n`,
      folders: null,
    });
  });

  test('says what to use where there is no terminal', async () => {
    expect(await started('/', ['tui'], false)).toEqual({
      code: 2,
      err: 'The interactive app needs a terminal; without one use agents list, agents search or agents show; see agents help tui\n',
      folders: null,
    });
  });
});
