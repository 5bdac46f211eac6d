import { describe, expect, test } from 'vitest';
import { composedFile } from '../../../src/app/compose/composed-result.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { fileWindow } from '../../../src/app/save/file-window.ts';
import { formLayout, visibleFormRows } from '../../../src/app/save/form-layout.ts';
import { formDraft } from '../../../src/app/save/save-form.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const WORDS = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ');
const BODY = Array.from({ length: 90 }, (_, at) => `Line ${at}`).join('\n');
const LONG = ['---', 'name: long', `description: ${WORDS} LASTWORD`, 'model: opus', '---', '## All', '', BODY, ''];

const formAt = (columns: number, rows: number): Model =>
  afterKeys(aModel({ size: { columns, rows }, library: libraryFrom({ long: LONG.join('\n') }) }), 'c space w "mine"');

const shown = (model: Model): string => fileWindow(model).lines.map(lineText).join('\n');
const form = (model: Model): string =>
  visibleFormRows(model)
    .map(({ line }) => lineText(line))
    .join('\n');

describe.each([
  [80, 24],
  [120, 36],
  [200, 60],
])('at %i×%i', (columns, rows) => {
  const model = formAt(columns, rows);

  test('a long description is one line of the file, so that the prompt is in sight', () => {
    expect(shown(model)).toMatch(/^ ?description: word0 .*…$/m);
    expect(shown(model)).toContain('Line 0');
  });

  test('the file is read to its end, and no further', () => {
    const end = afterKeys(model, 'pagedown '.repeat(40));
    const { top, lines, count } = fileWindow(end);
    expect([lines.at(-1) && lineText(lines.at(-1) ?? { spans: [] }).trim(), top + lines.length]).toEqual([
      'Line 89',
      count,
    ]);
    expect(afterKeys(end, 'shift+down').save.fileTop).toBe(end.save.fileTop);
    expect(fileWindow(afterKeys(end, 'pageup '.repeat(40))).top).toBe(0);
  });

  test('its position counts the lines that the file has', () => {
    const lines = composedFile(formDraft(model)).text.split('\n').length - 1;
    const { file } = fileWindow(model);
    expect([file.first, file.count]).toEqual([1, lines]);
    const end = fileWindow(afterKeys(model, 'pagedown '.repeat(40)));
    expect([end.file.last, end.file.first]).toEqual([lines, lines - end.lines.length + 1]);
  });

  test('the description is read and edited whole while it has the focus', () => {
    const focused = afterKeys(model, 'tab');
    expect(form(focused)).toContain('LASTWORD');
    expect(form(focused).replace(/\s+/g, ' ')).toContain('word198 word199 LASTWORD');
    const start = afterKeys(focused, 'ctrl+home');
    expect(form(start)).toContain('word0 word1');
    expect(afterKeys(start, 'down').save.focused).toBe('description');
    expect(form(afterKeys(focused, 'ctrl+t'))).toContain('word0 word1');
    expect(afterKeys(focused, 'down').save.focused).toBe('model');
    expect(visibleFormRows(focused).length).toBeLessThanOrEqual(formLayout(focused).first.rows);
    expect(formLayout(focused).second.rows).toBeGreaterThanOrEqual(3);
  });

  test('the field one stands on is whole in the file', () => {
    const focused = afterKeys(model, 'tab');
    const pages = Array.from({ length: 12 }, (_, at) => shown(afterKeys(focused, 'pagedown '.repeat(at))));
    expect(pages.join('\n')).toContain('LASTWORD');
  });
});
