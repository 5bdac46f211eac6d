import { type ChangedTopic, changesBetween } from '../../core/claims/changes-between.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Diagnostic } from '../../core/definition/diagnostic.ts';
import { grantsAll } from '../../core/definition/tools.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { type ComparedField, comparedFields } from '../compare/compared-fields.ts';

/** What a change did to one agent. */
export interface AgentChange {
  readonly change: 'new' | 'gone' | 'changed';
  /** As it is now; as it was, where it is gone. */
  readonly definition: AgentDefinition;
  /** The fields that are not as they were: as it was, as it is. */
  readonly fields: readonly ComparedField[];
  readonly topics: readonly ChangedTopic[];
  /** Tools that it may use now and might not before; `*` for all. */
  readonly widened: readonly string[];
  /** What is found in it now and was not before. */
  readonly problems: readonly Diagnostic[];
}

/**
 * What became of agents: those of a path, and where a path is gone of a name, are one agent.
 *
 * @returns Those that changed, by path.
 */
export function agentChanges(
  then: readonly AgentDefinition[],
  now: readonly AgentDefinition[],
): readonly AgentChange[] {
  const thenByPath = new Map(then.map((definition) => [definition.path, definition]));
  const paths = new Set(now.map(({ path }) => path));
  const gone = then.filter(({ path }) => !paths.has(path));
  const goneByName = new Map(gone.map((definition) => [definition.name, definition]));
  const moved = new Set<AgentDefinition>();
  const changes = now.flatMap((definition): readonly AgentChange[] => {
    const before = thenByPath.get(definition.path) ?? goneByName.get(definition.name);
    if (before === undefined) return [newOne(definition)];
    if (before.path !== definition.path) moved.add(before);
    return isSame(before, definition) ? [] : [changedOne(before, definition)];
  });
  const left = gone
    .filter((definition) => !moved.has(definition))
    .map((definition): AgentChange => ({ ...NOTHING, change: 'gone', definition }));
  return [...changes, ...left].sort((a, b) => (a.definition.path < b.definition.path ? -1 : 1));
}

const NOTHING = { fields: [], topics: [], widened: [], problems: [] } as const;

const isSame = (before: AgentDefinition, now: AgentDefinition): boolean =>
  before.path === now.path && before.frontmatterRaw === now.frontmatterRaw && before.body === now.body;

const newOne = (definition: AgentDefinition): AgentChange => ({
  ...NOTHING,
  change: 'new',
  definition,
  problems: lintDefinition(definition),
});

function changedOne(before: AgentDefinition, now: AgentDefinition): AgentChange {
  const known = new Set(lintDefinition(before).map(({ code, message }) => `${code} ${message}`));
  return {
    change: 'changed',
    definition: now,
    fields: comparedFields([before, now]).filter(({ isSame: isAsBefore }) => !isAsBefore),
    topics: tooMuchToCompare([before, now]) === null ? changesBetween(before, now) : [],
    widened: widened(before, now),
    problems: lintDefinition(now).filter(({ code, message }) => !known.has(`${code} ${message}`)),
  };
}

/** Tools that are allowed now and were not; `*` where nothing limits them any more. What is no longer denied is one too. */
function widened(before: AgentDefinition, now: AgentDefinition): readonly string[] {
  const denied = (definition: AgentDefinition): readonly string[] => words(definition.frontmatter.disallowedTools);
  const stillDenied = new Set(denied(now));
  const freed = denied(before).filter((tool) => !stillDenied.has(tool));
  if (grantsAll(now.tools)) return grantsAll(before.tools) ? freed : ['*'];
  if (grantsAll(before.tools) || now.tools.kind === 'inherit' || before.tools.kind === 'inherit') return freed;
  const known = new Set(before.tools.tools);
  return [...new Set([...now.tools.tools.filter((tool) => !known.has(tool)), ...freed])];
}

function words(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
