import { gapsOf } from '../../core/claims/gaps.ts';
import { forTheSameJob, MOST_OTHERS, type SameJob } from '../../core/claims/same-job.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { visibleText } from '../../text/visible-text.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import { gapsJson } from '../claims/gaps-json.ts';
import { gapsPage } from '../claims/gaps-page.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { distinctDefinitions } from '../distinct-definitions.ts';
import { findDefinitions } from '../find-definitions.ts';
import { jsonText } from '../json-text.ts';
import { sourcesOf } from '../known-sources.ts';
import { ofKind } from '../listed/kinds.ts';
import { openLibrary } from '../open-library.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents gaps`. */
interface GapsOptions {
  readonly source: readonly string[];
  /** The id of a source, or a folder, to search for the same job; left out for all sources. */
  readonly with?: string;
  readonly json: boolean;
}

/**
 * `agents gaps`: what other definitions for the same job say that one does not. Without others they are looked for. That
 * there are none, or no gaps, is an answer and no failure.
 *
 * @throws A usage error if there are too many others, one is named twice, or it is said as well where to look for them.
 */
export async function gaps(
  context: CommandContext,
  reference: string,
  others: readonly string[],
  { source, with: place, json }: GapsOptions,
): Promise<number> {
  if (others.length > MOST_OTHERS) throw usageError(`gaps takes up to ${MOST_OTHERS} others, not ${others.length}`);
  if (others.length > 0 && place !== undefined)
    throw usageError('name other agents, or --with where to look, not both');
  const references = [reference, ...others];
  const found = await findDefinitions(context, source, references);
  for (const problem of found.problems) context.tell(`${problem}\n`);
  const [definition, ...named] = distinctDefinitions(references, found);
  if (!definition || found.problems.length > 0) return ExitCode.Failed;
  const held: readonly (SameJob | { readonly definition: AgentDefinition; readonly likeness: null })[] =
    others.length > 0
      ? named.map((one) => ({ definition: one, likeness: null }))
      : forTheSameJob(definition, await searched(context, definition, source, place));
  const all = held.map((one) => one.definition);
  const refusal = tooMuchToCompare([definition, ...all]);
  if (refusal !== null) {
    context.tell(`${refusal}\n`);
    return ExitCode.Failed;
  }
  const result = { definition, others: held, topics: all.length > 0 ? gapsOf(definition, all) : [] };
  if (json) context.printExact(jsonText(gapsJson(result), 2));
  else if (all.length === 0)
    context.tell(`No agent for the same job as ${visibleText(definition.name)} was found; name some behind it\n`);
  else context.print(gapsPage(result, context.columns, context.shown));
  return ExitCode.Done;
}

/** What is looked through for the same job: definitions of the same kind. */
async function searched(
  context: CommandContext,
  { kind }: AgentDefinition,
  source: readonly string[],
  place: string | undefined,
): Promise<readonly AgentDefinition[]> {
  if (place === undefined) return ofKind(await openLibrary(context, source), kind);
  const sources = (await sourcesOf(context, source)).filter(({ id }) => id === place);
  if (sources.length === 0) return ofKind(await openLibrary(context, [place]), kind);
  return ofKind(await readLibrary(context.files, sources), kind);
}
