import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import { folderOf } from '../../core/definition/file-name.ts';
import { addedSources } from '../../core/library/added-source.ts';
import { type KnownAgents, knownAgents, unknownAgents } from '../../core/lint/unknown-agents.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';
import type { Targets } from '../find-targets.ts';
import { sourcesOf } from '../known-sources.ts';
import { isRepositoryRoot } from './repository-root.ts';

/**
 * The agents that definitions can call: those of their own collection, and those of every source. Nothing is read for
 * definitions that only call each other, which are nearly all.
 *
 * @param folders What `--source` names.
 * @returns A function from a definition to these; `null` where its collection is not known as a whole, as for a file that
 * was named by itself and lies in no repository.
 */
export async function callableAgents(
  context: CommandContext,
  { definitions, foundIn }: Pick<Targets, 'definitions' | 'foundIn'>,
  folders: readonly string[],
): Promise<(definition: AgentDefinition) => KnownAgents | null> {
  const own = knownAgents(definitions);
  const callers = definitions.filter((one) => unknownAgents(one, own).length > 0);
  if (callers.length === 0) return () => null;
  const sources = await sourcesOf(context, folders);
  const ofSources = await allIn(context.files, sources);
  const byRoot = new Map<string, KnownAgents>();
  const byCaller = new Map<AgentDefinition, KnownAgents>();
  for (const caller of callers) {
    const root = await collectionRoot(context, caller.path, sources, foundIn.get(caller.path) ?? null);
    if (root === null) continue;
    const known =
      byRoot.get(root) ??
      knownAgents([...definitions, ...ofSources, ...(await allIn(context.files, addedSources([root])))]);
    byRoot.set(root, known);
    byCaller.set(caller, known);
  }
  return (definition) => byCaller.get(definition) ?? null;
}

async function allIn(files: FileSystem, sources: readonly Source[]): Promise<readonly AgentDefinition[]> {
  const { definitions, others } = await readLibrary(files, sources);
  return [...definitions, ...others];
}

/**
 * The folder that holds a whole collection: that of the harness, or else the repository or the plugins around a file. The
 * home folder is none, though it may be kept in git.
 *
 * @param found The folder in which the file was found; `null`, or its own path, where it was named itself.
 */
async function collectionRoot(
  { files, home }: CommandContext,
  path: string,
  sources: readonly Source[],
  found: string | null,
): Promise<string | null> {
  const source = sources.find(({ folder }) => path.startsWith(`${folder}/`));
  if (source && source.scope !== 'added') return source.folder;
  let plugins: string | null = null;
  for (let at = folderOf(path); at !== home; at = folderOf(at)) {
    if (await isRepositoryRoot(files, at)) return at;
    if (await hasPlugins(files, at)) plugins = at;
    if (at === folderOf(at)) break;
  }
  return plugins ?? source?.folder ?? (found === path ? null : found);
}

async function hasPlugins(files: FileSystem, folder: string): Promise<boolean> {
  const [marketplace, plugin] = await Promise.all(
    ['marketplace.json', 'plugin.json'].map((name) => files.read(`${folder}/.claude-plugin/${name}`)),
  );
  return marketplace?.kind === 'text' || plugin?.kind === 'text';
}
