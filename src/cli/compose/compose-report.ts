import { composeBody, composeFile } from '../../core/compose/compose.ts';
import { type Ledger, ledgerOf } from '../../core/compose/ledger.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { type Draft, isSamePassage, type PassageKey, type Pick, type UnionPassage } from '../../core/draft/draft.ts';
import { partId } from '../../core/sections/definition-part.ts';
import { itemTextStart } from '../../core/sections/line-shapes.ts';
import { passageId } from '../../core/sections/passages-of.ts';
import { conflictsOf, type UnionConflict } from '../../core/union/conflicts-of.ts';
import { counted, countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { SaveOutcome } from '../../usecases/save-definition.ts';
import type { CommandContext } from '../command-context.ts';

/** A composition as it went, or would go, to disk. */
export interface Composition {
  readonly draft: Draft;
  readonly ingredients: readonly AgentDefinition[];
  readonly path: string;
  /** See `CompositionTarget`. */
  readonly within?: string;
  /** `null` where it is printed. */
  readonly outcome: SaveOutcome | null;
  readonly warnings: readonly string[];
}

/** What became of everything the ingredients say. */
export function compositionLedger({ draft, ingredients }: Composition): Ledger {
  return ledgerOf(ingredients, draft.picks, composeBody(draft.picks));
}

/** What was kept and what was not, in a line. */
export function ledgerWords({ counts }: Ledger): string {
  const sum = { kept: 0, merged: 0, redundant: 0, dropped: 0, total: 0 };
  for (const own of counts.values()) {
    for (const key of ['kept', 'merged', 'redundant', 'dropped', 'total'] as const) sum[key] += own[key];
  }
  const { kept, merged, redundant, dropped, total } = sum;
  return `Of ${counted(total, 'passage')} ${countText(kept)} ${kept === 1 ? 'is' : 'are'} kept; left out: ${countText(dropped)} that nobody says, ${countText(merged)} nearly said, ${countText(redundant)} in the same words`;
}

/** The composition as JSON: design 8, with `ledger` added. */
export function compositionJson(context: CommandContext, composition: Composition): unknown {
  const { draft, path, outcome, warnings } = composition;
  const ledger = compositionLedger(composition);
  return {
    schema: 1,
    path,
    written: outcome?.kind === 'written',
    name: draft.fields.name,
    kind: draft.kind,
    picks: draft.picks.flatMap((pick) => pickJson(context, pick)),
    dropped: droppedJson(draft.picks),
    ledger: Object.fromEntries(ledger.counts),
    warnings,
    conflicts: conflictsOf(draft.picks).map((conflict) => conflictJson(conflict)),
    ...(outcome === null && { text: composeFile(draft) }),
    ...(outcome?.kind === 'written' && { backup: outcome.backup }),
  };
}

function conflictJson({ one, other, differs }: UnionConflict): unknown {
  return {
    agents: [one.definition, other.definition],
    sections: [one.section, other.section],
    wordings: [one.text, other.text],
    differs: { kind: differs.kind, words: [differs.one, differs.other] },
  };
}

/** A line for each two passages that both stand and contradict each other. */
export function conflictWarnings({ draft, ingredients }: Omit<Composition, 'outcome'>): readonly string[] {
  const nameOf = (id: string) => ingredients.find((one) => one.id === id)?.name ?? id;
  const words = ({ text, definition }: UnionPassage) =>
    visibleText(`“${text.trim().slice(itemTextStart(text.trim())).replace(/\s+/g, ' ')}” (${nameOf(definition)})`);
  return conflictsOf(draft.picks).map(({ one, other }) => `Conflict: ${words(one)}, ${words(other)}; both stand`);
}

function pickJson(context: CommandContext, pick: Pick): readonly unknown[] {
  if (pick.kind === 'section') {
    return [{ agent: pick.definition, section: partId(pick.part), sha256: context.sha256(pick.text) }];
  }
  return pick.passages
    .filter(({ state }) => state === 'kept')
    .map((passage) => ({
      agent: passage.definition,
      section: passageId(passage),
      sha256: context.sha256(passage.text),
    }));
}

/** Passages of unions that are not in the result, and what stands for each. */
function droppedJson(picks: readonly Pick[]): readonly unknown[] {
  const passages = picks.flatMap((pick) => (pick.kind === 'union' ? pick.passages : []));
  const textOf = (key: PassageKey) => passages.find((passage) => isSamePassage(passage, key))?.text ?? null;
  return passages
    .filter(({ state }) => state !== 'kept')
    .map(({ definition, section, index, kind, text, state, by }) => ({
      agent: definition,
      section: passageId({ section, index }),
      kind,
      text,
      state,
      coveredBy: by && { agent: by.definition, section: passageId(by), text: textOf(by) },
    }));
}
