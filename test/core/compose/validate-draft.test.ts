import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLORS, draftProblem, fieldProblems } from '../../../src/core/compose/validate-draft.ts';
import { INHERIT } from '../../../src/core/definition/tools.ts';
import { type DraftFields, EMPTY_DRAFT, pickOfBody } from '../../../src/core/draft/draft.ts';
import { aDefinition } from '../../support/a-definition.ts';

const someFields = (parts: Partial<DraftFields> = {}): DraftFields => ({
  name: 'my-agent',
  description: 'Use it for all',
  model: '',
  tools: INHERIT,
  color: '',
  ...parts,
});

describe('the fields of a draft', () => {
  test('that state a name and when to use it are fine', () => {
    expect(fieldProblems(someFields(), 'claude')).toEqual({});
  });

  test.each(['a', 'my-agent', 'v2', '2nd-reader', ' padded ', 'a'.repeat(64)])('take the name %j', (name) => {
    expect(fieldProblems(someFields({ name }), 'claude').name).toBeUndefined();
  });

  test.each([
    ['', 'A name is needed'],
    ['   ', 'A name is needed'],
    ['My-Agent', 'Lowercase letters'],
    ['my agent', 'Lowercase letters'],
    ['my_agent', 'Lowercase letters'],
    ['-agent', 'Lowercase letters'],
    ['a--b', 'Lowercase letters'],
    ['../agent', 'Lowercase letters'],
    ['a/b', 'Lowercase letters'],
    ['.', 'Lowercase letters'],
    ['agent\u0000', 'Lowercase letters'],
    ['名前', 'Lowercase letters'],
    ['a'.repeat(65), 'At most 64 characters'],
  ])('refuse the name %j', (name, words) => {
    expect(fieldProblems(someFields({ name }), 'claude').name).toContain(words);
  });

  test.each(['', 'sonnet', 'inherit', 'claude-opus-4', 'anthropic/claude@2', 'opus[1m]', ' opus '])(
    'take the model %j',
    (model) => {
      expect(fieldProblems(someFields({ model }), 'claude').model).toBeUndefined();
    },
  );

  test('refuse a model of two words', () => {
    expect(fieldProblems(someFields({ model: 'the best' }), 'claude').model).toContain('one word');
  });

  test('take every colour by its name and no other', () => {
    for (const color of ['', ...COLORS]) expect(fieldProblems(someFields({ color }), 'claude').color).toBeUndefined();
    expect(fieldProblems(someFields({ color: 'mauve' }), 'claude').color).toContain('red blue');
  });

  test('law: a name that passes stays in its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '1', '-', '.', '/', '\\', ' ', '\n', '~', ':') }), (name) => {
        if (fieldProblems(someFields({ name }), 'claude').name === undefined)
          expect(name.trim()).toMatch(/^[a-z0-9-]+$/);
      }),
    );
  });
});

describe('draftProblem', () => {
  const picks = [pickOfBody(aDefinition({ body: 'Be brief.\n' }))];

  test('asks for a pick before anything else', () => {
    expect(draftProblem(EMPTY_DRAFT)).toBe('Nothing is taken yet');
  });

  test('names the first field that is wrong', () => {
    expect(draftProblem({ ...EMPTY_DRAFT, picks, fields: someFields({ name: '', description: '' }) })).toBe(
      'A name is needed',
    );
    expect(draftProblem({ ...EMPTY_DRAFT, picks, fields: someFields({ description: ' ' }) })).toContain(
      'Say when to use it',
    );
  });

  test('is null for a draft that can be saved', () => {
    expect(draftProblem({ ...EMPTY_DRAFT, picks, fields: someFields() })).toBeNull();
  });
});
