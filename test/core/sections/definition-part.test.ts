import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BODY, holdsPart, parsePart, partId } from '../../../src/core/sections/definition-part.ts';
import { PART } from '../../support/arbitrary-draft.ts';

test('law: a part is read as it was written', () => {
  fc.assert(
    fc.property(PART, (part) => {
      expect(parsePart(partId(part))).toEqual(part);
    }),
  );
});

test.each([
  ['*', { kind: 'body' }],
  ['tools/read', { kind: 'section', id: 'tools/read' }],
  ['tools/read:3', { kind: 'passage', section: 'tools/read', index: 3 }],
  [':3', { kind: 'section', id: ':3' }],
])('%s means %j', (id, part) => {
  expect(parsePart(id)).toEqual(part);
});

test.each([
  ['*', 'a:1', true],
  ['a', '*', false],
  ['a', 'a/b', true],
  ['a', 'a/b:1', true],
  ['a', 'ab', false],
  ['a', 'ab:1', false],
  ['a:1', 'a', false],
  ['a:1', 'a:11', false],
])('whether %s holds %s: %s', (outer, inner, expected) => {
  expect(holdsPart(parsePart(outer), parsePart(inner))).toBe(expected);
});

test('law: every part holds itself, and the body holds every part', () => {
  fc.assert(
    fc.property(PART, (part) => {
      expect([holdsPart(part, part), holdsPart(BODY, part)]).toEqual([true, true]);
    }),
  );
});
