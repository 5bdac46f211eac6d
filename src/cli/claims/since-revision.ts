import { CHANGE_KINDS, type Change, type ChangedTopic, type ChangeKind } from '../../core/claims/changes-between.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { countText } from '../../text/count-text.ts';
import type { ComparedField } from '../compare/compared-fields.ts';

/** What changed in a definition since a revision. */
export interface SinceRevision {
  readonly definition: AgentDefinition;
  /** Whether it was not there then. */
  readonly isNew: boolean;
  /** The fields that are not as they were, with two values each: as it was, as it is. */
  readonly fields: readonly ComparedField[];
  readonly topics: readonly ChangedTopic[];
}

/** Whether something is no longer said, or is contradicted now. */
export function isLoss({ kind }: Change): boolean {
  return kind === 'gone' || kind === 'conflict';
}

/** How many changes there are of each kind. */
export function changeCounts({ topics }: SinceRevision): Readonly<Record<ChangeKind, number>> {
  const counts = { conflict: 0, gone: 0, near: 0, added: 0 };
  for (const { kind } of topics.flatMap(({ changes }) => changes)) counts[kind] += 1;
  return counts;
}

/** What changed, in a few words: `1 in conflict, 2 gone, 1 added`. */
export function changeWords(since: SinceRevision): string {
  if (since.isNew) return 'all of it is new';
  const counts = changeCounts(since);
  const parts = CHANGE_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${countText(counts[kind])} ${KIND_WORDS[kind]}`,
  );
  if (parts.length > 0) return parts.join(', ');
  return since.fields.length > 0 ? 'the prompt says the same' : 'says the same';
}

/** What each kind of change is called. */
export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  conflict: 'in conflict',
  gone: 'gone',
  near: 'in other words',
  added: 'added',
};
