import { type ChangedTopic, changesBetween } from '../../core/claims/changes-between.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Diagnostic } from '../../core/definition/diagnostic.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { type ComparedField, comparedFields } from '../compare/compared-fields.ts';
import { isSameText, pairAgents } from './pair-agents.ts';
import { NOT_WIDENED, type Widened, widenedBy } from './widened.ts';

/** What a change did to one agent. */
export interface AgentChange {
  readonly change: 'new' | 'gone' | 'changed';
  /** As it is now; as it was, where it is gone. */
  readonly definition: AgentDefinition;
  /** Where it was before, if that is elsewhere. */
  readonly from: string | null;
  /** Whether nothing goes by the name any more that it had. */
  readonly isRenamed: boolean;
  /** The fields that are not as they were: as it was, as it is. */
  readonly fields: readonly ComparedField[];
  readonly topics: readonly ChangedTopic[];
  /** Why it is not known what of its prompt has changed, as a clause; `null` where it is. */
  readonly notCompared: string | null;
  readonly widened: Widened;
  /** What is found in it now and was not before. */
  readonly problems: readonly Diagnostic[];
}

/** The agents of a time, and what is found in them. */
export interface AgentsThen {
  readonly definitions: readonly AgentDefinition[];
  /** Files that could not be read. */
  readonly problems: readonly FileProblem[];
  readonly found: (definition: AgentDefinition) => readonly Diagnostic[];
}

/**
 * What became of agents.
 *
 * @returns Those that changed, by path.
 */
export function agentChanges(then: AgentsThen, now: AgentsThen): readonly AgentChange[] {
  const { before, gone } = pairAgents(then.definitions, now.definitions);
  const unread = new Map(then.problems.map(({ path, reason }) => [path, reason]));
  const names = new Set(now.definitions.map(({ name }) => name));
  const changes = now.definitions.flatMap((definition): readonly AgentChange[] => {
    const was = before.get(definition);
    const reason = unread.get(definition.path);
    if (was === undefined)
      return [{ ...cameOne(definition, then, now), ...(reason !== undefined && unreadOne(reason)) }];
    const isSame = was.path === definition.path && was.name === definition.name && isSameText(was, definition);
    if (isSame) return [];
    const known = new Set(then.found(was).map(problemKey));
    const problems = now.found(definition).filter((one) => !known.has(problemKey(one)));
    const isRenamed = was.name !== definition.name && !names.has(was.name);
    return [{ ...changedOne(was, definition), isRenamed, problems }];
  });
  const left = gone.map((definition): AgentChange => ({ ...NOTHING, change: 'gone', definition }));
  return [...changes, ...left].sort((a, b) => (a.definition.path < b.definition.path ? -1 : 1));
}

const NOTHING = {
  from: null,
  isRenamed: false,
  fields: [],
  topics: [],
  notCompared: null,
  widened: NOT_WIDENED,
  problems: [],
} as const;

/** A file that is none before. Where it takes the place of another of its name, what that might do counts. */
function cameOne(definition: AgentDefinition, then: AgentsThen, now: AgentsThen): AgentChange {
  const { format, id, name } = definition;
  const hidden = new Set(now.definitions.flatMap(({ path, shadowedBy }) => (shadowedBy === id ? [path] : [])));
  const instead = then.definitions.find(
    (one) => one.name === name && one.format === format && one.shadowedBy === null && hidden.has(one.path),
  );
  return {
    ...NOTHING,
    change: 'new',
    definition,
    widened: instead === undefined ? NOT_WIDENED : widenedBy(instead, definition),
    problems: now.found(definition),
  };
}

/** What was there, and nobody could read. */
const unreadOne = (reason: string): Partial<AgentChange> => ({
  change: 'changed',
  notCompared: `it could not be read before: ${reason}`,
});

function changedOne(was: AgentDefinition, definition: AgentDefinition): AgentChange {
  const tooMuch = tooMuchToCompare([was, definition]);
  return {
    ...NOTHING,
    change: 'changed',
    definition,
    from: was.path === definition.path ? null : was.path,
    fields: [...nameField(was, definition), ...comparedFields([was, definition])].filter(({ isSame }) => !isSame),
    topics: tooMuch === null ? changesBetween(was, definition) : [],
    notCompared: tooMuch,
    widened: widenedBy(was, definition),
  };
}

/** Numbers in a message may be others where the problem is the same: that a description is too long. */
const problemKey = ({ code, message }: Diagnostic): string => `${code} ${message.replace(/\d[\d,.]*/g, '0')}`;

function nameField({ name: was }: AgentDefinition, { name: is }: AgentDefinition): readonly ComparedField[] {
  return [{ name: 'name', values: [was, is], words: [was, is], isSame: was === is }];
}
