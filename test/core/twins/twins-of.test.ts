import { expect, test } from 'vitest';
import type { TwinGroup } from '../../../src/core/twins/find-twins.ts';
import { twinsOf } from '../../../src/core/twins/twins-of.ts';

const group = (kind: TwinGroup['kind'], ...definitions: readonly string[]): TwinGroup => ({
  kind,
  definitions,
  similarity: 1,
  sameFile: false,
});

const GROUPS = [
  group('exact', 'a', 'b'),
  group('exact', 'p', 'q'),
  group('near', 'n', 'a', 'b'),
  group('contained', 'large', 'n'),
  group('contained', 'large', 'other'),
];

test.each([
  ['nobody', []],
  ['a', ['b', 'n', 'large']],
  ['n', ['a', 'b', 'large']],
  ['p', ['q']],
  ['large', ['n', 'other']],
  ['other', ['large']],
])('the twins of %s', (id, twins) => {
  expect(twinsOf(GROUPS, id)).toEqual(twins);
});
