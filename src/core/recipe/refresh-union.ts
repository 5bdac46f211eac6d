import { greatest } from '../../kit/long-lists.ts';
import type { ParsedDefinition } from '../definition/agent-definition.ts';
import type { Provenance, UnionPassage, UnionPick } from '../draft/draft.ts';
import { type AnyPassage, matchPassages } from '../merging/match-passages.ts';
import { isSameText } from '../merging/word-likeness.ts';
import { isWithin } from '../sections/definition-part.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { putIn } from './added-passages.ts';
import { isHeir } from './section-heirs.ts';
import { passagesFrom, rootsOf, type SectionPlaces } from './section-places.ts';

/** A passage of a union before and after; it is new where there was none, and gone where there is none. */
export type PassageMove =
  | { readonly before: UnionPassage; readonly after: UnionPassage | null }
  | { readonly before: null; readonly after: UnionPassage };

/** A union with what one ingredient says now. */
export interface RefreshedUnion {
  /** What stands for what is still as it was: `settleStanding` puts that right. */
  readonly union: UnionPick;
  readonly moves: readonly PassageMove[];
  /** Sections that are no longer there; what was taken from them stays. */
  readonly gone: readonly string[];
}

/**
 * A union in which what one ingredient says is as in its file now: other wordings in place of the old ones, what is new
 * behind what it stands behind in the file, and without what is no longer there.
 *
 * @param places Where the ingredient's sections are now, for the whole draft.
 * @param index The union's among the picks of the draft.
 */
export function refreshUnion(
  union: UnionPick,
  provenance: Provenance,
  definition: ParsedDefinition,
  places: SectionPlaces,
  index: number,
): RefreshedUnion {
  const own = passagesFrom(union.passages, provenance);
  const roots = rootsOf(own).map((root) => ({ root, now: places.now.get(root) ?? null }));
  const gone = roots.filter(({ now }) => now === null).map(({ root }) => root);
  const before = own.filter(({ section }) => !gone.some((root) => isWithin(root, section)));
  const renamed = new Map(roots.flatMap(({ root, now }) => (now && now.id !== root ? [[root, now.id] as const] : [])));
  const after = places.ownedBy(index).flatMap(passagesOf);
  const match = matchPassages(
    before.map((passage) => ({ ...passage, section: sectionNow(passage.section, renamed) })),
    after.map(withoutLine),
  ).map((index, at) => {
    const [old, now] = [before[at], after[index]];
    if (!old || !now || old.kind === 'title' || isHeir(old, now)) return index;
    // What stands in the same place is another one where it was somewhere else before, or is of another section.
    return places.isSaid(now.text) || isIn(renamed, old.section) ? -1 : index;
  });
  const moves = before.map((old, at) => ({ before: old, after: passageNow(old, after[match[at] ?? -1], after) }));
  const nowOf = new Map(moves.map((move) => [move.before, move.after]));
  const kept = union.passages.flatMap((passage) => (nowOf.has(passage) ? (nowOf.get(passage) ?? []) : [passage]));
  const isNew = after.map((_, at) => !match.includes(at));
  const { passages, added } = putIn(kept, after.map(withoutLine), isNew, provenance, sectionsOf(definition));
  return {
    union: isUnchanged(union.passages, passages) ? union : { ...union, passages },
    moves: [...moves, ...added.map((passage) => ({ before: null, after: passage }))],
    gone,
  };
}

function isUnchanged(before: readonly UnionPassage[], after: readonly UnionPassage[]): boolean {
  return before.length === after.length && before.every((passage, at) => passage === after[at]);
}

function passageNow(old: UnionPassage, now: AnyPassage | undefined, all: readonly AnyPassage[]): UnionPassage | null {
  if (!now) return old.edited === null ? null : ownWords(old, all);
  const text = isSameText(old.text, now.text) ? old.text : now.text;
  const isSame = text === old.text && now.section === old.section && now.index === old.index;
  return isSame ? old : { ...old, section: now.section, index: now.index, text };
}

/** What the user wrote in place of a passage outlives it, with a number that no other in its section has. */
function ownWords(old: UnionPassage, all: readonly AnyPassage[]): UnionPassage {
  const last = greatest(all.filter(({ section }) => section === old.section).map(({ index }) => index));
  return old.index > last ? old : { ...old, index: last + 1 };
}

function withoutLine({ section, index, kind, text }: AnyPassage): AnyPassage {
  return { section, index, kind, text };
}

function isIn(renamed: ReadonlyMap<string, string>, section: string): boolean {
  return [...renamed.keys()].some((root) => isWithin(root, section));
}

function sectionNow(section: string, renamed: ReadonlyMap<string, string>): string {
  for (const [root, now] of renamed) if (isWithin(root, section)) return now + section.slice(root.length);
  return section;
}
