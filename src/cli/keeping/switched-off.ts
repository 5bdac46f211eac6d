import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import type { SourceFile } from '../../core/definition/source-file.ts';
import { isListed, sourceFileRule } from '../../core/library/definition-file.ts';
import { buildLibrary } from '../../core/library/library-builder.ts';
import { parseDefinition } from '../../core/reading/parse-definition.ts';
import type { CommandContext } from '../command-context.ts';

/** What the name of a file ends in that is switched off: no harness looks for it. */
export const OFF_ENDING = '.disabled';

/** Whether an agent is off by a field of its own, as OpenCode has one. */
export function isOffByField(definition: Pick<AgentDefinition, 'format' | 'frontmatter'>): boolean {
  // The fields of others are not looked at: they may have to be read first.
  return definition.format === 'opencode' && definition.frontmatter.disable === true;
}

/** Of others nothing is renamed. */
const isOwn = ({ kind, scope }: Source): boolean => kind === undefined && (scope === 'project' || scope === 'user');

/** The agents in sources that are switched off by the name of their file, each with its path as it is. */
export async function switchedOff(
  { files }: CommandContext,
  sources: readonly Source[],
): Promise<readonly AgentDefinition[]> {
  const found: SourceFile[] = [];
  for (const source of sources.filter(isOwn)) {
    const listed = await files.list(source.folder, [OFF_ENDING], sourceFileRule(source).recursive);
    for (const path of listed.kind === 'files' ? listed.paths : []) {
      const name = path.slice(0, -OFF_ENDING.length);
      const read = isListed(source, name) ? await files.read(path) : null;
      if (read?.kind === 'text') found.push({ parsed: parseDefinition(read.text, name), path: name, source });
    }
  }
  const { definitions } = buildLibrary(found, sources);
  return definitions.map((one) => ({ ...one, path: one.path + OFF_ENDING, shadowedBy: null }));
}
