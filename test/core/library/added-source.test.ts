import { expect, test } from 'vitest';
import { addedSources } from '../../../src/core/library/added-source.ts';

test.each([
  [['/home/me/team'], ['team']],
  [['/home/me/team/'], ['team']],
  [
    ['/a/team', '/b/own'],
    ['team', 'own'],
  ],
  [
    ['/a/team/agents', '/a/own/agents', '/a/other'],
    ['team/agents', 'own/agents', 'other'],
  ],
  [['/a/x', '/a/x'], ['x']],
  [
    ['/agents', '/a/agents'],
    ['agents', 'a/agents'],
  ],
  [['/'], ['/']],
])('folders %j are called %j', (folders, ids) => {
  expect(addedSources(folders).map(({ id }) => id)).toEqual(ids);
});
