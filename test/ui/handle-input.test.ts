import fc from 'fast-check';
import { renderToString } from 'ink';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/app/model/model.ts';
import { createStore } from '../../src/app/store.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { decodeInput } from '../../src/ui/decode-keys.ts';
import { inputHandler } from '../../src/ui/handle-input.ts';
import { createPaint } from '../../src/ui/paint.ts';
import { AppScreen } from '../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom } from '../support/a-model.ts';
import { afterKeys } from '../support/journey.ts';

/** A model after bytes from the terminal. */
function fed(model: Model, bytes: string): Model {
  const store = createStore(model, () => {});
  const handle = inputHandler(store);
  for (const event of decodeInput(bytes, true).events) handle(event);
  return store.model();
}

const PAINT = createPaint(false);

/** What is on the terminal, line by line, without its colours. */
function screenLines(model: Model): readonly string[] {
  const view = createElement(AppScreen, { model, paint: PAINT, dimmed: PAINT });
  return renderToString(view, { columns: model.size.columns })
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n');
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

  test('a key that means nothing does nothing', () => {
    const model = aModel();
    expect(fed(model, 'x')).toEqual(model);
  });
});

/** The bytes of a click, or a notch of the wheel, at a cell, 0-based. */
const click = (column: number, row: number) => `\u001b[<0;${column + 1};${row + 1}M`;
const wheel = (way: 'up' | 'down', column: number, row: number) =>
  `\u001b[<${way === 'up' ? 64 : 65};${column + 1};${row + 1}M`;
/** The first cell of a text on the screen. */
function cellOf(model: Model, text: string): readonly [column: number, row: number] {
  const lines = screenLines(model);
  const row = lines.findIndex((line) => line.includes(text));
  expect(row, `${text} is on the screen`).toBeGreaterThanOrEqual(0);
  return [textWidth(lines[row]?.slice(0, lines[row]?.indexOf(text)) ?? ''), row];
}
const clickOn = (model: Model, text: string) => click(...cellOf(model, text));

const many = aModel({
  library: libraryFrom(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `agent-${String(at).padStart(2, '0')}`,
        `---\ndescription: d\n---\n${'A line.\n\n'.repeat(60)}# Last section\n\nThe end.\n`,
      ]),
    ),
  ),
});

