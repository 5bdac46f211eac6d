import { memoLast } from '../../kit/memo.ts';
import { filterOf, findOf, focusedField } from '../model/focused-field.ts';
import { type Model, screenOf } from '../model/model.ts';
import { isFieldKey } from '../model/text-field.ts';
import type { Binding, KeyContext } from './binding.ts';
import { BINDINGS, type BindingId } from './bindings.ts';

/** Every binding, with the user's own keys where the settings name some. */
export function bindingsOf({ surroundings }: Model): readonly Binding<BindingId>[] {
  return rebound(surroundings.keys);
}

const rebound = memoLast((own: Model['surroundings']['keys']): readonly Binding<BindingId>[] =>
  BINDINGS.map((binding) => {
    const keys = own[binding.id];
    return keys ? { ...binding, keys } : binding;
  }),
);

/** The context whose keys come first. */
export function keyContext(model: Model): KeyContext {
  if (filterOf(model)?.isTyped) return 'filter';
  if (model.dialog) return model.dialog.kind;
  const screen = screenOf(model);
  if (findOf(model)?.isTyped) return 'find';
  if (screen === 'save' && model.save.choices !== null) return 'choices';
  if (screen !== 'browse') return screen;
  return model.browse.focus;
}

/**
 * The bindings in force: those of the context, then those that hold everywhere. After saving others come before, in linear
 * mode some more behind.
 */
export function activeBindings(model: Model): readonly Binding<BindingId>[] {
  return inForce(bindingsOf(model), keyContext(model), model.landed !== null, model.surroundings.linear);
}

const inForce = memoLast(
  (
    bindings: readonly Binding<BindingId>[],
    context: KeyContext,
    hasLanded: boolean,
    isLinear: boolean,
  ): readonly Binding<BindingId>[] => {
    const first = context === 'list' && hasLanded ? bindings.filter((one) => one.context === 'landed') : [];
    const taken = new Set(first.flatMap(({ keys }) => keys));
    const own = bindings.filter((one) => one.context === context && !isTaken(one, taken));
    const everywhere = bindings.filter((one) => one.context === 'everywhere' && !isTaken(one, taken));
    const linear = isLinear ? bindings.filter((one) => one.context === 'linear') : [];
    return [...first, ...own, ...everywhere, ...linear];
  },
);

/**
 * Whether a key of a binding does what the binding says where the user is: what a text field takes does not get to the
 * keys that hold everywhere.
 */
export function getsThrough(model: Model, context: KeyContext, key: string): boolean {
  const isCommon = context === 'everywhere' || context === 'linear';
  return !isCommon || focusedField(model) === null || !isFieldKey(key);
}

/** Whether nothing of a binding is left: all its keys mean something else now. */
function isTaken({ keys }: Binding, taken: ReadonlySet<string>): boolean {
  return keys.length > 0 && keys.every((key) => taken.has(key));
}
