import { expect, test } from 'vitest';
import { lintLibrary } from '../../../src/core/lint/lint-library.ts';
import { definitionOf, file } from '../../support/linted.ts';

const at = (path: string, text = file('')) =>
  definitionOf(text, 'claude', { path, id: path, scope: 'added', source: 'team' });

function found(...definitions: ReturnType<typeof at>[]) {
  return [...lintLibrary(definitions)].map(([id, diagnostics]) => [id, ...diagnostics.map(({ code }) => code)]);
}

test('two files of one name in one folder are both told of the other', () => {
  const library = lintLibrary([at('/t/reviewer.md'), at('/t/Reviewer.md')]);
  expect(library.get('/t/reviewer.md')).toEqual([
    {
      code: 'name/duplicate',
      severity: 'warning',
      message: 'Reviewer.md in the same folder has this name too; Claude Code loads the one it reads last.',
      line: 2,
      column: 7,
    },
  ]);
  expect(library.get('/t/Reviewer.md')?.map(({ code }) => code)).toEqual(['name/duplicate']);
});

test('more than two are counted', () => {
  const [, , third] = lintLibrary(['a', 'b', 'c'].map((name) => at(`/t/${name}.md`))).values();
  expect(third?.find(({ code }) => code === 'name/duplicate')?.message).toMatch(/^a\.md and 1 more in the same folder/);
});

test('one name in two folders, or in another case, is no duplicate', () => {
  expect(found(at('/t/x/reviewer.md'), at('/t/y/reviewer.md'))).toEqual([['/t/x/reviewer.md'], ['/t/y/reviewer.md']]);
});

test('every definition has an entry, with its own findings', () => {
  expect(found(at('/t/reviewer.md', file('color: Blue')))).toEqual([['/t/reviewer.md', 'color/case']]);
});
