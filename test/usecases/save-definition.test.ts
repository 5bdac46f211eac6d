import { expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { INHERIT, NO_TOOLS } from '../../src/core/definition/tools.ts';
import { type Draft, EMPTY_DRAFT, pickOfBody } from '../../src/core/draft/draft.ts';
import type { Recipe } from '../../src/core/recipe/recipe.ts';
import { checkRecipe } from '../../src/usecases/check-recipe.ts';
import { saveDefinition } from '../../src/usecases/save-definition.ts';
import { aDefinition } from '../support/a-definition.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { memoryRecipes } from '../support/memory-recipes.ts';

const DRAFT: Draft = {
  ...EMPTY_DRAFT,
  picks: [pickOfBody(aDefinition({ body: 'Be brief.\n' }))],
  fields: { name: 'new', description: 'Use it', model: '', tools: INHERIT, color: '' },
};

const openBackups = async () => null;

const TEXT = '---\nname: new\ndescription: Use it\n---\n\nBe brief.\n';

test('writes the composed file where nothing is', async () => {
  const files = memoryFiles();

  const outcome = await saveDefinition({ files, recipes: memoryRecipes(), sha256, openBackups }, DRAFT, '/p/new.md', {
    kind: 'absent',
  });

  const saved = { path: '/p/new.md', sha256: sha256(TEXT), backup: null, recipe: null };
  expect(outcome).toEqual({ kind: 'written', path: '/p/new.md', backup: null, warning: null, saved });
  expect(files.contents.get('/p/new.md')).toBe(TEXT);
});

test('leaves what is there, and hands it over to be shown', async () => {
  const files = memoryFiles({ '/p/new.md': 'mine' });

  const outcome = await saveDefinition({ files, recipes: memoryRecipes(), sha256, openBackups }, DRAFT, '/p/new.md', {
    kind: 'absent',
  });

  expect(outcome).toMatchObject({ kind: 'occupied', text: 'mine' });
  expect(files.contents.get('/p/new.md')).toBe('mine');
});

test('does not try to write a draft with a problem', async () => {
  const files = memoryFiles();
  const draft = { ...DRAFT, fields: { ...DRAFT.fields, name: '../new' } };

  const outcome = await saveDefinition({ files, recipes: memoryRecipes(), sha256, openBackups }, draft, '/p/new.md', {
    kind: 'absent',
  });

  expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('Lowercase letters') });
  expect(files.contents.size).toBe(0);
});

test('does not write a draft that its harness would give more than it may have', async () => {
  const files = memoryFiles();
  const recipes = memoryRecipes();
  const draft: Draft = { ...DRAFT, fields: { ...DRAFT.fields, tools: NO_TOOLS }, format: 'codex' };

  const outcome = await saveDefinition({ files, recipes, sha256, openBackups }, draft, '/p/new.toml', {
    kind: 'absent',
  });

  expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('Codex cannot take tools away') });
  expect([files.contents.size, recipes.kept.size]).toEqual([0, 0]);
});

test('keeps a recipe that makes the same file', async () => {
  const recipes = memoryRecipes();

  await saveDefinition({ files: memoryFiles(), recipes, sha256, openBackups }, DRAFT, '/p/new.md', { kind: 'absent' });

  expect([...recipes.kept.values()]).toEqual([
    { target: '/p/new.md', sha256: sha256(TEXT), draft: DRAFT, outlines: new Map() },
  ]);
});

test('keeps no recipe of what was not written', async () => {
  const recipes = memoryRecipes();

  await saveDefinition(
    { files: memoryFiles({ '/p/new.md': 'mine' }), recipes, sha256, openBackups },
    DRAFT,
    '/p/new.md',
    {
      kind: 'absent',
    },
  );

  expect(recipes.kept.size).toBe(0);
});

test('a recipe that cannot be kept is a warning: the file is written', async () => {
  const files = memoryFiles();
  const recipes = { ...memoryRecipes(), write: async () => 'The recipe could not be kept: no space left' };

  const outcome = await saveDefinition({ files, recipes, sha256, openBackups }, DRAFT, '/p/new.md', { kind: 'absent' });

  expect(outcome).toMatchObject({ kind: 'written', warning: 'The recipe could not be kept: no space left' });
  expect(files.contents.get('/p/new.md')).toBe(TEXT);
});

test('over a file it has the line ends of that, and counts as it was made', async () => {
  const before = 'a\r\nb\r\n';
  const files = memoryFiles({ '/p/new.md': `\uFEFF${before}` });
  const recipes = memoryRecipes();
  const outside = { files, recipes, sha256, openBackups };
  const guard = { kind: 'version', sha256: sha256(`\uFEFF${before}`) } as const;

  const outcome = await saveDefinition(outside, DRAFT, '/p/new.md', guard);

  const written = TEXT.replaceAll('\n', '\r\n');
  expect(files.contents.get('/p/new.md')).toBe(written);
  expect(outcome).toMatchObject({ kind: 'written', saved: { sha256: sha256(written) } });
  const recipe = recipes.kept.get('/p/new.md') as Recipe; // It was just kept.
  expect((await checkRecipe(outside, recipe)).states).not.toContain('edited');
});
