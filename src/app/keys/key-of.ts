import type { Model } from '../model/model.ts';
import type { Binding } from './binding.ts';
import type { BindingId } from './bindings.ts';
import { keyLabel, spokenKey } from './key-labels.ts';
import { bindingsOf, getsThrough, keyContext } from './keymap.ts';

/**
 * How a sentence names the way to a command: `Ctrl-S` by default, with other keys bound `Alt-Ö`, from the search line
 * `Enter then D`, and where no key leads to it `“Show the problems” in the palette (Ctrl-X)`.
 *
 * @param model As it is when the user reads the sentence.
 */
export function keyOf(model: Model, id: BindingId): string {
  const labelOf = model.surroundings.linear ? spokenKey : keyLabel;
  const binding = bindingNamed(model, id);
  const key = binding.keys.find((one) => isHere(model, binding, one));
  if (key !== undefined) return labelOf(key);
  const [first] = binding.keys;
  const way =
    keyContext(model) === 'search' && isOfList(binding) ? bindingNamed(model, 'search.list').keys[0] : undefined;
  if (first !== undefined && way !== undefined) return `${labelOf(way)} then ${labelOf(first)}`;
  const palette = bindingNamed(model, 'everywhere.palette');
  const opening = palette.keys.find((one) => getsThrough(model, palette.context, one));
  return `“${binding.title}” in the palette${opening === undefined ? '' : ` (${labelOf(opening)})`}`;
}

/** The search line is a field beside the list: keys of the list are told there, and do not work before it is left. */
function isHere(model: Model, { context }: Binding, key: string): boolean {
  if (context === 'list' && keyContext(model) === 'search') return false;
  return getsThrough(model, context, key);
}

const isOfList = ({ context }: Binding): boolean => context === 'list' || context === 'everywhere';

function bindingNamed(model: Model, id: BindingId): Binding {
  const binding = bindingsOf(model).find((one) => one.id === id);
  // Every name is that of a binding, by its type.
  if (!binding) throw new TypeError(`No binding ${id}`);
  return binding;
}
