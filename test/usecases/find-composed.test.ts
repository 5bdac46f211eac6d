import { expect, test } from 'vitest';
import { findComposed } from '../../src/usecases/find-composed.ts';
import { aDefinition } from '../support/a-definition.ts';
import { memoryRecipes } from '../support/memory-recipes.ts';
import { savableDraft } from '../support/savable-draft.ts';

/** Of files those that were composed, where some others were, and how many were asked for one by one. */
async function found(targets: readonly string[], paths: readonly string[]) {
  const recipes = memoryRecipes();
  for (const target of targets) await recipes.write({ target, sha256: '', draft: savableDraft() });
  const asked: string[] = [];
  // By way of a link a recipe is found that is listed by the path of its file alone.
  const of = async (target: string) => {
    asked.push(target);
    return recipes.of(target.replace('/link/', '/p/'));
  };
  const { paths: composed } = await findComposed(
    { ...recipes, of },
    paths.map((path) => aDefinition({ path })),
  );
  return { composed: [...composed], asked };
}

test.each<[string, readonly string[], readonly string[]]>([
  ['by their path', ['/p/a.md', '/p/b.md'], ['/p/a.md']],
  ['switched off', ['/p/a.md.disabled'], ['/p/a.md.disabled']],
  ['through a link', ['/link/a.md'], ['/link/a.md']],
  ['not by their name alone', ['/other/a.md'], []],
  ['of skills by their folder', ['/link/s/SKILL.md', '/link/t/SKILL.md'], ['/link/s/SKILL.md']],
])('finds what was composed: %s', async (_what, paths, composed) => {
  expect((await found(['/p/a.md', '/p/s/SKILL.md'], paths)).composed).toEqual(composed);
});

test('asks one by one only for files that are called as one that was composed', async () => {
  const { asked } = await found(['/p/a.md', '/p/s/SKILL.md'], ['/p/a.md', '/q/a.md', '/q/b.md', '/q/t/SKILL.md']);
  expect(asked).toEqual(['/q/a.md']);
});
