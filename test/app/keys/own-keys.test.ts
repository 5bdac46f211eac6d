import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../../src/app/keys/bindings.ts';
import { isKeyName } from '../../../src/app/keys/key-names.ts';
import { ownKeys } from '../../../src/app/keys/own-keys.ts';

const placeOf = (path: readonly string[]) => path.join('/');
const own = (setting: unknown) => ownKeys(setting, placeOf);

describe('the keys a user binds', () => {
  test('are in force where nothing is wrong with them', () => {
    const keys = {
      'list.compare': ['d', '='],
      'compose.save': ['ctrl+o'],
      'list.quit': [],
      'everywhere.quit': ['f10', 'ctrl+c'],
    };
    expect(own(keys)).toEqual({ keys, problems: [] });
  });

  test('may change places', () => {
    const keys = { 'list.compare': ['c'], 'list.compose': ['d'] };
    expect(own(keys)).toEqual({ keys, problems: [] });
  });

  test.each([
    [{ 'list.compair': ['x'] }, 'keys/list.compair: list.compair: no binding has this name'],
    [{ 'list.compare': 'x' }, 'list.compare: keys are a list of texts, like ["d", "="]; it keeps d'],
    [{ 'list.compare': ['x', 7] }, 'list.compare: keys are a list of texts'],
    [{ 'list.reload': null }, 'list.reload: keys are a list of texts, like ["d", "="]; it keeps no key'],
    [{ 'list.compare': ['Ctrl+S'] }, 'no terminal sends a key “Ctrl+S”; keys are named like d, G, space'],
    [{ 'list.compare': ['ctrl+i'] }, 'no terminal sends a key “ctrl+i”'],
    [{ 'save.save': ['s'] }, 'save.save: “s” is for the text field there; it keeps Ctrl-S'],
    [{ 'search.mark': ['ctrl+w'] }, '“ctrl+w” is for the text field there; it keeps Tab'],
    [{ 'everywhere.quit': ['ctrl+q'] }, '“ctrl+c” always quits and has to be among its keys; it keeps Ctrl-C'],
    [{ 'drafts.discard': [] }, 'drafts.discard: without a key nothing leads to it; it keeps x'],
    [{ 'everywhere.palette': [] }, 'without a key nothing leads to it'],
    [{ 'list.compare': ['c'] }, '“c” is a key of list.compose already; it keeps d'],
    [{ 'list.compare': ['?'] }, '“?” is a key of everywhere.help already; it keeps d'],
    [{ 'compose.save': ['ctrl+c'] }, '“ctrl+c” is a key of everywhere.quit already; it keeps Ctrl-S w'],
    [{ 'everywhere.drafts': ['x'] }, '“x” is a key of compose.ledger already; it keeps D'],
    [{ 'list.compare': ['='], 'list.twins': ['='] }, 'list.twins: “=” is a key of list.compare already; it keeps t'],
  ])('%j: %s', (setting, problem) => {
    const { keys, problems } = own({ ...setting, 'reader.view': ['V'] });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(Object.keys(keys)).toContain('reader.view');
  });

  test.each([null, [], 'list.compare', 7])('%j lists none', (setting) => {
    expect(own(setting)).toEqual({ keys: {}, problems: [expect.stringContaining('keys: keys lists keys by binding')] });
  });

  test('the key that closes help may be the one that opens it', () => {
    expect(own({ 'help.close': ['f1', 'escape'] }).problems).toEqual([]);
  });

  test('what falls back to its default key may leave no room for another', () => {
    expect(own({ 'list.twins': ['d'], 'list.compare': ['c'] }).problems).toEqual([
      expect.stringContaining('list.twins: “d” is a key of list.compare already'),
      expect.stringContaining('list.compare: “c” is a key of list.compose already'),
    ]);
  });

  test('law: whatever is written, what is in force clashes with nothing, and what is not is told', () => {
    const id = fc.constantFrom(...BINDINGS.map((one) => one.id), 'no.such');
    const key = fc.constantFrom(...new Set(BINDINGS.flatMap((one) => one.keys)), 'z', 'alt+z', 'nonsense');
    fc.assert(
      fc.property(fc.dictionary(id, fc.oneof(fc.array(key, { maxLength: 3 }), fc.jsonValue())), (setting) => {
        const { keys, problems } = own(setting);
        expect(Object.keys(keys).length + problems.length).toBe(Object.keys(setting).length);
        expect(Object.values(keys).flat()).toSatisfy((all: readonly string[]) => all.every(isKeyName));
        expect(own(keys)).toEqual({ keys, problems: [] });
      }),
    );
  });
});
