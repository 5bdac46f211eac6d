import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recipesFolder } from '../../src/adapters/kept/recipes-folder.ts';
import { gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = {
  'team/mason.md': '---\nname: mason\ndescription: Lays bricks\n---\n\n## Mortar\n\nMix it thin.\n',
  'team/roofer.md': '---\nname: roofer\ndescription: Lays slates\n---\n\n## Ladders\n\nTie them.\n',
};

const compose = async (folder: string, name: string, path: string) => {
  const fields = ['--name', name, '--description', 'Lays both'];
  const run = await runAgents(folder, ['compose', 'team/mason.md#mortar', ...fields, '-o', path]);
  expect(run).toMatchObject({ code: 0 });
};
const search = (folder: string, ...args: readonly string[]) =>
  runAgents(folder, ['search', '--source', 'team', ...args]);
const names = async (folder: string, ...args: readonly string[]) =>
  JSON.parse((await search(folder, '--json', ...args)).out).map(({ name }: { name: string }) => name);

/** A folder with two agents and one that was composed; its recipe in the data folder. */
async function withBuilder(): Promise<string> {
  const folder = temporaryFolder(FILES);
  await compose(folder, 'builder', 'team/builder.md');
  return folder;
}

describe('agents search is:composed', () => {
  test('finds what was composed here, alone, with words, and negated', async () => {
    const folder = await withBuilder();
    expect((await search(folder, 'is:composed')).out).toMatch(/^builder .*team\/builder\.md\n$/);
    expect(await names(folder, 'is:composed', 'lays')).toEqual(['builder']);
    expect(await names(folder, 'is:composed', 'zzz')).toEqual([]);
    expect(await names(folder, '--', '-is:composed', 'lays')).toEqual(['mason', 'roofer']);
    expect((await names(folder, 'is:composed | roofer')).sort()).toEqual(['builder', 'roofer']);
  });

  test('finds what lies in a project with its recipe', async () => {
    const repository = gitRepository(FILES);
    await compose(repository, 'builder', 'team/builder.md');
    // Nobody's own.
    rmSync(join(repository, 'data'), { recursive: true, force: true });
    expect(await names(repository, 'is:composed')).toEqual(['builder']);
  });

  test('reads the recipes once for all lines, and only where one asks for them', async () => {
    const folder = await withBuilder();
    let lists = 0;
    const openRecipes = async () => {
      const recipes = recipesFolder(join(folder, 'data'));
      return {
        ...recipes,
        list: async () => {
          lists += 1;
          return recipes.list();
        },
      };
    };
    const answered = async (...input: readonly string[]) => {
      const args = ['search', '--source', 'team', '--stdin'];
      const { out } = await runAgents(folder, args, { input, openRecipes });
      return out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).map(({ name }: { name: string }) => name));
    };
    expect(await answered('mason', 'is:off')).toEqual([['mason'], []]);
    expect(lists).toBe(0);
    expect(await answered('is:composed', 'roofer', '-is:composed lays')).toEqual([
      ['builder'],
      ['roofer'],
      ['mason', 'roofer'],
    ]);
    expect(lists).toBe(1);
  });

  test('what is reached through a link is found as recompose finds it', async () => {
    const repository = gitRepository(FILES);
    await compose(repository, 'builder', 'team/builder.md');
    symlinkSync('team', join(repository, 'linked'));
    const { out } = await runAgents(repository, ['search', '--source', 'linked', 'is:composed', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ name: 'builder', path: join(repository, 'linked/builder.md') }]);
    expect((await runAgents(repository, ['recompose', 'linked/builder.md'])).code).toBe(0);
  });

  test('an agent that merely has the name of one that was composed is none', async () => {
    const folder = await withBuilder();
    mkdirSync(join(folder, 'other'));
    renameSync(join(folder, 'team/builder.md'), join(folder, 'other/builder.md'));
    expect(await names(folder, 'is:composed')).toEqual([]);
    const elsewhere = await runAgents(folder, ['search', '--source', 'other', 'is:composed']);
    expect(elsewhere).toEqual({ code: 0, out: '', err: 'No agent matches is:composed\n' });
  });

  test('tells of recipes that cannot be read, and of what was mistyped', async () => {
    const folder = await withBuilder();
    writeFileSync(join(folder, 'data/recipes/broken-12345678.yaml'), 'recipe: 1\n\tname: x\n');
    const { out, err } = await search(folder, 'is:composed');
    expect(out).toMatch(/^builder /);
    expect(err).toMatch(/broken-12345678\.yaml:2:1: no valid YAML/);
    const said = 'No agent matches is:compsed. Nothing has “is:compsed”. Was is:composed meant?\n';
    expect((await search(folder, 'is:compsed')).err).toBe(said);
  });
});
