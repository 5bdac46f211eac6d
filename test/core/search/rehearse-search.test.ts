import { expect, test } from 'vitest';
import { rehearseSearch } from '../../../src/core/search/rehearse-search.ts';
import { createSearch } from '../../../src/core/search/search.ts';
import { syntheticDefinitions } from '../../bench/synthetic-library.ts';

test('a rehearsal ends, and leaves every search as it was', () => {
  const definitions = syntheticDefinitions(40);
  const search = createSearch(definitions);
  const answers = () =>
    ['a', 'review', 'tst', '^b'].map((query) =>
      search
        .search(query)
        .slice()
        .map(({ definition: { path }, score }) => [path, score]),
    );
  const before = answers();

  const steps = [...rehearseSearch(definitions)].length;

  expect(steps).toBeGreaterThan(definitions.length);
  expect(answers()).toEqual(before);
});

test.each([[[]], [syntheticDefinitions(1)]])('a rehearsal of hardly anything ends too', (definitions) => {
  expect([...rehearseSearch(definitions)].length).toBeLessThan(100);
});
