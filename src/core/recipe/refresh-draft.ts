import { addAll } from '../../kit/long-lists.ts';
import type { ParsedDefinition } from '../definition/agent-definition.ts';
import type { CarriedField, Draft, Pick, Provenance, SectionPick, UnionPassage, UnionPick } from '../draft/draft.ts';
import { BODY, isWithin, partId } from '../sections/definition-part.ts';
import { passageId } from '../sections/passages-of.ts';
import { sectionText } from '../sections/section-text.ts';
import type { ChangeEffect, ChangeKind, IngredientChange } from './ingredient-change.ts';
import { type Group, joinedGroups, type Lost, withMoved } from './joined-groups.ts';
import { isPickedWhole, newSections, type Outlines, placeBehind, unionOfSection } from './new-sections.ts';
import { refreshSection } from './refresh-section.ts';
import { type PassageMove, refreshUnion } from './refresh-union.ts';
import { isFrom, type SectionPlaces, sectionPlaces, sectionsIn } from './section-places.ts';
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
 * in. What was one section and is two now, or two and one, is so here. A new section of an ingredient that is picked whole
 * comes in behind the one it follows; of another it is told.
 *
 * Law: no passage goes that is still in its ingredient.
 *
 * @param outlines The sections of the ingredients when they were picked from, as far as that is known.
 */
export function refreshDraft(draft: Draft, ingredients: Ingredients, outlines: Outlines = new Map()): RefreshedDraft {
  let { draft: now, changes } = refreshedOnce(draft, ingredients, outlines);
  // Where one text stands several times, what took the place of one may let another be found.
  for (let round = 1; round < MOST_ROUNDS && changes.length > 0; round += 1) {
    const next = refreshedOnce(now, ingredients, outlines);
    const more = next.changes.filter(({ effect }) => !TOLD_AGAIN.has(effect));
    if (more.length === 0) break;
    const isInPlace = next.draft.picks.length === now.picks.length;
    changes = [...changes.map((change) => (isInPlace ? change : { ...change, pick: null })), ...more];
    now = next.draft;
  }
  return { draft: now, changes };
}

/** So often nothing is left to be found, but in texts made to go round. */
const MOST_ROUNDS = 5;
/** What is told each time, as it changes nothing. */
const TOLD_AGAIN: ReadonlySet<ChangeEffect> = new Set(['none', 'not-taken']);

function refreshedOnce(draft: Draft, ingredients: Ingredients, outlines: Outlines): RefreshedDraft {
  const refreshing: Refreshing = { draft, ingredients, outlines, notes: [], moves: [], places: new Map() };
  const groups = draft.picks.map((pick, index) =>
    pick.kind === 'union' ? refreshedUnion(pick, index, refreshing) : refreshedSection(pick, index, refreshing),
  );
  const carried = draft.carried.map((field) => refreshedField(field, refreshing));
  const picks = withMoved(withNewSections(joinedGroups(groups), refreshing), groups);
  const settled = settleStanding(picks, refreshing.moves);
  const changes = refreshing.notes.map(({ change, of }): IngredientChange => {
    const pick = of === null ? -1 : picks.indexOf(of);
    return withEffect({ ...change, pick: pick < 0 ? null : pick }, settled);
  });
  return { draft: { ...draft, picks: settled, carried }, changes };
}

/** What is known and found while a draft is refreshed. */
interface Refreshing {
  readonly draft: Draft;
  readonly ingredients: Ingredients;
  readonly outlines: Outlines;
  readonly notes: Note[];
  readonly moves: PassageMove[];
  /** Of each ingredient in unions. */
  readonly places: Map<string, SectionPlaces>;
}

/** A change, with the pick it is of as it is then. */
interface Note {
  readonly change: Omit<IngredientChange, 'pick'>;
  readonly of: Pick | null;
}

