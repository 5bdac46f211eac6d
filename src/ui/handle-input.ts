import { pressedKeys, routeKey, routeText } from '../app/commands/route-key.ts';
import type { Action } from '../app/model/actions.ts';
import { focusedField } from '../app/model/focused-field.ts';
import type { Store } from '../app/store.ts';
import type { InputEvent } from './decode-keys.ts';
import { mouseHandler } from './handle-mouse.ts';

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

  const point = mouseHandler(store, press, now);

  return (event) => {
    switch (event.kind) {
      case 'key':
        return press(event.name);
      case 'mouse':
        return point(event);
      case 'background':
        return store.dispatch({ type: 'backgroundTold', background: event.background });
      case 'exact-keys':
        return;
      case 'text':
        // A paste outside of a field is nothing.
        return event.pasted ? perform(routeText(store.model(), event.text)) : type([...event.text]);
    }
  };
}
