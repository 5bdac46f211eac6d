import { expect, test } from 'vitest';
import { suggestedFields } from '../../src/core/suggested-fields.ts';
import { aDefinition } from '../support/a-definition.ts';

test('takes what the ingredients agree on, and the tools any of them states', () => {
  const first = aDefinition({ description: 'First', model: 'opus', color: 'red', tools: ['Read', 'Grep'] });
  const second = aDefinition({ description: 'Second', model: 'sonnet', color: null, tools: ['Read', 'Edit'] });
  expect(suggestedFields([first, second])).toEqual({
    name: '',
    description: 'First',
    model: '',
    color: 'red',
    tools: 'Read, Grep, Edit',
  });
});

test('suggests nothing for no ingredients', () => {
  expect(suggestedFields([])).toEqual({ name: '', description: '', model: '', color: '', tools: '' });
});
