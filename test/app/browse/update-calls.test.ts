import { expect, test } from 'vitest';
import { resultsOf } from '../../../src/app/browse/browse-results.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryOf } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LIBRARY = libraryOf(['bell', 'clock', 'sail'].map((name) => aDefinition({ name })));
const counted = {
  folder: '/h/.claude/projects',
  transcripts: 2,
  unread: 0,
  counts: new Map([
    ['sail', { calls: 3, last: null }],
    ['clock', { calls: 1, last: '2026-01-02T03:04:05Z' }],
    ['Explore', { calls: 9, last: null }],
  ]),
};
const names = (model: Model) =>
  resultsOf(model)
    .slice()
    .map(({ definition }) => definition.name);

test('calls are counted when asked for, and the list stands in their order then', () => {
  const asked = update(aModel({ library: LIBRARY }), { type: 'callsAsked' });
  expect(asked.effects).toEqual([{ type: 'countCalls' }]);
  expect(asked.model.browse.sort).toBe('match');
  const { model } = update(asked.model, { type: 'callsCounted', counted });
  expect(names(model)).toEqual(['sail', 'clock', 'bell']);
  expect(model.notice?.text).toContain('13 calls of 3 names in 2 transcripts');
  expect(afterKeys(model, 's').browse.sort).toBe('match');
  expect(afterKeys(model, 'u').browse.sort).toBe('match');
  expect(afterKeys(model, 's s s s s s').browse.sort).toBe('calls');
});

test('that none are kept is said', () => {
  const { model } = update(aModel({ library: LIBRARY }), { type: 'callsCounted', counted: null });
  expect(model.notice?.text).toContain('No transcripts of Claude Code');
  expect(model.browse.sort).toBe('match');
  expect(afterKeys(model, 's s s s s').browse.sort).toBe('match');
});