describe('the mouse', () => {
  test('the wheel goes to what is under it: the list keeps its cursor in view, the preview scrolls by itself', () => {
    const scrolled = fed(many, wheel('down', 5, 4));
    expect(scrolled.browse).toMatchObject({ top: 3, cursor: 3 });
    expect(fed(scrolled, wheel('up', 5, 4)).browse).toMatchObject({ top: 0, cursor: 3 });
    const preview = fed(many, wheel('down', 5, 20));
    expect(preview.browse).toMatchObject({ top: 0, cursor: 0, preview: { top: 3 } });
    expect(fed(preview, wheel('up', 5, 20)).browse.preview.top).toBe(0);
    expect(fed(many, wheel('down', 5, 0)).browse).toEqual(many.browse);
    const wide = { ...many, size: { columns: 160, rows: 30 } };
    expect(fed(wide, wheel('down', 150, 20)).browse).toMatchObject({ cursor: 0, preview: { top: 3 } });
  });

  test('a click in the list puts the cursor there, on its signs it marks, a second one reads it', () => {
    const model = aModel({ browse: { focus: 'search' } });
    expect(fed(model, clickOn(model, 'data-keeper')).browse).toMatchObject({ cursor: 1, focus: 'list', marked: [] });
    const [, row] = cellOf(model, 'data-keeper');
    expect(fed(model, click(1, row)).browse.marked).toEqual(['project:data-keeper']);
    const read = fed(model, clickOn(model, 'data-keeper').repeat(2));
    expect(read).toMatchObject({ trail: ['browse', 'reader'], reader: { id: 'project:data-keeper' } });
    expect(fed(aModel(), click(12, 0)).browse.focus).toBe('search');
  });

  test('clicks far apart in time are no double click', () => {
    let time = 0;
    const store = createStore(aModel(), () => {});
    const handle = inputHandler(store, () => time);
    for (const event of decodeInput(clickOn(aModel(), 'data-keeper').repeat(2), true).events) {
      handle(event);
      time += 1_000;
    }
    expect(store.model().trail).toEqual(['browse']);
  });

  test('in the reader the outline is gone to, its signs take, and the text scrolls under the wheel', () => {
    const reading = afterKeys(many, 'enter');
    const last = fed(reading, clickOn(reading, 'Last section'));
    expect(last.reader).toMatchObject({ section: 2 });
    expect(last.reader.scroll).toBeGreaterThan(0);
    const [, row] = cellOf(reading, 'Last section');
    expect(fed(reading, click(1, row)).draft.present.picks.map(({ title }) => title)).toEqual(['Last section']);
    expect(fed(reading, wheel('down', 60, 10)).reader.scroll).toBe(3);
    expect(fed(reading, wheel('down', 3, 10)).reader.section).toBe(1);
  });

  test('in compose the wheel moves the pane under it, the keys stay where they were', () => {
    const composing = { ...afterKeys(aModel(), 'tab tab c M'), size: { columns: 100, rows: 12 } };
    const [column, row] = cellOf(composing, 'Result');
    const moved = fed(composing, wheel('down', column + 2, row + 3));
    expect(moved.compose).toMatchObject({ pane: 'topics', row: composing.compose.row });
    expect(moved.compose.stop).toBe(composing.compose.stop);
    expect(moved.compose.resultTop).toBeGreaterThan(0);
  });

  test('a click on the footer presses the key it names', () => {
    const model = aModel();
    expect(fed(model, clickOn(model, 'enter read')).trail).toEqual(['browse', 'reader']);
    const [column, row] = cellOf(model, '↑↓ move');
    expect(fed(model, click(column + 1, row)).browse.cursor).toBe(1);
    expect(fed(fed(model, click(column + 1, row)), click(column, row)).browse.cursor).toBe(0);
    expect(fed(model, clickOn(model, '? help')).dialog?.kind).toBe('help');
    expect(fed(model, click(99, row))).toEqual(model);
  });

  test('beside a box a click closes it and nothing else; on a row of it the cursor is there, a second one runs it', () => {
    const open = afterKeys(many, ':');
    expect(fed(open, click(2, 4))).toMatchObject({ dialog: null, browse: many.browse });
    expect(fed(open, wheel('down', 2, 4))).toEqual(open);
    const shown = afterKeys(open, '"show the"');
    const second = fed(shown, clickOn(shown, 'Show the sources'));
    expect(screenLines(second)[cellOf(shown, 'Show the sources')[1]]).toContain('❯ Show the sources');
    expect(fed(shown, clickOn(shown, 'Show the sources').repeat(2)).dialog?.kind).toBe('sources');
  });
});

const dragTo = (column: number, row: number) => `\u001B[<32;${column + 1};${row + 1}M`;
const letGo = (column: number, row: number) => `\u001B[<0;${column + 1};${row + 1}m`;

describe('dragging', () => {
  test('over rows of the list marks them, as one step to undo', () => {
    const [column, row] = cellOf(many, 'agent-02');
    const over = click(column, row) + dragTo(column, row + 1) + dragTo(column, row + 3) + letGo(column, row + 3);
    const marked = fed(many, over);
    expect(marked.browse.marked).toEqual(['02', '03', '04', '05'].map((at) => `project:agent-${at}`));
    expect([marked.browse.cursor, marked.notice?.text]).toEqual([5, '4 agents marked · u takes it back']);
    expect(afterKeys(marked, 'u').browse.marked).toEqual([]);
    const more = fed(marked, click(column, row - 2) + dragTo(column, row - 1) + letGo(column, row - 1));
    expect(afterKeys(more, 'u').browse.marked).toEqual(marked.browse.marked);
  });

  test('on one row, or from elsewhere, marks nothing', () => {
    const [column, row] = cellOf(many, 'agent-02');
    expect(fed(many, click(column, row) + dragTo(column + 4, row)).browse.marked).toEqual([]);
    expect(fed(many, click(column, 20) + dragTo(column, row)).browse.marked).toEqual([]);
    expect(fed(many, click(column, row) + letGo(column, row) + dragTo(column, row + 2)).browse.marked).toEqual([]);
  });
});

