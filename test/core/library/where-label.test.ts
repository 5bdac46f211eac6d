import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byScopeThenName } from '../../../src/core/library/library.ts';
import { whereLabel } from '../../../src/core/library/where-label.ts';
import { aDefinition } from '../../support/a-definition.ts';

const from = (origin: string, ...paths: readonly string[]) =>
  paths.map((path) => aDefinition({ name: 'forge', scope: 'added', origin, path, id: path }));
const labels = (...groups: readonly (readonly ReturnType<typeof aDefinition>[])[]) => {
  const library = groups.flat().toSorted(byScopeThenName);
  return groups.flat().map((definition) => whereLabel(library, definition));
};

test.each([
  [
    'its origin, where no other of its name comes from there',
    [from('a', '/a/forge.md'), from('b', '/b/forge.md')],
    ['a', 'b'],
  ],
  [
    'the beginning of the file that differs',
    [from('seeds', '/s/002_4e9d.md', '/s/004_8c.md')],
    ['seeds/002', 'seeds/004'],
  ],
  ['the folder that differs', [from('team', '/t/old/forge.md', '/t/new/forge.md')], ['team/old', 'team/new']],
  [
    'all that differs, where a piece does not tell',
    [from('t', '/t/a/x/f.md', '/t/a/y/f.md', '/t/b/x/f.md')],
    ['t/a/x', 't/a/y', 't/b'],
  ],
  [
    'the ending, where one name begins the other',
    [from('t', '/t/forge.md', '/t/forge-two.md')],
    ['t/forge', 't/…-two'],
  ],
])('a label is %s', (_what, groups, expected) => {
  expect(labels(...groups)).toEqual(expected);
});

test('law: no two of one name carry one label', () => {
  const segment = fc.constantFrom('a', 'b', 'forge', 'forge-two', '002_x', '002_y', 'a b', '-', 'x.y');
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}.md`);
  const bundled = fc.boolean();
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ path, bundled }), { maxLength: 6, selector: ({ path: one }) => one }),
      (given) => {
        const all = given.map(({ path: one, bundled: isOurs }) =>
          aDefinition({
            name: 'forge',
            path: one,
            id: one,
            scope: isOurs ? 'bundled' : 'added',
            origin: isOurs ? 'bundled' : 'x',
          }),
        );
        const library = all.toSorted(byScopeThenName);
        const found = all.map((definition) => whereLabel(library, definition));
        expect(new Set(found).size).toBe(all.length);
      },
    ),
  );
});
