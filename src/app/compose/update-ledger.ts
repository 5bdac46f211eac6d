import type { Passage } from '../../core/sections/passage.ts';
import type { Action } from '../model/actions.ts';
import type { LedgerState } from '../model/compose-state.ts';
import { ledgerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped, movedIndex } from '../model/scrolling.ts';
import { versionPassages } from './compose-topics.ts';
import { listedEntries } from './ledger-list.ts';
import { cellOf } from './result-topic.ts';
import { withPassageToggled } from './toggle-pick.ts';
import { withCompose } from './with-draft.ts';

/** Update for the ledger: opening it, and going from an entry to where it stands. Pure. */
export function updateLedger(
  model: Model,
  action: Extract<Action, { type: 'ledgerOpened' | 'ledgerScopeChanged' | 'entryVisited' }>,
): Model {
  switch (action.type) {
    case 'ledgerOpened':
      return {
        ...withLedger(model, { scope: action.scope, withKept: false, cursor: 0 }),
        trail: [...model.trail, 'ledger'],
      };
    case 'ledgerScopeChanged':
      return withEntriesOf(model, { scope: model.ledger.scope === 'all' ? 'topic' : 'all' });
    case 'entryVisited':
      return withEntryVisited(model);
  }
}

/** The cursor moved through the entries. */
export function movedInLedger(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const { rows } = ledgerLayout(model).first;
  const cursor = movedIndex(model.ledger.cursor, action, listedEntries(model).length, rows);
  return withLedger(model, { cursor: Math.max(0, cursor) });
}

/** With what was kept, and without. */
export function ledgerViewChanged(model: Model): Model {
  return withEntriesOf(model, { withKept: !model.ledger.withKept });
}

/** Another list, with the cursor on the entry it was on if that is still listed. */
function withEntriesOf(model: Model, changes: Partial<LedgerState>): Model {
  const entry = listedEntries(model)[model.ledger.cursor];
  const next = withLedger(model, changes);
  const at = entry ? listedEntries(next).indexOf(entry) : -1;
  return withLedger(next, { cursor: Math.max(0, at) });
}

/** The passage under the cursor taken back, or out; the cursor stays where it is in the list. */
export function withEntryToggled(model: Model): Model {
  const entry = listedEntries(model)[model.ledger.cursor];
  if (!entry) return model;
  const next = withPassageToggled(model, entry.definition, entry.passage, null);
  return withLedger(next, { cursor: clamped(model.ledger.cursor, 0, Math.max(0, listedEntries(next).length - 1)) });
}

/** Back to composing, with the cursors on the passage under the ledger's. */
function withEntryVisited(model: Model): Model {
  const entry = listedEntries(model)[model.ledger.cursor];
  if (!entry) return model;
  const { definition, passage } = entry;
  const cell = cellOf(model, definition.id, passage.section);
  if (!cell) return model;
  const trail = model.trail.filter((screen) => screen !== 'ledger');
  const visited = withCompose({ ...model, trail }, { ...cell, pane: 'versions' });
  const isVisited = ({ section, index }: Passage) => section === passage.section && index === passage.index;
  return withCompose(visited, { line: versionPassages(visited).findIndex(isVisited) + 1 });
}

function withLedger(model: Model, changes: Partial<LedgerState>): Model {
  return { ...model, ledger: { ...model.ledger, scroll: 0, ...changes } };
}
