import { type Ledger, type LedgerEntry, ledgerOf } from '../../core/compose/ledger.ts';
import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import type { Pick } from '../../core/draft/draft.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { sectionsIn } from '../../core/topics/whole-topics.ts';
import { spokenSections } from '../../core/union/topic-tree.ts';
import { memoLast } from '../../kit/memo.ts';
import type { LedgerState } from '../model/compose-state.ts';
import { ledgerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { scrolledTo } from '../model/scrolling.ts';
import { composeTopics, currentRows } from './compose-topics.ts';
import { composedResult } from './composed-result.ts';

const accounted = memoLast(
  (definitions: readonly AgentDefinition[], picks: readonly Pick[]): Ledger =>
    ledgerOf(definitions, picks, composedResult(picks)),
);

/** What became of everything the agents say that are composed from. */
function ledger(model: Model): Ledger {
  return accounted(composeTopics(model).definitions, model.draft.present.picks);
}

/** How many passages of the agents stand in the result, and how many do not. Titles are no passages here. */
export interface Account {
  readonly kept: number;
  readonly leftOut: number;
  /** Of what is left out, how many nothing that is kept says. */
  readonly lost: number;
}

/** The account of all that the agents say. */
export function accountOfAll(model: Model): Account {
  const counts = [...ledger(model).counts.values()];
  const sum = (of: (one: (typeof counts)[number]) => number) => counts.reduce((all, one) => all + of(one), 0);
  const kept = sum((one) => one.kept);
  return { kept, leftOut: sum(({ total }) => total) - kept, lost: sum(({ dropped }) => dropped) };
}

/** The account of the topic under the cursor. */
export function accountOfTopic(model: Model): Account {
  return accountOf(ofTopic(ledger(model), composeTopics(model).definitions, currentRows(model)));
}

/** The account of what one version of a topic says. */
export function accountOfVersion(model: Model, definition: AgentDefinition, section: Section): Account {
  const { definitions } = composeTopics(model);
  const { picks } = model.draft.present;
  const all = definitions.includes(definition) ? ledger(model) : ledgerOf([definition], picks, composedResult(picks));
  const ids = idsOf(definition, [section]);
  return accountOf(
    all.entries.filter(
      (entry) => isCounted(entry) && entry.definition === definition && ids.has(entry.passage.section),
    ),
  );
}

/** The entries the list of what is left out shows: first what nothing that is kept says, where what is kept is not listed too. */
export function listedEntries(model: Model): readonly LedgerEntry[] {
  return listed(ledger(model), composeTopics(model).definitions, currentRows(model), model.ledger);
}

const listed = memoLast(
  (
    all: Ledger,
    definitions: readonly AgentDefinition[],
    rows: readonly Topic[],
    { scope, withKept }: LedgerState,
  ): readonly LedgerEntry[] => {
    const entries = scope === 'all' ? all.entries.filter(isCounted) : ofTopic(all, definitions, rows);
    if (withKept) return entries;
    const leftOut = entries.filter(({ state }) => state !== 'kept');
    return [...leftOut.filter(isLost), ...leftOut.filter((entry) => !isLost(entry))];
  },
);

const ofTopic = memoLast(
  ({ entries }: Ledger, definitions: readonly AgentDefinition[], rows: readonly Topic[]): readonly LedgerEntry[] => {
    const spoken = new Map(
      definitions.map((definition, column) => [definition, idsOf(definition, sectionsIn(rows, column))]),
    );
    return entries.filter(
      (entry) => isCounted(entry) && spoken.get(entry.definition)?.has(entry.passage.section) === true,
    );
  },
);

const isLost = ({ state }: LedgerEntry): boolean => state === 'dropped';

const isCounted = ({ passage }: LedgerEntry): boolean => passage.kind !== 'title';

function accountOf(entries: readonly LedgerEntry[]): Account {
  const count = (one: LedgerEntry['state']) => entries.filter(({ state }) => state === one).length;
  const kept = count('kept');
  return { kept, leftOut: entries.length - kept, lost: count('dropped') };
}

function idsOf(definition: AgentDefinition, sections: readonly Section[]): ReadonlySet<string> {
  return new Set(sections.flatMap((section) => spokenSections(definition, section).map(({ id }) => id)));
}

/** The part of that list that is on the screen, the cursor in its middle where possible. */
export function entriesWindow(model: Model): { readonly top: number; readonly rows: number } {
  const { rows } = ledgerLayout(model).first;
  const { cursor } = model.ledger;
  return { top: scrolledTo(cursor, cursor - Math.floor(rows / 2), rows, listedEntries(model).length), rows };
}
