import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toolList } from '../../../../src/core/definition/tools.ts';
import { faultWords, queryFaults } from '../../../../src/core/search/query/query-faults.ts';
import { createSearch } from '../../../../src/core/search/search.ts';
import { aDefinition } from '../../../support/a-definition.ts';

const SEARCH = createSearch([
  aDefinition({ name: 'one', model: 'opus', tools: toolList(['Bash(git diff:*)', 'Read']) }),
  aDefinition({ name: 'two', model: 'opus', tools: toolList(['Read', 'mcp__github__search']) }),
  aDefinition({ name: 'three', model: null }),
]);
const faults = (text: string) => queryFaults(text, SEARCH.values);

describe('a filter that is none', () => {
  test.each([
    ['sorce:x', 'sorce', 'source'],
    ['backend TOLL:Bash', 'TOLL', 'tool'],
    ['foo:bar', 'foo', null],
  ])('is found in %s', (text, name, meant) => {
    expect(faults(text)).toEqual([{ kind: 'filter', name, meant }]);
  });

  test.each([
    'tool:Bash',
    'tools:Bash',
    'description:forge',
    'review',
    'note:',
    'https://example.org',
    '"sorce:x"',
    'sorce',
  ])('is none in %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('a value that nothing has', () => {
  test.each([
    ['tool:Baash', [{ label: 'Bash', count: 1 }]],
    ['tool:raed', [{ label: 'Read', count: 2 }]],
    ['tool:githubb', [{ label: 'github', count: 1 }]],
    ['model:opuss', [{ label: 'opus', count: 2 }]],
    ['kind:agnet', [{ label: 'agent', count: 3 }]],
    ['problem:eror', [{ label: 'error', count: null }]],
  ])('is found in %s with the one that was meant', (text, others) => {
    expect(faults(text)).toMatchObject([{ kind: 'value', isSlip: true, others }]);
  });

  test('is told with those that most have, where it is like none', () => {
    expect(faults('model:gemini')).toEqual([
      {
        kind: 'value',
        filter: 'model',
        text: 'gemini',
        isSlip: false,
        others: [
          { label: 'opus', count: 2 },
          { label: 'none', count: 1 },
        ],
      },
    ]);
  });

  test.each([
    'tool:Ba',
    'tool:git',
    'model:',
    'model:"opus"',
    '-tool:Baash',
    'name:zzz',
    'body:zzz',
    'problem:shad',
    'problem:warning',
  ])('is none in %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

test('law: a query with such a value in it finds nothing, unless another may stand for it', () => {
  const value = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.constantFrom('tool', 'model', 'kind', 'format'), value, (filter, text) => {
      const query = `${filter}:${text}`;
      expect(faults(query).length > 0).toBe(SEARCH.search(query).length === 0);
    }),
  );
});

test('a fault is told with what was meant', () => {
  const words = (text: string) => faults(text).map(faultWords).join(' ');
  expect(words('sorce:x')).toBe('There is no filter “sorce:”. Was source: meant?');
  expect(words('foo:bar')).toMatch(/^There is no filter “foo:”. There are name, desc, .* and body\.$/);
  expect(words('tool:Baash')).toBe('Nothing has “tool:Baash”. Was tool:Bash (1) meant?');
  expect(words('model:gemini')).toBe('Nothing has “model:gemini”. There is model:opus (2), model:none (1).');
});
