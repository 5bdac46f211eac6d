import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recipesFolder } from '../../src/adapters/kept/recipes-folder.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Recipe } from '../../src/core/recipe/recipe.ts';
import { aPick, savableDraft } from '../support/savable-draft.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const recipeOf = (target: string, name = 'smith'): Recipe => ({
  target,
  sha256: sha256(name),
  draft: savableDraft({ fields: { ...savableDraft().fields, name } }),
});

test('gives back the recipe of a file, kept for its owner alone', async () => {
  const folder = temporaryFolder();

  expect(await recipesFolder(folder).write(recipeOf('/p/smith.md'))).toBeNull();

  const path = join(folder, `recipes/smith-${sha256('/p/smith.md').slice(0, 8)}.yaml`);
  expect(await recipesFolder(folder).of('/p/smith.md')).toEqual({
    kind: 'recipe',
    path,
    recipe: recipeOf('/p/smith.md'),
  });
  expect(await recipesFolder(folder).of('/p/other.md')).toEqual({ kind: 'none' });
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('keeps one for each file, whatever its name was', async () => {
  const folder = temporaryFolder();
  const recipes = recipesFolder(folder);
  await recipes.write(recipeOf('/q/smith.md'));
  await recipes.write(recipeOf('/p/smith.md'));
  await recipes.write(recipeOf('/p/smith.md', 'blacksmith'));

  expect(await recipes.list()).toEqual({
    recipes: [
      { kind: 'recipe', path: expect.stringContaining('/blacksmith-'), recipe: recipeOf('/p/smith.md', 'blacksmith') },
      { kind: 'recipe', path: expect.stringContaining('/smith-'), recipe: recipeOf('/q/smith.md') },
    ],
    problems: [],
  });
  expect(readdirSync(join(folder, 'recipes'))).toHaveLength(2);
});

test('says where one cannot be read, and reads the others', async () => {
  const folder = temporaryFolder();
  const recipes = recipesFolder(folder);
  await recipes.write(recipeOf('/p/a.md', 'a'));
  await recipes.write(recipeOf('/p/b.md', 'b'));
  const [first = ''] = readdirSync(join(folder, 'recipes'));
  const path = join(folder, 'recipes', first);
  writeFileSync(path, readFileSync(path, 'utf8').replace('sha256: ', 'sha265: '));

  const { recipes: read, problems } = await recipes.list();

  expect(read.map(({ recipe }) => recipe.target)).toEqual(['/p/b.md']);
  expect(problems).toEqual([`${path}:3:1: sha256 is missing; undo the change, or save the agent anew`]);
  expect(await recipes.of('/p/a.md')).toMatchObject({ kind: 'failed' });
});

test('keeps recipes larger than any one definition', async () => {
  const recipes = recipesFolder(temporaryFolder());
  const picks = Array.from({ length: 6 }, (_, at) => aPick({ text: `${at} word `.repeat(80_000) }));
  const recipe = { ...recipeOf('/p/smith.md'), draft: savableDraft({ picks }) };

  expect(await recipes.write(recipe)).toBeNull();
  expect(await recipes.of('/p/smith.md')).toMatchObject({ kind: 'recipe', recipe });
});

test('does not write what could not be read again', async () => {
  let value: unknown = 1;
  for (let depth = 0; depth < 120; depth += 1) value = [value];
  const carried = [{ definition: 'a', agent: 'a', path: '/a.md', field: 'deep', value }];
  const folder = temporaryFolder();

  const problem = await recipesFolder(folder).write({ ...recipeOf('/p/a.md'), draft: savableDraft({ carried }) });

  expect(problem).toMatch(/^The recipe could not be kept: .+$/);
  expect(readdirSync(folder)).toEqual([]);
});

test('says in a line why one could not be kept', async () => {
  const blocked = join(temporaryFolder(), 'file');
  writeFileSync(blocked, '');

  expect(await recipesFolder(blocked).write(recipeOf('/p/a.md'))).toMatch(/^The recipe could not be kept: .+$/);
});
