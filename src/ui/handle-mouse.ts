import type { Store } from '../app/store.ts';
import type { InputEvent } from './decode-keys.ts';
import { fieldAt, type Pointed, pointedAt } from './pointed.ts';

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
  let held: { readonly pointed: Pointed; readonly isFirst: boolean } | null = null;

  /** Whether a click is the second of two; the third one begins anew. */
  const isSecond = ({ column, row }: MouseEvent): boolean => {
    const at = now();
    const isDouble = column === last.column && row === last.row && at - last.at <= DOUBLE_CLICK_MS;
    last = { column, row, at: isDouble ? Number.NEGATIVE_INFINITY : at };
    return isDouble;
  };

  const click = (event: MouseEvent): void => {
    const isDouble = isSecond(event);
    const pointed = pointedAt(store.model(), event);
    held = pointed && { pointed, isFirst: true };
    const field = fieldAt(store.model(), event);
    if (field) store.dispatch({ type: 'clicked', pane: 'field', row: 0, isDouble, ...field });
    else if (pointed?.kind === 'key') press(pointed.key);
    else if (pointed) store.dispatch({ type: 'clicked', ...spotOf(pointed), isDouble });
  };

  const turn = (event: MouseEvent, direction: -1 | 1): void => {
    const pointed = pointedAt(store.model(), event);
    if (pointed === null || pointed.kind === 'key') return;
    store.dispatch({ type: 'wheeled', pane: spotOf(pointed).pane, direction });
  };

  /** From one row of a pane to another of the same. */
  const drag = (event: MouseEvent): void => {
    const start = held?.pointed;
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

/** The pane under the pointer, and where in it that is. */
function spotOf(pointed: Exclude<Pointed, { kind: 'key' }>): {
  readonly pane: string;
  readonly column: number;
  readonly row: number;
} {
  if (pointed.kind === 'outside') return { pane: 'outside', column: 0, row: 0 };
  const { column, row } = pointed;
  return { pane: pointed.kind === 'pane' ? pointed.pane : pointed.kind, column, row };
}
