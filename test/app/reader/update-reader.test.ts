import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerLayout } from '../../../src/app/model/layout.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { readerText } from '../../../src/app/reader/reader-text.ts';
import { update } from '../../../src/app/update.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LONG = ['# One', ...Array(40).fill('- a'), '# Two', ...Array(40).fill('- b'), '# Three', 'End.', ''].join('\n');
const READING = afterKeys(aModel({ library: libraryFrom({ long: LONG }) }), 'enter');

const lastScroll = (model: Model) =>
  Math.max(0, (readerText(model)?.lines.length ?? 0) - readerLayout(model.size).second.rows);

describe('reading', () => {
  test('n and p go from section to section, and no further', () => {
    const two = afterKeys(READING, 'n');
    expect(two.reader.section).toBe(1);
    expect(two.reader.scroll).toBe(readerText(two)?.starts[1]);
    expect(afterKeys(two, 'p p').reader).toMatchObject({ section: 0, scroll: 0 });
    expect(afterKeys(two, 'n n n').reader).toMatchObject({ section: 2, scroll: lastScroll(two) });
  });

  test('scrolling takes the outline along', () => {
    const model = afterKeys(READING, 'pagedown pagedown pagedown');
    expect(model.reader.scroll).toBe(lastScroll(model));
    expect(model.reader.section).toBe(1);
    expect(afterKeys(model, 'home').reader).toMatchObject({ section: 0, scroll: 0 });
  });

  test('a section begins with its first line', () => {
    expect(afterKeys(READING, 'n down up').reader.section).toBe(1);
    expect(afterKeys(READING, 'n up').reader.section).toBe(0);
  });

  test('the other view starts at the same section', () => {
    const model = afterKeys(READING, 'n v');
    expect(model.reader).toMatchObject({ view: 'source', section: 1, scroll: readerText(model)?.starts[1] });
    expect(afterKeys(model, 'v').reader.view).toBe('rendered');
  });

  test('Space takes the section and puts it back', () => {
    const taken = afterKeys(READING, 'n space');
    expect(taken.draft.present.picks.map(({ title }) => title)).toEqual(['Two']);
    expect(afterKeys(taken, 'space').draft.present.picks).toEqual([]);
  });

  test('e and y are about what is read, not about the list', () => {
    const model = { ...afterKeys(aModel(), 'down enter'), browse: aModel().browse };
    expect(update(model, { type: 'editorRequested' }).effects).toEqual([
      { type: 'openEditor', path: '/p/agents/data-keeper.md' },
    ]);
  });

  test('c composes from it, or from what is marked', () => {
    expect(afterKeys(aModel(), 'down enter c').compose.ids).toEqual(['project:data-keeper']);
    expect(afterKeys(aModel(), 'tab tab enter c').compose.ids).toEqual(['project:api-smith', 'project:data-keeper']);
  });

  test('a definition that vanished leaves nothing to do but go back', () => {
    const gone = afterActions(READING, { type: 'libraryRead', definitions: [], problems: [], complete: true });
    expect(afterKeys(gone, 'down n space').reader).toEqual(gone.reader);
    expect(afterKeys(gone, 'escape').trail).toEqual(['browse']);
  });

  test('law: whatever keys are pressed, the scroll stays inside the text and the section exists', () => {
    const keys = fc.array(fc.constantFrom('down', 'up', 'pagedown', 'pageup', 'G', 'g', 'n', 'p', 'v'));
    fc.assert(
      fc.property(keys, (pressed) => {
        const model = afterKeys(READING, pressed.join(' '));
        expect(model.reader.scroll).toBeGreaterThanOrEqual(0);
        expect(model.reader.scroll).toBeLessThanOrEqual(lastScroll(model));
        expect(readerText(model)?.sections[model.reader.section]).toBeDefined();
      }),
    );
  });
});
