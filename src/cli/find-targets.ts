import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import { addedSources } from '../core/library/added-source.ts';
import { readLibrary } from '../usecases/load-library.ts';
import type { CommandContext } from './command-context.ts';
import { findDefinitions } from './find-definitions.ts';
import { sourcesOf } from './known-sources.ts';
import { STDIN } from './pipes/stdin-path.ts';
import { usageError } from './usage-error.ts';

/** What a command line names. */
export interface Targets {
  readonly definitions: readonly AgentDefinition[];
  /** The folders in which definitions were found that were not named themselves, by the path of the definition. */
  readonly foundIn: ReadonlyMap<string, string>;
  /** Files that could not be read. */
  readonly unread: readonly FileProblem[];
  /** References that mean nothing, in words. */
  readonly unresolved: readonly string[];
}

/**
 * Find what references and folders name: all sources if nothing is named, else folders with everything in them, files and definitions.
 *
 * @param targets Folders, files, or references as for `agents show`.
 * @throws A usage error if a folder of `--source` cannot be read.
 */
export async function findTargets(
  context: CommandContext,
  folders: readonly string[],
  targets: readonly string[],
): Promise<Targets> {
  if (targets.length === 0) {
    const sources = await sourcesOf(context, folders);
    const { definitions, problems } = await readLibrary(context.files, sources);
    const named = new Set(folders.map(context.absolute));
    const unnamed = problems.find(({ path }) => named.has(path));
    if (unnamed) throw usageError(`${context.shown(unnamed.path)}: ${unnamed.reason}`);
    return { definitions, foundIn: foldersOf(definitions, sources), unread: problems, unresolved: [] };
  }
  const references: string[] = [];
  const places: string[] = [];
  const sources = await sourcesOf(context, folders);
  for (const target of targets) {
    if (target === STDIN) {
      references.push(target);
      continue;
    }
    const path = context.absolute(target);
    const listed = await context.files.list(path, [], false);
    const isFile = listed.kind === 'files' && listed.paths.length > 0;
    // A file of a source has a scope and may be shadowed, which only its library knows.
    const isInSource = isFile && sources.some(({ folder }) => path.startsWith(`${folder}/`));
    if (listed.kind === 'files' && !isInSource) places.push(path);
    else references.push(target);
  }
  const named = addedSources(places);
  const library = await readLibrary(context.files, named);
  const found = await findDefinitions(context, folders, references);
  // In folders agents are meant; a file that is named itself, whatever it is.
  const meant = [...library.definitions, ...library.others.filter(({ path }) => places.includes(path))];
  const byPath = new Map([...meant, ...found.definitions].map((one) => [one.path, one]));
  return {
    definitions: distinctIds([...byPath.values()]),
    foundIn: foldersOf(
      library.definitions.filter(({ path }) => !found.definitions.some((one) => one.path === path)),
      named,
    ),
    unread: library.problems,
    unresolved: found.problems,
  };
}

/** The folder in which each definition was found, by its path: no link may lead out of that. */
export function foldersOf(
  definitions: readonly AgentDefinition[],
  sources: readonly Source[],
): ReadonlyMap<string, string> {
  const folders = new Map(sources.map(({ id, folder }) => [id, folder]));
  return new Map(definitions.map(({ path, source }) => [path, folders.get(source) ?? path]));
}

/** Definitions of several libraries may share an id; their paths differ. */
export function distinctIds(definitions: readonly AgentDefinition[]): readonly AgentDefinition[] {
  const taken = new Set<string>();
  return definitions.map((definition) => {
    const id = taken.has(definition.id) ? `${definition.id}@${definition.path}` : definition.id;
    taken.add(id);
    return id === definition.id ? definition : { ...definition, id };
  });
}
