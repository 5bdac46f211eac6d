import { type Ledger, type LedgerEntry, ledgerOf } from '../../core/compose/ledger.ts';
import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import type { Pick } from '../../core/draft/draft.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { spokenSections } from '../../core/union/topic-tree.ts';
import { memoLast } from '../../kit/memo.ts';
import type { LedgerView, Model } from '../model/model.ts';
import { composeTopics, currentTopic } from './compose-topics.ts';
import { composedResult } from './composed-result.ts';

const accounted = memoLast(
  (definitions: readonly AgentDefinition[], picks: readonly Pick[]): Ledger =>
    ledgerOf(definitions, picks, composedResult(picks)),
);

/** What became of everything the agents say that are composed from. */
export function ledger(model: Model): Ledger {
  return accounted(composeTopics(model).definitions, model.draft.present.picks);
}

/** The entries the ledger lists. */
export function listedEntries(model: Model): readonly LedgerEntry[] {
  return listed(ledger(model), model.ledger.view, composeTopics(model).definitions, currentTopic(model));
}

const listed = memoLast(
  (
    { entries }: Ledger,
    view: LedgerView,
    definitions: readonly AgentDefinition[],
    topic: Topic | null,
  ): readonly LedgerEntry[] => {
    if (view === 'all') return entries;
    if (view === 'lost') return entries.filter(({ state }) => state === 'dropped');
    const spoken = new Map(
      definitions.map((definition, column) => [definition, idsOf(definition, topic?.cells[column])]),
    );
    return entries.filter(({ definition, passage }) => spoken.get(definition)?.has(passage.section));
  },
);

function idsOf(definition: AgentDefinition, cell: Section | null | undefined): ReadonlySet<string> {
  return new Set(cell ? spokenSections(definition, cell).map(({ id }) => id) : []);
}