/** The paths of all files that something in a draft came from. */
export function ingredientPaths({ picks, carried }: Draft): readonly string[] {
  const inPicks = picks.flatMap((pick) =>
    pick.kind === 'union' ? pick.passages.map(({ path }) => path) : [pick.path],
  );
  return [...new Set([...inPicks, ...carried.map(({ path }) => path)])];
}

function refreshedSection(
  pick: SectionPick,
  index: number,
  { draft, ingredients, outlines, notes }: Refreshing,
): Group {
  const asBefore = { before: pick, picks: [pick], own: pick, lost: [] };
  const note = (kind: ChangeKind, of: Pick, after: string | null, effect: ChangeEffect) =>
    notes.push({ change: changeOf(pick, kind, partId(pick.part), pick.text, after, effect), of });
  const definition = ingredients.get(pick.path);
  if (definition === WRITTEN_OVER) return asBefore;
  const others = draft.picks.filter((_, at) => at !== index);
  const isTaken = (id: string) =>
    others.some((other) => isBodyOf(other, pick) || sectionsIn(other, pick).some((one) => isWithin(one, id)));
  const holdsTaken = (id: string) => others.some((other) => sectionsIn(other, pick).some((one) => isWithin(id, one)));
  const known = { isTaken, holdsTaken, isOld: isOldIn(outlines, pick.path) };
  const now = definition && refreshSection(pick, definition, known);
  if (!definition || !now) {
    note(definition ? 'section-gone' : 'file-gone', pick, null, 'none');
    return asBefore;
  }
  const { own, picks } = now;
  const after = picks.map(({ text }) => text).join('\n');
  if (picks.length > 1 || own.text !== pick.text)
    note('changed', own, after, pick.edited === null ? 'result' : 'edited');
  const provenance = { definition: pick.definition, agent: pick.agent, path: pick.path };
  return { before: pick, picks, own, lost: now.lost.map((text) => ({ text, provenance, definition })) };
}

const isBodyOf = (pick: Pick, provenance: Provenance): boolean =>
  pick.kind === 'section' && pick.part.kind === 'body' && isFrom(pick, provenance);

function isOldIn(outlines: Outlines, path: string): ((id: string) => boolean) | null {
  const outline = outlines.get(path);
  return outline === undefined ? null : (id) => outline.includes(id);
}

function refreshedUnion(union: UnionPick, index: number, refreshing: Refreshing): Group {
  const { draft, ingredients, outlines, notes, moves, places } = refreshing;
  let result = union;
  const found: Note['change'][] = [];
  const lost: Lost[] = [];
  for (const provenance of provenancesOf(union)) {
    const definition = ingredients.get(provenance.path);
    if (definition === WRITTEN_OVER) continue;
    if (!definition) {
      found.push(changeOf(provenance, 'file-gone', partId(BODY), null, null, 'none'));
      continue;
    }
    const key = JSON.stringify([provenance.definition, provenance.path]);
    const isOld = isOldIn(outlines, provenance.path);
    const known = places.get(key) ?? sectionPlaces(draft.picks, provenance, definition, isOld);
    places.set(key, known);
    const refreshed = refreshUnion(result, provenance, definition, known, index);
    result = refreshed.union;
    addAll(moves, refreshed.moves);
    for (const section of refreshed.gone) found.push(changeOf(provenance, 'section-gone', section, null, null, 'none'));
    addAll(
      found,
      refreshed.moves.flatMap((move) => changesOf(move, provenance)),
    );
    for (const { before, after } of refreshed.moves)
      if (before?.state === 'kept' && before.kind !== 'title' && after === null)
        lost.push({ text: before.text, provenance, definition });
  }
  addAll(
    notes,
    found.map((change) => ({ change, of: result })),
  );
  return { before: union, picks: [result], own: result, lost };
}

