import { describe, expect, test } from 'vitest';
import { queryOf } from '../../../src/app/browse/browse-results.ts';
import type { Action } from '../../../src/app/model/actions.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { update } from '../../../src/app/update.ts';
import { afterActions, aModel } from '../../support/a-model.ts';

const typing = (text: string) => aModel({ browse: { focus: 'search', query: textField(text) } });
const RECALL: Action = { type: 'queryRecalled' };
const FOUND: Action = { type: 'queriesFound', queries: ['model:opus', 'watch', 'model:sonnet'] };

describe('earlier searches', () => {
  test('are asked for by the first key, and come one after the other, then what was typed', () => {
    expect(update(typing(''), RECALL).effects).toEqual([{ type: 'readQueries' }]);
    const recalled = [0, 1, 2, 3].map((keys) =>
      queryOf(afterActions(typing(''), RECALL, FOUND, ...Array.from({ length: keys }, () => RECALL))),
    );
    expect(recalled).toEqual(['model:opus', 'watch', 'model:sonnet', '']);
  });

  test('are those that hold what is typed', () => {
    const model = afterActions(typing('MODEL'), RECALL, FOUND);
    expect([model, afterActions(model, RECALL), afterActions(model, RECALL, RECALL)].map(queryOf)).toEqual([
      'model:opus',
      'model:sonnet',
      'MODEL',
    ]);
  });

  test('begin anew after a letter', () => {
    const model = afterActions(typing(''), RECALL, FOUND, { type: 'fieldTyped', text: '4' });
    expect(update(model, RECALL).effects).toEqual([{ type: 'readQueries' }]);
  });

  test('that are none are told of, and the line stays', () => {
    const model = afterActions(typing('mo'), RECALL, { type: 'queriesFound', queries: ['mo', 'other'] });
    expect([queryOf(model), model.notice?.text]).toEqual(['mo', 'No earlier search holds this']);
  });

  test('that come when the list has the focus change nothing', () => {
    expect(queryOf(afterActions(typing('mo'), RECALL, { type: 'listFocused' }, FOUND))).toBe('mo');
  });

  test.each<[string, Action]>([
    ['the list is gone to', { type: 'listFocused' }],
    ['something is marked', { type: 'definitionMarked', move: 1 }],
    ['the line is cleared', { type: 'searchLeft' }],
  ])('are kept when %s, if they found something', (_when, action) => {
    const kept = (text: string) => update(typing(text), action).effects.filter(({ type }) => type === 'keepQuery');
    expect(kept(' watch ')).toEqual([{ type: 'keepQuery', query: 'watch' }]);
    expect(kept('xyzzyx')).toEqual([]);
    expect(kept('')).toEqual([]);
  });
});
