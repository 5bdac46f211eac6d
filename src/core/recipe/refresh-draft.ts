import { addAll } from '../../kit/long-lists.ts';
import type { ParsedDefinition } from '../definition/agent-definition.ts';
import type { CarriedField, Draft, Pick, Provenance, UnionPick } from '../draft/draft.ts';
import { BODY, partId } from '../sections/definition-part.ts';
import { passageId } from '../sections/passages-of.ts';
import type { ChangeEffect, ChangeKind, IngredientChange } from './ingredient-change.ts';
import { refreshSection } from './refresh-section.ts';
import { type PassageMove, refreshUnion } from './refresh-union.ts';
import { isFrom, sectionPlaces } from './section-places.ts';
import { settleStanding } from './settle-standing.ts';

/**
 * The ingredients as they are on the disk now, by path; one that is not there is left out. One that the composed file was
 * written over says what was picked from it: there is nothing else of it.
 */
export type Ingredients = ReadonlyMap<string, ParsedDefinition | typeof WRITTEN_OVER>;

/** In place of an ingredient: the composed file was written over it. */
export const WRITTEN_OVER = 'written-over';

/** A draft with the texts of its ingredients as they are now, and what that changed. */
export interface RefreshedDraft {
  readonly draft: Draft;
  /** In the order of the picks; none if the ingredients say what they said. */
  readonly changes: readonly IngredientChange[];
}

/**
 * A draft as it would be had the same been picked from the ingredients as they are now.
 *
 * Picks keep their titles, levels and places, and what the user wrote in place of a pick stays. What is no longer found
 * keeps its text, and is told; but a passage of a union that its section no longer has goes, as what is new in it comes
 * in.
 */
export function refreshDraft(draft: Draft, ingredients: Ingredients): RefreshedDraft {
  const changes: IngredientChange[] = [];
  const moves: PassageMove[] = [];
  const picks = draft.picks.map((pick, index) =>
    pick.kind === 'union'
      ? refreshedUnion(pick, index, draft, ingredients, moves, changes)
      : refreshedSection(pick, index, ingredients, changes),
  );
  const carried = draft.carried.map((field) => refreshedField(field, ingredients, changes));
  const settled = settleStanding(picks, moves);
  const effects = changes.map((change) => withEffect(change, settled));
  return { draft: { ...draft, picks: settled, carried }, changes: effects };
}

/** The paths of all files that something in a draft came from. */
export function ingredientPaths({ picks, carried }: Draft): readonly string[] {
  const inPicks = picks.flatMap((pick) =>
    pick.kind === 'union' ? pick.passages.map(({ path }) => path) : [pick.path],
  );
  return [...new Set([...inPicks, ...carried.map(({ path }) => path)])];
}

function refreshedSection(
  pick: Extract<Pick, { kind: 'section' }>,
  index: number,
  ingredients: Ingredients,
  changes: IngredientChange[],
): Pick {
  const note = (kind: ChangeKind, after: string | null, effect: ChangeEffect) =>
    changes.push(changeOf(pick, kind, index, partId(pick.part), pick.text, after, effect));
  const definition = ingredients.get(pick.path);
  if (definition === WRITTEN_OVER) return pick;
  const now = definition && refreshSection(pick, definition);
  if (!now) note(definition ? 'section-gone' : 'file-gone', null, 'none');
  else if (now.text !== pick.text) note('changed', now.text, pick.edited === null ? 'result' : 'edited');
  return now ?? pick;
}

function refreshedUnion(
  union: UnionPick,
  index: number,
  draft: Draft,
  ingredients: Ingredients,
  moves: PassageMove[],
  changes: IngredientChange[],
): Pick {
  let result = union;
  for (const provenance of provenancesOf(union)) {
    const definition = ingredients.get(provenance.path);
    if (definition === WRITTEN_OVER) continue;
    if (!definition) {
      changes.push(changeOf(provenance, 'file-gone', index, partId(BODY), null, null, 'none'));
      continue;
    }
    const places = sectionPlaces(draft.picks, provenance, definition);
    const refreshed = refreshUnion(result, provenance, definition, places, index);
    result = refreshed.union;
    addAll(moves, refreshed.moves);
    for (const section of refreshed.gone)
      changes.push(changeOf(provenance, 'section-gone', index, section, null, null, 'none'));
    addAll(
      changes,
      refreshed.moves.flatMap((move) => changesOf(move, provenance, index)),
    );
  }
  return result;
}

function changesOf(move: PassageMove, provenance: Provenance, index: number): readonly IngredientChange[] {
  const { before, after } = move;
  if (before?.text === after?.text) return [];
  const one = move.before === null ? move.after : (move.after ?? move.before);
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const effect = before?.state === 'dropped' ? 'left-out' : before?.by ? 'already' : 'result';
  const [old, now] = [before?.text ?? null, after?.text ?? null];
  return [changeOf(provenance, kind, index, passageId(one), old, now, effect)];
}

/** What a change of a passage does is known only when all have been looked at. */
function withEffect(change: IngredientChange, picks: readonly Pick[]): IngredientChange {
  const pick = change.pick === null ? undefined : picks[change.pick];
  if (pick?.kind !== 'union' || change.effect === 'none') return change;
  if (pick.edited !== null) return { ...change, effect: 'edited' };
  const now = pick.passages.find((passage) => passageId(passage) === change.what && isFrom(passage, change));
  if (!now) return change;
  if (now.state === 'kept' && now.edited !== null) return { ...change, effect: 'edited' };
  return { ...change, effect: now.state === 'kept' ? 'result' : now.state === 'dropped' ? 'left-out' : 'already' };
}

function provenancesOf(union: UnionPick): readonly Provenance[] {
  const distinct: Provenance[] = [];
  for (const { definition, agent, path } of union.passages) {
    const one = { definition, agent, path };
    if (!distinct.some((other) => isFrom(other, one))) distinct.push(one);
  }
  return distinct;
}

function refreshedField(field: CarriedField, ingredients: Ingredients, changes: IngredientChange[]): CarriedField {
  const definition = ingredients.get(field.path);
  if (definition === WRITTEN_OVER) return field;
  const before = JSON.stringify(field.value);
  if (!definition || !Object.hasOwn(definition.frontmatter, field.field)) {
    const kind = definition ? 'section-gone' : 'file-gone';
    changes.push(changeOf(field, kind, null, field.field, before, null, 'none'));
    return field;
  }
  const value = definition.frontmatter[field.field];
  const after = JSON.stringify(value);
  if (after === before) return field;
  changes.push(changeOf(field, 'changed', null, field.field, before, after, 'result'));
  return { ...field, value };
}

function changeOf(
  { definition, agent, path }: Provenance,
  kind: ChangeKind,
  pick: number | null,
  what: string,
  before: string | null,
  after: string | null,
  effect: ChangeEffect,
): IngredientChange {
  return { definition, agent, path, kind, pick, what, before, after, effect };
}
