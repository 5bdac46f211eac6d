import { describe, expect, test } from 'vitest';
import { listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import type { KeptDraft } from '../../../src/ports/drafts.ts';
import { pickWords } from '../../support/a-draft.ts';
import { afterActions, aModel } from '../../support/a-model.ts';
import { NOW } from '../../support/fake-ports.ts';
import { afterKeys } from '../../support/journey.ts';
import { savableDraft } from '../../support/savable-draft.ts';

const kept = (id: string, savedAt: number): KeptDraft => ({
  id,
  savedAt,
  draft: savableDraft({ fields: { ...savableDraft().fields, name: id } }),
});

const picks = ({ draft }: Model) => draft.present.picks.map(pickWords);
const ids = (model: Model) => listedDrafts(model).map(({ id }) => id);

const FOUND = afterActions(aModel(), {
  type: 'draftsFound',
  drafts: [kept('b', 2), kept('a', 1)],
  problems: [],
  now: NOW,
});

describe('drafts found at the start', () => {
  test('the newest is back, and the others are named', () => {
    expect([FOUND.kept.id, picks(FOUND)]).toEqual(['b', ['forge Anvil']]);
    expect(FOUND.notice?.text).toBe('Your draft of 1 pick is back: c opens it, D lists all 2');
  });

  test('do not take the place of what was picked before', () => {
    const model = afterActions(afterKeys(aModel(), 'c space'), {
      type: 'draftsFound',
      drafts: [kept('a', 1)],
      problems: [],
      now: NOW,
    });
    expect([model.kept.id, ids(model)]).toEqual(['run-1', ['run-1', 'a']]);
  });

  test('found again do not come back by themselves', () => {
    const begun = afterKeys(FOUND, 'D n');
    const again = afterActions(begun, { type: 'draftsFound', drafts: [kept('b', 2)], problems: [], now: NOW });
    expect([picks(again), again.kept.id]).toEqual([[], 'run-2']);
  });

  test('one that cannot be read is news', () => {
    const model = afterActions(aModel(), { type: 'draftsFound', drafts: [], problems: ['set aside as x'], now: NOW });
    expect(model.notice).toEqual({ text: 'set aside as x', tone: 'bad' });
  });
});

describe('the list of drafts', () => {
  test('opens with the present one first', () => {
    const { model, effects } = update(FOUND, { type: 'draftsOpened' });
    expect([ids(model), effects]).toEqual([['b', 'a'], [{ type: 'readDrafts' }]]);
  });

  test('goes on with another one, and back with every step of the first', () => {
    const changed = afterKeys(FOUND, 'c down down space');
    const other = afterKeys(changed, 'D down enter');
    expect([other.kept.id, other.dialog, picks(other)]).toEqual(['a', null, ['forge Anvil']]);
    const back = afterKeys(other, 'D down enter');
    expect([back.kept.id, picks(back)]).toEqual(['b', picks(changed)]);
    expect(picks(afterKeys(back, 'u'))).toEqual(['forge Anvil']);
  });

  test('begins a new one under an id of its own; the others stay', () => {
    const model = afterKeys(FOUND, 'D n');
    expect([picks(model), model.kept.id, ids(model)]).toEqual([[], 'run-2', ['b', 'a']]);
    expect(update(afterKeys(model, 'c'), { type: 'sectionPicked' }).effects).toMatchObject([
      { type: 'keepDraft', id: 'run-2' },
    ]);
  });

  test('discards at the second request only', () => {
    const asked = afterKeys(FOUND, 'D down x');
    expect([ids(asked), asked.notice?.text]).toEqual([['b', 'a'], 'x again discards it for good']);
    expect(ids(afterKeys(asked, 'up down x'))).toEqual(['b', 'a']);
    const { model, effects } = update(asked, { type: 'draftDiscarded' });
    expect([ids(model), effects]).toEqual([['b'], [{ type: 'removeDraft', id: 'a' }]]);
  });

  test('discarding the present one leaves an empty one', () => {
    const model = afterKeys(FOUND, 'D x x');
    expect([picks(model), model.kept.id, ids(model)]).toEqual([[], 'run-2', ['a']]);
  });
});
