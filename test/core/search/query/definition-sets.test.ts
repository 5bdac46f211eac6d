import { describe, expect, test } from 'vitest';
import { completeQuery } from '../../../../src/core/search/query/complete-query.ts';
import {
  asksForSet,
  asksForSets,
  type DefinitionSets,
  wantsSet,
} from '../../../../src/core/search/query/definition-sets.ts';
import { faultWords, queryFaults } from '../../../../src/core/search/query/query-faults.ts';
import { createSearch, type Search } from '../../../../src/core/search/search.ts';
import { finish } from '../../../../src/kit/run-steps.ts';
import { aDefinition } from '../../../support/a-definition.ts';

const LIBRARY = ['anchor', 'buoy', 'compass'].map((name) => aDefinition({ name, body: 'At sea.\n' }));
const named =
  (...names: readonly string[]) =>
  ({ name }: { readonly name: string }) =>
    names.includes(name);
const knowing = (sets: DefinitionSets): Search => createSearch(LIBRARY).withSets(sets);
const found = (search: Search, query: string) =>
  search
    .search(query)
    .slice()
    .map(({ definition }) => definition.name)
    .join(' ');

describe('sets as values of is:', () => {
  const search = knowing({ composed: named('anchor', 'buoy'), marked: named('buoy') });

  test.each([
    ['is:composed', 'anchor buoy'],
    ['-is:composed', 'compass'],
    ['is:composed -is:marked', 'anchor'],
    ['is:marked | compass', 'buoy compass'],
    ['is:on is:marked', 'buoy'],
    ['is:composed buoi', 'buoy'],
  ])('%s finds %s', (query, names) => {
    expect(found(search, query).split(' ').sort().join(' ')).toBe(names);
  });

  test.each(['is:composed', '-is:composed'])('%s finds nothing while nobody knows', (query) => {
    expect(found(knowing({ composed: null }), query)).toBe('');
    expect(found(knowing({ composed: null }), `${query} | compass`)).toBe('compass');
  });

  test('they stay known while the search is worked on and its library grows, until others are told', () => {
    const worked = finish(search.work('body:sea'));
    expect(found(worked, 'body:sea is:marked')).toBe('buoy');
    expect(found(worked.withDefinitions(LIBRARY.slice(1)), 'is:composed')).toBe('buoy');
    expect(found(worked.withSets({}), 'is:composed')).toBe('');
    expect(found(worked, 'is:composed')).toBe('anchor buoy');
  });

  test('they are suggested, with their count once it is known', () => {
    const completed = (sets: DefinitionSets) => completeQuery('is:c', knowing(sets).values, [], () => null);
    expect(completed({ composed: named('buoy') })).toEqual({ rest: 'omposed', count: 1 });
    expect(completed({ composed: null })).toEqual({ rest: 'omposed', count: null });
    expect(completed({})).toBeNull();
  });

  test('they are named where a value was mistyped', () => {
    const said = (sets: DefinitionSets, query: string) => queryFaults(query, knowing(sets).values).map(faultWords);
    expect(said({ composed: null }, 'is:compoesd')).toEqual(['Nothing has “is:compoesd”. Was is:composed meant?']);
    expect(said({ composed: named('buoy') }, 'is:compoesd')).toEqual([
      'Nothing has “is:compoesd”. Was is:composed (1) meant?',
    ]);
    expect(said({ composed: named() }, 'is:composed')).toEqual([]);
    expect(said({ composed: named() }, 'is:compoesd')).toEqual([
      'Nothing has “is:compoesd”. Was is:composed (0) meant?',
    ]);
    expect(said({ composed: named(), marked: named('buoy') }, 'is:zzz')).toEqual([
      'Nothing has “is:zzz”. There is is:on (3), is:marked (1).',
    ]);
    expect(said({}, 'is:marked')).toEqual(['Nothing has “is:marked”. There is is:on (3).']);
  });
});

test.each([
  ['is:composed', true, true, true],
  ['IS:comp', true, true, true],
  ['-is:"composed"', true, true, false],
  ['a|is:^comp', true, true, true],
  ['is:marked', true, false, false],
  ['is:', false, false, false],
  ['this:composed', false, false, false],
  ['"is:composed"', false, false, false],
])('%s asks for sets: %s, for the composed ones: %s, wants them: %s', (query, sets, composed, wanted) => {
  expect([asksForSets(query), asksForSet(query, 'composed'), wantsSet(query, 'composed')]).toEqual([
    sets,
    composed,
    wanted,
  ]);
});
