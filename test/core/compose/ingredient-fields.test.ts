import { describe, expect, test } from 'vitest';
import {
  carriableFields,
  conflictingChoices,
  fieldChoices,
  suggestedFields,
  unknownChoices,
} from '../../../src/core/compose/ingredient-fields.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { aDefinition } from '../../support/a-definition.ts';

const FIRST = aDefinition({
  name: 'a',
  description: 'First',
  model: 'opus',
  color: 'red',
  tools: toolList(['Read', 'Bash']),
});
const SECOND = aDefinition({
  name: 'b',
  description: 'Second',
  model: 'sonnet',
  color: null,
  tools: toolList(['Read', 'Bash(git diff:*)', 'Edit']),
});
const FREE = aDefinition({ name: 'c', description: 'Third', tools: INHERIT });

describe('what a composition starts with', () => {
  test('is what the ingredients agree on, and the tools any of them states', () => {
    expect(suggestedFields([FIRST, SECOND], 'claude')).toEqual({
      name: '',
      description: 'First',
      model: '',
      color: 'red',
      tools: toolList(['Read', 'Bash', 'Bash(git diff:*)', 'Edit']),
    });
  });

  test('is nothing for no ingredients', () => {
    expect(suggestedFields([], 'claude')).toEqual({ name: '', description: '', model: '', color: '', tools: INHERIT });
  });
});

describe('what a field can be', () => {
  test('is each value that is stated, with who says so', () => {
    expect(fieldChoices([FIRST, SECOND, FIRST], 'model', 'claude')).toEqual([
      { value: 'opus', from: 'a, a' },
      { value: 'sonnet', from: 'b' },
    ]);
    expect(conflictingChoices([FIRST, SECOND], 'model', 'claude')).toHaveLength(2);
    expect(conflictingChoices([FIRST, FREE], 'model', 'claude')).toEqual([]);
  });

  test('is one value where two differ in nothing but case, as the harness writes it', () => {
    const loud = aDefinition({ name: 'b', model: 'Opus', color: 'RED' });
    expect(fieldChoices([loud, FIRST], 'model', 'claude')).toEqual([{ value: 'opus', from: 'b, a' }]);
    expect(suggestedFields([loud], 'claude')).toMatchObject({ model: 'opus', color: 'red' });
  });

  test('is none that the harness does not know', () => {
    const foreign = aDefinition({ name: 'b', model: 'Claude Sonnet 4.5 (copilot)', color: 'teal' });
    expect(suggestedFields([foreign], 'claude')).toMatchObject({ model: '', color: '' });
    expect(suggestedFields([foreign, FIRST], 'claude')).toMatchObject({ model: 'opus', color: 'red' });
    expect(unknownChoices([foreign, FIRST], 'color', 'claude')).toEqual([{ value: 'teal', from: 'b' }]);
    expect(suggestedFields([foreign], 'copilot').model).toBe('Claude Sonnet 4.5 (copilot)');
    expect(suggestedFields([aDefinition({ color: '#ff8800' })], 'opencode').color).toBe('#ff8800');
  });

  test('of disjoint tools is also none at all', () => {
    const choices = fieldChoices(
      [aDefinition({ name: 'a', tools: toolList(['Read']) }), aDefinition({ name: 'b', tools: toolList(['Bash']) })],
      'tools',
      'claude',
    );
    expect(choices).toContainEqual({ value: 'none', from: 'all of 2 (fewest)' });
    expect(fieldChoices([aDefinition({ name: 'a', tools: NO_TOOLS })], 'tools', 'claude')).toEqual([
      { value: 'none', from: 'a' },
    ]);
  });

  test('tells agents of one name apart', () => {
    const user = aDefinition({ name: 'a', scope: 'user', model: 'haiku' });
    expect(fieldChoices([FIRST, user], 'model', 'claude').map(({ from }) => from)).toEqual(['a (project)', 'a (user)']);
    const file = aDefinition({ name: 'a', id: 'x', path: '/p/deep/other.md', model: 'haiku' });
    expect(fieldChoices([FIRST, file], 'model', 'claude').map(({ from }) => from)).toEqual([
      'a (project/a)',
      'a (project/deep)',
    ]);
  });

  test('of tools is also what any and what all of them may use, and all where one inherits them', () => {
    expect(fieldChoices([FIRST, SECOND, FREE], 'tools', 'claude')).toEqual([
      { value: 'Read, Bash, Bash(git diff:*), Edit', from: 'any of 2 (merged)' },
      { value: 'Read, Bash(git diff:*)', from: 'all of 2 (fewest)' },
      { value: 'Read, Bash', from: 'a' },
      { value: 'Read, Bash(git diff:*), Edit', from: 'b' },
      { value: '', from: 'all tools, as c' },
    ]);
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
