import { mergeLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped, scrolledTo } from '../model/scrolling.ts';
import { type MergeGrid, mergeGrid } from './merge-grid.ts';

/** The part of a merge that is on the screen. */
interface MergeWindow extends MergeGrid {
  readonly rows: number;
  /** First line on the screen. */
  readonly top: number;
}

/** What is shown of a merge: the conflict that the keys act on, or where it was scrolled to; `null` without a merge. */
export function mergeWindow({ merge, size }: Model): MergeWindow | null {
  if (!merge) return null;
  const { columns, rows } = mergeLayout(size);
  const { lines, starts } = mergeGrid(merge.file.chunks, columns - 1);
  const start = starts[merge.conflict] ?? 0;
  const follows = scrolledTo(start, start - Math.floor(rows / 3), rows, lines.length);
  const top = merge.scroll === null ? follows : clamped(merge.scroll, 0, Math.max(0, lines.length - rows));
  return { lines, starts, rows, top };
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
