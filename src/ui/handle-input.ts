import { actionFor, isCharacter } from '../app/keys/keymap.ts';
import { focusedField } from '../app/model/focused-field.ts';
import { isEditingKey } from '../app/model/text-field.ts';
import type { Store } from '../app/store.ts';
import type { InputEvent } from './decode-keys.ts';
import type { Delivery } from './keyboard.ts';

/** Longest text a field takes at once; more is a file pasted by mistake. */
const PASTE_LIMIT = 10_000;

/**
 * What keys do: the key map first, then the text field that has the focus.
 *
 * @param type Types text into the focused field.
 * @returns A handler that has the keyboard wait after typing, see `createKeyboard`.
 */
export function inputHandler(store: Store, type: (text: string) => void): (event: InputEvent) => Delivery {
  const typeText = (text: string): Delivery => {
    const clean = text
      .slice(0, PASTE_LIMIT)
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/\p{Cc}/gu, '');
    if (clean === '') return 'go-on';
    type(clean);
    return 'wait';
  };

  const press = (key: string): Delivery => {
    const model = store.model();
    const action = actionFor(model, key);
    if (action) store.dispatch(action);
    else if (key.startsWith('alt+') && !(focusedField(model) && isEditingKey(key))) {
      // Terminals send Alt as an Escape before the key. Where Alt means nothing, both were pressed in quick succession.
      const name = key.slice('alt+'.length);
      return press('escape') === 'go-on' ? press(name) : { rest: { kind: 'key', name } };
    } else if (focusedField(model) && isCharacter(key)) return typeText(key === 'space' ? ' ' : key);
    else if (focusedField(model)) store.dispatch({ type: 'fieldEdited', key });
    // The component with the field mounts anew after an edit; what is typed next must find it there.
    return focusedField(store.model()) ? 'wait' : 'go-on';
  };

  /** Letters typed faster than they were read are keys one after the other, until one of them leads into a field. */
  const pressEach = (characters: readonly string[]): Delivery => {
    for (const [index, character] of characters.entries()) {
      if (press(character === ' ' ? 'space' : character) === 'go-on') continue;
      return { rest: { kind: 'text', text: characters.slice(index + 1).join(''), pasted: false } };
    }
    return 'go-on';
  };

  return (event) => {
    if (event.kind === 'key') return press(event.name);
    if (event.kind === 'mouse') return point(store, event);
    if (focusedField(store.model())) return typeText(event.text);
    // A paste outside of a field is nothing.
    return event.pasted ? 'go-on' : pressEach([...event.text]);
  };
}

/** Lines a notch of the wheel moves. */
const WHEEL_LINES = 3;

function point(store: Store, { button, column, row }: Extract<InputEvent, { kind: 'mouse' }>): 'go-on' {
  if (button === 'left') {
    store.dispatch({ type: 'clicked', column, row });
    return 'go-on';
  }
  const direction = button === 'wheel-up' ? -1 : 1;
  for (let line = 0; line < WHEEL_LINES; line += 1) store.dispatch({ type: 'moved', unit: 'line', direction });
  return 'go-on';
}
