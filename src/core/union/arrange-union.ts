import type { PassageState, UnionPassage, UnionPick } from '../draft/draft.ts';
import { isWithin } from '../sections/definition-part.ts';
import { keyOf, passageKeyText } from './passage-key.ts';

/** The union with one passage in another state. What it stood for stays with it. */
export function withPassageState(
  union: UnionPick,
  at: number,
  state: Extract<PassageState, 'kept' | 'dropped'>,
): UnionPick {
  const passage = union.passages[at];
  if (!passage || passage.state === state) return union;
  return { ...union, passages: union.passages.map((one, index) => (index === at ? { ...one, state, by: null } : one)) };
}

/** The union with the user's own words in place of a passage's, or with its own again (`null`). */
export function withPassageEdited(union: UnionPick, at: number, edited: string | null): UnionPick {
  if (union.passages[at]?.edited === edited) return union;
  return { ...union, passages: union.passages.map((one, index) => (index === at ? { ...one, edited } : one)) };
}

/** The union with a kept passage in the place of the next one before (-1) or after (+1) it of its kind and depth. */
export function withPassageMoved(union: UnionPick, at: number, by: -1 | 1): UnionPick {
  const other = neighbour(union, at, by);
  const [one, two] = [union.passages[at], union.passages[other]];
  if (!one || !two) return union;
  return {
    ...union,
    passages: union.passages.map((passage, index) => (index === at ? two : index === other ? one : passage)),
  };
}

/** Index of the passage that one can change places with, or -1: nothing but its own kind may stand between them. */
function neighbour({ passages }: UnionPick, at: number, by: -1 | 1): number {
  const one = passages[at];
  if (!one || one.kind === 'title') return -1;
  for (let index = at + by; ; index += by) {
    const other = passages[index];
    if (!other) return -1;
    if (other.state !== 'kept') continue;
    return other.kind === one.kind && other.depth === one.depth ? index : -1;
  }
}

/**
 * The union without some passages. What stood for others is followed by the first of those, what contradicted it only where
 * nothing else said it.
 *
 * @returns The same union if it has none of them, `null` if nothing but titles is left.
 */
export function withoutPassages(union: UnionPick, isGone: (passage: UnionPassage) => boolean): UnionPick | null {
  const goneKeys = new Set(union.passages.filter(isGone).map(passageKeyText));
  if (goneKeys.size === 0) return union;
  const heirs = heirsOf(union.passages, goneKeys);
  const passages = union.passages.flatMap((passage): readonly UnionPassage[] => {
    if (goneKeys.has(passageKeyText(passage))) return [];
    if (passage.by === null) return [passage];
    const gone = passageKeyText(passage.by);
    if (!goneKeys.has(gone)) return [passage];
    const heir = heirs.get(gone);
    // What contradicted one that is gone may say the same as another that did.
    if (!heir || heir === passage || heir.state === 'conflict') return [{ ...passage, state: 'kept', by: null }];
    return [{ ...passage, by: keyOf(heir) }];
  });
  return passages.some(({ kind }) => kind !== 'title') ? { ...union, passages } : null;
}

/** By what is gone the first passage that it stood for and that stays, or else that it contradicted. */
function heirsOf(passages: readonly UnionPassage[], gone: ReadonlySet<string>): ReadonlyMap<string, UnionPassage> {
  const heirs = new Map<string, UnionPassage>();
  for (const passage of passages) {
    if (passage.by === null || gone.has(passageKeyText(passage))) continue;
    const key = passageKeyText(passage.by);
    const heir = heirs.get(key);
    if (!heir || (heir.state === 'conflict' && passage.state !== 'conflict')) heirs.set(key, passage);
  }
  return heirs;
}

/**
 * The union in which titles with nothing under them that stands go, and those with something stand; those that another
 * title stands for stay as they are. For unions of one definition: there what is under a title has its section's id.
 */
export function withTitlesFollowing(union: UnionPick): UnionPick {
  const said = union.passages.filter(({ kind }) => kind !== 'title');
  return union.passages.reduce((all, passage, at) => {
    if (passage.kind !== 'title' || passage.by !== null) return all;
    const under = said.filter(({ section }) => isWithin(passage.section, section));
    if (under.length === 0) return all;
    return withPassageState(all, at, under.some(({ state }) => state === 'kept') ? 'kept' : 'dropped');
  }, union);
}
