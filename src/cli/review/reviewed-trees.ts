import type { ParsedDefinition, Source } from '../../core/definition/agent-definition.ts';
import { folderOf } from '../../core/definition/file-name.ts';
import { HARNESSES } from '../../core/formats/harnesses/harnesses.ts';
import { widestFileRule } from '../../core/library/definition-file.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import type { EarlierFiles } from '../../ports/history.ts';
import { type ReadTree, readTree } from '../../usecases/read-tree.ts';
import type { CommandContext } from '../command-context.ts';
import { knownSources, tellProblems } from '../known-sources.ts';
import { isRepositoryRoot, projectRoot } from '../lint/repository-root.ts';
import { filesThen } from './agents-then.ts';
import { REVIEW_SETTINGS } from './review-settings.ts';

/** What there is now of the agents of a project, and what there was. */
export interface ReviewedTrees {
  readonly now: ReadTree;
  readonly before: ReadTree;
  /** Absolute paths of where agents are looked for and there are some, or were. */
  readonly places: readonly string[];
  /** The disk as it was. */
  readonly filesBefore: FileSystem;
  /** Absolute paths of agents in the repository that changed too, but are of none of these places, or not checked out. */
  readonly elsewhere: readonly string[];
}

/**
 * Read the agents of a project, or of folders that are named, as they are and as they were at a revision.
 *
 * @param root Absolute path of the project.
 * @param named Folders and files in place of those that harnesses look in.
 * @returns Why they cannot be read as they were, as a clause.
 * @throws A usage error for a folder that is neither there now nor was.
 */
export async function reviewedTrees(
  context: CommandContext,
  root: string,
  { since, source: named }: { readonly since: string; readonly source: readonly string[] },
): Promise<ReviewedTrees | string> {
  const known = await knownSources(context, named);
  const own = named.length > 0 ? known : known.filter((source) => isOfProject(source, root));
  const levels = named.length > 0 ? [] : levelsUp(context.cwd ?? root, root);
  const places = [...new Set([...own.map(({ folder }) => folder), ...levels.flatMap(placesIn)])];
  const settings = `${root}/${REVIEW_SETTINGS}`;
  const endings = [
    ...new Set([...own, ...goneSources(levels, own, null)].flatMap((one) => widestFileRule(one).endings)),
  ];
  const isOfAgents = (path: string): boolean => endings.some((ending) => path.endsWith(ending));
  const history = await context.openHistory();
  // What is named may lie in another repository, and be asked about from outside of any.
  const isInRepository = await isRepositoryRoot(context.files, await projectRoot(context.files, root));
  const earlier = await history.below(
    root,
    [...places, ...(isInRepository ? [settings] : [])],
    since,
    (path) => path === settings || places.includes(path) || isOfAgents(path),
  );
  if (earlier.kind === 'failed') return earlier.reason;
  const filesBefore = filesThen(context.files, earlier.files);
  const now = await readTree(context.files, own);
  const isGone = (path: string): boolean =>
    [...earlier.files.keys()].some((one) => one === path || one.startsWith(`${path}/`));
  tellProblems(context, named, {
    problems: now.library.problems.filter(({ path }) => own.some(({ folder }) => folder === path) && !isGone(path)),
  });
  const sources = [...own, ...goneSources(levels, own, earlier.files)];
  const seen = new Set([...earlier.files.keys(), ...now.tree.files.map(({ path }) => path)]);
  return {
    now,
    before: await readTree(filesBefore, sources, unchanged(now, earlier.files)),
    places: sources.map(({ folder }) => folder),
    filesBefore,
    // Who names folders has chosen.
    elsewhere: named.length > 0 ? [] : earlier.changed.filter((path) => isInPlace(path) && !seen.has(path)),
  };
}

/** At home, what harnesses look in is the user's and in the repository all the same. */
const isOfProject = ({ scope, folder }: Source, root: string): boolean =>
  scope === 'project' || (scope === 'user' && folder.startsWith(`${root}/`));

/** A folder and those around it, up to the root. */
function levelsUp(folder: string, root: string): readonly string[] {
  if (folder === root || !folder.startsWith(`${root}/`)) return [root];
  return [folder, ...levelsUp(folderOf(folder), root)];
}

/** Where harnesses look in a project, from its folder. */
const PLACES: readonly string[] = HARNESSES.flatMap(({ places }) =>
  places.filter(({ scope }) => scope === 'project').map(({ folder }) => folder),
);

/** Where harnesses look in a folder of a project. */
const placesIn = (level: string): readonly string[] => PLACES.map((folder) => `${level}/${folder}`);

/** Whether a file lies where harnesses look in some project. */
const isInPlace = (path: string): boolean => PLACES.some((folder) => path.includes(`/${folder}/`));

/**
 * Sources that there were and are no more.
 *
 * @param levels Folders of the project, the nearest first.
 * @param files What there was; `null` for whatever there may have been.
 */
function goneSources(
  levels: readonly string[],
  own: readonly Source[],
  files: EarlierFiles['files'] | null,
): readonly Source[] {
  const known = new Set(own.map(({ folder }) => folder));
  return levels.flatMap((level, stepsUp) =>
    HARNESSES.flatMap(({ id, places }) =>
      places.flatMap(({ scope, folder: place, owner }): readonly Source[] => {
        const folder = `${level}/${place}`;
        if (scope !== 'project' || owner !== id || known.has(folder)) return [];
        if (files !== null && ![...files.keys()].some((path) => path.startsWith(`${folder}/`))) return [];
        known.add(folder);
        const project = { stepsUp, isRoot: stepsUp === levels.length - 1 };
        return [{ id: `then-${id}-${stepsUp}`, scope: 'project', folder, format: id, project }];
      }),
    ),
  );
}

/** What was read as it is now of files that are as they were. */
const unchanged = ({ tree }: ReadTree, files: EarlierFiles['files']): ReadonlyMap<string, ParsedDefinition> =>
  new Map(
    tree.files.flatMap(({ path, parsed, encoding }) =>
      encoding === undefined && files.get(path) === null ? [[path, parsed] as const] : [],
    ),
  );
