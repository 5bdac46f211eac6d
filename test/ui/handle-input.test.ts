import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/app/model/model.ts';
import { createStore } from '../../src/app/store.ts';
import { decodeInput } from '../../src/ui/decode-keys.ts';
import { inputHandler } from '../../src/ui/handle-input.ts';
import { aModel } from '../support/a-model.ts';
import { afterKeys } from '../support/journey.ts';

/** A model after bytes from the terminal. */
function fed(model: Model, bytes: string): Model {
  const store = createStore(model, () => {});
  const handle = inputHandler(store);
  for (const event of decodeInput(bytes, true).events) handle(event);
  return store.model();
}

const SEARCHING = aModel({ browse: { focus: 'search' } });

describe('in a text field', () => {
  test('letters are typed', () => {
    expect(fed(SEARCHING, 'q').browse.query).toEqual({ text: 'q', cursor: 1 });
  });

  test('wide characters, joined ones and marks are typed as they come, where the cursor is', () => {
    expect(fed(SEARCHING, 'ab\u001b[D日本e\u0301👩‍💻').browse.query).toEqual({ text: 'a日本e\u0301👩‍💻b', cursor: 10 });
  });

  test('a paste is one line without control characters', () => {
    const model = fed(SEARCHING, '\u001b[200~one\r\ntwo\tthree\u0007\u001b[201~');
    expect(model.browse.query.text).toBe('one two three');
  });

  test('a paste that is a whole file is cut', () => {
    expect(fed(SEARCHING, `\u001b[200~${'x'.repeat(100_000)}\u001b[201~`).browse.query.text).toHaveLength(10_000);
  });

  test('a paste is not cut inside a character', () => {
    const text = `x${'👍'.repeat(6000)}`;
    expect(fed(SEARCHING, `\u001b[200~${text}\u001b[201~`).browse.query.text).toBe(text.slice(0, 9999));
  });

  test('Ctrl with a letter edits, and never types the letter', () => {
    expect(fed(SEARCHING, 'one two\u0017').browse.query.text).toBe('one ');
    expect(fed(SEARCHING, 'one\u0007\u000f').browse.query.text).toBe('one');
  });

  test('Enter right after letters, in one read, goes to the list', () => {
    expect(fed(SEARCHING, 'watch\r').browse).toMatchObject({ focus: 'list', query: { text: 'watch' } });
  });

  test('Alt with a letter moves by words', () => {
    expect(fed(SEARCHING, 'one two\u001bb').browse.query.cursor).toBe(4);
  });
});

describe('in a list', () => {
  test('letters read together are keys one after the other', () => {
    expect(fed(aModel(), 'jj').browse.cursor).toBe(2);
  });

  test('letters after a slash are typed once the search line has the focus', () => {
    expect(fed(aModel(), '/watch').browse).toMatchObject({ focus: 'search', query: { text: 'watch' } });
  });

  test('a paste is nothing', () => {
    const model = aModel();
    expect(fed(model, '\u001b[200~jjd\u001b[201~')).toEqual(model);
  });

  test('Alt with a letter is Escape and the letter, as fast fingers send it', () => {
    expect(fed(afterKeys(aModel(), 'tab'), '\u001bj').browse).toMatchObject({ marked: [], cursor: 2 });
  });

  test('the wheel scrolls', () => {
    expect(fed(aModel(), '\u001b[<65;1;1M').browse.cursor).toBe(2);
    expect(fed(aModel({ browse: { cursor: 2 } }), '\u001b[<64;1;1M').browse.cursor).toBe(0);
  });

  test('a key that means nothing does nothing', () => {
    const model = aModel();
    expect(fed(model, 'x')).toEqual(model);
  });
});
