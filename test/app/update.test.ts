import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeKey } from '../../src/app/commands/route-key.ts';
import { BINDINGS } from '../../src/app/keys/bindings.ts';
import { update } from '../../src/app/update.ts';
import type { Copied } from '../../src/ports/clipboard.ts';
import { afterActions, aModel, libraryFrom } from '../support/a-model.ts';
import { NOW } from '../support/fake-ports.ts';
import { afterKeys } from '../support/journey.ts';

describe('everywhere', () => {
  test.each([
    ['quitRequested', 'quit'],
    ['suspendRequested', 'suspend'],
    ['redrawRequested', 'redraw'],
  ] as const)('%s asks the outside to %s', (type, effect) => {
    const model = aModel();
    expect(update(model, { type })).toEqual({ model, effects: [{ type: effect }] });
  });

  test('Escape goes back along the way one came, and stops at the list', () => {
    const model = afterKeys(aModel(), 'tab tab d c f');
    expect(model.trail).toEqual(['browse', 'compare', 'compose', 'save']);
    expect(afterKeys(model, 'escape escape').trail).toEqual(['browse', 'compare']);
    expect(afterActions(aModel(), { type: 'wentBack' }).trail).toEqual(['browse']);
  });

  test('news of what the outside did is told by tone', () => {
    const told = (copied: Copied) => afterActions(aModel(), { type: 'textCopied', what: 'api-smith', copied }).notice;
    expect(told({ kind: 'taken', by: 'wl-copy' })).toMatchObject({ text: 'On the clipboard by wl-copy: api-smith' });
    expect(told({ kind: 'sent', by: 'OSC 52', isLong: false })?.text).toMatch(
      /^Sent to the .* by OSC 52: .* does not say$/,
    );
    expect(told({ kind: 'sent', by: 'OSC 52', isLong: true })?.text).toMatch(/more than many terminals take$/);
    expect(afterActions(aModel(), { type: 'problemFound', reason: 'broken' }).notice).toEqual({
      text: 'broken',
      tone: 'bad',
    });
  });

  test('a closed editor leads to reading again, or to what went wrong', () => {
    expect(update(aModel(), { type: 'editorClosed', problem: null }).effects).toEqual([{ type: 'readLibrary' }]);
    const failed = update(aModel(), { type: 'editorClosed', problem: 'no editor' });
    expect([failed.effects, failed.model.notice?.text]).toEqual([[], 'no editor']);
  });

  test('typing goes nowhere where there is no field', () => {
    const model = aModel();
    expect(afterActions(model, { type: 'fieldTyped', text: 'x' }, { type: 'fieldEdited', key: 'ctrl+u' })).toEqual(
      model,
    );
  });

  test('a size that changed keeps the news', () => {
    const model = afterKeys(aModel(), 's');
    expect(afterActions(model, { type: 'resized', size: { columns: 20, rows: 5 } }).notice).toEqual(model.notice);
  });
});

describe('the draft', () => {
  const taken = afterKeys(aModel(), 'c space').draft.present;

  test('is kept whenever it changed, and only then', () => {
    const composing = afterKeys(aModel(), 'c');
    expect(update(composing, { type: 'sectionPicked' }).effects).toEqual([
      { type: 'keepDraft', id: 'run-1', draft: taken },
    ]);
    expect(update(composing, { type: 'moved', unit: 'line', direction: 1 }).effects).toEqual([]);
  });

  test('goes when nothing is left in it', () => {
    const model = afterKeys(aModel(), 'c space');
    expect(update(model, { type: 'sectionPicked' }).effects).toEqual([{ type: 'removeDraft', id: 'run-1' }]);
  });

  test('is asked for at the start, and not kept again when found', () => {
    expect(update(aModel(), { type: 'started' }).effects).toEqual([{ type: 'readDrafts' }, { type: 'readLibrary' }]);
    const drafts = [{ id: 'x-1', draft: taken, savedAt: 1 }];
    const { model, effects } = update(aModel(), { type: 'draftsFound', drafts, problems: [], now: NOW });
    const opened = { type: 'openDraft', id: 'x-1', draft: taken };
    expect([model.draft.present, model.kept.id, effects]).toEqual([taken, 'x-1', [opened]]);
  });
});

test('law: no key does harm on any screen, with many definitions or with none', () => {
  const key = fc.constantFrom(...new Set(BINDINGS.flatMap(({ keys }) => keys)), 'x', 'backspace', 'ctrl+u', '日');
  const library = fc.constantFrom(aModel().library, libraryFrom({}), libraryFrom({ empty: '', one: '# A\n' }));
  fc.assert(
    fc.property(library, fc.array(key, { maxLength: 40 }), (read, keys) => {
      const model = afterKeys(aModel({ library: read }), keys.join(' '));
      expect(model.trail[0]).toBe('browse');
      expect(model.trail).toHaveLength(new Set(model.trail).size);
      expect(model.browse.cursor).toBeGreaterThanOrEqual(0);
      expect(() => routeKey(model, 'escape')).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
