import { describe, expect, test } from 'vitest';
import { pressedKeys, routeKey } from '../../../src/app/commands/route-key.ts';
import { aModel, SURROUNDINGS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

describe('what a key means', () => {
  test('a dialog takes every key of the screen below it', () => {
    const model = aModel({ dialog: { kind: 'sources', scroll: 0 } });
    expect(routeKey(model, 'd')).toBeNull();
    expect(routeKey(model, 'q')).toEqual({ type: 'dialogClosed' });
  });

  test('letters are typed while a text field has the focus', () => {
    const model = aModel({ browse: { focus: 'search' } });
    const typed = ['q', 'j', '?', ':', 'space', '日'].map((key) => routeKey(model, key));
    expect(typed).toEqual(['q', 'j', '?', ':', ' ', '日'].map((text) => ({ type: 'fieldTyped', text })));
    expect(routeKey(model, 'f1')).toEqual({ type: 'helpOpened' });
    expect(routeKey(model, 'ctrl+x')).toEqual({ type: 'paletteOpened' });
  });

  test('editing keys edit while a text field has the focus, also where a user bound one everywhere', () => {
    const keys = { 'everywhere.palette': ['ctrl+k'] };
    const model = aModel({ browse: { focus: 'search' }, surroundings: { ...SURROUNDINGS, keys } });
    expect(routeKey(model, 'ctrl+k')).toEqual({ type: 'fieldEdited', key: 'ctrl+k' });
    expect(routeKey({ ...model, browse: { ...model.browse, focus: 'list' } }, 'ctrl+k')).toEqual({
      type: 'paletteOpened',
    });
  });

  test('a key that means nothing does nothing, in a text field too', () => {
    expect(['ctrl+o', 'f5', 'insert'].map((key) => routeKey(aModel({ browse: { focus: 'search' } }), key))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('Alt with a key is that key, or where it means nothing Escape and the key', () => {
    const searching = aModel({ browse: { focus: 'search' } });
    expect(pressedKeys(searching, 'alt+b')).toEqual(['alt+b']);
    expect(pressedKeys(searching, 'alt+q')).toEqual(['escape', 'q']);
    expect(pressedKeys(aModel(), 'alt+b')).toEqual(['escape', 'b']);
    expect(pressedKeys(aModel(), 'b')).toEqual(['b']);
  });

  test('letters are keys where none has', () => {
    expect(routeKey(aModel(), '?')).toEqual({ type: 'helpOpened' });
    expect(routeKey(aModel(), ':')).toEqual({ type: 'paletteOpened' });
  });

  test.each([
    ['d', aModel(), 'Mark two or more'],
    ['enter', aModel({ library: { ...aModel().library, definitions: [] } }), 'No agent here'],
    ['w', afterKeys(aModel(), 'c'), 'Nothing is taken yet'],
    ['u', afterKeys(aModel(), 'c'), 'Nothing to undo'],
    ['ctrl+r', afterKeys(aModel(), 'c'), 'Nothing to redo'],
    ['r', afterKeys(aModel(), 'c'), 'It is not taken yet'],
    ['J', afterKeys(aModel(), 'c'), 'It is not taken yet'],
  ])('%s that cannot work says why', (key, model, reason) => {
    expect(routeKey(model, key)).toEqual({ type: 'keyRefused', reason: expect.stringContaining(reason) });
  });

  test('the reason is the news until the next key', () => {
    const refused = afterKeys(aModel(), 'd');
    expect(refused.notice?.text).toContain('Mark two or more');
    expect(afterKeys(refused, 'down').notice).toBeNull();
  });
});
