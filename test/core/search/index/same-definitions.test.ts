import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEW, sameDefinitions } from '../../../../src/core/search/index/same-definitions.ts';

const objects = Array.from({ length: 200 }, (_, number) => ({ number }));

test('law: what it gives is the same object, in rising order', () => {
  const lists = fc.array(fc.subarray(objects), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(lists, fc.boolean(), ([before = [], next = []], isTurned) => {
      const given = isTurned ? next.toReversed() : next;
      let last = NEW;
      for (const [at, place] of sameDefinitions(before, given).entries()) {
        if (place === NEW) continue;
        expect(before[place]).toBe(given[at]);
        expect(place).toBeGreaterThan(last);
        last = place;
      }
    }),
  );
});

test('all but the few that changed are found', () => {
  const before = objects;
  const next = [...before.slice(0, 50), { number: -1 }, ...before.slice(51, 100), ...before.slice(103), { number: -2 }];
  const same = sameDefinitions(before, next);
  expect([...same].filter((place) => place === NEW)).toHaveLength(2);
  expect([same[50], same[51], same[100], same.at(-1)]).toEqual([NEW, 51, 103, NEW]);
});

test('hardly anything is looked at where nothing is the same', () => {
  let looked = 0;
  const before = new Proxy(
    objects.map(({ number }) => ({ number })),
    {
      get: (list, key) => {
        if (key !== 'length') looked += 1;
        return Reflect.get(list, key);
      },
    },
  );
  expect([...sameDefinitions(before, objects)].every((place) => place === NEW)).toBe(true);
  expect(looked).toBeLessThanOrEqual(64 * objects.length);
});
