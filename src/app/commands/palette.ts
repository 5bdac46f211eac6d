import { foldText } from '../../core/search/words/fold-text.ts';
import type { Binding } from '../keys/binding.ts';
import type { BindingId } from '../keys/bindings.ts';
import { activeBindings, bindingsOf, keyContext } from '../keys/keymap.ts';
import type { Model } from '../model/model.ts';
import { titleOf } from './hints.ts';
import { refusalOf } from './refusals.ts';
import { compareRanks, titleFit } from './title-fit.ts';

/** A command the palette offers. */
export interface PaletteCommand {
  readonly binding: Binding;
  /** What it does, as things stand. */
  readonly title: string;
  /** All keys that lead to it. */
  readonly keys: readonly string[];
  /** Why it does nothing right now, or `null` if it works. */
  readonly refusal: string | null;
}

/**
 * The commands of the screen below the palette that what is typed may mean: those that work first, and of those the ones
 * that it fits best. What only moves the cursor is not among them: nobody looks for that here. From the search line those
 * of the list are meant too: a person who types there looks at it.
 */
export function paletteCommands(model: Model): readonly PaletteCommand[] {
  if (model.dialog?.kind !== 'palette') return [];
  const query = foldText(model.dialog.query.text).trim();
  const below = { ...model, dialog: null };
  const ranked = offered(below).flatMap(({ binding, keys }) => {
    const title = titleOf(below, binding);
    const fit = query === '' ? 0 : titleFit(query, title);
    if (fit === null) return [];
    const refusal = refusalOf(below, binding);
    // Of those that fit alike what was run last, then what the footer offers, then what says little else.
    const rest = query === '' ? [] : [binding.hint ? 0 : 1, title.length];
    const rank = [refusal === null ? 0 : 1, fit, recency(model, binding), ...rest];
    return { command: { binding, title, keys, refusal }, rank };
  });
  return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ command }) => command);
}

/** How long ago a command was run from the palette, in commands run since. */
function recency({ recent }: Model, { id }: Binding): number {
  const at = recent.indexOf(id);
  return at < 0 ? recent.length : at;
}

interface Offered {
  readonly binding: Binding<BindingId>;
  readonly keys: readonly string[];
}

/** What can be asked for below the palette; what two bindings do is one thing with the keys of both. */
function offered(below: Model): readonly Offered[] {
  const active = activeBindings(below);
  const list = keyContext(below) === 'search' ? bindingsOf(below).filter(({ context }) => context === 'list') : [];
  const byAct = new Map<string, Offered>();
  for (const binding of [...list, ...active]) {
    if (binding.id === 'everywhere.palette' || (binding.group === 'move' && binding.keys.length > 0)) continue;
    const act = JSON.stringify(binding.action);
    const known = byAct.get(act);
    const keys = [...new Set([...(known?.keys ?? []), ...binding.keys])];
    byAct.set(act, { binding: known?.binding ?? binding, keys });
  }
  return [...byAct.values()];
}
