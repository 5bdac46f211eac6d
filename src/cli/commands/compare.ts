import { sectionsOf } from '../../core/sections/sections-of.ts';
import { alignTopics } from '../../core/topics/align-topics.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { NO_STATISTICS } from '../../core/topics/term-statistics.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { columnPage, mostColumns } from '../compare/column-page.ts';
import { comparisonJson } from '../compare/comparison-json.ts';
import type { Comparison } from '../compare/comparison-topics.ts';
import { markdownPage } from '../compare/markdown-page.ts';
import { type RowOptions, rowsAsked } from '../compare/rows-asked.ts';
import { stackedPage } from '../compare/stacked-page.ts';
import { distinctDefinitions } from '../distinct-definitions.ts';
import { findDefinitions } from '../find-definitions.ts';
import { jsonText } from '../json-text.ts';
import { outputLook } from '../look/output-look.ts';
import { usageError } from '../usage-error.ts';

/** How `agents compare` prints. */
export type CompareFormat = 'text' | 'json' | 'markdown';

/** Options of `agents compare`. */
interface CompareOptions extends RowOptions {
  readonly source: readonly string[];
  readonly format: CompareFormat;
}

/** Fewer have nothing to be compared with, and more do not line up into anything one could read. */
const FEWEST = 2;
const MOST = 8;

/**
 * `agents compare`: what several definitions say of the same things. Nothing is compared unless all of them are found.
 *
 * Only the definitions themselves decide what lines up, so the answer is the same wherever they lie.
 *
 * @throws A usage error if there are too few or too many of them, one is named twice, or a row is asked for that cannot be.
 */
export async function compare(
  context: CommandContext,
  references: readonly string[],
  { source, format, ...options }: CompareOptions,
): Promise<number> {
  if (references.length < FEWEST || references.length > MOST) {
    throw usageError(`compare takes ${FEWEST} to ${MOST} agents, not ${references.length}`);
  }
  const found = await findDefinitions(context, source, references);
  for (const problem of found.problems) context.tell(`${problem}\n`);
  if (found.problems.length > 0) return ExitCode.Failed;
  const definitions = distinctDefinitions(references, found);
  const refusal = tooMuchToCompare(definitions);
  if (refusal !== null) {
    context.tell(`${refusal}\n`);
    return ExitCode.Failed;
  }
  const rows = rowsAsked(options, { ...found, definitions });
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  const page = pageOf({ definitions, topics: alignTopics(comparands, NO_STATISTICS, rows) }, format, context);
  if (format === 'json') context.printExact(page);
  else if (format === 'text') await (await outputLook(context, 'plain')).page(page);
  else context.print(page);
  return ExitCode.Done;
}

function pageOf(comparison: Comparison, format: CompareFormat, context: CommandContext): string {
  if (format === 'json') return jsonText(comparisonJson(comparison), 2);
  if (format === 'markdown') return markdownPage(comparison, context.shown);
  const { columns, shown } = context;
  if (columns !== null && comparison.definitions.length <= mostColumns(columns)) {
    return columnPage(comparison, columns, shown);
  }
  return stackedPage(comparison, columns, shown);
}
