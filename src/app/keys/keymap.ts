import { memoLast } from '../../kit/memo.ts';
import type { Action } from '../model/actions.ts';
import { focusedField } from '../model/focused-field.ts';
import { type Model, screenOf } from '../model/model.ts';
import type { Binding, KeyContext } from './binding.ts';
import { BINDINGS } from './bindings.ts';

/** Every binding, with the user's own keys where the settings name some. */
export function bindingsOf({ surroundings }: Model): readonly Binding[] {
  return rebound(surroundings.keys);
}

const rebound = memoLast((own: Model['surroundings']['keys']): readonly Binding[] =>
  BINDINGS.map((binding) => {
    const keys = own[binding.id];
    if (!keys) return binding;
    // What the footer shows for a pair of keys would name the old ones.
    const { hintKeys: _, ...rest } = binding;
    return { ...rest, keys };
  }),
);

/** The context whose keys come first. */
export function keyContext(model: Model): KeyContext {
  if (model.dialog) return model.dialog.kind;
  const screen = screenOf(model);
  if (screen !== 'browse') return screen;
  return model.browse.focus;
}

/** The bindings in force: those of the context, then those that hold everywhere. */
export function activeBindings(model: Model): readonly Binding[] {
  const context = keyContext(model);
  const bindings = bindingsOf(model);
  const own = bindings.filter((binding) => binding.context === context);
  return [...own, ...bindings.filter((binding) => binding.context === 'everywhere')];
}

/**
 * What a key means right now: its action, the reason it is refused, or nothing.
 *
 * While a text field has the focus, keys that type a character type it, and editing keys edit, unless the context
 * itself binds them.
 */
export function actionFor(model: Model, key: string): Action | null {
  const typing = focusedField(model) !== null;
  const candidates = activeBindings(model).filter(({ keys }) => keys.includes(key));
  const binding = candidates.find(({ context }) => !typing || context !== 'everywhere' || !isCharacter(key));
  if (!binding) return null;
  const enabled = binding.enabled?.(model) ?? true;
  return enabled === true ? binding.action : { type: 'keyRefused', reason: enabled };
}

/** Whether a key, in a text field, stands for itself. */
export function isCharacter(key: string): boolean {
  return key === 'space' || [...key].length === 1;
}
