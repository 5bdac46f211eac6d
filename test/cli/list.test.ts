import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { runAgents } from '../support/run-agents.ts';
import { SMALL_LIBRARY } from '../support/small-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('agents list', () => {
  test('prints a line for each definition, in columns', async () => {
    const { code, out, err } = await runAgents(temporaryFolder(SMALL_LIBRARY), ['list', '--source', '.']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "backend-architect  added  sonnet  -          own/backend-architect.md
      backend-architect  added  opus    -          team/backend-architect.md
      lenient            added  -       1 problem  team/lenient.md
      "
    `);
  });

  test('and agents lint tell of each of more dead links than a call takes arguments', async () => {
    const folder = temporaryFolder({ 'good.md': '---\nname: good\ndescription: Does good.\n---\nDo good.\n' });
    const skipped = Array.from({ length: 130_000 }, (_, at) => ({
      path: join(folder, `l${at}.md`),
      code: 'file/dead-link' as const,
      reason: 'a link, and there: no such file',
    }));
    const list = async () => ({ kind: 'files' as const, paths: [join(folder, 'good.md')], skipped });
    const files = { ...nodeFileSystem, list };
    const listed = await runAgents(folder, ['list', '--source', '.'], { files });
    expect(listed.out).toContain('good');
    expect(listed.err.split('\n')).toHaveLength(130_001);
    const linted = await runAgents(folder, ['lint', '.', '--json'], { files });
    expect(linted.out.split('file/dead-link').length - 1).toBeGreaterThanOrEqual(130_000);
  });

  test('prints one JSON document with everything about each', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { out } = await runAgents(folder, ['list', '--json', '--source', 'team']);
    expect(JSON.parse(out)[0]).toEqual({
      schema: 1,
      id: 'added:backend-architect',
      kind: 'agent',
      name: 'backend-architect',
      nameInferred: false,
      description: 'Designs services',
      descriptionInferred: false,
      descriptionTokens: 7,
      path: join(folder, 'team/backend-architect.md'),
      scope: 'added',
      source: 'team',
      format: 'claude',
      model: 'opus',
      color: null,
      tools: ['Read', 'Grep'],
      frontmatter: {
        name: 'backend-architect',
        description: 'Designs services',
        model: 'opus',
        tools: 'Read, Grep',
      },
      repairs: [],
      diagnostics: [
        expect.objectContaining({ code: 'description/no-occasion', severity: 'info', line: 3, column: 14 }),
      ],
      shadowedBy: null,
      tokens: expect.any(Number),
      bytes: SMALL_LIBRARY['team/backend-architect.md']?.length,
    });
    expect(JSON.parse(out)[1].repairs).toEqual([{ field: 'description', reason: expect.any(String) }]);
  });

  test('looks into every folder named, before or after the command', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { out } = await runAgents(folder, ['--source', 'own', 'list', '--source', 'team', '--json']);
    expect(JSON.parse(out).map(({ source }: { source: string }) => source)).toEqual(['own', 'team', 'team']);
  });

  test('shows what shadows what', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { out } = await runAgents(folder, ['list'], {
      sources: [
        { id: 'user', scope: 'user', folder: join(folder, 'team'), format: 'claude' },
        { id: 'project', scope: 'project', folder: join(folder, 'own'), format: 'claude' },
      ],
    });
    expect(out).toMatch(/^backend-architect +project +sonnet +- .*\nbackend-architect +user +opus +shadowed /);
  });

  test('tells what could not be read, and lists the rest', async () => {
    const folder = temporaryFolder({ ...SMALL_LIBRARY, 'own/bad.md': 'a\0b' });
    const { code, out, err } = await runAgents(folder, ['list', '--source', 'own']);
    expect({ code, err }).toEqual({ code: 0, err: 'own/bad.md: a binary file, not text\n' });
    expect(out).toContain('backend-architect');
  });

  test('cuts lines to the width of the terminal', async () => {
    const { out } = await runAgents(temporaryFolder(SMALL_LIBRARY), ['list', '--source', '.', '--no-color'], {
      columns: 30,
    });
    expect(out.split('\n')).toEqual([
      'name               scope  mod…',
      'backend-architect  added  son…',
      'backend-architect  added  opu…',
      'lenient            added  -  …',
      '',
    ]);
  });

  describe('of a repository', () => {
    const REPOSITORY = {
      'README.md': '# Kites\n',
      'agents/flier.md': '---\ndescription: Flies\n---\nYou fly.\n',
      'skills/knots/SKILL.md': '---\nname: knots\ndescription: Ties\n---\nTie.\n',
      'skills/knots/reference.md': '# All knots\n',
      'commands/fly.md': 'Fly a kite.\n',
    };
    const list = (...args: readonly string[]) =>
      runAgents(temporaryFolder(REPOSITORY), ['list', '--source', '.', ...args]);
    const namesIn = (out: string) => out.split('\n').flatMap((line) => line.split(' ')[0] || []);

    test('lists the agents, and says what else there is', async () => {
      const { out, err } = await list();
      expect(namesIn(out)).toEqual(['flier']);
      expect(err).toBe('4 other Markdown files: 1 skill, 1 command (agents list --kind all)\n');
    });

    test.each([
      ['skill', ['knots']],
      ['commands', ['fly']],
      ['all', ['flier', 'fly', 'knots']],
    ])('lists on wish: %s', async (kind, names) => {
      const { out, err } = await list('--kind', kind);
      expect({ names: namesIn(out), err }).toEqual({ names, err: '' });
    });

    test('says of each in JSON what it is, and nothing beside', async () => {
      const { out, err } = await list('--kind', 'all', '--json');
      expect(err).toBe('');
      expect(JSON.parse(out).map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
        ['added:flier', 'agent'],
        ['added:command/fly', 'command'],
        ['added:skill/knots', 'skill'],
      ]);
    });

    test('of no kind that there is not', async () => {
      const { code, err } = await list('--kind', 'rule');
      expect({ code, err }).toMatchObject({
        code: 2,
        err: expect.stringContaining('Allowed choices are agent, skill, command, all'),
      });
    });

    test('skills and commands are shown, compared and searched by name', async () => {
      const folder = temporaryFolder(REPOSITORY);
      const run = (...args: readonly string[]) => runAgents(folder, [...args, '--source', '.']);
      expect((await run('show', 'knots')).out).toContain('Tie.');
      expect((await run('compare', 'knots', 'fly')).code).toBe(0);
      expect(namesIn((await run('search', 'knots', '--kind', 'skill')).out)).toEqual(['knots']);
      expect((await run('search', 'knots')).out).toBe('');
    });
  });

  test('shows hostile names and file names as marks, and gives them exactly as JSON', async () => {
    const folder = temporaryFolder({ 'x/a\u001b[2J.md': '---\nname: "e\\e]0;t\\a"\ndescription: d\n---\n' });
    expect((await runAgents(folder, ['list', '--source', 'x'])).out).not.toMatch(/[\u001b\u0007]/);
    const { out } = await runAgents(folder, ['list', '--source', 'x', '--json']);
    expect(JSON.parse(out)[0].name).toBe('e\u001b]0;t\u0007');
  });

  test('says so when there is nothing, and what to do', async () => {
    expect(await runAgents(temporaryFolder(), ['list'])).toEqual({
      code: 0,
      out: '',
      err: 'No agents found. Say where they are: agents list --source FOLDER\n',
    });
    expect((await runAgents(temporaryFolder(), ['list', '--json'])).out).toBe('[]\n');
  });
});

describe('a narrow terminal', () => {
  const NAME = 'a-name-of-middling-length';
  const text = `---\nname: ${NAME}\ndescription: Use it\n---\nDo.\n`;
  const PATH = 'a/agents/that/lies/deep/in/another/one/and-its-file.md';

  test.each([40, 48, 60, 72])(
    'of %i columns shows the end of a path, and nothing of columns that say nothing',
    async (columns) => {
      const folder = temporaryFolder({ [PATH]: text });
      const { out } = await runAgents(folder, ['list', '--source', 'a', '--no-color'], { columns });
      const [, line = ''] = out.split('\n');
      expect(textWidth(line)).toBeLessThanOrEqual(columns);
      expect(line).toMatch(columns < 48 ? /…/ : /\/and-its-file\.md$/);
      expect(line).not.toMatch(/ - /);
    },
  );
});

describe('an empty project', () => {
  const files = {
    'bundled/scout.md': '---\nname: scout\ndescription: Use it\n---\nLook.\n',
    'project/keeper.md': '---\nname: keeper\ndescription: Use it\n---\nKeep.\n',
  };
  const words = 'No agents of your own yet: agents new, agents install, agents source add\n';

  test.each([
    ['is told how to get agents, on a terminal', ['bundled'], [], true, words],
    ['is not where nobody reads it', ['bundled'], [], false, ''],
    ['is not in a document', ['bundled'], ['--json'], true, ''],
    ['is not among paths', ['bundled'], ['--paths'], true, ''],
    ['is none with one agent', ['bundled', 'project'], [], true, ''],
  ] as const)('%s', async (_what, scopes, options, interactive, told) => {
    const folder = temporaryFolder(files);
    const sources = scopes.map(
      (scope) => ({ id: scope, scope, folder: join(folder, scope), format: 'claude' }) as const,
    );
    const { code, err } = await runAgents(folder, ['list', ...options], { sources, interactive });
    expect({ code, err }).toEqual({ code: 0, err: told });
  });
});
