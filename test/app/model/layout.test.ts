import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPOSE_PANES } from '../../../src/app/model/compose-state.ts';
import {
  BOX,
  browseLayout,
  COLUMN_DIVIDERS,
  columnWidths,
  compareLayout,
  composeLayout,
  dialogLayout,
  EDGE,
  frameLayout,
  GAP,
  LEAD,
  readerLayout,
  type SplitLayout,
} from '../../../src/app/model/layout.ts';
import type { Size } from '../../../src/app/model/model.ts';
import { DIVIDERS, USUAL_LOOK } from '../../../src/text/appearance.ts';
import { aModel } from '../../support/a-model.ts';

const someSize = fc.record({ columns: fc.integer({ min: 20, max: 300 }), rows: fc.integer({ min: 5, max: 100 }) });

/** Dividers that were moved, and others that were not. */
const someShares = fc.record(
  Object.fromEntries(DIVIDERS.map((divider) => [divider, fc.integer({ min: 1, max: 99 })])),
  { requiredKeys: [] },
);

/** Two panes and the rule between them fill the body, or the one there is does. */
function expectFilled({ direction, first, second }: SplitLayout, { columns, rows }: Size): void {
  const sides = direction === 'row' ? [first.columns, second.columns] : [first.rows, second.rows];
  const shown = sides.filter((cells) => cells > 0);
  const rule = shown.length < 2 ? 0 : direction === 'row' ? 3 : 1;
  expect(shown.reduce((sum, cells) => sum + cells, rule)).toBe(direction === 'row' ? columns : rows);
  expect(Math.min(...sides)).toBeGreaterThanOrEqual(0);
  expect(direction === 'row' ? [first.rows, second.rows] : [first.columns, second.columns]).toEqual(
    direction === 'row' ? [rows, rows] : [columns, columns],
  );
}

describe('laws of layout, from 20 by 5 to 300 by 100', () => {
  test('the frame fills the terminal and has a body', () => {
    fc.assert(
      fc.property(someSize, (size) => {
        const { bodyHeight, roomy } = frameLayout(size);
        expect(bodyHeight).toBeGreaterThanOrEqual(1);
        expect(bodyHeight + (roomy ? 4 : 2)).toBe(size.rows);
      }),
    );
  });

  test('list and preview fill the body', () => {
    fc.assert(
      fc.property(someSize, (size) => {
        expectFilled(browseLayout({ size, landed: null }), {
          columns: size.columns,
          rows: frameLayout(size).bodyHeight,
        });
      }),
    );
  });

  test('outline and text fill the body', () => {
    fc.assert(
      fc.property(someSize, (size) => {
        expectFilled(readerLayout(aModel({ size })), { columns: size.columns, rows: frameLayout(size).bodyHeight });
      }),
    );
  });

  test('the columns of a comparison fit, wherever each has room for a few letters', () => {
    fc.assert(
      fc.property(someSize, fc.integer({ min: 1, max: 8 }), someShares, (size, count, shares) => {
        const { shown, rows } = compareLayout(size, count);
        const widths = columnWidths({ size, look: { ...USUAL_LOOK, shares } }, shown, COLUMN_DIVIDERS);
        expect(widths).toHaveLength(shown);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(4);
        expect(rows).toBeGreaterThanOrEqual(1);
        expect(shown).toBeGreaterThanOrEqual(1);
        expect(shown).toBeLessThanOrEqual(count);
        const all = widths.reduce((sum, width) => sum + width + LEAD, (shown - 1) * GAP);
        if (Math.min(...widths) > 4) expect(all).toBeLessThanOrEqual(size.columns);
      }),
    );
  });

  test('the panes of composing fill the width but for a blank at its end, whichever has the focus and however many agents there are', () => {
    fc.assert(
      fc.property(someSize, fc.integer({ min: 1, max: 8 }), fc.constantFrom(...COMPOSE_PANES), (size, count, pane) => {
        const ids = Array.from({ length: count }, (_, index) => `a${index}`);
        const layout = composeLayout({
          size,
          compose: { ids, row: 0, column: 0, pane, line: 0, stop: 0, held: null, resultTop: null },
          look: USUAL_LOOK,
        });
        const shown = COMPOSE_PANES.map((name) => layout[name]).filter((columns) => columns !== 0);
        expect(shown.reduce((sum, columns) => sum + columns, 3 * (shown.length - 1))).toBe(size.columns - EDGE);
        expect(Math.min(...shown)).toBeGreaterThanOrEqual(10);
        expect(layout[pane]).toBeGreaterThan(0);
        expect(layout.rows).toBe(frameLayout(size).bodyHeight);
      }),
    );
  });

  test('the box of a dialog leaves the footer in sight', () => {
    fc.assert(
      fc.property(someSize, fc.constantFrom('list', 'text'), (size, kind) => {
        const { columns, rows } = dialogLayout(size, kind);
        expect(columns + BOX.columns).toBeLessThanOrEqual(Math.max(BOX.columns + 1, size.columns));
        const beside = size.columns - columns - BOX.columns;
        expect(beside <= 0 || beside >= 12).toBe(true);
        expect(rows).toBeGreaterThanOrEqual(1);
        expect(rows + BOX.rows).toBeLessThanOrEqual(Math.max(BOX.rows + 1, size.rows - 1));
      }),
    );
  });
});

describe('what is shown where', () => {
  test.each([
    [140, 30, 'row', 26],
    [120, 36, 'column', 19],
    [80, 24, 'column', 11],
    [80, 8, 'column', 0],
  ] as const)('browsing at %i by %i is a %s with %i lines of preview', (columns, rows, direction, preview) => {
    const layout = browseLayout({ size: { columns, rows }, landed: null });
    expect([layout.direction, layout.second.rows]).toEqual([direction, preview]);
  });

  test('the outline needs 72 columns', () => {
    expect(readerLayout(aModel({ size: { columns: 71, rows: 30 } })).first.columns).toBe(0);
    expect(readerLayout(aModel({ size: { columns: 72, rows: 30 } })).first.columns).toBe(24);
  });

  test.each([
    [120, 'topics', ['topics', 'versions', 'result']],
    [119, 'topics', ['topics', 'result']],
    [119, 'versions', ['topics', 'versions']],
    [59, 'versions', ['versions']],
  ] as const)('composing at %i columns with the focus on %s shows %j', (columns, pane, panes) => {
    const compose = { ids: ['a', 'b'], row: 0, column: 0, pane, line: 0, stop: 0, held: null, resultTop: null };
    const layout = composeLayout({ size: { columns, rows: 30 }, compose, look: USUAL_LOOK });
    expect(COMPOSE_PANES.filter((name) => layout[name] > 0)).toEqual(panes);
  });
});
