import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { createSearch, emptySearch, type Search } from '../../../src/core/search/search.ts';
import { finish } from '../../../src/kit/run-steps.ts';
import { syntheticDefinitions } from '../../bench/synthetic-library.ts';
import { aDefinition } from '../../support/a-definition.ts';

const MANY = syntheticDefinitions(600, 3, 20);
const QUERIES = ['back', 'arch', 'cod rev', 'secruity', 'dt', '^py', '-data model:opus', 'body:table', '"batch"', ''];

const answers = (search: Search) =>
  QUERIES.map((query) => {
    return finish(search.work(query))
      .search(query)
      .slice(0, 50)
      .map(({ definition, score, matches }) => [definition.id, score, matches.name]);
  });

describe('a search that grows with its library', () => {
  test('finds what one made at once finds, whatever came and went', () => {
    const step = fc.array(fc.nat({ max: MANY.length - 1 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const libraries = steps.map((chosen) => [...new Set(chosen)].map((at) => MANY[at] as AgentDefinition));
        const grown = libraries.reduce((search, library) => search.withDefinitions(library), emptySearch());
        const [last = []] = libraries.slice(-1);
        expect(answers(grown)).toEqual(answers(createSearch(last)));
      }),
      { numRuns: 25 },
    );
  });

  test('scores the same as one made at once while nothing is gone', () => {
    const grown = emptySearch()
      .withDefinitions(MANY.slice(0, 100))
      .withDefinitions(MANY.slice(0, 300))
      .withDefinitions(MANY);
    expect(answers(grown)).toEqual(answers(createSearch(MANY)));
  });

  test('leaves the one it grew from as it was', () => {
    const before = createSearch(MANY.slice(0, 200));
    const expected = answers(before);
    before.withDefinitions(MANY.slice(100, 300));
    const ids = answers(before).map((hits) => hits.map(([id]) => id));
    expect(ids).toEqual(expected.map((hits) => hits.map(([id]) => id)));
  });

  test('knows no more than it did, whatever is worked out beside it', () => {
    const before = emptySearch().withDefinitions(MANY);
    const ids = (search: Search, query: string) =>
      search
        .search(query)
        .slice()
        .map(({ definition }) => definition.id);
    const expected = ['', 'back', 'tst'].map((query) => ids(before, query));
    const work = before.work('body:table');
    const { value } = work.next();
    const begun = value && 'kind' in value ? value.search() : before;
    const found = ['', 'back', 'tst'].map((query) => ids(begun, query));
    const ready = finish(work);
    expect(['', 'back', 'tst'].map((query) => ids(before, query))).toEqual(expected);
    expect(['', 'back', 'tst'].map((query) => ids(begun, query))).toEqual(found);
    expect([before, begun, ready].map((search) => search.nextWork('body:table') === null)).toEqual([
      false,
      false,
      true,
    ]);
    expect(ids(before, 'body:table')).toEqual([]);
    expect(ids(ready, 'body:table').length).toBeGreaterThan(0);
  });

  test('two that grew from the same one know nothing of each other', () => {
    const texts = fc.array(fc.constantFrom('table', 'pullover', 'knit', 'anvil'), { minLength: 1, maxLength: 3 });
    const library = fc
      .array(texts, { maxLength: 12 })
      .map((all) =>
        all.map((words, at) => aDefinition({ id: `project:${at}`, path: `/${at}.md`, description: words.join(' ') })),
      );
    fc.assert(
      fc.property(fc.array(library, { minLength: 1, maxLength: 3 }), library, library, (steps, one, other) => {
        const from = () => steps.reduce((search, step) => search.withDefinitions(step), emptySearch());
        const shared = from();
        shared.withDefinitions(other);
        const found = (search: Search) =>
          search
            .search('knit pull')
            .slice()
            .map(({ score, definition }) => [score, definition.id]);
        const branched = shared.withDefinitions(one);
        const alone = from().withDefinitions(one);
        expect([found(branched), branched.nextWork('')]).toEqual([found(alone), alone.nextWork('')]);
      }),
    );
  });

  test('is ready at once after a few changes, and by and by after many', () => {
    const search = emptySearch().withDefinitions(MANY);
    expect(search.nextWork('')).not.toBeNull();
    const ready = finish(search.work(''));
    const [first = aDefinition(), ...others] = MANY;
    const changed = ready.withDefinitions([{ ...first, description: 'Knits pullovers' }, ...others]);
    expect(changed.nextWork('')).toBeNull();
    expect(changed.search('pullovers').at(0)?.definition.id).toBe(first.id);
    expect(ready.search('"pullovers"')).toHaveLength(0);
  });

  test('takes in what changed beside name and description', () => {
    const one = aDefinition({ model: 'opus' });
    const changed = createSearch([one]).withDefinitions([{ ...one, model: 'haiku' }]);
    expect(changed.search('model:haiku')).toHaveLength(1);
    expect(changed.search('model:opus')).toHaveLength(0);
  });

  test('starts afresh when most of what it holds is gone', () => {
    let search = createSearch(MANY);
    const few = MANY.slice(0, 5);
    search = search.withDefinitions(few);
    expect(answers(search).map((hits) => hits.map(([id]) => id).sort())).toEqual(
      answers(createSearch(few)).map((hits) => hits.map(([id]) => id).sort()),
    );
  });

  test('puts thousands of hits in order when somebody looks so far', () => {
    const all = syntheticDefinitions(3_000, 4, 5);
    const hits = createSearch(all).search('a').slice();
    expect(hits.length).toBeGreaterThan(1_500);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(new Set(hits.map(({ definition }) => definition.id)).size).toBe(hits.length);
  });
});
