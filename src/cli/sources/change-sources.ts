import { type CommandContext, ExitCode } from '../command-context.ts';
import { usageError } from '../usage-error.ts';
import { addRepository } from './add-repository.ts';
import { addFolders, BUNDLED, listBundled, removeFolders } from './folder-sources.ts';
import { lockedSources, repositoryNamed } from './locked-sources.ts';
import { removeRepositories } from './remove-repositories.ts';
import type { AddOptions } from './source-options.ts';

/**
 * `agents source add`: folders and repositories that definitions come from as well.
 *
 * @throws A usage error for an address that is refused, before anything is added.
 */
export async function addSources(
  context: CommandContext,
  words: readonly string[],
  options: AddOptions,
): Promise<number> {
  if (isBundled(words)) return codeOf(context, await listBundled(context, true));
  const named = await Promise.all(words.map((word) => repositoryNamed(context, word)));
  const folders = words.filter((_, at) => named[at] === null).map(context.absolute);
  const repositories = named.filter((one) => one !== null);
  const { ref, path, name } = options;
  if (repositories.length === 0 && (ref !== undefined || path.length > 0 || name !== undefined))
    throw usageError('--ref, --path and --name go with a repository');
  if (repositories.length > 1 && name !== undefined) throw usageError('--name goes with one repository');
  let code = folders.length === 0 ? ExitCode.Done : codeOf(context, await addFolders(context, folders));
  for (const one of repositories) code = Math.max(code, await addRepository(context, one, options));
  return code;
}

/** `agents source remove`: they are looked in no longer. */
export async function removeSources(context: CommandContext, words: readonly string[]): Promise<number> {
  if (isBundled(words)) return codeOf(context, await listBundled(context, false));
  const locked = await lockedSources(context);
  const isOf = (word: string) => locked.filter(({ name, source }) => name === word || source.url === word);
  const repositories = words.flatMap(isOf);
  const folders = words.filter((word) => isOf(word).length === 0).map(context.absolute);
  if (folders.length > 0) {
    const problem = await removeFolders(context, folders);
    if (problem !== null) return codeOf(context, problem);
  }
  return removeRepositories(context, repositories);
}

/** Whether what comes with the program is meant, which is neither folder nor repository. */
function isBundled(words: readonly string[]): boolean {
  if (!words.includes(BUNDLED)) return false;
  if (words.every((word) => word === BUNDLED)) return true;
  throw usageError(`Say ${BUNDLED} alone, or ./${BUNDLED} for a folder of that name`);
}

function codeOf(context: CommandContext, problem: string | null): number {
  if (problem !== null) context.tell(`${problem}\n`);
  return problem === null ? ExitCode.Done : ExitCode.Failed;
}
