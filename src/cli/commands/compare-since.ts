import { changesBetween } from '../../core/claims/changes-between.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { parseDefinition } from '../../core/reading/parse-definition.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { visibleText } from '../../text/visible-text.ts';
import { sinceJson } from '../claims/since-json.ts';
import { sinceMarkdown } from '../claims/since-markdown.ts';
import { sincePage } from '../claims/since-page.ts';
import { isLoss, type SinceRevision } from '../claims/since-revision.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { comparedFields } from '../compare/compared-fields.ts';
import { findDefinitions } from '../find-definitions.ts';
import { jsonText } from '../json-text.ts';
import { usageError } from '../usage-error.ts';
import type { CompareFormat } from './compare.ts';

/** Options of `agents compare --since`. */
interface SinceOptions {
  readonly source: readonly string[];
  readonly format: CompareFormat;
  /** A revision as git takes it. */
  readonly since: string;
  /** Fail if anything is gone, or in conflict with what was said. */
  readonly check: boolean;
}

/**
 * `agents compare --since`: what changed in the meaning of definitions since a git revision. A definition that was not
 * there then is new, which is no failure; one that git cannot give is told, and the others are compared all the same.
 *
 * @throws A usage error for what is no revision but an option.
 */
export async function compareSince(
  context: CommandContext,
  references: readonly string[],
  { source, format, since, check }: SinceOptions,
): Promise<number> {
  if (since === '' || since.startsWith('-'))
    throw usageError(`--since takes a git revision, not ${visibleText(since)}`);
  const found = await findDefinitions(context, source, references);
  const problems = [...found.problems];
  const compared: SinceRevision[] = [];
  const byPath = new Map(found.definitions.map((definition) => [definition.path, definition]));
  const history = await context.openHistory();
  for (const definition of byPath.values()) {
    const earlier = await history.at(definition.path, since);
    const one = earlier.kind === 'failed' ? earlier.reason : sinceThen(definition, earlier);
    if (typeof one === 'string') problems.push(`${visibleText(context.shown(definition.path))}: ${visibleText(one)}`);
    else compared.push(one);
  }
  for (const problem of problems) context.tell(`${problem}\n`);
  if (format === 'json') context.printExact(jsonText(sinceJson(compared, since), 2));
  else if (format === 'markdown') context.print(sinceMarkdown(compared, since, context.shown));
  else context.print(sincePage(compared, since, context.columns, context.shown));
  const isLost = check && compared.some(({ topics }) => topics.some(({ changes }) => changes.some(isLoss)));
  return problems.length > 0 || isLost ? ExitCode.Failed : ExitCode.Done;
}

/** What changed, or why that is not found out. */
function sinceThen(
  now: AgentDefinition,
  earlier: { readonly kind: 'absent' } | { readonly kind: 'text'; readonly text: string },
): SinceRevision | string {
  if (earlier.kind === 'absent') return { definition: now, isNew: true, fields: [], topics: [] };
  const before = { ...now, ...parseDefinition(earlier.text, now.path) };
  const refusal = tooMuchToCompare([before, now]);
  if (refusal !== null) return refusal;
  const fields = comparedFields([before, now]).filter(({ isSame }) => !isSame);
  return { definition: now, isNew: false, fields, topics: changesBetween(before, now) };
}
