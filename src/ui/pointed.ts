import { footerKeyAt } from '../app/commands/footer.ts';
import { frameLayout, LANDED_ROWS } from '../app/model/layout.ts';
import { type Model, screenOf } from '../app/model/model.ts';
import { screenPanes } from './views/app-screen.tsx';
import { dialogFrame } from './views/dialogs/dialog-box.tsx';
import { type PaneSpot, type Point, paneAt } from './views/parts/regions.ts';

/** What lies under a point: a key the footer offers, a line of a pane or of a dialog, or what is around a dialog. */
export type Pointed =
  | { readonly kind: 'key'; readonly key: string }
  | ({ readonly kind: 'pane' } & PaneSpot)
  | ({ readonly kind: 'dialog' } & Point)
  | { readonly kind: 'outside' };

/** What lies under a point of the screen as it is drawn; `null` for nothing. */
export function pointedAt(model: Model, point: Point): Pointed | null {
  const { columns, rows } = model.size;
  const { roomy } = frameLayout(model.size);
  if (point.row === rows - 1) {
    const key = !roomy && model.notice ? null : footerKeyAt(model, columns, point.column);
    return key === null ? null : { kind: 'key', key };
  }
  if (model.dialog) {
    const { left, top, framed, width } = dialogFrame(model, model.dialog);
    const inside = { column: point.column - left - 2, row: point.row - top - 1 };
    const isOnBox =
      inside.column >= -2 && inside.column < width - 2 && inside.row >= -1 && inside.row < framed.length - 1;
    return isOnBox ? { kind: 'dialog', ...inside } : { kind: 'outside' };
  }
  if (point.row === 0) return { kind: 'pane', pane: 'header', column: point.column, row: 0 };
  const landed = roomy && screenOf(model) === 'browse' && model.landed !== null ? LANDED_ROWS : 0;
  const spot = paneAt(screenPanes({ model, paint: () => '' }), roomy, { ...point, row: point.row - landed });
  return spot && { kind: 'pane', ...spot };
}
