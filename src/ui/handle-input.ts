import { pressedKeys, routeKey, routeText } from '../app/commands/route-key.ts';
import type { Action } from '../app/model/actions.ts';
import { focusedField } from '../app/model/focused-field.ts';
import type { Store } from '../app/store.ts';
import type { InputEvent } from './decode-keys.ts';
import { pointedAt } from './pointed.ts';

/**
 * A handler that does what keys, text and the mouse mean, each when all before it was done.
 *
 * @param now Milliseconds that only grow, to tell a double click by.
 */
export function inputHandler(store: Store, now: () => number = () => performance.now()): (event: InputEvent) => void {
  const perform = (action: Action | null): void => {
    if (action) store.dispatch(action);
  };

  const press = (name: string): void => {
    for (const key of pressedKeys(store.model(), name)) perform(routeKey(store.model(), key));
  };

  /** Letters typed faster than they were read are keys one after the other, until one of them leads into a field. */
  const type = (characters: readonly string[]): void => {
    for (const [index, character] of characters.entries()) {
      if (focusedField(store.model())) {
        perform(routeText(store.model(), characters.slice(index).join('')));
        return;
      }
      press(character === ' ' ? 'space' : character);
    }
  };

  let last = { column: -1, row: -1, at: Number.NEGATIVE_INFINITY };

  /** Whether a click is the second of two; the third one begins anew. */
  const isSecond = (column: number, row: number): boolean => {
    const at = now();
    const isDouble = column === last.column && row === last.row && at - last.at <= DOUBLE_CLICK_MS;
    last = { column, row, at: isDouble ? Number.NEGATIVE_INFINITY : at };
    return isDouble;
  };

  const point = ({ button, column, row }: Extract<InputEvent, { kind: 'mouse' }>): void => {
    const isClick = button === 'left';
    const isDouble = isClick && isSecond(column, row);
    const pointed = pointedAt(store.model(), { column, row });
    if (pointed === null) return;
    if (pointed.kind === 'key') {
      if (isClick) press(pointed.key);
      return;
    }
    const pane = pointed.kind === 'pane' ? pointed.pane : pointed.kind;
    const cell = pointed.kind === 'outside' ? { column: 0, row: 0 } : { column: pointed.column, row: pointed.row };
    if (isClick) store.dispatch({ type: 'clicked', pane, ...cell, isDouble });
    else store.dispatch({ type: 'wheeled', pane, direction: button === 'wheel-up' ? -1 : 1 });
  };

  return (event) => {
    switch (event.kind) {
      case 'key':
        return press(event.name);
      case 'mouse':
        return point(event);
      case 'background':
        return store.dispatch({ type: 'backgroundTold', background: event.background });
      case 'text':
        // A paste outside of a field is nothing.
        return event.pasted ? perform(routeText(store.model(), event.text)) : type([...event.text]);
    }
  };
}

/** Two clicks on one cell no further apart than this, in milliseconds, are a double click. */
const DOUBLE_CLICK_MS = 400;
