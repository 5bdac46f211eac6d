import { isPortable } from './portable-name.ts';
import type { Sha256 } from './recipe.ts';
import { PORTABLE_FORM } from './recipe-form.ts';
import type { ReadPick, ReadRecipe } from './recipe-shape.ts';
import type { DataPath } from './yaml-place.ts';

/** What is wrong with a value whose shape is right. */
interface Mistake {
  readonly path: DataPath;
  /** What follows the path in a sentence. */
  readonly what: string;
}

/**
 * The first thing in a recipe that does not hold together: a text that is not what its hash says, or a text or an
 * ingredient that is spoken of and not there.
 */
export function mistakeIn(recipe: ReadRecipe, sha256: Sha256): Mistake | null {
  const known = { names: new Set(recipe.ingredients.map(({ name }) => name)), texts: recipe.texts };
  const mistakes: readonly Mistake[] = [
    ...mistakenTexts(recipe, sha256),
    ...(recipe.recipe === PORTABLE_FORM ? machinePaths(recipe) : []),
    ...twice(recipe),
    ...recipe.carried.flatMap(({ from }, at) => unknownIngredient(known, from, ['carried', at, 'from'])),
    ...recipe.picks.flatMap((pick, at) => mistakesInPick(known, pick, ['picks', at])),
  ];
  return mistakes[0] ?? null;
}

/** What can be spoken of. */
interface Known {
  readonly names: ReadonlySet<string>;
  readonly texts: Readonly<Record<string, string>>;
}

function mistakenTexts({ texts }: ReadRecipe, sha256: Sha256): readonly Mistake[] {
  return Object.entries(texts)
    .filter(([hash, text]) => sha256(text) !== hash)
    .map(([hash]) => ({ path: ['texts', hash], what: ' does not have the hash it is listed under' }));
}

/** A stranger's recipe must name nothing that lies outside of the project and the sources. */
function machinePaths({ file, ingredients }: ReadRecipe): readonly Mistake[] {
  const files = [
    { path: ['file'], file },
    ...ingredients.map((one, at) => ({ path: ['ingredients', at, 'file'], file: one.file })),
  ];
  return files.filter((one) => !isPortable(one.file)).map(({ path }) => ({ path, what: NOT_PORTABLE }));
}

const NOT_PORTABLE = ' must be a path with / inside the project, or SOURCE:PATH';

function twice({ ingredients }: ReadRecipe): readonly Mistake[] {
  const before = new Set<string>();
  return ingredients.flatMap(({ name }, at) => {
    if (before.has(name)) return [{ path: ['ingredients', at, 'name'], what: ' is the name of another one too' }];
    before.add(name);
    return [];
  });
}

function mistakesInPick(known: Known, pick: ReadPick, path: DataPath): readonly Mistake[] {
  const parts = 'section' in pick ? [{ of: pick, at: path }] : partsOf(pick.passages, path);
  const editable: readonly { readonly of: { readonly edited?: string | undefined }; readonly at: DataPath }[] =
    'section' in pick ? parts : [{ of: pick, at: path }, ...parts];
  return [
    ...editable.flatMap(({ of, at }) =>
      of.edited === undefined ? [] : unknownText(known, of.edited, [...at, 'edited']),
    ),
    ...parts.flatMap(({ of, at }) => [
      ...unknownIngredient(known, of.from, [...at, 'from']),
      ...unknownText(known, of.text, [...at, 'text']),
    ]),
  ];
}

interface Part {
  readonly of: { readonly from: string; readonly text: string; readonly edited?: string | undefined };
  readonly at: DataPath;
}

function partsOf(passages: readonly Part['of'][], path: DataPath): readonly Part[] {
  return passages.map((of, index) => ({ of, at: [...path, 'passages', index] }));
}

function unknownIngredient({ names }: Known, from: string, path: DataPath): readonly Mistake[] {
  return names.has(from) ? [] : [{ path, what: ' is not listed under ingredients' }];
}

function unknownText({ texts }: Known, hash: string, path: DataPath): readonly Mistake[] {
  return Object.hasOwn(texts, hash) ? [] : [{ path, what: ' is the hash of no text below' }];
}
