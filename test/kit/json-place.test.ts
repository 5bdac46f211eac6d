import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInJson } from '../../src/kit/json-place.ts';

const TEXT = `{
  "mouse": true, "note": "keys: { \\" 日",
  "list": [{ "keys": 1 }, ["keys"]],
\t"keys": {
    "list.quit": ["x"],
    "list\\u002ecopy": []
  }
}`;

test.each([
  [['mouse'], '2:3'],
  [['note'], '2:18'],
  [['keys'], '4:2'],
  [['keys', 'list.quit'], '5:5'],
  [['keys', 'list.copy'], '6:5'],
  [['keys', 'list.sort'], '4:2'],
  [['none'], '1:1'],
])('%j is at %s', (path, place) => {
  expect(placeInJson(TEXT, path)).toBe(place);
});

test('of a key that is there twice the last counts', () => {
  expect(placeInJson('{ "a": 1,\n"a": 2 }', ['a'])).toBe('2:1');
});

test('law: where a key is said to be, it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
      const lines = JSON.stringify(value, null, '\t').split('\n');
      for (const [outer, inside] of Object.entries(value)) {
        for (const inner of Object.keys(inside)) {
          const [line = 0, column = 0] = placeInJson(lines.join('\n'), [outer, inner]).split(':').map(Number);
          expect(lines[line - 1]?.slice(column - 1).startsWith(`${JSON.stringify(inner)}:`)).toBe(true);
        }
      }
    }),
  );
});
