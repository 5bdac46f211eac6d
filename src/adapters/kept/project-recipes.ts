import { rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../../core/definition/agent-definition.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { ELSEWHERE, isPortable } from '../../core/recipe/portable-name.ts';
import type { Recipe } from '../../core/recipe/recipe.ts';
import { recipeFileNames } from '../../core/recipe/recipe-file-name.ts';
import { PORTABLE_FORM } from '../../core/recipe/recipe-form.ts';
import { withPaths } from '../../core/recipe/recipe-paths.ts';
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
import { recipeFilesIn, saysRecipe } from './recipe-files.ts';
import { type RecipeFolders, recipeFolders } from './recipe-folders.ts';
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
  /** The folder of a project that all its recipes lie in, as is set; `null` or left out for beside their agents. */
  readonly folder?: () => Promise<string | null>;
  /** Told of each file before it is changed; left out for nobody. */
  readonly note?: NoteChange;
}

/**
 * Recipes that belong to their project: those of files in one lie beside them, in `.recipes/NAME.yaml`, or in the folder
 * that is set, and mean the same on every machine; see docs/decisions/0021-recipes-in-the-project.md.
 *
 * Those of other files lie in the folder of the user's own. So do those of files in a project that were written before:
 * the next one that is written goes into the project.
 */
export function projectRecipes(surroundings: RecipeSurroundings): Recipes {
  const { dataFolder, cwd, home, sources, folder = async () => null, note = async () => null } = surroundings;
  const own = recipesFolder(dataFolder, note);
  const placesOf = async (root: string) => recipePlaces(root, await sources());
  const foldersIn = async (root: string) => recipeFolders(root, await folder());

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
  const readIn = async (
    path: string,
    root: string,
    { folderOfTarget, isInCommon }: RecipeFolders,
    places: RecipePlaces,
  ): Promise<RecipeOutcome> => {
    if (await leadsOut(path, root)) return { kind: 'failed', problem: `${path}: ${LEADS_OUT}` };
    const file = await readRecipeFile(path, MOST_BYTES);
    // The folder is set for all projects, and some may have one of that name for other things.
    if (file.kind === 'failed' && isInCommon(path) && !(await saysRecipe(path))) return { kind: 'none' };
    if (file.kind !== 'recipe') return file;
    if (file.form !== PORTABLE_FORM) return { kind: 'failed', problem: `${path}:1:1: ${OF_ONE_MACHINE}` };
    const target = join(folderOfTarget(path), basename(file.recipe.target));
    if (await leadsOut(target, root)) return { kind: 'failed', problem: `${path}: ${target}: ${LEADS_OUT}` };
    return { kind: 'recipe', path, recipe: await located(file.recipe, target, places), isOfProject: true };
  };

  /** The recipes of a file in its project: the one that counts first, and any of before where they lay then. */
  const inProject = async (target: string): Promise<readonly RecipeOutcome[]> => {
    const root = await rootOf(target);
    if (root === null) return [];
    const [folders, places] = [await foldersIn(root), await placesOf(root)];
    const outcomes: RecipeOutcome[] = [];
    for (const path of folders
      .foldersOf(target)
      .flatMap((one) => recipeFileNames(target).map((name) => join(one, name)))) {
      const read = await readIn(path, root, folders, places);
      if (read.kind === 'failed' || (read.kind === 'recipe' && read.recipe.target === target)) outcomes.push(read);
    }
    return outcomes;
  };

  const listIn = async (root: string): Promise<KeptRecipes> => {
    const folders = await foldersIn(root);
    const { paths, problem } = await recipeFilesIn(root, home, folders.common);
    const recipes = new Map<string, KeptRecipe>();
    const problems = problem === null ? [] : [problem];
    const places = await placesOf(root);
    for (const path of paths) {
      const outcome = await readIn(path, root, folders, places);
      if (outcome.kind === 'failed') problems.push(outcome.problem);
      if (outcome.kind === 'recipe' && !recipes.has(outcome.recipe.target))
        recipes.set(outcome.recipe.target, { path, recipe: outcome.recipe, isOfProject: true });
    }
    return { recipes: [...recipes.values()], problems };
  };

  const of = async (target: string): Promise<RecipeOutcome> => {
    const found = await inProject(target);
    return found.find(({ kind }) => kind === 'recipe') ?? found.at(-1) ?? own.of(target);
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

  const writeInto = async (folder: string, recipe: Recipe, target: string): Promise<string | null> => {
    const text = serialiseRecipe(recipe, sha256, PORTABLE_FORM);
    const reading = parseRecipe(text, sha256);
    if (reading.kind === 'refused') return reading.reason;
    const bytes = Buffer.from(text);
    if (bytes.length > MOST_BYTES) return 'its texts are larger than 2 MiB together';
    const paths = recipeFileNames(target).map((name) => join(folder, name));
    const read = await Promise.all(paths.map((path) => readRecipeFile(path, MOST_BYTES)));
    const isOthers = await Promise.all(
      read.map(async (one, at) => {
        if (one.kind === 'recipe') return basename(one.recipe.target) !== basename(target);
        return one.kind === 'failed' && !(await saysRecipe(paths[at] as string));
      }),
    );
    const path = paths[isOthers.indexOf(false)];
    if (path === undefined) return `${folder} has other files of its name`;
    await note(path, { kind: 'file', sha256: sha256(bytes) });
    return reasonOf(async () => {
      await makeFolder(folder);
      await withTemporary(path, bytes, null, (temporary) => rename(temporary, path));
    });
  };

  /**
   * Take the recipes of a file away; why not, or `null`.
   *
   * @param but The folder whose one stays.
   */
  const removeInProject = async (target: string, but: string | null = null): Promise<string | null> => {
    for (const found of await inProject(target)) {
      if (found.kind !== 'recipe' || dirname(found.path) === but) continue;
      const reason = await reasonOf(async () => {
        await note(found.path, { kind: 'absent' });
        await rm(found.path, { force: true });
        // Only one that is empty goes.
        await rmdir(dirname(found.path)).catch(() => {});
      });
      if (reason !== null) return reason;
    }
    return null;
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
      const [first] = (await foldersIn(root)).foldersOf(recipe.target);
      const place = join(first, 'recipe');
      const reason = (await leadsOut(place, root)) ? LEADS_OUT : await writeInto(first, named, recipe.target);
      if (reason !== null) return notKept(reason);
      // Where they lay before it would be one of two.
      await removeInProject(recipe.target, first);
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
      const reason = await removeInProject(target);
      return reason === null ? own.remove(target) : `The recipe could not be removed: ${reason}`;
    },
  };
}

const LEADS_OUT = 'a link leads out of the project there';

const OF_ONE_MACHINE = 'recipe: 1 has the paths of one machine; save the agent anew';
