import type { Draft, Pick, UnionPassage } from '../draft/draft.ts';
import { BODY, isWithin, partId } from '../sections/definition-part.ts';
import { passageKeyText } from '../union/passage-key.ts';
import type { IngredientChange } from './ingredient-change.ts';
import { isFrom } from './section-places.ts';

/**
 * A draft without what is no longer in its ingredients: picks, passages and fields of sections and files that are gone.
 *
 * @param changes Of the same draft.
 */
export function withoutGone(draft: Draft, changes: readonly IngredientChange[]): Draft {
  const gone = changes.filter(({ kind }) => kind === 'section-gone' || kind === 'file-gone');
  if (gone.length === 0) return draft;
  const picks = draft.picks.flatMap((pick, at) =>
    pickWithout(
      pick,
      gone.filter((one) => one.pick === at),
    ),
  );
  const fields = gone.filter((one) => one.pick === null);
  const carried = draft.carried.filter(
    (field) => !fields.some((one) => one.what === field.field && isFrom(one, field)),
  );
  return { ...draft, picks: picks.map((pick) => withoutStandIns(pick, picks)), carried };
}

function pickWithout(pick: Pick, gone: readonly IngredientChange[]): readonly Pick[] {
  if (gone.length === 0) return [pick];
  if (pick.kind === 'section') return [];
  const isGone = (passage: UnionPassage) =>
    gone.some((one) => isFrom(one, passage) && (one.what === partId(BODY) || isWithin(one.what, passage.section)));
  const passages = pick.passages.filter((passage) => !isGone(passage));
  return passages.length === 0 ? [] : [{ ...pick, passages }];
}

/** What stood for a passage and is gone stands for it no more: its words are said by nobody. */
function withoutStandIns(pick: Pick, picks: readonly Pick[]): Pick {
  if (pick.kind === 'section') return pick;
  const keys = new Set(picks.flatMap((one) => (one.kind === 'union' ? one.passages.map(passageKeyText) : [])));
  const passages = pick.passages.map((passage): UnionPassage => {
    if (passage.by === null || keys.has(passageKeyText(passage.by))) return passage;
    return { ...passage, state: 'dropped', by: null };
  });
  return { ...pick, passages };
}
