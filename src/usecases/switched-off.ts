import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { OFF_ENDING, pathWhenOn } from '../core/definition/switched-off.ts';
import { isListed, sourceFileRule } from '../core/library/definition-file.ts';
import { byScopeThenName } from '../core/library/library.ts';
import { buildLibrary } from '../core/library/library-builder.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import type { FileSystem } from '../ports/file-system.ts';

/** Of others nothing is renamed. */
const isOwn = ({ kind, scope }: Source): boolean => kind === undefined && (scope === 'project' || scope === 'user');

/** The agents in sources that are switched off by the name of their file, each with its path as it is. */
export async function switchedOff(files: FileSystem, sources: readonly Source[]): Promise<readonly AgentDefinition[]> {
  const found: SourceFile[] = [];
  for (const source of sources.filter(isOwn)) {
    const listed = await files.list(source.folder, [OFF_ENDING], sourceFileRule(source).recursive);
    for (const path of listed.kind === 'files' ? listed.paths : []) {
      const name = pathWhenOn(path);
      const read = isListed(source, name) ? await files.read(path) : null;
      if (read?.kind === 'text') found.push({ parsed: parseDefinition(read.text, name), path: name, source });
    }
  }
  const { definitions } = buildLibrary(found, sources);
  return definitions.map((one) => ({ ...one, path: one.path + OFF_ENDING, shadowedBy: null }));
}

/** The agents of a library and those that are switched off, in its order; where both have an id the latter get another. */
export function withSwitchedOff(
  definitions: readonly AgentDefinition[],
  off: readonly AgentDefinition[],
): readonly AgentDefinition[] {
  if (off.length === 0) return definitions;
  const ids = new Set(definitions.map(({ id }) => id));
  const added = off.map((one) => (ids.has(one.id) ? { ...one, id: `${one.id}@${one.path}` } : one));
  return [...definitions, ...added].sort(byScopeThenName);
}
