import { addedSources } from '../../core/library/added-source.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';
import type { Targets } from '../find-targets.ts';
import { assumedPath, withStdin } from '../pipes/stdin-definition.ts';

/**
 * The definition on standard input, judged as if it lay at a path and were named by it.
 *
 * @param stdinPath The path; without one the file is taken to be called as the agent, for any harness.
 */
export async function stdinTargets(context: CommandContext, stdinPath: string | undefined): Promise<Targets> {
  const read = await context.readInput();
  const path = context.absolute(stdinPath ?? assumedPath(read, null));
  const library = await readLibrary(withStdin(context.files, path, read), addedSources([path]));
  const definitions = [...library.definitions, ...library.others];
  return { definitions, foundIn: new Map(), unread: library.problems, unresolved: [] };
}