describe('dividers', () => {
  const wide = { ...many, size: { columns: 160, rows: 30 } };
  const composing = { ...afterKeys(aModel(), 'tab tab c M'), size: { columns: 140, rows: 20 } };
  const drag = ([column, row]: readonly [number, number], by: readonly [number, number]) =>
    click(column, row) + dragTo(column + by[0], row + by[1]) + letGo(column + by[0], row + by[1]);
  /** Where the divider stands behind so many others. */
  const dividerOf = (model: Model, at = 0): readonly [number, number] => {
    const row = screenLines(model).findIndex((line) => line.includes(' │ '));
    const parts = (screenLines(model)[row] ?? '').split('│');
    return [textWidth(parts.slice(0, at + 1).join('│')), row];
  };

  test('are dragged side by side, as one step to undo that is remembered once', () => {
    const [column, row] = dividerOf(wide);
    const remembered: unknown[] = [];
    const store = createStore(wide, (effect) => {
      if (effect.type === 'rememberLook') remembered.push(effect.look);
    });
    const handle = inputHandler(store);
    for (const event of decodeInput(drag([column, row], [-20, 2]), true).events) handle(event);
    const moved = store.model();
    expect(remembered).toEqual([{ shares: moved.look.shares }]);
    expect(dividerOf(moved)[0]).toBe(column - 20);
    expect(moved.notice?.text).toMatch(/^Share of the screen: list \d+ % · u undoes it$/);
    expect(dividerOf(afterKeys(moved, 'u'))[0]).toBe(column);
    const [second, line] = dividerOf(composing, 1);
    expect(dividerOf(fed(composing, drag([second, line], [7, 0])), 1)[0]).toBe(second + 7);
  });

  test('between the columns of a comparison are dragged each by itself, and the text is wrapped anew', () => {
    const comparing = afterKeys(aModel({ size: { columns: 140, rows: 20 } }), 'tab tab tab d');
    const [column, row] = dividerOf(comparing);
    const [second] = dividerOf(comparing, 1);
    const moved = fed(comparing, drag([column, row], [9, 0]));
    expect(dividerOf(moved)[0]).toBe(column + 9);
    expect(moved.notice?.text).toMatch(/^Share of the screen: column 1 \d+ % · u undoes it$/);
    expect(dividerOf(afterKeys(moved, 'u'))[0]).toBe(column);
    expect(dividerOf(fed(comparing, drag([second, row], [-9, 0])), 1)[0]).toBe(second - 9);
    expect(dividerOf(fed(comparing, drag([second, row], [-9, 0])))[0]).toBe(column);
    const [behind] = dividerOf(afterKeys(comparing, 'right |'), 1);
    expect(behind).not.toBe(second);
    const two = afterKeys(aModel({ size: { columns: 100, rows: 20 } }), 'tab tab d');
    expect(dividerOf(afterKeys(two, '|'))[0]).not.toBe(dividerOf(two)[0]);
    expect(afterKeys(two, 'm |').notice?.text).toBe('There is only one pane on the screen');
  });

  test('are dragged one above the other, by the rule between', () => {
    const small = { ...many, size: { columns: 100, rows: 30 } };
    const rule = screenLines(small).findLastIndex((line) => line.startsWith('─'));
    const moved = fed(small, drag([40, rule], [0, 5]));
    expect(screenLines(moved).findLastIndex((line) => line.startsWith('─'))).toBe(rule + 5);
  });

  test('leave no pane without room, however far they are dragged', () => {
    for (const by of [-500, 500]) {
      const moved = fed(wide, drag(dividerOf(wide), [by, 0]));
      expect(screenLines(moved)[5]).toContain('│');
      expect(Math.min(dividerOf(moved)[0], 160 - dividerOf(moved)[0])).toBeGreaterThan(14);
    }
  });

  test('stand in the middle after a second click, and where a key puts them', () => {
    expect(dividerOf(fed(wide, click(...dividerOf(wide)).repeat(2)))[0]).toBe(81);
    const [usual] = dividerOf(wide);
    const places = ['|', '| |', '| | |', '| | | |'].map((keys) => dividerOf(afterKeys(wide, keys))[0]);
    expect(places).toEqual([81, 108, 54, usual]);
    expect(afterKeys(aModel({ size: { columns: 100, rows: 8 } }), 'enter |').notice).not.toBeNull();
  });
});

