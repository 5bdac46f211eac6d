import { describe, expect, test } from 'vitest';
import { listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { update } from '../../../src/app/update.ts';
import { afterActions, aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

describe('undo in the list', () => {
  test.each([
    ['marks', 'tab tab escape', '2 marks cleared · u brings them back', 'Undone: 2 marks cleared'],
    ['one mark', 'space escape', '1 mark cleared · u brings it back', 'Undone: 1 mark cleared'],
    ['the order', 's', 'Listed by source · u undoes it', 'Undone: Listed by source'],
  ])('brings back %s, and says what it undid', (_, keys, said, undone) => {
    const before = afterKeys(aModel(), keys.replace(/\S+$/, ''));
    const after = afterKeys(aModel(), keys);
    expect(after.notice?.text).toBe(said);
    const back = afterKeys(after, 'u');
    expect([back.browse.marked, back.browse.sort]).toEqual([before.browse.marked, before.browse.sort]);
    expect(back.notice?.text).toBe(undone);
  });

  test('brings back a search', () => {
    const searching = aModel({ browse: { focus: 'search', query: textField('keeper') } });
    const cleared = afterKeys(searching, 'escape');
    expect(cleared.notice?.text).toBe('Search “keeper” cleared · Enter then u brings it back');
    expect(afterKeys(cleared, 'enter u').browse.query.text).toBe('keeper');
  });

  test('goes back through all of them, one at a time, to the first', () => {
    const model = afterKeys(aModel(), 'tab escape s u u u');
    expect([model.browse.marked.length, model.browse.sort, model.notice?.text]).toEqual([
      1,
      'match',
      'Nothing to undo here',
    ]);
  });
});

describe('a draft that was discarded', () => {
  const DRAFTED = afterKeys(aModel(), 'c space escape');

  test('goes at once, and is brought back and kept again', () => {
    const gone = afterKeys(DRAFTED, 'D x');
    expect(listedDrafts(gone)).toEqual([]);
    expect(gone.notice?.text).toMatch(/^Discarded: .* · u brings it back$/);
    const { model, effects } = update(gone, { type: 'listUndone' });
    expect(model.draft.present).toEqual(DRAFTED.draft.present);
    expect(effects).toContainEqual({ type: 'keepDraft', id: 'run-1', draft: DRAFTED.draft.present });
  });

  test('is brought back among the drafts, whatever was cleared in the list since', () => {
    const model = afterKeys(DRAFTED, 'D x escape tab escape D u');
    expect(listedDrafts(model)).toHaveLength(1);
    expect(model.browse.marked).toEqual([]);
  });

  test('is put beside one that was begun since', () => {
    const model = afterKeys(DRAFTED, 'D x escape tab c space escape u escape u');
    expect(listedDrafts(afterActions(model, { type: 'draftsOpened' })).length).toBeGreaterThan(0);
  });
});
