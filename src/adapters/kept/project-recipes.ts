import { rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../../core/definition/agent-definition.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { ELSEWHERE, isPortable } from '../../core/recipe/portable-name.ts';
import type { Recipe } from '../../core/recipe/recipe.ts';
import { RECIPES_FOLDER, recipeFileNames } from '../../core/recipe/recipe-file-name.ts';
import { withPaths } from '../../core/recipe/recipe-paths.ts';
import { PORTABLE_FORM } from '../../core/recipe/recipe-shape.ts';
import { ingredientPaths } from '../../core/recipe/refresh-draft.ts';
import { serialiseRecipe } from '../../core/recipe/write-recipe.ts';
import type { KeptRecipe, KeptRecipes, RecipeOutcome, Recipes } from '../../ports/recipes.ts';
import { makeFolder } from '../make-folder.ts';
import { readRegularFile } from '../read-file.ts';
import { isInside, leadsOut } from '../refused-folder.ts';
import { sha256 } from '../sha256.ts';
import { withTemporary } from '../temporary-file.ts';
import { reasonOf } from './kept-file.ts';
import { projectOf } from './project-of.ts';
import { recipeFilesIn } from './recipe-files.ts';
import { type RecipePlaces, recipePlaces } from './recipe-places.ts';
import { type NoteChange, notKept, readRecipeFile, recipesFolder } from './recipes-folder.ts';

/** A recipe in a project may be anybody's: larger ones are none. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Where the program runs. */
export interface RecipeSurroundings {
  /** Where the user's own recipes are kept; `null` for nowhere. */
  readonly dataFolder: string | null;
  /** `null` for none. */
  readonly cwd: string | null;
  readonly home: string | null;
  /** All sources that are known. */
  readonly sources: () => Promise<readonly Source[]>;
  /** Told of each file before it is changed; left out for nobody. */
  readonly note?: NoteChange;
}

/**
 * Recipes that belong to their project: those of files in one lie beside them, in `.recipes/NAME.yaml`, and mean the same
 * on every machine; see docs/decisions/0021-recipes-in-the-project.md.
 *
 * Those of other files lie in the folder of the user's own. So do those of files in a project that were written before:
 * the next one that is written goes beside its file.
 */
export function projectRecipes(surroundings: RecipeSurroundings): Recipes {
  const { dataFolder, cwd, home, sources, note = async () => null } = surroundings;
  const own = recipesFolder(dataFolder, note);
  const placesOf = async (root: string) => recipePlaces(root, await sources());

  /** The project of a file; what a link leads out of one is of none. */
  const rootOf = async (target: string): Promise<string | null> => {
    const root = projectOf(target, home);
    return root === null || (await leadsOut(target, root)) ? null : root;
  };

  /** A recipe with paths of this machine in place of portable names. */
  const located = async (recipe: Recipe, target: string, { pathOf }: RecipePlaces): Promise<Recipe> => {
    const paths = new Map<string, string>();
    for (const name of ingredientPaths(recipe.draft))
      paths.set(name, (await remembered(name, target)) ?? (await pathOf(name, recipe.hashes?.get(name))));
    return withPaths(recipe, target, (name) => paths.get(name) ?? name);
  };

  /** Where on this machine a file lies that has no place in the project, as the user's own recipe of it says. */
  const remembered = async (name: string, target: string): Promise<string | null> => {
    if (!name.startsWith(`${ELSEWHERE}:`)) return null;
    const kept = await own.of(target);
    const paths = kept.kind === 'recipe' ? ingredientPaths(kept.recipe.draft) : [];
    return paths.find((path) => !isPortable(path) && basename(path) === name.slice(ELSEWHERE.length + 1)) ?? null;
  };

  /** What is in a file of a project, as it is on this machine. */
  const readIn = async (path: string, root: string, places: RecipePlaces): Promise<RecipeOutcome> => {
    if (await leadsOut(path, root)) return { kind: 'failed', problem: `${path}: ${LEADS_OUT}` };
    const file = await readRecipeFile(path, MOST_BYTES);
    if (file.kind !== 'recipe') return file;
    if (file.form !== PORTABLE_FORM) return { kind: 'failed', problem: `${path}:1:1: ${OF_ONE_MACHINE}` };
    const target = join(dirname(dirname(path)), basename(file.recipe.target));
    if (await leadsOut(target, root)) return { kind: 'failed', problem: `${path}: ${target}: ${LEADS_OUT}` };
    return { kind: 'recipe', path, recipe: await located(file.recipe, target, places), isOfProject: true };
  };

  const beside = async (target: string): Promise<RecipeOutcome> => {
    let outcome: RecipeOutcome = { kind: 'none' };
    const root = await rootOf(target);
    if (root === null) return outcome;
    const places = await placesOf(root);
    for (const name of recipeFileNames(target)) {
      const read = await readIn(join(dirname(target), RECIPES_FOLDER, name), root, places);
      if (read.kind === 'recipe' && read.recipe.target === target) return read;
      if (read.kind === 'failed') outcome = read;
    }
    return outcome;
  };

  const listIn = async (root: string): Promise<KeptRecipes> => {
    const { paths, problem } = await recipeFilesIn(root, home);
    const recipes = new Map<string, KeptRecipe>();
    const problems = problem === null ? [] : [problem];
    const places = await placesOf(root);
    for (const path of paths) {
      const outcome = await readIn(path, root, places);
      if (outcome.kind === 'failed') problems.push(outcome.problem);
      if (outcome.kind === 'recipe' && !recipes.has(outcome.recipe.target))
        recipes.set(outcome.recipe.target, { path, recipe: outcome.recipe, isOfProject: true });
    }
    return { recipes: [...recipes.values()], problems };
  };

  const of = async (target: string): Promise<RecipeOutcome> => {
    const found = await beside(target);
    return found.kind === 'none' ? own.of(target) : found;
  };

  /**
   * A recipe with portable names in place of paths, and the hashes of what it is made from. Where a project holds a source
   * and the agent is in that, its files are the project's.
   */
  const portable = async (recipe: Recipe, root: string): Promise<Recipe> => {
    const isOwn = ({ folder }: Source) => isInside(folder, root) && isInside(recipe.target, folder);
    const { nameOf } = recipePlaces(
      root,
      (await sources()).filter((source) => !isOwn(source)),
    );
    const names = new Map<string, string>();
    const hashes = new Map(recipe.hashes);
    for (const path of ingredientPaths(recipe.draft)) {
      names.set(path, await nameOf(path));
      const read = isPortable(path) ? null : await readRegularFile(path);
      if (read?.kind === 'text') hashes.set(path, sha256(read.bytes));
    }
    return withPaths({ ...recipe, hashes }, await nameOf(recipe.target), (path) => names.get(path) ?? path);
  };

  const writeBeside = async (recipe: Recipe, target: string): Promise<string | null> => {
    const text = serialiseRecipe(recipe, sha256, PORTABLE_FORM);
    const reading = parseRecipe(text, sha256);
    if (reading.kind === 'refused') return reading.reason;
    const bytes = Buffer.from(text);
    if (bytes.length > MOST_BYTES) return 'its texts are larger than 2 MiB together';
    const folder = join(dirname(target), RECIPES_FOLDER);
    const paths = recipeFileNames(target).map((name) => join(folder, name));
    const read = await Promise.all(paths.map((path) => readRecipeFile(path, MOST_BYTES)));
    const isOthers = read.map((one) => one.kind === 'recipe' && basename(one.recipe.target) !== basename(target));
    const path = paths[isOthers[0] === true ? 1 : 0] as string;
    await note(path, { kind: 'file', sha256: sha256(bytes) });
    return reasonOf(async () => {
      await makeFolder(folder);
      await withTemporary(path, bytes, null, (temporary) => rename(temporary, path));
    });
  };

  return {
    of,
    read: async (path) => {
      if (dataFolder !== null && isInside(path, dataFolder)) return own.read(path);
      const file = await readRecipeFile(path, MOST_BYTES);
      if (file.kind !== 'recipe') return file;
      const root = projectOf(path, home) ?? dirname(path);
      if (file.form === PORTABLE_FORM)
        return { kind: 'recipe', path, recipe: await located(file.recipe, file.recipe.target, await placesOf(root)) };
      // Whose it is nobody knows: what lies elsewhere on this machine is not read for it.
      const { nameOf } = await placesOf(root);
      const names = new Map<string, string>();
      for (const one of ingredientPaths(file.recipe.draft)) names.set(one, await nameOf(one));
      const known = (one: string) => (names.get(one)?.startsWith(`${ELSEWHERE}:`) ? (names.get(one) ?? one) : one);
      return { kind: 'recipe', path, recipe: withPaths(file.recipe, file.recipe.target, known) };
    },
    list: async () => {
      const root = cwd && (projectOf(join(cwd, 'agent'), home) ?? (cwd === home ? null : cwd));
      const { recipes: found, problems } = root ? await listIn(root) : { recipes: [], problems: [] };
      const known = new Set(found.map(({ recipe }) => recipe.target));
      const users = await own.list();
      const others = users.recipes.flatMap(({ path, recipe }) => {
        const isOfProject = root === null || isInside(recipe.target, root);
        return known.has(recipe.target) ? [] : [{ path, recipe, isOfProject }];
      });
      return { recipes: [...found, ...others], problems: [...problems, ...users.problems] };
    },
    write: async (recipe) => {
      const root = await rootOf(recipe.target);
      if (root === null) return own.write(recipe);
      const named = await portable(recipe, root);
      const place = join(dirname(recipe.target), RECIPES_FOLDER, 'recipe');
      const reason = (await leadsOut(place, root)) ? LEADS_OUT : await writeBeside(named, recipe.target);
      if (reason !== null) return notKept(reason);
      const isLost = ingredientPaths(named.draft).some((name) => name.startsWith(`${ELSEWHERE}:`));
      // What lies elsewhere is known on this machine alone.
      await (isLost ? own.write(recipe) : own.remove(recipe.target));
      return null;
    },
    textFor: async (recipe, path) => {
      const root = projectOf(path, home);
      if (root === null) return own.textFor(recipe, path);
      return serialiseRecipe(await portable(recipe, root), sha256, PORTABLE_FORM);
    },
    remove: async (target) => {
      const found = await beside(target);
      const reason =
        found.kind === 'recipe'
          ? await reasonOf(async () => {
              await note(found.path, { kind: 'absent' });
              await rm(found.path, { force: true });
              // Only one that is empty goes.
              await rmdir(dirname(found.path)).catch(() => {});
            })
          : null;
      return reason === null ? own.remove(target) : `The recipe could not be removed: ${reason}`;
    },
  };
}

const LEADS_OUT = 'a link leads out of the project there';

const OF_ONE_MACHINE = 'recipe: 1 has the paths of one machine; save the agent anew';
