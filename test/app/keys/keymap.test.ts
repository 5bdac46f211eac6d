import { describe, expect, test } from 'vitest';
import { footerLine } from '../../../src/app/commands/footer.ts';
import { helpEntries } from '../../../src/app/commands/help-search.ts';
import { routeKey } from '../../../src/app/commands/route-key.ts';
import { type KeyContext, TYPING_CONTEXTS } from '../../../src/app/keys/binding.ts';
import { BINDINGS } from '../../../src/app/keys/bindings.ts';
import {
  CONTEXT_TITLES,
  keyLabel,
  keyTable,
  shortKeyLabel,
  TEXT_FIELD_KEYS,
} from '../../../src/app/keys/key-labels.ts';
import { activeBindings, bindingsOf } from '../../../src/app/keys/keymap.ts';
import { isCharacter, isEditingKey } from '../../../src/app/model/text-field.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, SURROUNDINGS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

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

  test.each([...TYPING_CONTEXTS])('leaves characters to the text field of %s', (context) => {
    expect(inContext(context).flatMap(({ keys }) => keys.filter(isCharacter))).toEqual([]);
  });

  test.each([...TYPING_CONTEXTS, 'everywhere'] as const)('leaves editing to the text field of %s', (context) => {
    expect(inContext(context).flatMap(({ keys }) => keys.filter(isEditingKey))).toEqual([]);
  });

  test('hides no key that holds everywhere, but where it has the other meaning of it', () => {
    const everywhere = inContext('everywhere').flatMap(({ keys }) => keys);
    const hiding = BINDINGS.filter(
      ({ context, keys }) => context !== 'everywhere' && keys.some((key) => everywhere.includes(key)),
    );
    expect(hiding.map(({ id }) => id)).toEqual(['landed.reopen', 'help.close', 'news.close']);
  });

  test.each(
    Object.keys(CONTEXT_TITLES).filter((context) => context !== 'everywhere' && context !== 'linear') as KeyContext[],
  )('has a way out of %s by Escape', (context) => {
    expect(inContext(context).filter(({ keys }) => keys.includes('escape'))).toHaveLength(1);
  });
});

describe('rebinding', () => {
  const withKeys = (keys: Readonly<Record<string, readonly string[]>>) =>
    aModel({ surroundings: { ...SURROUNDINGS, keys } });
  const own = withKeys({ 'list.compare': ['='], 'list.down': ['x'], 'no.such': ['z'] });

  test('puts the new keys in the place of the old ones', () => {
    const model = afterKeys(own, 'tab tab');
    expect(routeKey(model, '=')).toEqual({ type: 'compareOpened' });
    expect(routeKey(model, 'd')).toBeNull();
    expect(routeKey(model, 'c')).toEqual({ type: 'composeOpened' });
  });

  test('shows in the footer and in help', () => {
    const footer = lineText(
      footerLine({ ...own, browse: { ...own.browse, marked: own.library.definitions.map(({ id }) => id) } }, 200),
    );
    expect(footer).toContain('= compare');
    expect(footer).toContain('↑ x move');
    expect(helpEntries(own)).toContainEqual(expect.objectContaining({ keys: '=', title: 'Compare the marked agents' }));
  });

  test('of a name that does not exist changes nothing', () => {
    expect(bindingsOf(withKeys({ 'no.such': ['z'] }))).toEqual(BINDINGS);
  });

  test('to no key leaves it to the palette', () => {
    const unbound = withKeys({ 'list.quit': [] });
    expect(routeKey(unbound, 'q')).toBeNull();
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
    ['ctrl+pageup', 'Ctrl-PgUp', 'ctrl-pgup'],
    ['ctrl+alt+shift+up', 'Ctrl-Alt-Shift-↑', 'ctrl-alt-shift-↑'],
    ['ctrl+]', 'Ctrl-]', '^]'],
    ['alt++', 'Alt-+', 'alt-+'],
    ['alt+B', 'Alt-Shift-B', 'alt-shift-b'],
    ['f5', 'F5', 'f5'],
    ['+', '+', '+'],
    ['👍', '👍', '👍'],
  ])('%s is %s, or %s in the footer', (key, long, short) => {
    expect(keyLabel(key)).toBe(long);
    expect(shortKeyLabel(key)).toBe(short);
  });

  test('the table has a row for each binding and each text field key, under its head', () => {
    expect(keyTable().split('\n')).toHaveLength(2 + BINDINGS.length + TEXT_FIELD_KEYS.length);
  });

  test('the table names the palette where there is no key', () => {
    expect(keyTable()).toContain('| List | palette | Read all sources again | `list.reload` |');
  });
});