describe('a click on a title', () => {
  test('gives the keys to its pane; a column that has them becomes the base', () => {
    const composing = { ...afterKeys(aModel(), 'tab tab c M'), size: { columns: 140, rows: 20 } };
    expect(fed(composing, clickOn(composing, 'Result')).compose.pane).toBe('result');
    const comparing = { ...afterKeys(aModel(), 'tab tab d'), size: { columns: 140, rows: 20 } };
    const [column, row] = cellOf(comparing, '2 ');
    const focused = fed(comparing, click(column, 1));
    expect([row, focused.compare.pane]).toEqual([1, 1]);
    expect(fed(focused, click(column, 1)).compare.base).toBe(comparing.compare.ids[1]);
  });
});

describe('a click on a count in the header opens what it counts', () => {
  const typing = aModel({ browse: { focus: 'search' } });

  test('in the list: what is found, the sources, what could not be read, the marked', () => {
    expect(fed(typing, clickOn(typing, '3 of 3')).browse.focus).toBe('list');
    expect(fed(typing, clickOn(typing, '1 source')).dialog?.kind).toBe('sources');
    const problems = [{ path: '/p/agents/x.md', reason: 'it is not text', code: 'file/not-text' as const }];
    const partly = { ...typing, library: { ...typing.library, problems } };
    expect(fed(partly, clickOn(partly, '1 unreadable')).dialog?.kind).toBe('problems');
    const marked = afterKeys(typing, 'down tab');
    const only = fed(marked, clickOn(marked, '1 marked'));
    expect(screenLines(only)[2]).toContain('data-keeper');
    expect(only.browse).toMatchObject({ isMarkedOnly: true, focus: 'list' });
    expect(fed(only, clickOn(only, '1 marked')).browse.isMarkedOnly).toBe(false);
  });

  test('in what is read, compared, composed and left out', () => {
    const reading = afterKeys(aModel({ size: { columns: 120, rows: 30 } }), 'tab enter');
    expect(fed(reading, clickOn(reading, '1 marked'))).toMatchObject({
      trail: ['browse'],
      browse: { isMarkedOnly: true },
    });
    const comparing = afterKeys(aModel(), 'tab tab d');
    expect(fed(comparing, clickOn(comparing, 'topic 1 of')).compare.isMatrix).toBe(true);
    const composing = { ...afterKeys(aModel(), 'tab tab c M'), size: { columns: 120, rows: 30 } };
    const kept = { ...composing, kept: { ...composing.kept, at: 0 } };
    expect(fed(kept, clickOn(kept, 'kept ')).dialog?.kind).toBe('drafts');
    const ledger = afterKeys(composing, 'x');
    expect(fed(ledger, clickOn(ledger, ' in all')).ledger.scope).toBe('all');
  });

  test('beside them a click in the header leads where it did', () => {
    const reading = afterKeys(aModel(), 'enter');
    expect(fed(reading, clickOn(reading, 'line 1'))).toEqual(reading);
  });
});

describe('a click in composing', () => {
  const composing = { ...afterKeys(aModel(), 'tab tab c M'), size: { columns: 140, rows: 24 } };

  test('puts the cursor on the passage, a second one takes it or leaves it out', () => {
    const versions = afterKeys(composing, 'tab');
    const [column, row] = cellOf(versions, '● ');
    const there = fed(composing, click(column + 8, row));
    expect(there.compose).toMatchObject({ pane: 'versions', line: 0 });
    const result = fed(composing, clickOn(composing, 'Prefer plain'));
    expect(result.compose.pane).toBe('result');
    expect(result.compose.stop).toBeGreaterThan(0);
    const left = fed(composing, clickOn(composing, 'Prefer plain').repeat(2));
    expect(left.draft.past.length).toBe(composing.draft.past.length + 1);
  });

  test('on the cell of a topic takes that version, on its title only goes there', () => {
    const fresh = { ...afterKeys(aModel(), 'tab tab c'), size: { columns: 140, rows: 24 } };
    const [column, row] = cellOf(fresh, 'Storage');
    expect(fed(fresh, click(column, row)).draft.present.picks).toEqual([]);
    const cells = screenLines(fresh)[row] ?? '';
    const taken = fed(fresh, click(textWidth(cells.slice(0, cells.indexOf('○'))), row));
    expect(taken.draft.present.picks.map(({ title }) => title)).toEqual(['Storage']);
  });

  test('among what is left out goes to the entry, a second one to where it stands', () => {
    const ledger = afterKeys(composing, 'X v');
    const entries = screenLines(ledger).flatMap((line, row) => (/^(❯| ) [●○=~]/.test(line) ? [row] : []));
    const last = entries.at(-1) ?? 0;
    const there = fed(ledger, click(20, last));
    expect(there.ledger.cursor).toBe(entries.length - 1);
    expect(fed(ledger, click(20, last).repeat(2)).trail.at(-1)).toBe('compose');
  });
});

