import { describe, expect, test } from 'vitest';
import { focusedField } from '../../src/app/model/focused-field.ts';
import type { Model } from '../../src/app/model/model.ts';
import { createStore } from '../../src/app/store.ts';
import { decodeInput, type InputEvent } from '../../src/ui/decode-keys.ts';
import { inputHandler } from '../../src/ui/handle-input.ts';
import { aModel } from '../support/a-model.ts';
import { afterKeys } from '../support/journey.ts';

/** What bytes from the terminal do to a model, and what is typed; the input component is played here. */
function fed(model: Model, bytes: string) {
  const store = createStore(model, () => {});
  const typed: string[] = [];
  const handle = inputHandler(store, (text) => {
    typed.push(text);
    const field = focusedField(store.model());
    if (field) store.dispatch({ type: 'fieldTyped', before: field.text.slice(0, field.cursor) + text });
  });
  const queue: InputEvent[] = [...decodeInput(bytes, true).events];
  const answers: string[] = [];
  for (let event = queue.shift(); event; event = queue.shift()) {
    const answer = handle(event);
    if (typeof answer !== 'string') queue.unshift(answer.rest);
    answers.push(typeof answer === 'string' ? answer : 'rest');
  }
  return { model: store.model(), typed, answers };
}

const SEARCHING = aModel({ browse: { focus: 'search' } });

describe('in a text field', () => {
  test('letters are typed, and the next event waits', () => {
    const { model, answers } = fed(SEARCHING, 'q');
    expect([model.browse.query.text, answers]).toEqual(['q', ['wait']]);
  });

  test('a paste is one line without control characters', () => {
    const { model } = fed(SEARCHING, '\u001b[200~one\r\ntwo\tthree\u0007\u001b[201~');
    expect(model.browse.query.text).toBe('one two three');
  });

  test('a paste that is a whole file is cut', () => {
    expect(fed(SEARCHING, `\u001b[200~${'x'.repeat(100_000)}\u001b[201~`).model.browse.query.text).toHaveLength(10_000);
  });

  test('Ctrl with a letter edits, and never types the letter', () => {
    expect(fed(SEARCHING, 'one two\u0017').model.browse.query.text).toBe('one ');
    expect(fed(SEARCHING, 'one\u0007\u000f').model.browse.query.text).toBe('one');
  });

  test('Enter right after letters, in one read, goes to the list', () => {
    expect(fed(SEARCHING, 'watch\r').model.browse).toMatchObject({ focus: 'list', query: { text: 'watch' } });
  });

  test('Alt with a letter moves by words', () => {
    expect(fed(SEARCHING, 'one two\u001bb').model.browse.query.cursor).toBe(4);
  });
});

describe('in a list', () => {
  test('letters read together are keys one after the other', () => {
    expect(fed(aModel(), 'jj').model.browse.cursor).toBe(2);
  });

  test('letters after a slash are typed once the search line has the focus', () => {
    expect(fed(aModel(), '/watch').model.browse).toMatchObject({ focus: 'search', query: { text: 'watch' } });
  });

  test('a paste is nothing', () => {
    expect(fed(aModel(), '\u001b[200~jjd\u001b[201~').model).toEqual(aModel());
  });

  test('Alt with a letter is Escape and the letter, as fast fingers send it', () => {
    expect(fed(afterKeys(aModel(), 'tab'), '\u001bj').model.browse).toMatchObject({ marked: [], cursor: 2 });
  });

  test('the wheel scrolls', () => {
    expect(fed(aModel(), '\u001b[<65;1;1M').model.browse.cursor).toBe(2);
    expect(fed(aModel({ browse: { cursor: 2 } }), '\u001b[<64;1;1M').model.browse.cursor).toBe(0);
  });

  test('a key that means nothing does nothing', () => {
    expect(fed(aModel(), 'x').model).toEqual(aModel());
  });
});
