import { commandAct } from '../app/commands/route-key.ts';
import type { Store } from '../app/store.ts';
import type { Shares } from '../text/appearance.ts';
import type { InputEvent } from './decode-keys.ts';
import { fieldAt, type Pointed, pointedAt } from './pointed.ts';
import type { PaneSpot } from './views/parts/regions.ts';

type MouseEvent = Extract<InputEvent, { kind: 'mouse' }>;

/** Two clicks on one cell no further apart than this, in milliseconds, are a double click. */
const DOUBLE_CLICK_MS = 400;

/**
 * A handler that does what the mouse means.
 *
 * @param press Presses a key by its name, as the footer offers it.
 * @param now Milliseconds that only grow, to tell a double click by.
 */
export function mouseHandler(
  store: Store,
  press: (key: string) => void,
  now: () => number,
): (event: MouseEvent) => void {
  let last = { column: -1, row: -1, at: Number.NEGATIVE_INFINITY };

  /** What the left button was pressed on, until it is let go. */
  let held: { readonly pointed: Pointed; readonly isFirst: boolean; readonly shares: Shares } | null = null;

  /** Whether a click is the second of two; the third one begins anew. */
  const isSecond = ({ column, row }: MouseEvent): boolean => {
    const at = now();
    const isDouble = column === last.column && row === last.row && at - last.at <= DOUBLE_CLICK_MS;
    last = { column, row, at: isDouble ? Number.NEGATIVE_INFINITY : at };
    return isDouble;
  };

  const run = (id: string): void => {
    const act = commandAct(store.model(), id);
    if (act) store.dispatch(act);
  };

  const click = (event: MouseEvent): void => {
    const isDouble = isSecond(event);
    const pointed = pointedAt(store.model(), event);
    held = pointed && { pointed, isFirst: true, shares: store.model().look.shares };
    const field = fieldAt(store.model(), event);
    if (field) store.dispatch({ type: 'clicked', pane: 'field', row: 0, isDouble, ...field });
    else if (pointed?.kind === 'key') press(pointed.key);
    else if (pointed?.kind === 'command') run(pointed.id);
    else if (isDouble && (pointed?.kind === 'title' || pointed?.kind === 'divider'))
      store.dispatch({ type: 'dividersEvened' });
    else if (pointed?.kind === 'title') store.dispatch({ type: 'titleClicked', pane: pointed.pane });
    else {
      const spot = pointed && spotOf(pointed);
      if (spot) store.dispatch({ type: 'clicked', ...spot, isDouble });
    }
  };

  const turn = (event: MouseEvent, direction: -1 | 1): void => {
    const pointed = pointedAt(store.model(), event);
    const spot = pointed && spotOf(pointed);
    if (spot) store.dispatch({ type: 'wheeled', pane: spot.pane, direction });
  };

  /** From one row of a pane to another of the same, or a divider to another place. */
  const drag = (event: MouseEvent): void => {
    const start = held?.pointed;
    if (held && start?.kind === 'divider') {
      const { axis, divider } = start;
      // Of the cells between two panes side by side the line is the middle one.
      const cells = event[axis] - start.start - (axis === 'column' ? 1 : 0);
      store.dispatch({ type: 'dividerDragged', divider, cells });
      held = { ...held, isFirst: false };
      return;
    }
    const here = pointedAt(store.model(), event);
    if (!held || start?.kind !== 'pane' || here?.kind !== 'pane' || here.pane !== start.pane) return;
    if (held.isFirst && here.row === start.row) return;
    store.dispatch({ type: 'dragged', pane: start.pane, from: start.row, row: here.row, isFirst: held.isFirst });
    held = { ...held, isFirst: false };
  };

  return (event) => {
    switch (event.button) {
      case 'left':
        click(event);
        break;
      case 'drag':
        drag(event);
        break;
      case 'release':
        if (held?.pointed.kind === 'divider' && !held.isFirst)
          store.dispatch({ type: 'dividerLeft', before: held.shares });
        held = null;
        break;
      case 'wheel-up':
        turn(event, -1);
        break;
      case 'wheel-down':
        turn(event, 1);
        break;
    }
  };
}

/** The pane under the pointer, and where in it that is; `null` on what is none. */
function spotOf(pointed: Pointed): PaneSpot | null {
  switch (pointed.kind) {
    case 'outside':
      return { pane: 'outside', column: 0, row: 0 };
    case 'dialog':
      return { pane: 'dialog', column: pointed.column, row: pointed.row };
    case 'pane': {
      const { kind: _, ...spot } = pointed;
      return spot;
    }
    default:
      return null;
  }
}
