import { describe, expect, test } from 'vitest';
import { candidate, composeTopics, currentPassage, currentVersions } from '../../../src/app/compose/compose-topics.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { pickWords } from '../../support/a-draft.ts';
import { afterActions, aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

/** Composing from all three; the topics are preamble, Storage, Security, Contracts, Alerts. */
const COMPOSING = afterKeys(aModel(), 'tab tab tab c');
const AT_SECURITY = afterKeys(COMPOSING, 'down down');

const picks = ({ draft }: Model) => draft.present.picks.map(pickWords);

describe('moving among topics and agents', () => {
  test('the topics are those of the comparison', () => {
    expect(composeTopics(COMPOSING).topics.map(({ title }) => title)).toEqual([
      'preamble',
      'Storage',
      'Security',
      'Contracts',
      'Alerts',
    ]);
  });

  test('up and down stay inside', () => {
    expect(afterKeys(COMPOSING, 'up').compose.row).toBe(0);
    expect(afterKeys(COMPOSING, 'G down').compose.row).toBe(4);
  });

  test('on another topic the cursor goes to the nearest agent that has it', () => {
    expect(afterKeys(COMPOSING, 'down').compose.column).toBe(1);
    expect(afterKeys(COMPOSING, 'down down').compose.column).toBe(1);
    expect(afterKeys(COMPOSING, 'G').compose.column).toBe(2);
  });

  test('left and right stay inside', () => {
    expect(afterKeys(COMPOSING, 'left').compose.column).toBe(0);
    expect(afterKeys(COMPOSING, 'right right right').compose.column).toBe(2);
  });

  test('Tab goes round the panes, Shift-Tab back', () => {
    const panes = ['tab', 'tab tab', 'tab tab tab', 'shift+tab'].map((keys) => afterKeys(COMPOSING, keys).compose.pane);
    expect(panes).toEqual(['versions', 'result', 'topics', 'result']);
  });

  test('in a version up and down go through its passages, left and right to the other versions', () => {
    const model = afterKeys(AT_SECURITY, 'tab left down down down');
    expect(candidate(model)?.definition.name).toBe('api-smith');
    expect(currentPassage(model)?.text).toBe('- Limit rates');
    expect(afterKeys(model, 'right').compose).toMatchObject({ row: 2, column: 1, line: 0 });
  });
});

describe('picking', () => {
  test('Space takes the section and leaves it out again, and says so', () => {
    const taken = afterKeys(AT_SECURITY, 'space');
    expect([picks(taken), taken.notice?.text]).toEqual([
      ['data-keeper Security'],
      'Taken: Security (1 of 1) · u takes it out again',
    ]);
    const put = afterKeys(taken, 'space');
    expect([picks(put), put.notice?.text]).toEqual([[], 'Left out: Security · u brings it back']);
  });

  test('says where there is nothing to take', () => {
    expect(afterKeys(COMPOSING, 'right right space').notice?.text).toBe('Nothing to take here');
  });

  test('m takes all versions, then merges them, then takes only the one under the cursor', () => {
    expect(currentVersions(AT_SECURITY)).toHaveLength(2);
    const all = afterKeys(AT_SECURITY, 'm');
    expect([picks(all), all.notice?.text]).toEqual([
      ['api-smith Security', 'data-keeper Security'],
      'Taken: Security, both versions (3 passages) · u takes it out again',
    ]);
    const union = afterKeys(all, 'm');
    expect([picks(union), union.notice?.text]).toEqual([
      ['union(api-smith data-keeper) Security'],
      'Merged: Security, 2 versions, nothing left out · u takes it back',
    ]);
    const one = afterKeys(union, 'm');
    expect([picks(one), one.notice?.text]).toEqual([
      ['data-keeper Security'],
      'Taken: Security, only the version of 2 data-keeper · u takes it back',
    ]);
  });

  test('taking all versions is one step', () => {
    expect(picks(afterKeys(AT_SECURITY, 'm u'))).toEqual([]);
    expect(picks(afterKeys(AT_SECURITY, 'm u ctrl+r'))).toHaveLength(2);
  });

  test('in the result Space puts back the pick under the cursor', () => {
    const model = afterKeys(AT_SECURITY, 'm shift+tab G space');
    expect(picks(model)).toEqual(['api-smith Security']);
    expect(model.compose.stop).toBe(2);
  });
});

describe('arranging the draft', () => {
  const TWO = afterKeys(COMPOSING, 'space down space');

  test('J and K move the pick under the cursor, and stop at the ends', () => {
    expect(picks(TWO)).toEqual(['api-smith preamble', 'data-keeper Storage']);
    expect(picks(afterKeys(TWO, 'K'))).toEqual(['data-keeper Storage', 'api-smith preamble']);
    expect(picks(afterKeys(TWO, 'K K J J'))).toEqual(picks(TWO));
  });

  test('in the result the cursor follows the pick it moves', () => {
    const model = afterKeys(TWO, 'shift+tab g J');
    expect([picks(model)[1], model.compose.stop]).toEqual(['api-smith preamble', 1]);
  });

  test('r renames; Escape leaves it as it was; an empty title gives the first one back', () => {
    const renamed = afterKeys(TWO, 'r ctrl+u "Where data lives" enter');
    expect([picks(renamed)[1], renamed.dialog]).toEqual(['data-keeper Where data lives', null]);
    expect(picks(afterKeys(TWO, 'r "x" escape'))).toEqual(picks(TWO));
    expect(picks(afterKeys(renamed, 'r ctrl+u enter'))).toEqual(picks(TWO));
  });

  test('e hands the text of the pick to the editor and takes what comes back', () => {
    const { effects } = update(TWO, { type: 'pickEditRequested' });
    expect(effects).toEqual([
      { type: 'editPick', pick: 1, title: 'Storage', text: '## Storage\n\nPrefer plain tables.\n' },
    ]);
    const edited = afterActions(TWO, { type: 'pickEdited', pick: 1, text: 'Mine.\n' });
    expect(edited.draft.present.picks[1]?.edited).toBe('Mine.\n');
    expect(afterKeys(edited, 'u').draft.present).toBe(TWO.draft.present);
  });

  test('an edit that changed nothing is no step', () => {
    const text = '## Storage\n\nPrefer plain tables.\n';
    expect(afterActions(TWO, { type: 'pickEdited', pick: 1, text }).draft).toBe(TWO.draft);
  });

  test('Escape goes back and keeps the draft', () => {
    const model = afterKeys(TWO, 'escape');
    expect([model.trail, picks(model)]).toEqual([['browse'], picks(TWO)]);
  });
});

describe('the order of what is taken', () => {
  const BACKWARDS = afterKeys(AT_SECURITY, 'space up space');

  test('is that of the topics, whatever was taken first', () => {
    expect(picks(BACKWARDS)).toEqual(['data-keeper Storage', 'data-keeper Security']);
  });

  test('is the user’s own once something was moved, until one key restores it; that can be undone', () => {
    expect(update(BACKWARDS, { type: 'orderRestored' }).model.notice?.text).toBe('It is in the order of the topics');
    const moved = afterKeys(BACKWARDS, 'J');
    expect(picks(moved)).toEqual(['data-keeper Security', 'data-keeper Storage']);
    const restored = afterKeys(moved, 'O');
    expect([picks(restored), restored.notice?.text]).toEqual([
      ['data-keeper Storage', 'data-keeper Security'],
      'In the order of the topics · u takes it back',
    ]);
    expect(picks(afterKeys(restored, 'u'))).toEqual(['data-keeper Security', 'data-keeper Storage']);
  });
});
