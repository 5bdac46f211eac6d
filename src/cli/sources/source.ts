import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { usageError } from '../usage-error.ts';
import { addRepository } from './add-repository.ts';
import { addFolders, BUNDLED, listBundled, removeFolders } from './folder-sources.ts';
import { listSources } from './list-sources.ts';
import { lockedSources, repositoryNamed } from './locked-sources.ts';
import { removeRepositories } from './remove-repositories.ts';
import { restoreSources } from './restore-sources.ts';
import type { SourceOptions } from './source-options.ts';
import { updateSources } from './update-sources.ts';

const ACTIONS: readonly string[] = ['list', 'add', 'update', 'restore', 'remove'];

/** `agents source`: where definitions come from: folders the user added, and repositories. */
export async function source(
  context: CommandContext,
  action: string,
  words: readonly string[],
  options: SourceOptions,
): Promise<number> {
  if (!ACTIONS.includes(action))
    throw usageError(`source lists, adds, updates, restores or removes, not ${visibleText(action)}`);
  if (action === 'list' && words.length === 0) return listSources(context, options.json);
  if (action === 'update') return updateSources(context, words, options);
  if (action === 'restore' && words.length === 0) return restoreSources(context);
  if (action === 'list' || action === 'restore') throw usageError(`source ${action} takes no names`);
  if (words.length === 0) throw usageError(`Say which folder to ${action}`);
  if (words.includes(BUNDLED)) {
    if (!words.every((word) => word === BUNDLED))
      throw usageError(`Say ${BUNDLED} alone, or ./${BUNDLED} for a folder of that name`);
    return codeOf(context, await listBundled(context, action === 'add'));
  }
  return action === 'add' ? add(context, words, options) : remove(context, words);
}

/** @throws A usage error for an address that is refused, before anything is added. */
async function add(context: CommandContext, words: readonly string[], options: SourceOptions): Promise<number> {
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

async function remove(context: CommandContext, words: readonly string[]): Promise<number> {
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

function codeOf(context: CommandContext, problem: string | null): number {
  if (problem !== null) context.tell(`${problem}\n`);
  return problem === null ? ExitCode.Done : ExitCode.Failed;
}
