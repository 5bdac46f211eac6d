import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notedFiles } from '../../src/adapters/kept/noted-files.ts';
import { recipesFolder } from '../../src/adapters/kept/recipes-folder.ts';
import { undoJournal } from '../../src/adapters/kept/undo-journal.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { WriteGuard } from '../../src/ports/file-system.ts';
import { saveDefinition } from '../../src/usecases/save-definition.ts';
import { undoSaveBy } from '../../src/usecases/undo-save.ts';
import { savableDraft } from '../support/savable-draft.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A draft saved as an action of the journal. */
async function saved(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder(files);
  const path = join(folder, 'smith.md');
  const journal = undoJournal(folder);
  const outside = {
    files: notedFiles(
      nodeFileSystem,
      async () => journal,
      () => {},
    ),
    recipes: recipesFolder(folder, journal.note),
    sha256,
    openBackups: async () => null,
  };
  const before = files['smith.md'];
  const guard: WriteGuard = before === undefined ? { kind: 'absent' } : { kind: 'version', sha256: sha256(before) };
  journal.begin('save smith');
  const outcome = await saveDefinition(outside, savableDraft(), path, guard);
  await journal.close();
  if (outcome.kind !== 'written' || outcome.saved === null) throw new Error(outcome.kind);
  const [action] = await journal.list();
  return { path, journal, outside, recipes: outside.recipes, file: { ...outcome.saved, action: action?.id ?? '' } };
}

test('a save is undone by the journal, with its recipe', async () => {
  const { path, journal, outside, recipes, file } = await saved();
  expect((await recipes.of(path)).kind).toBe('recipe');
  expect(await undoSaveBy(journal, outside, file)).toEqual({ kind: 'undone', kept: null, warning: null });
  expect([existsSync(path), (await recipes.of(path)).kind]).toEqual([false, 'none']);
  expect((await undoSaveBy(journal, outside, file)).kind).toBe('failed');
});

test('what it replaced comes back', async () => {
  const { path, journal, outside, file } = await saved({ 'smith.md': 'Mine.' });
  await undoSaveBy(journal, outside, file);
  expect(readFileSync(path, 'utf8')).toBe('Mine.');
});

test('a file that was changed since is shown first, and only what was shown goes', async () => {
  const { path, journal, outside, file } = await saved();
  writeFileSync(path, 'Changed.');
  const changed = await undoSaveBy(journal, outside, file);
  expect(changed).toEqual({ kind: 'changed', text: 'Changed.', sha256: sha256('Changed.') });
  writeFileSync(path, 'Changed again.');
  expect((await undoSaveBy(journal, outside, { ...file, sha256: sha256('Changed.') })).kind).toBe('changed');
  expect((await undoSaveBy(journal, outside, { ...file, sha256: sha256('Changed again.') })).kind).toBe('undone');
  expect(existsSync(path)).toBe(false);
  expect((await journal.redo(false)).kind).toBe('undone');
  expect(readFileSync(path, 'utf8')).toBe('Changed again.');
});

test('what a file says already is not written, and there is nothing to undo', async () => {
  const { path, journal, outside } = await saved();
  const before = readFileSync(path, 'utf8');
  const [first] = await journal.list();
  for (const text of [before, before.replaceAll('\n', '\r\n')]) {
    writeFileSync(path, text);
    for (const guard of [{ kind: 'absent' }, { kind: 'version', sha256: sha256('shown') }] as const) {
      journal.begin('save smith');
      const outcome = await saveDefinition(outside, savableDraft(), path, guard);
      expect(outcome).toMatchObject({ kind: 'written', isUnchanged: true, backup: null, saved: null });
      expect(await journal.close()).toEqual({ id: null, problem: null });
    }
    expect(readFileSync(path, 'utf8')).toBe(text);
  }
  expect((await journal.list()).map(({ id }) => id)).toEqual([first?.id]);
});
