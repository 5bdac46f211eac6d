import { describe, expect, test } from 'vitest';
import {
  carriableFields,
  conflictingChoices,
  fieldChoices,
  intersectionOfTools,
  suggestedFields,
  toolWidening,
} from '../../../src/core/compose/ingredient-fields.ts';
import { aDefinition } from '../../support/a-definition.ts';

const FIRST = aDefinition({ name: 'a', description: 'First', model: 'opus', color: 'red', tools: ['Read', 'Bash'] });
const SECOND = aDefinition({
  name: 'b',
  description: 'Second',
  model: 'sonnet',
  color: null,
  tools: ['Read', 'Bash(git diff:*)', 'Edit'],
});
const FREE = aDefinition({ name: 'c', description: 'Third', tools: null });

describe('what a composition starts with', () => {
  test('is what the ingredients agree on, and the tools any of them states', () => {
    expect(suggestedFields([FIRST, SECOND])).toEqual({
      name: '',
      description: 'First',
      model: '',
      color: 'red',
      tools: 'Read, Bash, Bash(git diff:*), Edit',
    });
  });

  test('is nothing for no ingredients', () => {
    expect(suggestedFields([])).toEqual({ name: '', description: '', model: '', color: '', tools: '' });
  });
});

describe('what a field can be', () => {
  test('is each value that is stated, with who says so', () => {
    expect(fieldChoices([FIRST, SECOND, FIRST], 'model')).toEqual([
      { value: 'opus', from: 'a, a' },
      { value: 'sonnet', from: 'b' },
    ]);
    expect(conflictingChoices([FIRST, SECOND], 'model')).toHaveLength(2);
    expect(conflictingChoices([FIRST, FREE], 'model')).toEqual([]);
  });

  test('tells agents of one name apart', () => {
    const user = aDefinition({ name: 'a', scope: 'user', model: 'haiku' });
    expect(fieldChoices([FIRST, user], 'model').map(({ from }) => from)).toEqual(['a (project)', 'a (user)']);
    const file = aDefinition({ name: 'a', id: 'x', path: '/p/deep/other.md', model: 'haiku' });
    expect(fieldChoices([FIRST, file], 'model').map(({ from }) => from)).toEqual(['a (a.md)', 'a (other.md)']);
  });

  test('of tools is also what any and what all of them may use, and all where one inherits them', () => {
    expect(fieldChoices([FIRST, SECOND, FREE], 'tools')).toEqual([
      { value: 'Read, Bash, Bash(git diff:*), Edit', from: 'all that any of them states' },
      { value: 'Read, Bash(git diff:*)', from: 'what all of them may use' },
      { value: 'Read, Bash', from: 'those of a' },
      { value: 'Read, Bash(git diff:*), Edit', from: 'those of b' },
      { value: '', from: 'all tools, as c' },
    ]);
    expect(intersectionOfTools([FREE])).toEqual([]);
  });
});

describe('tools that allow more than any ingredient does', () => {
  test.each([
    ['what one of them may do', 'Read, Bash(npm test)', null],
    ['what none may do alone', 'Bash, Edit', 'no ingredient may do all of it; a lacks Edit'],
    ['all tools', ' ', 'it inherits all tools, and no ingredient does'],
  ])('%s', (_, tools, expected) => {
    expect(toolWidening([FIRST, SECOND], tools)).toBe(expected);
  });

  test('are none where an ingredient inherits all', () => {
    expect(toolWidening([FIRST, FREE], '')).toBeNull();
  });
});

test('fields that can be carried over are those that are none of a draft, with who states another value', () => {
  const one = aDefinition({ name: 'a', frontmatter: { name: 'a', tools: 'Read', maxTurns: 5, hooks: { x: 1 } } });
  const two = aDefinition({ name: 'b', frontmatter: { maxTurns: 8, hooks: { x: 1 } } });
  expect(carriableFields([one, two])).toEqual([
    { definition: one.id, agent: 'a', path: one.path, field: 'maxTurns', value: 5, others: ['b'] },
    { definition: one.id, agent: 'a', path: one.path, field: 'hooks', value: { x: 1 }, others: [] },
  ]);
});
