import type { CommandContext } from '../command-context.ts';
import { knownSources } from '../known-sources.ts';
import { openListed } from '../open-library.ts';

/**
 * References, in which the name of a source stands for all its agents, unless an agent is called so, and `source:name` for
 * that one of them.
 */
export async function withAgentsOfSources(
  context: CommandContext,
  folders: readonly string[],
  references: readonly string[],
): Promise<readonly string[]> {
  const sources = new Set((await knownSources(context, folders)).map(({ id }) => id));
  const sourceOf = (reference: string): string => reference.split(':', 1)[0] ?? '';
  if (!references.some((reference) => sources.has(sourceOf(reference)))) return references;
  const { definitions } = await openListed({ ...context, tell: () => {} }, folders);
  const names = new Set(definitions.map(({ name }) => name));
  return references.flatMap((reference) => {
    const from = sourceOf(reference);
    if (!sources.has(from) || names.has(reference)) return [reference];
    const own = definitions.filter(({ source }) => source === from);
    const meant = reference === from ? own : own.filter(({ name }) => reference === `${from}:${name}`);
    return meant.length === 0 ? [reference] : meant.map(({ id }) => id);
  });
}
