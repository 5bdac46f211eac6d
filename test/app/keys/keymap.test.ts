import { describe, expect, test } from 'vitest';
import { dialogLines } from '../../../src/app/dialog-text.ts';
import type { KeyContext } from '../../../src/app/keys/binding.ts';
import { BINDINGS } from '../../../src/app/keys/bindings.ts';
import { footerLine } from '../../../src/app/keys/footer.ts';
import {
  CONTEXT_TITLES,
  keyLabel,
  keyTable,
  shortKeyLabel,
  TEXT_FIELD_KEYS,
} from '../../../src/app/keys/key-labels.ts';
import { actionFor, activeBindings, bindingsOf, isCharacter } from '../../../src/app/keys/keymap.ts';
import { isEditingKey } from '../../../src/app/model/text-field.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, SURROUNDINGS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const TYPING: readonly KeyContext[] = ['search', 'save', 'palette', 'rename'];
const inContext = (context: KeyContext) => BINDINGS.filter((binding) => binding.context === context);
const doubles = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

describe('the key map', () => {
  test('has no key that means two things in one place', () => {
    expect(doubles(BINDINGS.flatMap(({ context, keys }) => keys.map((key) => `${context} ${key}`)))).toEqual([]);
  });

  test('has one name for each binding', () => {
    expect(doubles(BINDINGS.map(({ id }) => id))).toEqual([]);
  });

  test('says what every binding does', () => {
    expect(BINDINGS.filter(({ title }) => title.trim() === '')).toEqual([]);
  });

  test.each(TYPING)('leaves characters to the text field of %s', (context) => {
    expect(inContext(context).flatMap(({ keys }) => keys.filter(isCharacter))).toEqual([]);
  });

  test.each([...TYPING, 'everywhere'] as const)('leaves editing to the text field of %s', (context) => {
    expect(inContext(context).flatMap(({ keys }) => keys.filter(isEditingKey))).toEqual([]);
  });

  test('hides no key that holds everywhere, but for help to close help', () => {
    const everywhere = inContext('everywhere').flatMap(({ keys }) => keys);
    const hiding = BINDINGS.filter(
      ({ context, keys }) => context !== 'everywhere' && keys.some((key) => everywhere.includes(key)),
    );
    expect(hiding.map(({ id }) => id)).toEqual(['help.close']);
  });

  test.each(Object.keys(CONTEXT_TITLES).filter((context) => context !== 'everywhere') as KeyContext[])(
    'has a way out of %s by Escape',
    (context) => {
      expect(inContext(context).filter(({ keys }) => keys.includes('escape'))).toHaveLength(1);
    },
  );
});

describe('what a key means', () => {
  test('a dialog takes every key of the screen below it', () => {
    const model = aModel({ dialog: { kind: 'sources', scroll: 0 } });
    expect(actionFor(model, 'd')).toBeNull();
    expect(actionFor(model, 'q')).toEqual({ type: 'dialogClosed' });
  });

  test('letters are typed while a text field has the focus', () => {
    const model = aModel({ browse: { focus: 'search' } });
    expect(['q', 'j', '?', ':', 'space', '日'].map((key) => actionFor(model, key))).toEqual(Array(6).fill(null));
    expect(actionFor(model, 'f1')).toEqual({ type: 'helpOpened' });
    expect(actionFor(model, 'ctrl+x')).toEqual({ type: 'paletteOpened' });
  });

  test('letters are keys where none has', () => {
    expect(actionFor(aModel(), '?')).toEqual({ type: 'helpOpened' });
    expect(actionFor(aModel(), ':')).toEqual({ type: 'paletteOpened' });
  });

  test.each([
    ['d', aModel(), 'Mark two or more'],
    ['enter', aModel({ library: { ...aModel().library, definitions: [] } }), 'No definition here'],
    ['w', afterKeys(aModel(), 'c'), 'Pick a section first'],
    ['u', afterKeys(aModel(), 'c'), 'Nothing to undo'],
    ['ctrl+r', afterKeys(aModel(), 'c'), 'Nothing to redo'],
    ['r', afterKeys(aModel(), 'c'), 'Not picked'],
    ['J', afterKeys(aModel(), 'c'), 'Not picked'],
  ])('%s that cannot work says why', (key, model, reason) => {
    expect(actionFor(model, key)).toEqual({ type: 'keyRefused', reason: expect.stringContaining(reason) });
  });

  test('the reason is the news until the next key', () => {
    const refused = afterKeys(aModel(), 'd');
    expect(refused.notice?.text).toContain('Mark two or more');
    expect(afterKeys(refused, 'down').notice).toBeNull();
  });
});

describe('rebinding', () => {
  const withKeys = (keys: Readonly<Record<string, readonly string[]>>) =>
    aModel({ surroundings: { ...SURROUNDINGS, keys } });
  const own = withKeys({ 'list.compare': ['='], 'list.down': ['x'], 'no.such': ['z'] });

  test('puts the new keys in the place of the old ones', () => {
    const model = afterKeys(own, 'tab tab');
    expect(actionFor(model, '=')).toEqual({ type: 'compareOpened' });
    expect(actionFor(model, 'd')).toBeNull();
    expect(actionFor(model, 'c')).toEqual({ type: 'composeOpened' });
  });

  test('shows in the footer and in help', () => {
    const footer = lineText(footerLine(own, 200));
    expect(footer).toContain('= compare');
    expect(footer).toContain('x move');
    expect(footer).not.toContain('↑↓');
    const help = dialogLines(own, { kind: 'help', scroll: 0 }, 80).map(lineText);
    expect(help).toContainEqual(expect.stringMatching(/^ += +Compare the marked ones/));
  });

  test('of a name that does not exist changes nothing', () => {
    expect(bindingsOf(withKeys({ 'no.such': ['z'] }))).toEqual(BINDINGS);
  });

  test('to no key leaves it to the palette', () => {
    const unbound = withKeys({ 'list.quit': [] });
    expect(actionFor(unbound, 'q')).toBeNull();
    expect(activeBindings(unbound).map(({ id }) => id)).toContain('list.quit');
  });
});

describe('the words for keys', () => {
  test.each([
    ['ctrl+s', 'Ctrl-S', '^s'],
    ['alt+b', 'Alt-B', 'alt-b'],
    ['shift+tab', 'Shift-Tab', 'shift-tab'],
    ['escape', 'Esc', 'esc'],
    ['up', '↑', '↑'],
    ['G', 'G', 'G'],
  ])('%s is %s, or %s in the footer', (key, long, short) => {
    expect(keyLabel(key)).toBe(long);
    expect(shortKeyLabel(key)).toBe(short);
  });

  test('the table has a row for each binding and each text field key, under its head', () => {
    expect(keyTable().split('\n')).toHaveLength(2 + BINDINGS.length + TEXT_FIELD_KEYS.length);
  });

  test('the table names the palette where there is no key', () => {
    expect(keyTable()).toContain('| List | palette | Read all sources again |');
  });
});
