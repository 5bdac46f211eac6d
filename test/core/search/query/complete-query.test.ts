import { describe, expect, test } from 'vitest';
import { toolList } from '../../../../src/core/definition/tools.ts';
import { completeQuery } from '../../../../src/core/search/query/complete-query.ts';
import { createSearch } from '../../../../src/core/search/search.ts';
import { aDefinition } from '../../../support/a-definition.ts';

const SEARCH = createSearch([
  aDefinition({ name: 'a', model: 'sonnet', tools: toolList(['Bash(git diff:*)', 'Bash']), origin: 'my team' }),
  aDefinition({ name: 'b', model: 'sonnet', tools: toolList(['bash']), origin: 'acme-agents' }),
  aDefinition({ name: 'c', model: 'opus', tools: toolList(['Bash']) }),
  aDefinition({ name: 'd', model: 'o3' }),
]);

const NAMES = ['backend-architect', 'Code Review'];

const completed = (text: string) => {
  const completion = completeQuery(
    text,
    SEARCH.values,
    ['error', 'warning', 'not-yaml'],
    (beginning) => NAMES.find((name) => name.toLowerCase().startsWith(beginning.toLowerCase())) ?? null,
  );
  return completion && `${text}${completion.rest}${completion.count === null ? '' : ` ${completion.count}`}`;
};

describe('completeQuery', () => {
  test.each([
    ['the beginning of a filter', 'mo', 'mo'.concat('del:')],
    ['a filter but for the colon', 'code model', 'code model:'],
    ['the beginning of an excluded filter', '-to', '-tool:'],
    ['the beginning of a filter after a |', 'a|for', 'a|format:'],
    ['a filter, by the value that most have', 'model:', 'model:sonnet 2'],
    ['the beginning of a value', 'model:so', 'model:sonnet 2'],
    ['the beginning of a value, the most frequent first', 'tool:b', 'tool:bash 3'],
    ['a value in the case that was typed', 'tool:BA', 'tool:BAsh 3'],
    ['a value with blanks, once in quotation marks', 'source:"my', 'source:"my team" 1'],
    ['the beginning of a name', '^back', '^backend-architect'],
    ['the beginning of a name, in the case that was typed', 'api name:BACK', 'api name:BACKend-architect'],
    ['a name with blanks, once in quotation marks', 'name:"code', 'name:"code Review"'],
    ['the beginning of a name that is all that is typed', 'backen', 'backend-architect'],
    ['the beginning of a collection, in any word', 'code acm', 'code acme-agents 1'],
    ['the beginning of a problem', 'problem:not', 'problem:not-yaml'],
  ])('completes %s', (_name, text, expected) => {
    expect(completed(text)).toBe(expected);
  });

  test.each([
    ['nothing', ''],
    ['a single letter', 'm'],
    ['a word that begins no filter', 'mono'],
    ['the beginning of a name behind other words', 'code backen'],
    ['a word that is finished', 'mo '],
    ['a phrase', '"mo'],
    ['the beginning of no name', '^mo'],
    ['a name that is complete', '^backend-architect'],
    ['a name with blanks that would end it', '^code'],
    ['a name before anything is typed of it', 'name:'],
    ['a value that is complete', 'model:opus'],
    ['a value nobody has', 'model:x'],
    ['a value in quotation marks that are closed', 'model:"so"'],
    ['a value with blanks that would end it', 'source:my'],
    ['words of bodies', 'body:so'],
    ['a filter there is not', 'foo:so'],
  ])('suggests nothing after %s', (_name, text) => {
    expect(completed(text)).toBeNull();
  });
});
