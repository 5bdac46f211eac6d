import { pressedKeys, routeKey, routeText } from '../app/commands/route-key.ts';
import type { Action } from '../app/model/actions.ts';
import { focusedField } from '../app/model/focused-field.ts';
import type { Store } from '../app/store.ts';
import type { InputEvent } from './decode-keys.ts';

/** A handler that does what keys, text and the mouse mean, each when all before it was done. */
export function inputHandler(store: Store): (event: InputEvent) => void {
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

  return (event) => {
    switch (event.kind) {
      case 'key':
        return press(event.name);
      case 'mouse':
        return point(store, event);
      case 'text':
        // A paste outside of a field is nothing.
        return event.pasted ? perform(routeText(store.model(), event.text)) : type([...event.text]);
    }
  };
}

/** Lines a notch of the wheel moves. */
const WHEEL_LINES = 3;

function point(store: Store, { button, column, row }: Extract<InputEvent, { kind: 'mouse' }>): void {
  if (button === 'left') {
    store.dispatch({ type: 'clicked', column, row });
    return;
  }
  const direction = button === 'wheel-up' ? -1 : 1;
  for (let line = 0; line < WHEEL_LINES; line += 1) store.dispatch({ type: 'moved', unit: 'line', direction });
}
