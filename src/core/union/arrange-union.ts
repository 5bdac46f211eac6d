import type { PassageState, UnionPassage, UnionPick } from '../draft/draft.ts';
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
 * The union without what one definition says; what stood for passages of others is followed by the first of those.
 *
 * @returns `null` if nothing of any other definition is left.
 */
export function withoutDefinition(union: UnionPick, definition: string): UnionPick | null {
  const heirs = new Map<string, UnionPassage>();
  const passages = union.passages.flatMap((passage): readonly UnionPassage[] => {
    if (passage.definition === definition) return [];
    if (passage.by === null || passage.by.definition !== definition) return [passage];
    const gone = passageKeyText(passage.by);
    const heir = heirs.get(gone);
    if (heir) return [{ ...passage, by: keyOf(heir) }];
    heirs.set(gone, passage);
    return [{ ...passage, state: 'kept', by: null }];
  });
  return passages.length > 0 ? { ...union, passages } : null;
}

/** How many passages unions keep, and how many they leave out; titles do not count. */
export function unionSize(unions: readonly UnionPick[]): { readonly kept: number; readonly leftOut: number } {
  const passages = unions.flatMap((union) => union.passages).filter(({ kind }) => kind !== 'title');
  const kept = passages.filter(({ state }) => state === 'kept').length;
  return { kept, leftOut: passages.length - kept };
}
