import type { Provenance } from '../draft/draft.ts';
import type { Recipe } from './recipe.ts';

/** A recipe in which its file and all it is made from lie somewhere else, or are called by another kind of path. */
export function withPaths(recipe: Recipe, target: string, pathOf: (path: string) => string): Recipe {
  const placed = <One extends Provenance>(one: One): One => ({ ...one, path: pathOf(one.path) });
  const { draft, hashes, outlines } = recipe;
  const picks = draft.picks.map((pick) =>
    pick.kind === 'section' ? placed(pick) : { ...pick, passages: pick.passages.map(placed) },
  );
  return {
    ...recipe,
    target,
    draft: { ...draft, picks, carried: draft.carried.map(placed) },
    ...(hashes && { hashes: new Map([...hashes].map(([path, hash]) => [pathOf(path), hash])) }),
    ...(outlines && { outlines: new Map([...outlines].map(([path, outline]) => [pathOf(path), outline])) }),
  };
}