function changesOf(move: PassageMove, provenance: Provenance): readonly Note['change'][] {
  const { before, after } = move;
  if (before?.text === after?.text) return [];
  const one = move.before === null ? move.after : (move.after ?? move.before);
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const effect = before?.state === 'dropped' ? 'left-out' : before?.by ? 'already' : 'result';
  const [old, now] = [before?.text ?? null, after?.text ?? null];
  return [changeOf(provenance, kind, passageId(one), old, now, effect)];
}

/** What a change of a passage does is known only when all have been looked at. */
function withEffect(change: IngredientChange, picks: readonly Pick[]): IngredientChange {
  const pick = change.pick === null ? undefined : picks[change.pick];
  if (pick?.kind !== 'union' || change.effect === 'none') return change;
  if (pick.edited !== null) return { ...change, effect: 'edited' };
  const now = pick.passages.find((passage) => passageId(passage) === change.what && isFrom(passage, change));
  if (!now) return change;
  if (now.state === 'kept' && now.edited !== null) return { ...change, effect: 'edited' };
  return { ...change, effect: EFFECT_OF[now.state] };
}

const EFFECT_OF: Readonly<Record<UnionPassage['state'], ChangeEffect>> = {
  kept: 'result',
  dropped: 'left-out',
  merged: 'already',
  redundant: 'already',
  conflict: 'conflict',
};

/** New sections of ingredients that are picked whole, as unions of their own; those of others are noted. */
function withNewSections(
  picks: readonly Pick[],
  { draft, ingredients, outlines, notes, moves }: Refreshing,
): readonly Pick[] {
  const result = [...picks];
  for (const provenance of draftProvenances(draft.picks)) {
    const definition = ingredients.get(provenance.path);
    const outline = outlines.get(provenance.path);
    if (!definition || definition === WRITTEN_OVER || outline === undefined) continue;
    const isWhole = isPickedWhole(draft.picks, provenance, outline);
    for (const section of newSections(result, provenance, definition, outline)) {
      const text = sectionText(section);
      const change = changeOf(provenance, 'added', section.id, null, text, isWhole ? 'result' : 'not-taken');
      if (isWhole) {
        const union = unionOfSection(result, section, provenance, definition);
        result.splice(placeBehind(result, section, provenance, definition), 0, union);
        for (const after of union.passages) moves.push({ before: null, after });
        notes.push({ change, of: union });
      } else notes.push({ change, of: null });
    }
  }
  return result;
}

function draftProvenances(picks: readonly Pick[]): readonly Provenance[] {
  const distinct: Provenance[] = [];
  for (const one of picks.flatMap((pick) => (pick.kind === 'union' ? provenancesOf(pick) : [pick])))
    if (!distinct.some((other) => isFrom(other, one))) distinct.push(one);
  return distinct;
}

function provenancesOf(union: UnionPick): readonly Provenance[] {
  const distinct: Provenance[] = [];
  for (const { definition, agent, path } of union.passages) {
    const one = { definition, agent, path };
    if (!distinct.some((other) => isFrom(other, one))) distinct.push(one);
  }
  return distinct;
}

function refreshedField(field: CarriedField, { ingredients, notes }: Refreshing): CarriedField {
  const definition = ingredients.get(field.path);
  if (definition === WRITTEN_OVER) return field;
  const before = JSON.stringify(field.value);
  if (!definition || !Object.hasOwn(definition.frontmatter, field.field)) {
    const kind = definition ? 'section-gone' : 'file-gone';
    notes.push({ change: changeOf(field, kind, field.field, before, null, 'none'), of: null });
    return field;
  }
  const value = definition.frontmatter[field.field];
  const after = JSON.stringify(value);
  if (after === before) return field;
  notes.push({ change: changeOf(field, 'changed', field.field, before, after, 'result'), of: null });
  return { ...field, value };
}

function changeOf(
  { definition, agent, path }: Provenance,
  kind: ChangeKind,
  what: string,
  before: string | null,
  after: string | null,
  effect: ChangeEffect,
): Note['change'] {
  return { definition, agent, path, kind, what, before, after, effect };
}
