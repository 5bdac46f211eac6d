import { describe, expect, test } from 'vitest';
import { offeredBindings } from '../../../src/app/commands/footer.ts';
import { refusalOf } from '../../../src/app/commands/refusals.ts';
import { composedResult } from '../../../src/app/compose/composed-result.ts';
import { bindingsOf } from '../../../src/app/keys/keymap.ts';
import { focusedField } from '../../../src/app/model/focused-field.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LONG = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
const LIBRARY = libraryFrom({ a: `---\nname: a\n---\n## Security\n\n- ${LONG}\n\n## Style\n\n- Be brief\n` });

/** The cursor in the result, on a passage of several rows that was taken by itself. */
const TAKEN = afterKeys(aModel({ library: LIBRARY, size: { columns: 80, rows: 24 } }), 'tab c g tab down space tab');
const OPEN = afterKeys(TAKEN, 'i');

const words = (model: Model) => focusedField(model)?.text;
const caret = (model: Model) => focusedField(model)?.cursor ?? -1;
const result = ({ draft }: Model) => composedResult(draft.present.picks).text;

describe('the box of words', () => {
  test('has the caret go by rows', () => {
    expect(words(OPEN)).toBe(LONG);
    const rowBefore = afterKeys(OPEN, 'up');
    expect(caret(rowBefore)).toBeGreaterThan(LONG.length - 70);
    expect(caret(rowBefore)).toBeLessThan(LONG.length - 30);
    const start = caret(afterKeys(rowBefore, 'home'));
    expect(LONG[start - 1]).toBe(' ');
    expect(LONG[caret(afterKeys(rowBefore, 'home end'))]).toBe(' ');
    expect(caret(afterKeys(OPEN, 'pageup'))).toBeLessThan(62);
    expect(caret(afterKeys(OPEN, 'ctrl+a down'))).toBe(caret(afterKeys(OPEN, 'ctrl+a end')) + 1);
    expect(afterKeys(OPEN, 'down')).toEqual(OPEN);
  });

  test('keeps what was typed', () => {
    expect(result(afterKeys(OPEN, 'ctrl+a "First " enter'))).toBe(`- First ${LONG}\n`);
  });

  test('closes at once with its words unchanged, else asks once', () => {
    expect(afterKeys(OPEN, 'escape').dialog).toBeNull();
    expect(afterKeys(OPEN, '"x" backspace escape').dialog).toBeNull();
    const asked = afterKeys(OPEN, '" more" escape');
    expect(words(asked)).toBe(`${LONG} more`);
    expect(asked.notice?.text).toBe('Not kept yet: Enter keeps the words, Esc discards them');
    expect(result(afterKeys(asked, 'enter'))).toBe(`- ${LONG} more\n`);
    expect(afterKeys(asked, 'escape').dialog).toBeNull();
    expect(result(afterKeys(asked, 'escape'))).toBe(result(TAKEN));
    expect(afterKeys(asked, '" and more" escape').dialog).not.toBeNull();
  });

  test('asks before the program is left, too', () => {
    const effects = (model: Model) => update(model, { type: 'quitRequested' }).effects.map(({ type }) => type);
    expect(effects(OPEN)).toEqual(['quit']);
    const typed = afterKeys(OPEN, '" more"');
    expect(effects(typed)).toEqual([]);
    const asked = afterKeys(typed, 'ctrl+c');
    expect(words(asked)).toBe(`${LONG} more`);
    expect(asked.notice?.text).toBe(
      'Not kept yet: Enter keeps the words, Esc discards them, Ctrl-C quits without them',
    );
    expect(result(afterKeys(asked, 'enter'))).toBe(`- ${LONG} more\n`);
    expect(effects(asked)).toEqual(['quit']);
    expect(effects(afterKeys(asked, '" and more"'))).toEqual([]);
  });

  test('asks for a title alike', () => {
    const renaming = afterKeys(TAKEN, 'r');
    expect(afterKeys(renaming, 'escape').dialog).toBeNull();
    expect(words(afterKeys(renaming, '"x" escape'))).toContain('x');
    expect(afterKeys(renaming, '"x" escape escape').dialog).toBeNull();
  });

  test('is never closed over changed words by a click beside it, however often', () => {
    const beside = { type: 'clicked', pane: 'outside', column: 0, row: 0, isDouble: false } as const;
    expect(update(OPEN, beside).model.dialog).toBeNull();
    const once = update(afterKeys(OPEN, '"x"'), beside).model;
    expect(words(update(once, beside).model)).toBe(`${LONG}x`);
  });

  test('is not covered by another box while its words are not kept', () => {
    const help = (model: Model) => bindingsOf(model).flatMap((one) => (one.id === 'everywhere.help' ? [one] : []))[0];
    const typed = afterKeys(OPEN, '"x"');
    const binding = help(typed);
    expect(binding && refusalOf(OPEN, binding)).toBeNull();
    expect(words(afterKeys(typed, 'f1'))).toBe(`${LONG}x`);
    expect(words(afterKeys(typed, 'ctrl+x'))).toBe(`${LONG}x`);
    expect(offeredBindings(typed, 120).flat()).not.toContain('everywhere.help');
  });

  test('puts the caret where one clicks', () => {
    const click = { type: 'clicked', pane: 'dialog', column: 3, row: 1, isDouble: false } as const;
    const clicked = update(afterKeys(OPEN, 'ctrl+a'), click).model;
    const second = caret(afterKeys(OPEN, 'ctrl+a end')) + 1;
    expect(caret(clicked)).toBe(second + 3);
  });
});
