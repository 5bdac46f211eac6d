import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { redefined } from '../core/library/placed-file.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { ReadLibrary } from './load-library.ts';
import { ASIDE, isDefinition, LISTED, readFile } from './read-files.ts';
import { type FoundFile, sourceFiles } from './source-files.ts';

/** Where more has changed it is as quick to read everything. */
export const MOST_PATCHED = 256;

/**
 * A library in which some files say something else, by reading those alone: what a harness loads in place of what, and every
 * id, is as it was.
 *
 * @param sources Those of the library.
 * @param paths Of the files that have changed. No other may be new or gone.
 * @returns `null` where more has changed than what single definitions say: then everything has to be read.
 */
export async function patchedLibrary(
  files: FileSystem,
  sources: readonly Source[],
  library: ReadLibrary,
  paths: readonly string[],
): Promise<ReadLibrary | null> {
  const changed = new Set(paths);
  if (changed.size > MOST_PATCHED) return null;
  const before = [...library.definitions, ...library.others].filter(({ path }) => changed.has(path));
  if (before.length < changed.size) return null;
  const now = new Map<AgentDefinition, AgentDefinition>();
  for (const [order, source] of sources.entries()) {
    const own = before.filter((one) => one.source === source.id);
    const found = own.length === 0 ? null : await foundIn(files, source, sources.slice(0, order), own);
    for (const one of own) {
      const file = found?.get(one.path);
      const read = file && (await readFile(files, file));
      const next = read && read !== ASIDE && isDefinition(read) ? redefined(one, read, order) : null;
      if (next === null) return null;
      now.set(one, next);
    }
  }
  const patched = (all: readonly AgentDefinition[]) => all.map((one) => now.get(one) ?? one);
  return now.size < before.length
    ? null
    : { ...library, definitions: patched(library.definitions), others: patched(library.others) };
}

/**
 * Some definitions' files as their source has them.
 *
 * @param first Sources that take what they hold before it.
 * @returns `null` where one of those could take them now.
 */
async function foundIn(
  files: FileSystem,
  source: Source,
  first: readonly Source[],
  definitions: readonly AgentDefinition[],
): Promise<ReadonlyMap<string, FoundFile> | null> {
  const isTaken = ({ path }: AgentDefinition): boolean =>
    first.some(({ folder }) => path === folder || path.startsWith(`${folder}/`));
  if (definitions.some(isTaken)) return null;
  const found = new Map<string, FoundFile>();
  for await (const some of sourceFiles(files, [source], LISTED, () => {})) {
    for (const one of some) found.set(one.path, one);
  }
  return found;
}
