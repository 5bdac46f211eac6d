import type { AgentDefinition, Format } from '../definition/agent-definition.ts';
import type { SourceFile } from '../definition/source-file.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { judge, type Tree } from '../formats/loading/judge.ts';

/** Agents that a model chooses among in one session. */
export interface LoadedTogether {
  /** The harnesses that load just these; none where it is a collection, which no harness looks in. */
  readonly harnesses: readonly Format[];
  readonly definitions: readonly AgentDefinition[];
}

/**
 * Which agents are loaded together, by harness, without those that a field of theirs keeps from the model. Harnesses that load the same agents are one entry.
 *
 * @param definitions Those of the library among the files.
 * @param withCollections Whether agents in folders that no harness looks in, but that the user named, count as loaded together.
 * @returns In the order of the registry, collections last; nothing for harnesses that load none.
 */
export function loadedTogether(
  tree: Tree<SourceFile>,
  definitions: readonly AgentDefinition[],
  withCollections: boolean,
): readonly LoadedTogether[] {
  const bySet = new Map<string, { harnesses: Format[]; definitions: readonly AgentDefinition[] }>();
  const inSome = new Set<string>();
  for (const harness of HARNESSES) {
    const loaded = judge(harness, tree).filter((one) => one.kind === 'loaded');
    for (const { file } of loaded) inSome.add(file.path);
    const offered = new Set(loaded.flatMap(({ isOffered, file }) => (isOffered ? [file.path] : [])));
    const own = definitions.filter(({ path }) => offered.has(path));
    if (own.length === 0) continue;
    const key = own.map(({ id }) => id).join('\n');
    const known = bySet.get(key);
    if (known) known.harnesses.push(harness.id);
    else bySet.set(key, { harnesses: [harness.id], definitions: own });
  }
  const rest = withCollections ? definitions.filter(({ path }) => !inSome.has(path)) : [];
  return [...bySet.values(), ...(rest.length > 0 ? [{ harnesses: [], definitions: rest }] : [])];
}
