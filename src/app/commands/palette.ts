import { foldText } from '../../core/search/words/fold-text.ts';
import type { Binding } from '../keys/binding.ts';
import type { BindingId } from '../keys/bindings.ts';
import { activeBindings, bindingsOf, keyContext } from '../keys/keymap.ts';
import type { Model } from '../model/model.ts';
import { refusalOf } from './refusals.ts';

/** A command the palette offers. */
export interface PaletteCommand {
  readonly binding: Binding;
  /** Why it does nothing right now, or `null` if it works. */
  readonly refusal: string | null;
}

/**
 * The commands of the screen below the palette whose titles hold every word typed: those that work first, and of those
 * the ones that only move the cursor last, since nobody looks for them here. From the
 * search line those of the list are meant too: a person who types there looks at it.
 */
export function paletteCommands(model: Model): readonly PaletteCommand[] {
  if (model.dialog?.kind !== 'palette') return [];
  const words = foldText(model.dialog.query.text).split(' ').filter(Boolean);
  const below = { ...model, dialog: null };
  const commands = offered(below)
    .filter(({ id, title }) => id !== 'everywhere.palette' && words.every((word) => foldText(title).includes(word)))
    .map((binding) => ({ binding, refusal: refusalOf(below, binding) }));
  return [...commands].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ binding, refusal }: PaletteCommand): number {
  return (refusal === null ? 0 : 2) + (binding.action.type === 'moved' ? 1 : 0);
}

function offered(below: Model): readonly Binding<BindingId>[] {
  const active = activeBindings(below);
  if (keyContext(below) !== 'search') return active;
  const list = bindingsOf(below).filter(({ context, action }) => context === 'list' && action.type !== 'moved');
  return [...list, ...active];
}
