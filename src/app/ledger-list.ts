import type { AgentDefinition, Section } from '../core/agent-definition.ts';
import type { Pick } from '../core/draft.ts';
import { type Ledger, type LedgerEntry, ledgerOf } from '../core/ledger.ts';
import { memoLast } from '../core/memo.ts';
import { flattenSections } from '../core/section-text.ts';
import { composeTopics, currentTopic } from './compose-topics.ts';
import { composedResult } from './composed-result.ts';
import type { LedgerView, Model } from './model.ts';

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
  return listed(ledger(model), model.ledger.view, currentTopic(model)?.cells ?? NO_CELLS);
}

const NO_CELLS: readonly (Section | null)[] = [];

const listed = memoLast(
  ({ entries }: Ledger, view: LedgerView, cells: readonly (Section | null)[]): readonly LedgerEntry[] => {
    if (view === 'all') return entries;
    if (view === 'lost') return entries.filter(({ state }) => state === 'dropped');
    const sections = new Map(cells.map((cell, column) => [column, idsIn(cell)]));
    const columns = [...new Set(entries.map(({ definition }) => definition.id))];
    return entries.filter(({ definition, passage }) =>
      sections.get(columns.indexOf(definition.id))?.has(passage.section),
    );
  },
);

function idsIn(cell: Section | null): ReadonlySet<string> {
  return new Set(cell ? flattenSections([cell]).map(({ id }) => id) : []);
}
