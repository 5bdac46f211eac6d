import { columnWidths, mergeLayout, VERSION_DIVIDERS } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { MERGE_SIDES } from '../model/recompose-state.ts';
import { clamped, scrolledTo } from '../model/scrolling.ts';
import { type MergeGrid, mergeGrid } from './merge-grid.ts';

/** The part of a merge that is on the screen. */
interface MergeWindow extends MergeGrid {
  readonly rows: number;
  /** First line on the screen. */
  readonly top: number;
}

/** What is shown of a merge: the conflict that the keys act on, or where it was scrolled to; `null` without a merge. */
export function mergeWindow(model: Model): MergeWindow | null {
  const { merge, size } = model;
  if (!merge) return null;
  const { rows } = mergeLayout(size);
  const { widths } = mergeColumns(model);
  const { lines, starts } = mergeGrid(merge.file.chunks, widths.map((width) => width - 1).join());
  const start = starts[merge.conflict] ?? 0;
  const follows = scrolledTo(start, start - Math.floor(rows / 3), rows, lines.length);
  const top = merge.scroll === null ? follows : clamped(merge.scroll, 0, Math.max(0, lines.length - rows));
  return { lines, starts, rows, top };
}

/** The versions on the screen, by their places among all, and the cells of the text of each of all. */
export function mergeColumns(model: Pick<Model, 'merge' | 'size' | 'look'>): {
  readonly inView: readonly number[];
  readonly widths: readonly number[];
} {
  const { shown } = mergeLayout(model.size);
  const last = MERGE_SIDES.length - shown;
  const first = clamped((model.merge?.side ?? 0) - shown + 1, 0, last);
  const widths = columnWidths(model, shown, VERSION_DIVIDERS);
  return {
    inView: widths.map((_, at) => first + at),
    widths: MERGE_SIDES.map((_, side) => widths[side - first] ?? widths.at(-1) ?? 0),
  };
}

/** The versions scrolled, the cursor on its conflict. */
export function mergeScrolled(
  model: Model,
  { unit, direction }: { readonly unit: 'line' | 'page'; readonly direction: -1 | 1 },
): Model {
  const window = mergeWindow(model);
  if (!model.merge || !window) return model;
  const { lines, rows, top } = window;
  const by = unit === 'line' ? 1 : Math.max(1, rows - 1);
  const scroll = clamped(top + direction * by, 0, Math.max(0, lines.length - rows));
  return { ...model, merge: { ...model.merge, scroll } };
}
