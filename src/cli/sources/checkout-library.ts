import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import { pathInside } from '../../core/definition/file-name.ts';
import { formatOfFolder } from '../../core/formats/guess-format.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';

/** The agents of a checkout, by their paths in it. */
export async function checkoutAgents(
  context: CommandContext,
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, AgentDefinition>> {
  const sources = (paths.length === 0 ? [''] : paths).map(
    (path): Source => ({
      id: path === '' ? 'source' : path,
      scope: 'added',
      folder: path === '' ? folder : `${folder}/${path}`,
      format: formatOfFolder(`/${path}`),
    }),
  );
  const { definitions } = await readLibrary(context.files, sources);
  return new Map(definitions.map((one) => [pathInside(one.path, folder), one]));
}
