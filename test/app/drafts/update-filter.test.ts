import { describe, expect, test } from 'vitest';
import { listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import type { Model } from '../../../src/app/model/model.ts';
import type { ComposedAgent } from '../../../src/app/model/recompose-state.ts';
import { currentAgent, listedAgents } from '../../../src/app/recompose/made-from.ts';
import { afterActions, aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

describe('the list of drafts narrowed', () => {
  const first = afterKeys(aModel(), 'c down space escape');
  const second = afterKeys(first, 'D n down c down space D');
  const agents = (model: Model) => listedDrafts(model).map(({ history }) => history.present.picks[0]?.title);

  test('by words typed, whatever their case; Enter goes to the list, Enter again opens', () => {
    expect(listedDrafts(second)).toHaveLength(2);
    const titles = agents(second);
    const narrowed = afterKeys(second, '/ "DATA-K"');
    expect(listedDrafts(narrowed)).toHaveLength(1);
    const chosen = afterKeys(narrowed, 'enter');
    expect(chosen.dialog).toMatchObject({ kind: 'drafts', cursor: 0, filter: { isTyped: false } });
    expect(afterKeys(chosen, 'enter').dialog).toBeNull();
    expect(agents(afterKeys(narrowed, 'escape'))).toEqual(titles);
  });

  test('what nothing is left of shows the whole list again', () => {
    expect(listedDrafts(afterKeys(second, '/ "nowhere" enter'))).toHaveLength(2);
  });

  test('of one draft there is nothing to narrow', () => {
    expect(afterKeys(first, 'D /').notice?.text).toBe('Too few to narrow down');
  });
});

describe('the agents made here narrowed', () => {
  const agent = (name: string): ComposedAgent => ({
    name,
    path: `/p/${name}.md`,
    madeFrom: [`project:of-${name}`],
    states: ['up-to-date'],
    changes: [],
  });
  const listing = afterActions(
    aModel(),
    { type: 'composedOpened' },
    { type: 'composedChecked', agents: ['forge', 'anvil', 'tongs'].map(agent), problems: [] },
  );

  test('by name, path or what they are made from; the keys act on what is left', () => {
    const narrowed = afterKeys(listing, 'down / "of-ton"');
    expect(listedAgents(narrowed).map(({ name }) => name)).toEqual(['tongs']);
    expect(currentAgent(afterKeys(narrowed, 'enter'))?.name).toBe('tongs');
  });

  test('Escape shows the whole list, then goes back', () => {
    const narrowed = afterKeys(listing, '/ "o" enter');
    expect(listedAgents(narrowed)).toHaveLength(3);
    const whole = afterKeys(narrowed, 'escape');
    expect([whole.composed.filter, whole.trail.at(-1)]).toEqual([null, 'composed']);
    expect(afterKeys(whole, 'escape').trail).toEqual(['browse']);
  });
});
