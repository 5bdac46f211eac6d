import { expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { INHERIT, NO_TOOLS } from '../../src/core/definition/tools.ts';
import { type Draft, EMPTY_DRAFT, pickOfBody } from '../../src/core/draft/draft.ts';
import { saveDefinition } from '../../src/usecases/save-definition.ts';
import { aDefinition } from '../support/a-definition.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { memoryRecipes } from '../support/memory-recipes.ts';

const DRAFT: Draft = {
  ...EMPTY_DRAFT,
  picks: [pickOfBody(aDefinition({ body: 'Be brief.\n' }))],
  fields: { name: 'new', description: 'Use it', model: '', tools: INHERIT, color: '' },
};

const TEXT = '---\nname: new\ndescription: Use it\n---\n\nBe brief.\n';

test('writes the composed file where nothing is', async () => {
  const files = memoryFiles();

  const outcome = await saveDefinition({ files, recipes: memoryRecipes(), sha256 }, DRAFT, '/p/new.md', {
    kind: 'absent',
  });

  const saved = { path: '/p/new.md', sha256: sha256(TEXT), backup: null, recipe: null };
  expect(outcome).toEqual({ kind: 'written', path: '/p/new.md', backup: null, warning: null, saved });
  expect(files.contents.get('/p/new.md')).toBe(TEXT);
});

test('leaves what is there, and hands it over to be shown', async () => {
  const files = memoryFiles({ '/p/new.md': 'mine' });

  const outcome = await saveDefinition({ files, recipes: memoryRecipes(), sha256 }, DRAFT, '/p/new.md', {
    kind: 'absent',
  });

  expect(outcome).toMatchObject({ kind: 'occupied', text: 'mine' });
  expect(files.contents.get('/p/new.md')).toBe('mine');
});

test('does not try to write a draft with a problem', async () => {
  const files = memoryFiles();
  const draft = { ...DRAFT, fields: { ...DRAFT.fields, name: '../new' } };

  const outcome = await saveDefinition({ files, recipes: memoryRecipes(), sha256 }, draft, '/p/new.md', {
    kind: 'absent',
  });

  expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('Lowercase letters') });
  expect(files.contents.size).toBe(0);
});

test('does not write a draft that its harness would give more than it may have', async () => {
  const files = memoryFiles();
  const recipes = memoryRecipes();
  const draft: Draft = { ...DRAFT, fields: { ...DRAFT.fields, tools: NO_TOOLS }, format: 'codex' };

  const outcome = await saveDefinition({ files, recipes, sha256 }, draft, '/p/new.toml', { kind: 'absent' });

  expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('Codex cannot take tools away') });
  expect([files.contents.size, recipes.kept.size]).toEqual([0, 0]);
});

test('keeps a recipe that makes the same file', async () => {
  const recipes = memoryRecipes();

  await saveDefinition({ files: memoryFiles(), recipes, sha256 }, DRAFT, '/p/new.md', { kind: 'absent' });

  expect([...recipes.kept.values()]).toEqual([{ target: '/p/new.md', sha256: sha256(TEXT), draft: DRAFT }]);
});

test('keeps no recipe of what was not written', async () => {
  const recipes = memoryRecipes();

  await saveDefinition({ files: memoryFiles({ '/p/new.md': 'mine' }), recipes, sha256 }, DRAFT, '/p/new.md', {
    kind: 'absent',
  });

  expect(recipes.kept.size).toBe(0);
});

test('a recipe that cannot be kept is a warning: the file is written', async () => {
  const files = memoryFiles();
  const recipes = { ...memoryRecipes(), write: async () => 'The recipe could not be kept: no space left' };

  const outcome = await saveDefinition({ files, recipes, sha256 }, DRAFT, '/p/new.md', { kind: 'absent' });

  expect(outcome).toMatchObject({ kind: 'written', warning: 'The recipe could not be kept: no space left' });
  expect(files.contents.get('/p/new.md')).toBe(TEXT);
});
