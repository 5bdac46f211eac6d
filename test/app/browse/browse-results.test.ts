import { describe, expect, test } from 'vitest';
import { currentDefinition, markedOrCurrent, resultsOf } from '../../../src/app/browse/browse-results.ts';
import type { Sort } from '../../../src/app/model/browse-state.ts';
import { definitionById } from '../../../src/app/model/known-definitions.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryFrom, libraryOf } from '../../support/a-model.ts';

const SEVERAL = libraryOf([
  aDefinition({ name: 'beta', source: 'x', model: 'opus', bytes: 10 }),
  aDefinition({ name: 'gamma', source: 'a', model: null, bytes: 30 }),
  aDefinition({ name: 'alpha', source: 'x', model: 'haiku', bytes: 20 }),
]);

const names = (model: ReturnType<typeof aModel>) =>
  resultsOf(model)
    .slice()
    .map(({ definition }) => definition.name);

describe('what the list shows', () => {
  test.each<[Sort, string]>([
    ['match', 'alpha beta gamma'],
    ['name', 'alpha beta gamma'],
    ['source', 'gamma alpha beta'],
    ['model', 'gamma alpha beta'],
    ['size', 'gamma alpha beta'],
  ])('sorted by %s is %s', (sort, expected) => {
    expect(names(aModel({ library: SEVERAL, browse: { sort } })).join(' ')).toBe(expected);
  });

  test('sorted by tokens of a session ends with what costs none', () => {
    const long = 'Casts bells of every size and weight, and hangs them in towers';
    const library = libraryOf([
      aDefinition({ name: 'shadowed', description: long, shadowedBy: 'project:one' }),
      aDefinition({ name: 'small', description: 'Bells' }),
      aDefinition({ name: 'off', description: long, path: '/p/agents/off.md.disabled' }),
      aDefinition({ name: 'large', description: long }),
    ]);
    expect(names(aModel({ library, browse: { sort: 'budget' } })).slice(0, 2)).toEqual(['large', 'small']);
  });

  test('is what the search line finds, blanks around it apart', () => {
    expect(names(aModel({ browse: { query: textField('  keeper ') } }))).toEqual(['data-keeper']);
  });

  test('is found once as long as nothing it depends on changes', () => {
    const model = aModel();
    expect(resultsOf(model)).toBe(resultsOf({ ...model, browse: { ...model.browse, cursor: 2 } }));
  });
});

describe('definitions on the screen', () => {
  test('the current one is the one under the cursor', () => {
    expect(currentDefinition(aModel({ browse: { cursor: 1 } }))?.name).toBe('data-keeper');
    expect(currentDefinition(aModel({ library: libraryFrom({}) }))).toBeNull();
  });

  test('are found by id as long as they are there', () => {
    expect(definitionById(aModel(), 'project:night-watch')?.name).toBe('night-watch');
    expect(definitionById(aModel(), 'project:gone')).toBeNull();
  });

  test('the marked ones stand in the order they were marked, without those that are gone', () => {
    const marked = ['project:night-watch', 'project:gone', 'project:api-smith'];
    expect(markedOrCurrent(aModel({ browse: { marked } })).map(({ name }) => name)).toEqual([
      'night-watch',
      'api-smith',
    ]);
  });

  test('where none is marked the current one stands in', () => {
    expect(markedOrCurrent(aModel({ browse: { cursor: 2 } })).map(({ name }) => name)).toEqual(['night-watch']);
    expect(markedOrCurrent(aModel({ library: libraryFrom({}) }))).toEqual([]);
  });
});
