import { describe, expect, test } from 'vitest';
import type { Model } from '../../../src/app/model/model.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { fieldRemark } from '../../../src/app/save/field-remarks.ts';
import { formDraft } from '../../../src/app/save/save-form.ts';
import { shownFields } from '../../../src/app/save/shown-fields.ts';
import { update } from '../../../src/app/update.ts';
import { composeFile } from '../../../src/core/compose/compose.ts';
import { afterActions, aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

/** The form of a draft with one pick, opened for the first time. */
const FORM = afterKeys(aModel(), 'c space w');
const NAMED = afterKeys(FORM, '"new-one"');
const SAVING = afterActions(NAMED, { type: 'saveRequested' });
const REFUSED = afterActions(SAVING, { type: 'saveRefused', path: '/p/new-one.md', text: 'mine', sha256: 'b1946ac9' });
const SAVED = { type: 'draftSaved', path: '/p/a.md', draft: formDraft(SAVING), saved: null } as const;

describe('going through the form', () => {
  test('Tab and Shift-Tab go round the fields', () => {
    expect(afterKeys(FORM, 'tab').save.focused).toBe('description');
    expect(afterKeys(FORM, 'shift+tab').save.focused).toBe('folder');
    expect(afterKeys(FORM, 'tab '.repeat(shownFields(FORM).length)).save.focused).toBe('name');
  });

  test('Enter goes on, and on the last field saves', () => {
    expect(afterKeys(NAMED, 'enter')).toMatchObject({ save: { focused: 'description', saving: false } });
    expect(afterKeys(NAMED, 'shift+tab enter').save.saving).toBe(true);
  });

  test('f opens it at the description', () => {
    expect(afterKeys(aModel(), 'c f').save.focused).toBe('description');
  });

  test('Escape goes back and keeps what was typed', () => {
    const back = afterKeys(NAMED, 'escape');
    expect(back.trail).toEqual(['browse', 'compose']);
    expect(back.draft.present.fields).toMatchObject({ name: 'new-one', model: 'opus' });
    expect(afterKeys(back, 'w').save.fields.name.text).toBe('new-one');
  });

  test('a look at the form is no step of the draft; what is typed is one', () => {
    expect(afterKeys(FORM, 'escape').draft).toBe(FORM.draft);
    expect(afterKeys(NAMED, 'escape u').draft.present).toBe(FORM.draft.present);
  });
});

describe('undo in the form', () => {
  test('takes back a word at a time, then what was deleted, and goes to the field', () => {
    const typed = afterKeys(FORM, 'tab ctrl+u "Two words" tab');
    const texts = ['ctrl+_', 'ctrl+_ ctrl+_', 'ctrl+_ ctrl+_ ctrl+_'].map(
      (keys) => afterKeys(typed, keys).save.fields.description.text,
    );
    expect(texts).toEqual(['Two ', '', 'Forges interfaces']);
    expect(afterKeys(typed, 'ctrl+_').save.focused).toBe('description');
  });

  test('has nothing to take back in a form that was only looked at', () => {
    expect(afterKeys(FORM, 'tab ctrl+_').notice?.text).toBe('Nothing to undo in the form');
  });
});

describe('saving', () => {
  test('asks for the file only if nothing is there', () => {
    const { model, effects } = update(NAMED, { type: 'saveRequested' });

    expect(model.save.saving).toBe(true);
    expect(effects).toMatchObject([
      { type: 'saveDraft', path: '/p/.claude/agents/new-one.md', guard: { kind: 'absent' } },
    ]);
  });

  test('writes what the form says', () => {
    const [effect] = update(NAMED, { type: 'saveRequested' }).effects;
    const draft = effect?.type === 'saveDraft' ? effect.draft : NAMED.draft.present;
    expect(composeFile(draft)).toContain('name: new-one\ndescription: Forges interfaces\ntools: Read, Grep\n');
  });

  test.each([
    ['no name', 'ctrl+s', 'name: A name is needed', 'name'],
    ['a name that is none', '"No Name" ctrl+s', 'name: Lowercase letters', 'name'],
    ['no description', '"new" tab ctrl+u tab ctrl+s', 'description: Say when', 'description'],
    ['no folder', '"new" shift+tab ctrl+u ctrl+s', 'where: Say which folder', 'folder'],
  ])('with %s goes to the field and says what is wrong', (_, keys, words, field) => {
    const model = afterKeys(FORM, keys);
    expect(model.notice).toMatchObject({ tone: 'bad', text: expect.stringContaining(words) });
    expect(model.save).toMatchObject({ focused: field, saving: false });
  });

  test('with several things missing says how many, all of them by name, with the cursor on the first', () => {
    const model = afterKeys(FORM, 'tab ctrl+u tab ctrl+s');
    expect(model.notice).toEqual({ text: '2 things to decide: name, description', tone: 'bad' });
    expect(model.save.focused).toBe('name');
  });

  test('is what first calls an empty name wrong', () => {
    const said = (model: Model) => fieldRemark(model, 'name');
    expect(said(FORM)).toEqual({ text: 'Also the name of its file · Ctrl-T: 2 choices', role: 'muted' });
    expect(said(afterKeys(FORM, 'ctrl+s'))).toEqual({ text: 'A name is needed', role: 'error' });
  });

  test('under a name that is taken is announced while it is typed', () => {
    const fields = { ...FORM.save.fields, folder: textField('agents') };
    const taken = afterKeys({ ...FORM, save: { ...FORM.save, fields } }, '"api-smith"');
    expect(fieldRemark(taken, 'name')).toEqual({ text: 'there is one: agents/api-smith.md', role: 'warning' });
    expect(fieldRemark(afterKeys(taken, '"s"'), 'name')?.role).toBe('muted');
  });

  test('with nothing picked says so', () => {
    const model = afterKeys(aModel(), 'c f shift+tab "new" tab "Use it" ctrl+s');
    expect(model.notice?.text).toBe('Nothing is taken yet');
  });

  test('once is enough', () => {
    expect(update(SAVING, { type: 'saveRequested' })).toEqual({ model: SAVING, effects: [] });
  });

  test('that failed says why and can be tried again', () => {
    const model = afterActions(SAVING, { type: 'saveFailed', reason: 'the disk is full' });
    expect(model).toMatchObject({
      notice: { text: 'Not saved: the disk is full', tone: 'bad' },
      save: { saving: false },
    });
    expect(model.draft).toEqual(SAVING.draft);
  });

  test('into a folder that a link leads out of is asked for again, with where it leads', () => {
    const bounds = (model: Model) => update(model, { type: 'saveRequested' }).effects;
    expect(bounds(NAMED)).toMatchObject([{ type: 'saveDraft', within: '/p' }]);
    const path = '/p/.claude/agents/new-one.md';
    const model = afterActions(SAVING, { type: 'saveLedOut', path, leadsTo: '/elsewhere/new-one.md' });
    expect(model.save.saving).toBe(false);
    expect(model.notice?.text).toContain('/elsewhere/new-one.md');
    expect(bounds(model)).toEqual([expect.not.objectContaining({ within: expect.anything() })]);
    // Elsewhere it is asked anew.
    const other = afterKeys({ ...model, save: { ...model.save, focused: 'name' } }, 'x');
    expect(bounds(other)).toMatchObject([{ within: '/p' }]);
  });

  test.each([
    ['.claude/agents', '/p'],
    ['/p/x', '/p'],
    ['../x', '/p/../x'],
    ['/elsewhere', '/elsewhere'],
  ])('into %s stays in %s', (folder, within) => {
    const fields = { ...NAMED.save.fields, folder: textField(folder) };
    expect(update({ ...NAMED, save: { ...NAMED.save, fields } }, { type: 'saveRequested' }).effects).toMatchObject([
      { type: 'saveDraft', within },
    ]);
  });

  test('that worked starts afresh at the list and reads the new file', () => {
    const { model, effects } = update(SAVING, { ...SAVED, backup: null });
    expect(model).toMatchObject({
      trail: ['browse'],
      draft: { past: [], present: { picks: [] } },
      notice: { text: 'Saved a.md', tone: 'good' },
    });
    expect(effects).toEqual([
      { type: 'removeDraft', id: 'run-1' },
      { type: 'rememberSaveFolder', folder: '.claude/agents' },
      { type: 'readLibrary' },
    ]);
  });

  test('over a file says where the old one is', () => {
    expect(afterActions(SAVING, { ...SAVED, backup: '/p/.a.md.bak' }).notice?.text).toBe(
      'Saved a.md, the old one kept as .a.md.bak',
    );
  });
});

describe('a file that is there already', () => {
  test('is shown before anything happens to it', () => {
    expect(REFUSED.dialog).toMatchObject({ kind: 'overwrite', text: 'mine', sha256: 'b1946ac9' });
    expect(REFUSED.save.saving).toBe(false);
  });

  test('is replaced only if it is still the version that was shown', () => {
    const { model, effects } = update(REFUSED, { type: 'overwriteConfirmed' });
    expect(effects).toMatchObject([{ path: '/p/new-one.md', guard: { kind: 'version', sha256: 'b1946ac9' } }]);
    expect(model).toMatchObject({ dialog: null, save: { saving: true } });
  });

  test.each(['n', 'escape'])('stays as it is after %s', (key) => {
    const model = afterKeys(REFUSED, key);
    expect([model.dialog, model.save.saving, model.trail.at(-1)]).toEqual([null, false, 'save']);
  });

  test('is kept by Enter, unless one went to another answer', () => {
    expect(afterKeys(REFUSED, 'space').dialog).toEqual(REFUSED.dialog);
    expect(afterKeys(REFUSED, 'enter')).toMatchObject({ dialog: null, save: { saving: false } });
    expect(afterKeys(REFUSED, 'right left left enter')).toMatchObject({ dialog: null, save: { saving: false } });
    expect(afterKeys(REFUSED, 'right enter')).toMatchObject({ dialog: null, save: { saving: true } });
  });

  test.each(['o', 'right right enter'])('can be left by another name, with %s', (keys) => {
    const away = afterActions(SAVING, { type: 'fieldLeft', direction: 1 });
    const refused = afterActions(away, {
      type: 'saveRefused',
      path: '/p/new-one.md',
      text: 'mine',
      sha256: 'b1946ac9',
    });
    expect(afterKeys(refused, keys)).toMatchObject({ dialog: null, save: { saving: false, focused: 'name' } });
  });

  test('is not replaced by a confirmation nobody was asked for', () => {
    expect(update(NAMED, { type: 'overwriteConfirmed' })).toEqual({ model: NAMED, effects: [] });
  });
});

test('leaving the program from the form keeps what was typed in the draft', () => {
  const typed = afterKeys(aModel(), 'c space w "forge"');
  const { model, effects } = update(typed, { type: 'quitRequested' });
  expect(model.draft.present.fields.name).toBe('forge');
  expect(effects.map(({ type }) => type)).toEqual(['quit', 'keepDraft']);
});
