import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import { pathInside } from '../../core/definition/file-name.ts';
import { formatOfFolder } from '../../core/formats/guess-format.ts';
import { sourceFileRule } from '../../core/library/definition-file.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';

/** The agents of a checkout, by their paths in it. */
export async function checkoutAgents(
  context: CommandContext,
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, AgentDefinition>> {
  const { definitions } = await readLibrary(context.files, sourcesIn(folder, paths));
  return new Map(definitions.map((one) => [pathInside(one.path, folder), one]));
}

/** How many files of a checkout may be agents, by their names alone. */
export async function checkoutFiles(
  { files }: CommandContext,
  folder: string,
  paths: readonly string[],
): Promise<number> {
  const found = new Set<string>();
  for (const source of sourcesIn(folder, paths)) {
    const { endings, recursive } = sourceFileRule(source);
    const listed = await files.list(source.folder, endings, recursive);
    for (const path of listed.kind === 'files' ? listed.paths : []) found.add(path);
  }
  return found.size;
}

function sourcesIn(folder: string, paths: readonly string[]): readonly Source[] {
  return (paths.length === 0 ? [''] : paths).map((path) => ({
    id: path === '' ? 'source' : path,
    scope: 'added',
    folder: path === '' ? folder : `${folder}/${path}`,
    format: formatOfFolder(`/${path}`),
  }));
}
