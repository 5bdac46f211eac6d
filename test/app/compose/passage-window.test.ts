import { describe, expect, test } from 'vitest';
import { passageWindow } from '../../../src/app/compose/passage-window.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { ledgerPanes } from '../../../src/ui/views/compose/ledger-screen.tsx';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LONG = `Begin. ${Array.from({ length: 300 }, (_, at) => `Word${at}`).join(' ')} Last.`;
const LIBRARY = libraryFrom({
  a: '---\nname: a\n---\n## Rules\n\n- Be kind\n',
  b: `---\nname: b\n---\n## Rules\n\n${LONG}\n\n- Short\n`,
});
const LEFT_OUT = afterKeys(aModel({ library: LIBRARY }), 'tab tab c space X');

const shown = (model: Model) => passageWindow(model)?.lines.map(lineText).join(' ') ?? '';
const position = (model: Model) => ledgerPanes(model).panes[1]?.position;

describe('the pane under what is left out', () => {
  test('says where it stands, and scrolls to the last word by keys', () => {
    expect(shown(LEFT_OUT)).toContain('Begin.');
    expect(position(LEFT_OUT)).toMatch(/^1–\d+ of \d+$/);
    const further = afterKeys(LEFT_OUT, 'shift+down J');
    expect([position(further), further.ledger.cursor]).toEqual([expect.stringMatching(/^3–/), LEFT_OUT.ledger.cursor]);
    expect(shown(afterKeys(LEFT_OUT, 'shift+pagedown '.repeat(9).trim()))).toContain('Last.');
    expect(afterKeys(further, 'K shift+up K')).toMatchObject({ ledger: { scroll: 0 } });
  });

  test('begins at the start again for another entry', () => {
    expect(afterKeys(LEFT_OUT, 'J J down up').ledger.scroll).toBe(0);
  });

  test('where there are few rows, what stands instead begins on the line that says so', () => {
    const library = libraryFrom({
      a: '---\nname: a\n---\n## Rules\n\n- Be kind\n',
      b: '---\nname: b\n---\n## Rules\n\n- Be kind\n',
    });
    const model = afterKeys(aModel({ library, size: { columns: 80, rows: 24 } }), 'tab tab c space X');
    expect(passageWindow(model)?.lines.map(lineText)).toEqual([' Be kind', ' Instead, line 3 of the result: Be kind']);
    const [entries] = ledgerPanes(model).panes;
    expect(entries?.lines.map(lineText).join()).toContain('same as result line 3');
  });

  test('a short one has nothing to scroll', () => {
    const short = afterKeys(LEFT_OUT, 'down');
    expect(position(short)).toBe('');
    expect(afterKeys(short, 'J').notice?.text).toBe('All of it is on the screen');
  });
});
