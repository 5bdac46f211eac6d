import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
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
      name: 'backend-architect',
      nameInferred: false,
      description: 'Designs services',
      descriptionInferred: false,
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
    const { out } = await runAgents(temporaryFolder(SMALL_LIBRARY), ['list', '--source', '.'], { columns: 30 });
    expect(out.split('\n')).toEqual([
      'backend-architect  added  son…',
      'backend-architect  added  opu…',
      'lenient            added  -  …',
      '',
    ]);
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
