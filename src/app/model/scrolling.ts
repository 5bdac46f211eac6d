import type { Direction } from './actions.ts';

/** A number held between two others; the lower one wins where they cross. */
export function clamped(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Where a movement leads among `count` places, `page` of them on the screen. */
export function movedIndex(
  index: number,
  { unit, direction }: { readonly unit: 'line' | 'page' | 'end'; readonly direction: Direction },
  count: number,
  page: number,
): number {
  if (unit === 'end') return direction < 0 ? 0 : Math.max(0, count - 1);
  const by = unit === 'line' ? 1 : Math.max(1, page - 1);
  return clamped(index + direction * by, 0, count - 1);
}

/** The first line to show so that the cursor is on the screen, moving as little as possible. */
export function scrolledTo(cursor: number, top: number, height: number, count: number): number {
  const visible = clamped(top, cursor - height + 1, cursor);
  return clamped(visible, 0, Math.max(0, count - height));
}
