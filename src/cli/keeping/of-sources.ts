import type { CommandContext } from '../command-context.ts';
import { knownSources, openListed } from '../open-library.ts';

/** References, in which the name of a source stands for all its agents, unless an agent is called so. */
export async function withAgentsOfSources(
  context: CommandContext,
  folders: readonly string[],
  references: readonly string[],
): Promise<readonly string[]> {
  const sources = new Set((await knownSources(context, folders)).map(({ id }) => id));
  if (!references.some((reference) => sources.has(reference))) return references;
  const { definitions } = await openListed({ ...context, tell: () => {} }, folders);
  const names = new Set(definitions.map(({ name }) => name));
  return references.flatMap((reference) =>
    sources.has(reference) && !names.has(reference)
      ? definitions.filter(({ source }) => source === reference).map(({ id }) => id)
      : [reference],
  );
}
