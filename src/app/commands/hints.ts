import { markedOrCurrent } from '../browse/browse-results.ts';
import type { BindingId } from '../keys/bindings.ts';
import type { Model } from '../model/model.ts';

/** The word of a binding for the footer, as things stand; `null` where it is not worth one. */
export function hintOf(model: Model, { id, hint }: { readonly id: BindingId; readonly hint?: string }): string | null {
  return HINTS[id]?.(model) ?? hint ?? null;
}

type Hint = (model: Model) => string;

const markedWords =
  (word: string): Hint =>
  (model) =>
    model.browse.marked.length > 1 ? `${word} ${markedOrCurrent(model).length}` : word;

/** Of those that say more than a word that never changes: with how many, or what exactly. */
const HINTS: { readonly [Id in BindingId]?: Hint } = {
  'list.compare': markedWords('compare'),
  'list.compose': markedWords('compose'),
  'list.clear-marks': ({ browse }) =>
    `clear ${browse.marked.length === 1 ? 'the mark' : `${browse.marked.length} marks`}`,
  'search.leave': ({ browse }) => (browse.query.text === '' ? 'list' : 'clear search'),
};
