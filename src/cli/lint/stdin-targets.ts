import { fieldText } from '../../core/definition/value-as-text.ts';
import { addedSources } from '../../core/library/added-source.ts';
import { readFrontmatter } from '../../core/reading/frontmatter.ts';
import type { FileSystem, ReadOutcome } from '../../ports/file-system.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext, InputOutcome } from '../command-context.ts';
import type { Targets } from '../find-targets.ts';

/**
 * The definition on standard input, judged as if it lay at a path and were named by it.
 *
 * @param stdinPath The path; without one the file is taken to be called as the agent, for any harness.
 */
export async function stdinTargets(context: CommandContext, stdinPath: string | undefined): Promise<Targets> {
  const read = await context.readInput();
  const path = context.absolute(stdinPath ?? `${read.kind === 'text' ? ownName(read.text) : 'stdin'}.md`);
  const library = await readLibrary(onlyFile(context.files, path, read), addedSources([path]));
  const definitions = [...library.definitions, ...library.others];
  return { definitions, foundIn: new Map(), unread: library.problems, unresolved: [] };
}

function ownName(text: string): string {
  const name = fieldText(readFrontmatter(text).fields.name) ?? '';
  return /^[\w-]{1,60}$/.test(name) ? name : 'stdin';
}

/** The disk, were this file alone on it. */
function onlyFile(files: FileSystem, path: string, read: InputOutcome): FileSystem {
  return {
    ...files,
    list: async () => ({ kind: 'files', paths: [path], skipped: [] }),
    read: async (asked): Promise<ReadOutcome> =>
      asked === path
        ? { ...read, path }
        : { kind: 'failed', path: asked, code: 'file/unreadable', reason: 'no such file' },
  };
}