describe('a click in a field', () => {
  test('puts the caret at that cell of the search line, wherever the keys were', () => {
    const typed = afterKeys(aModel({ browse: { focus: 'search' } }), '"smith api"');
    const [column, row] = cellOf(typed, 'smith api');
    const inside = fed(typed, click(column + 2, row));
    expect(inside.browse.query).toEqual({ text: 'smith api', cursor: 2 });
    const fromList = fed(afterKeys(typed, 'enter'), click(column + 6, row));
    expect(fromList.browse).toMatchObject({ focus: 'search', query: { cursor: 6 } });
    expect(fed(typed, click(column + 40, row)).browse.query.cursor).toBe(9);
  });

  test('of a box, of what is looked for in a text, and of the form', () => {
    const palette = afterKeys(many, ': "theme"');
    expect(fed(palette, clickOn(palette, 'eme')).dialog).toMatchObject({ query: { text: 'theme', cursor: 2 } });
    const finding = afterKeys(many, 'enter / "line"');
    expect(fed(finding, clickOn(finding, 'ne ')).reader.find?.words.cursor).toBe(2);
    const form = afterKeys(aModel(), 'c space w "forge"');
    const [column, row] = cellOf(form, '❯ name');
    expect(fed(form, click(column + 16, row)).save).toMatchObject({ focused: 'name', fields: { name: { cursor: 2 } } });
    expect(fed(form, clickOn(form, '  description')).save.focused).toBe('description');
  });

  test('twice selects the word there, which typing replaces and deleting takes away', () => {
    const typed = afterKeys(aModel({ browse: { focus: 'search' } }), '"smith api"');
    const [column, row] = cellOf(typed, 'smith api');
    const selected = fed(typed, click(column + 2, row).repeat(2));
    expect(selected.browse.query).toEqual({ text: 'smith api', cursor: 5, from: 0 });
    expect(fed(selected, 'x').browse.query).toEqual({ text: 'x api', cursor: 1 });
    expect(fed(selected, '\u007f').browse.query).toEqual({ text: ' api', cursor: 0 });
    expect(fed(selected, '\u001b[D').browse.query).toEqual({ text: 'smith api', cursor: 4 });
    expect(screenLines(selected)[row]).toContain('smith api');
    const form = afterKeys(aModel(), 'c space w "forge smith"');
    const [left, line] = cellOf(form, '❯ name');
    expect(fed(form, click(left + 21, line).repeat(2)).save.fields.name).toMatchObject({ from: 6, cursor: 11 });
  });

  test('of a field that stands on several rows', () => {
    const words = Array.from({ length: 30 }, (_, at) => `word${at + 10}`).join(' ');
    const form = afterKeys(aModel(), `c space w tab "${words}"`);
    const there = fed(form, clickOn(form, 'word25')).save;
    expect(there.fields.description.text.slice(there.fields.description.cursor)).toMatch(/^word25/);
  });
});

describe('law of the pointer', () => {
  const ways = ['', 'enter', 'tab tab d', 'tab tab d m', 'c M', 'c M x', 'c space w', ':', '?', '? "m"', 'D', 'C'];
  const anywhere = fc.record({
    way: fc.constantFrom(...ways),
    columns: fc.integer({ min: 20, max: 180 }),
    rows: fc.integer({ min: 5, max: 50 }),
    bytes: fc.array(fc.tuple(fc.constantFrom(0, 32, 64, 65), fc.nat(180), fc.nat(50)), { minLength: 1, maxLength: 5 }),
  });

  test('wherever it is, the screen can be drawn after, and its cursors are on what is there', () => {
    fc.assert(
      fc.property(anywhere, ({ way, columns, rows, bytes }) => {
        const start = afterKeys({ ...many, size: { columns, rows } }, way);
        const model = fed(start, bytes.map(([button, x, y]) => `\u001b[<${button};${x + 1};${y + 1}M`).join(''));
        expect(screenLines(model)).toHaveLength(rows);
        expect(model.browse.cursor).toBeLessThan(40);
        expect(model.browse.top).toBeLessThanOrEqual(model.browse.cursor);
        expect(model.reader.section).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
