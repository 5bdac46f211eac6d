import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { fieldText } from '../../core/definition/value-as-text.ts';
import { addedSources } from '../../core/library/added-source.ts';
import { readFrontmatter } from '../../core/reading/frontmatter.ts';
import type { FileSystem, ReadOutcome } from '../../ports/file-system.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext, InputOutcome } from '../command-context.ts';
import { STDIN_PATH } from './stdin-path.ts';

/**
 * The definition on standard input, to be shown or written elsewhere; what is wrong with it, in words.
 *
 * @param as Whose rules it follows; `null` to tell by the text.
 */
export async function stdinDefinition(context: CommandContext, as: Format | null): Promise<AgentDefinition | string> {
  const read = await context.readInput();
  if (read.kind === 'failed') return `${STDIN_PATH}: ${read.reason}`;
  const path = context.absolute(assumedPath(read, as));
  const { definitions, others } = await readLibrary(withStdin(context.files, path, read), addedSources([path]));
  const [found] = [...definitions, ...others];
  if (found === undefined) return `${STDIN_PATH}: no agent`;
  return { ...found, path: STDIN_PATH, ...(as === null ? {} : { format: as }) };
}

/** A name for a file of what came in: as the agent is called, with the ending of what it is written in. */
export function assumedPath(read: InputOutcome, as: Format | null): string {
  if (read.kind === 'failed') return 'stdin.md';
  const isToml = as === 'codex' || (as === null && /^\s*(?:#[^\n]*\n\s*)*[\w-]+\s*=/.test(read.text));
  const name = isToml ? '' : (fieldText(readFrontmatter(read.text).fields.name) ?? '');
  return `${/^[\w-]{1,60}$/.test(name) ? name : 'stdin'}${isToml ? '.toml' : '.md'}`;
}

/** The disk with what came in as one more file. */
export function withStdin(files: FileSystem, path: string, read: InputOutcome): FileSystem {
  return withTexts(files, new Map([[path, read]]));
}

/** The disk with texts from elsewhere as more files, by path. */
export function withTexts(files: FileSystem, texts: ReadonlyMap<string, InputOutcome>): FileSystem {
  return {
    ...files,
    list: async (folder, endings, recursive, isOnce) =>
      texts.has(folder)
        ? { kind: 'files', paths: [folder], skipped: [] }
        : files.list(folder, endings, recursive, isOnce),
    read: async (path): Promise<ReadOutcome> => {
      const text = texts.get(path);
      return text === undefined ? files.read(path) : { ...text, path };
    },
  };
}
