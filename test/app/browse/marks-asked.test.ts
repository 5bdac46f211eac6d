import { expect, test } from 'vitest';
import { resultsOf } from '../../../src/app/browse/browse-results.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryOf } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LIBRARY = libraryOf(['bell', 'clock', 'clog', 'sail'].map((name) => aDefinition({ name })));
const marked = ['project:sail', 'project:clock'];
const asking = (text: string, ids: readonly string[] = marked): Model => {
  const model = aModel({ library: LIBRARY });
  return { ...model, browse: { ...model.browse, marked: ids, query: { text, cursor: text.length } } };
};
const names = (model: Model) =>
  resultsOf(model)
    .slice()
    .map(({ definition }) => definition.name);

test.each([
  ['is:marked', ['clock', 'sail']],
  ['IS:MARKED', ['clock', 'sail']],
  ['-is:marked', ['bell', 'clog']],
  ['is:marked clo', ['clock']],
  ['clo -is:marked', ['clog']],
  ['xis:marked', []],
])('%s finds among the marks', (text, found) => {
  expect(names(asking(text)).sort()).toEqual(found);
});

test('what is marked or no longer marked meanwhile comes and goes', () => {
  const all = asking('is:marked', []);
  expect(names(all)).toEqual([]);
  const one = afterKeys(asking('is:marked'), 'space');
  expect(names(one)).toEqual(['sail']);
});
