import type { Draft, Provenance } from '../core/draft/draft.ts';
import type { Recipe, Sha256 } from '../core/recipe/recipe.ts';
import { renamedRows } from '../core/sections/asked-rows.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { Recipes } from '../ports/recipes.ts';
import type { RenamedFile, RenamePlan } from './plan-rename.ts';

/** What renaming needs from outside. */
export interface RenameOutside {
  readonly files: FileSystem;
  readonly recipes: Recipes;
  readonly sha256: Sha256;
}

/** What became of a file. */
interface RenameOutcome {
  readonly file: RenamedFile;
  /** Why it was not written, or `null`. */
  readonly problem: string | null;
  /** Where the version before is, where git has it not. */
  readonly backup: string | null;
}

/** What became of a rename: of each file, and of what is kept of them, in a line each. */
export interface CarriedOut {
  readonly outcomes: readonly RenameOutcome[];
  readonly warnings: readonly string[];
}

/**
 * Rename as planned: the agent's own file first, and nothing else if that cannot be; then those that speak of it, each
 * only over the version that was read. Its recipe goes with it, and so do those of files that are made from it.
 *
 * @param foundIn The folders which links may not lead out of, by the path of a file.
 * @param backups A folder for what git does not have.
 */
export async function carryOutRename(
  { files, recipes, sha256 }: RenameOutside,
  { definition, to, files: [own, ...others] }: RenamePlan,
  foundIn: ReadonlyMap<string, string>,
  backups: string | null,
): Promise<CarriedOut> {
  const write = (file: RenamedFile): Promise<RenameOutcome> =>
    written({ files, sha256 }, file, foundIn.get(file.path), backups);
  const first = await write(own);
  if (first.problem !== null) return { outcomes: [first], warnings: [] };
  const outcomes = [first];
  for (const file of others) outcomes.push(await write(file));
  const changed = new Map(
    outcomes.flatMap(({ file, problem }) => (problem === null ? [[file.path, file] as const] : [])),
  );
  const warnings: string[] = [];
  for (const { recipe } of (await recipes.list()).recipes) {
    const moved = renamedRecipe(recipe, own, { id: definition.id, name: definition.name, to });
    const file = changed.get(recipe.target);
    // What was as it was made is so still: nobody edited it by hand.
    const isAsMade = file !== undefined && recipe.sha256 === sha256(file.before);
    const next = isAsMade ? { ...moved, sha256: sha256(file.after) } : moved;
    if (next === recipe) continue;
    const problem = (await recipes.write(next)) ?? (await forget(recipes, recipe, next));
    if (problem !== null) warnings.push(problem);
  }
  return { outcomes, warnings };
}

async function written(
  { files, sha256 }: Pick<RenameOutside, 'files' | 'sha256'>,
  file: RenamedFile,
  within: string | undefined,
  backups: string | null,
): Promise<RenameOutcome> {
  const { path, newPath, before, after } = file;
  const hash = sha256(before);
  if (path === newPath) {
    const outcome = await files.write(path, after, { kind: 'version', sha256: hash, mends: { backups } }, within);
    if (outcome.kind === 'written') return { file, problem: null, backup: outcome.backup };
    return { file, problem: outcome.kind === 'failed' ? outcome.reason : CHANGED, backup: null };
  }
  const now = await files.read(path);
  if (now.kind === 'failed') return { file, problem: now.reason, backup: null };
  if (now.text !== before) return { file, problem: CHANGED, backup: null };
  const outcome = await files.write(newPath, after, { kind: 'absent' }, within);
  if (outcome.kind === 'failed') return { file, problem: outcome.reason, backup: null };
  if (outcome.kind === 'occupied') return { file, problem: `${newPath} exists`, backup: null };
  const removed = await files.remove(path, hash);
  const problem = removed.kind === 'removed' ? null : removed.kind === 'changed' ? CHANGED : removed.reason;
  return { file, problem: problem === null ? null : `${problem}; ${newPath} is written`, backup: null };
}

const CHANGED = 'it has changed meanwhile';

interface Renaming {
  readonly id: string;
  readonly name: string;
  readonly to: string;
}

/** A recipe of the renamed file, or of one that is made from it, with its new name; the same one where it is of neither. */
function renamedRecipe(recipe: Recipe, { path, newPath }: RenamedFile, { id, name, to }: Renaming): Recipe {
  const scope = id.slice(0, id.indexOf(':') + 1);
  const newId = id.startsWith(scope + name) ? scope + to + id.slice(scope.length + name.length) : id;
  const renamed = <One extends Provenance>(one: One): One =>
    one.path === path ? { ...one, definition: newId, agent: to, path: newPath } : one;
  const draft = draftWith(recipe.draft, renamed, (one) => (one === id ? newId : one));
  const outlines =
    recipe.outlines && new Map([...recipe.outlines].map(([of, one]) => [of === path ? newPath : of, one]));
  const moved: Recipe = { ...recipe, draft, ...(outlines && { outlines }) };
  if (recipe.target !== path) return draft === recipe.draft ? recipe : moved;
  const fields = { ...draft.fields, name: draft.fields.name === name ? to : draft.fields.name };
  return { ...moved, target: newPath, draft: { ...draft, fields } };
}

/** The recipe under the old path, where it has another now; the problem in words, or `null`. */
async function forget(recipes: Recipes, before: Recipe, now: Recipe): Promise<string | null> {
  return before.target === now.target ? null : recipes.remove(before.target);
}

function draftWith(
  draft: Draft,
  renamed: <One extends Provenance>(one: One) => One,
  idOf: (id: string) => string,
): Draft {
  const picks = draft.picks.map((pick) => {
    if (pick.kind === 'section') return renamed(pick);
    const passages = pick.passages.map((one) => {
      const moved = renamed(one);
      return moved.by === null ? moved : { ...moved, by: { ...moved.by, definition: idOf(moved.by.definition) } };
    });
    return { ...pick, passages };
  });
  const next = {
    ...draft,
    picks,
    carried: draft.carried.map(renamed),
    from: draft.from.map(idOf),
    ...(draft.rows && { rows: renamedRows(draft.rows, idOf) }),
  };
  return JSON.stringify(next) === JSON.stringify(draft) ? draft : next;
}
