import { compareLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';

/** The columns on the screen, counted from the left: the base, and as many others as there is room for. */
export function columnsInView({ compare, size }: Model): readonly number[] {
  const count = compare.ids.length;
  const { shown } = compareLayout(size, count);
  if (shown >= count) return Array.from({ length: count }, (_, column) => column);
  if (shown === 1) return [clamped(compare.pane, 0, count - 1)];
  const others = shown - 1;
  const passed = clamped(compare.passed, 0, count - 1 - others);
  // The column that the keys act on is always in view.
  const first = compare.pane === 0 ? passed : clamped(passed, compare.pane - others, compare.pane - 1);
  return [0, ...Array.from({ length: others }, (_, at) => 1 + first + at)];
}
