import { describe, expect, test } from 'vitest';
import { clockTime, draftName, draftRow, listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import type { KeptDraft } from '../../../src/ports/drafts.ts';
import { pickWords } from '../../support/a-draft.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
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
    expect(FOUND.notice?.text).toBe('Your draft b is back: c opens it, D lists all 2');
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

describe('what drafts are called', () => {
  const named = (model: Model) => listedDrafts(model).map((draft) => draftName(model, draft));
  const SAME = '---\nname: same\n---\n## Rules\n\n- Be kind\n\n## Style\n\n- Be brief\n';
  const library = libraryFrom({ one: SAME, two: SAME });

  test('by their agents, and where those are called alike by where they come from', () => {
    const two = afterKeys(aModel({ library }), 'c space escape D n escape escape down c space');
    expect(named(two)).toEqual(['draft of same · project/two', 'draft of same · project/one']);
  });

  test('of one agent by what was taken first, else by which of them it is', () => {
    const model = afterKeys(aModel({ library }), 'c space D n down space');
    expect(named(model)).toEqual(['draft of same · Style', 'draft of same · Rules']);
    expect(named(afterKeys(aModel({ library }), 'c space D n space'))).toEqual([
      'draft of same · 2',
      'draft of same · 1',
    ]);
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

  test('discards the one under the cursor', () => {
    const { model, effects } = update(afterKeys(FOUND, 'D down'), { type: 'draftDiscarded' });
    expect([ids(model), effects]).toEqual([['b'], [{ type: 'discardDraft', id: 'a' }]]);
  });

  test('discarding the present one leaves an empty one', () => {
    const model = afterKeys(FOUND, 'D x');
    expect([picks(model), model.kept.id, ids(model)]).toEqual([[], 'run-2', ['a']]);
  });
});

describe('the one list of drafts', () => {
  test('has each draft once, the present one apart', () => {
    const changed = afterKeys(FOUND, 'c down down space D down enter');
    expect([changed.kept.id, changed.kept.drafts.map(({ id }) => id)]).toEqual(['a', ['b']]);
  });

  test('keeps what was changed in this run as it was left, and takes the others as they are found', () => {
    const changed = afterKeys(FOUND, 'c down down space');
    const other = afterKeys(changed, 'D down enter');
    const elsewhere = { ...kept('c', 3), draft: savableDraft({ picks: [] }) };
    const seen = afterActions(other, {
      type: 'draftsFound',
      drafts: [elsewhere, kept('b', 2)],
      problems: [],
      now: NOW,
    });
    const anew = { ...kept('c', 5), draft: savableDraft({ fields: { ...savableDraft().fields, name: 'anew' } }) };
    const again = afterActions(seen, { type: 'draftsFound', drafts: [anew, kept('b', 4)], problems: [], now: NOW });
    expect(again.kept.drafts.map(({ id, history }) => [id, history.present])).toEqual([
      ['c', anew.draft],
      ['b', changed.draft.present],
    ]);
  });

  test('does not lose one that could not be kept', () => {
    const unkept = afterKeys(aModel(), 'c space D n');
    const found = afterActions(unkept, { type: 'draftsFound', drafts: [kept('a', 1)], problems: [], now: NOW });
    expect(ids(found)).toEqual(['run-1', 'a']);
    const late = afterActions(found, { type: 'draftKept', id: 'run-1', now: NOW });
    expect([late.kept.at, late.kept.drafts[0]?.savedAt]).toEqual([null, NOW.at]);
    const gone = afterActions(late, { type: 'draftsFound', drafts: [kept('a', 1)], problems: [], now: NOW });
    expect(ids(gone)).toEqual(['a']);
  });

  test('tells ages as of when it was looked for', () => {
    const opened = afterActions(FOUND, { type: 'draftsOpened' });
    expect(opened.dialog).toMatchObject({ at: null });
    const drafts = [kept('b', NOW.at - 120_000), kept('a', NOW.at - 7_200_000)];
    const found = afterActions(opened, { type: 'draftsFound', drafts, problems: [], now: NOW });
    const ages = ({ dialog, ...model }: Model) =>
      dialog?.kind === 'drafts'
        ? listedDrafts({ ...model, dialog }).map((draft) => draftRow({ ...model, dialog }, draft, dialog.at).age)
        : [];
    expect([ages(opened), ages(found)[1]]).toEqual([['', ''], '2 hours ago']);
  });
});

test.each([
  [0, 0, '0:00'],
  [NOW.at, 60, '2:46'],
  [NOW.at, -240, '21:46'],
  [-1, 330, '5:29'],
  [NOW.at, 23 * 60, '0:46'],
])('%i milliseconds since 1970, %i minutes ahead of UTC, are %s', (at, utcOffset, time) => {
  expect(clockTime(at, utcOffset)).toBe(time);
});
