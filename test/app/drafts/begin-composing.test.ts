import { describe, expect, test } from 'vitest';
import { listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import { screenOf } from '../../../src/app/model/model.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { dialogFrame } from '../../../src/ui/views/dialogs/dialog-box.tsx';
import { aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const [SMITH, KEEPER, WATCH] = ['project:api-smith', 'project:data-keeper', 'project:night-watch'];
/** A draft of the first agent in hand, nothing marked, the list again. */
const inHand = () => afterKeys(aModel(), 'c down space escape');

describe('composing with a draft in hand', () => {
  test('goes on with it where nothing else is chosen', () => {
    const model = afterKeys(inHand(), 'c');
    expect([screenOf(model), model.compose.ids, model.dialog]).toEqual(['compose', [SMITH], null]);
  });

  test('asks where other agents are marked, and says which', () => {
    const model = afterKeys(inHand(), 'G tab c');
    expect(screenOf(model)).toBe('browse');
    expect(model.dialog).toEqual({ kind: 'begin', ids: [WATCH], answer: 0 });
  });

  test.each([
    [80, 24],
    [40, 10],
    [24, 8],
  ])('the answers are in sight at %i × %i', (columns, rows) => {
    const model = { ...afterKeys(inHand(), 'G tab c'), size: { columns, rows } };
    const { framed } = dialogFrame(model, { kind: 'begin', ids: [WATCH, KEEPER], answer: 0 });
    expect(lineText(framed.at(-2) ?? { spans: [] })).toContain('❯ Add to it');
    expect(framed.length).toBeLessThan(rows);
  });

  test.each(['a', 'enter'])('%s adds them; the numbers of the others stay', (key) => {
    const model = afterKeys(inHand(), `G tab c ${key}`);
    expect([screenOf(model), model.compose.ids]).toEqual(['compose', [SMITH, WATCH]]);
    expect(model.draft.present.picks).toHaveLength(1);
    expect(model.notice?.text).toMatch(/^Added to the draft: 2 night-watch/);
    const again = afterKeys(model, 'escape c');
    expect([again.dialog, again.compose.ids]).toEqual([null, [SMITH, WATCH]]);
  });

  test.each(['n', 'right enter'])('%s begins another, and keeps the one in hand', (keys) => {
    const model = afterKeys(inHand(), `G tab c ${keys}`);
    expect([screenOf(model), model.compose.ids]).toEqual(['compose', [WATCH]]);
    expect(model.draft.present.picks).toEqual([]);
    expect(listedDrafts(model).map(({ history }) => history.present.picks.length)).toEqual([1]);
  });

  test('Escape does neither', () => {
    const model = afterKeys(inHand(), 'G tab c escape');
    expect([screenOf(model), model.dialog, model.draft.present.picks.length]).toEqual(['browse', null, 1]);
  });

  test('adds without asking what is marked along with all it has something of', () => {
    const model = afterKeys(inHand(), 'g tab tab c');
    expect([model.dialog, model.compose.ids]).toEqual([null, [SMITH, KEEPER]]);
  });

  test('what was taken while comparing is of what is compared', () => {
    const model = afterKeys(aModel(), 'tab tab d n right space c');
    expect([screenOf(model), model.compose.ids]).toEqual(['compose', [SMITH, KEEPER]]);
  });
});
