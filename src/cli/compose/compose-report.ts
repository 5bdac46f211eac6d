import { type ComposedBody, composeBody, composeFile } from '../../core/compose/compose.ts';
import { type FullerBlock, fullerBlocks } from '../../core/compose/fuller-blocks.ts';
import { type Ledger, ledgerOf } from '../../core/compose/ledger.ts';
import { ownMentions } from '../../core/compose/own-name.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import {
  type Draft,
  isSamePassage,
  PASSAGE_STATES,
  type PassageKey,
  type Pick,
  type UnionPassage,
} from '../../core/draft/draft.ts';
import { madeRivals, madeRivalWords } from '../../core/rivals/made-rivals.ts';
import { partId } from '../../core/sections/definition-part.ts';
import { itemTextStart } from '../../core/sections/line-shapes.ts';
import { passageId } from '../../core/sections/passages-of.ts';
import { conflictsOf, type UnionConflict } from '../../core/settling/conflicts-of.ts';
import { repeatsOf } from '../../core/settling/repeats-of.ts';
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

/** A line where an agent competes with what it was made from. */
export function rivalWarnings(
  { program }: CommandContext,
  { kind, fields }: Draft,
  ingredients: readonly AgentDefinition[],
): readonly string[] {
  const rivals = kind === 'agent' ? madeRivals(fields, ingredients) : [];
  if (rivals.length === 0) return [];
  return [
    `${visibleText(fields.name)} ${visibleText(madeRivalWords(rivals))} for the same request: ${program} rivals tells more`,
  ];
}

/** What was kept and what was not, in a line. */
export function ledgerWords({ counts }: Ledger): string {
  const sum = { kept: 0, merged: 0, redundant: 0, conflict: 0, dropped: 0, total: 0 };
  for (const own of counts.values()) {
    for (const key of [...PASSAGE_STATES, 'total'] as const) sum[key] += own[key];
  }
  const { kept, merged, redundant, conflict, dropped, total } = sum;
  const opposed = conflict === 0 ? '' : `, ${countText(conflict)} in conflict`;
  return `Of ${counted(total, 'passage')} ${countText(kept)} ${kept === 1 ? 'is' : 'are'} kept; left out: ${countText(dropped)} said nowhere else, ${countText(merged)} nearly said, ${countText(redundant)} in the same words${opposed}`;
}

/** The composition as JSON. */
export function compositionJson(context: CommandContext, composition: Composition): unknown {
  const { draft, path, outcome, warnings } = composition;
  const ledger = compositionLedger(composition);
  return {
    schema: 1,
    path,
    written: outcome?.kind === 'written' && !outcome.isUnchanged,
    name: draft.fields.name,
    kind: draft.kind,
    picks: draft.picks.flatMap((pick) => pickJson(context, pick)),
    dropped: droppedJson(draft.picks),
    ledger: Object.fromEntries(ledger.counts),
    warnings,
    conflicts: conflictsOf(draft.picks).map(conflictJson),
    repeats: repeatsJson(draft),
    fuller: fullerBlocks(draft.picks).map(fullerJson),
    ...(outcome === null && { text: composeFile(draft) }),
    ...(outcome?.kind === 'written' && { backup: outcome.backup }),
  };
}

/** The shape is public: fields may be added, never renamed or removed. */
export function conflictJson({ topic, kept, other, isOpen, differs }: UnionConflict): unknown {
  return {
    kind: differs.kind,
    topic,
    kept: { ...placeJson(kept), words: differs.one },
    other: { ...placeJson(other), words: differs.other },
    stands: isOpen ? 'both' : 'kept',
  };
}

/** @returns With the 1-based line of the composed prompt that each stands on. */
function repeatsJson({ picks }: Draft): readonly unknown[] {
  const lineOf = linesOf(composeBody(picks));
  return repeatsOf(picks).map(({ likeness, one, other }) => ({
    likeness: Number(likeness.toFixed(2)),
    one: { ...placeJson(one), line: lineOf.get(one) },
    other: { ...placeJson(other), line: lineOf.get(other) },
  }));
}

function linesOf({ text, parts }: ComposedBody): ReadonlyMap<UnionPassage, number> {
  return new Map(
    parts.flatMap(({ pick, stretches }) =>
      stretches.flatMap(({ passage, start }): readonly (readonly [UnionPassage, number])[] => {
        const one = pick.kind === 'union' ? pick.passages[passage] : undefined;
        return one ? [[one, text.slice(0, start).split('\n').length]] : [];
      }),
    ),
  );
}

function fullerJson({ topic, chosen, other }: FullerBlock): unknown {
  const side = ({ first, lines }: FullerBlock['chosen']) => ({ ...placeJson(first), lines });
  return { topic, chosen: side(chosen), other: side(other) };
}

function placeJson(passage: UnionPassage): { readonly agent: string; readonly section: string; readonly text: string } {
  return { agent: passage.definition, section: passageId(passage), text: passage.text.trim() };
}

/** A line for each two passages that contradict each other, and for each block of which a fuller one was left out. */
export function unionWarnings({ draft, ingredients }: Omit<Composition, 'outcome'>): readonly string[] {
  const nameOf = (id: string) => visibleText(ingredients.find((one) => one.id === id)?.name ?? id);
  return [
    ...conflictsOf(draft.picks).map(conflictWords),
    ...fullerBlocks(draft.picks).map(({ topic, chosen, other }) => {
      const has = `${countText(other.lines)} of ${nameOf(other.first.definition)} are left out`;
      return `${visibleText(topic)}: ${counted(chosen.lines, 'line')} of ${nameOf(chosen.first.definition)} stand, ${has}; the agent named first is chosen`;
    }),
  ];
}

/** Two passages that contradict each other, in a line. */
export function conflictWords({ kept, other, isOpen }: UnionConflict): string {
  const words = ({ text, agent }: UnionPassage) =>
    `“${visibleText(text.trim().slice(itemTextStart(text.trim())).replace(/\s+/g, ' '))}” (${visibleText(agent)})`;
  return `Conflict: ${words(kept)}, ${words(other)}; ${isOpen ? 'both stand' : 'the first stands'}`;
}

/** How many passages nearly repeat others, in a line; `null` for none. */
export function repeatWords({ draft }: Composition): string | null {
  const count = repeatsOf(draft.picks).length;
  if (count === 0) return null;
  return count === 1
    ? '1 passage says nearly what another does: --json lists the two as repeats'
    : `${countText(count)} passages say nearly what others do: --json lists them as repeats`;
}

/** A line on what speaks of the composition by the name of an agent that it is made of. */
export function mentionWarnings({ picks, fields }: Draft): readonly string[] {
  const found = ownMentions(fields, composeBody(picks));
  if (found.length === 0) return [];
  const words = found.map(({ name, count }) => visibleText(`${counted(count, 'mention')} of ${name}`));
  return [`${words.join(', ')} left as they are: --replace-mentions writes ${visibleText(fields.name)} there`];
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
