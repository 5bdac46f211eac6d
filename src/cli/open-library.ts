import { type KeptLibrary, keptLibrary } from '../usecases/kept-library.ts';
import { type ReadLibrary, readLibrary } from '../usecases/load-library.ts';
import { type ReadTree, readTree } from '../usecases/read-tree.ts';
import type { CommandContext } from './command-context.ts';
import { notHidden, sourcesOf, tellProblems } from './known-sources.ts';

/**
 * Read the sources of a command, telling what could not be read.
 *
 * @throws A usage error if a folder named with `--source` cannot be read at all.
 */
export async function openLibrary(context: CommandContext, folders: readonly string[]): Promise<ReadLibrary> {
  const library = await readLibrary(context.files, await sourcesOf(context, folders));
  tellProblems(context, folders, library);
  return library;
}

/**
 * The same without what the user has hidden; of folders named with `--source` everything is listed. What was read in an
 * earlier run of the very same files is not read again: `settle` keeps it for the next, at the end of a command.
 */
export async function openListed(context: CommandContext, folders: readonly string[]): Promise<KeptLibrary> {
  const sources = await sourcesOf(context, folders);
  const library = await keptLibrary(context.files, sources, await context.openLibraryStore());
  tellProblems(context, folders, library);
  return { ...library, definitions: await notHidden(context, folders, library.definitions) };
}

/** The same with every file that any harness looks at, listed or not. */
export async function openTree(context: CommandContext, folders: readonly string[]): Promise<ReadTree> {
  const read = await readTree(context.files, await sourcesOf(context, folders));
  tellProblems(context, folders, read.library);
  return read;
}
