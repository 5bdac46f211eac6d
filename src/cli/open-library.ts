import type { Source } from '../core/definition/agent-definition.ts';
import { addedSources } from '../core/library/added-source.ts';
import { isBundled, type Library } from '../core/library/library.ts';
import type { SettingsValues } from '../ports/settings.ts';
import { visibleText } from '../text/visible-text.ts';
import { type KeptLibrary, keptLibrary } from '../usecases/kept-library.ts';
import { type ReadLibrary, readLibrary } from '../usecases/load-library.ts';
import { type ReadTree, readTree } from '../usecases/read-tree.ts';
import type { CommandContext } from './command-context.ts';
import { usageError } from './usage-error.ts';

/**
 * The sources a command looks in: those of `--source`, or else the default ones and those the user added, without what
 * comes with the program where the user wants none of it.
 */
export async function sourcesOf(context: CommandContext, folders: readonly string[]): Promise<readonly Source[]> {
  if (folders.length === 0) for (const problem of (await context.readSettings()).problems) context.tell(`${problem}\n`);
  return knownSources(context, folders);
}

/** The same, where what is wrong in the settings is told elsewhere. */
export async function knownSources(context: CommandContext, folders: readonly string[]): Promise<readonly Source[]> {
  if (folders.length > 0) return addedSources(folders.map(context.absolute));
  const { values } = await context.readSettings();
  return allSources(context, values).filter((source) => values.bundled || !isBundled(source));
}

/** The folders that `AGENTS_SOURCE` names, as `--source` would; parted as those of `PATH` are. */
export function sourcesGiven({ environment, pathSeparator }: Pick<CommandContext, 'environment' | 'pathSeparator'>) {
  return (environment.AGENTS_SOURCE ?? '').split(pathSeparator).filter((folder) => folder !== '');
}

/** The default sources and those the user added. */
export function allSources(context: CommandContext, { sources }: Pick<SettingsValues, 'sources'>): readonly Source[] {
  return [...context.defaultSources(), ...addedSources(sources)];
}

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
  const hidden = new Set(folders.length > 0 ? [] : (await context.readSettings()).values.hidden);
  return { ...library, definitions: library.definitions.filter(({ id }) => !hidden.has(id)) };
}

/** The same with every file that any harness looks at, listed or not. */
export async function openTree(context: CommandContext, folders: readonly string[]): Promise<ReadTree> {
  const read = await readTree(context.files, await sourcesOf(context, folders));
  tellProblems(context, folders, read.library);
  return read;
}

function tellProblems(context: CommandContext, folders: readonly string[], { problems }: Library): void {
  const named = new Set(folders.map(context.absolute));
  for (const { path, reason } of problems) {
    const line = `${visibleText(context.shown(path))}: ${reason}`;
    if (named.has(path)) throw usageError(line);
    context.tell(`${line}\n`);
  }
}
