import { partitionPoint } from '../../kit/partition-point.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { PassageState, Pick, UnionPassage, UnionPick } from '../draft/draft.ts';
import { holdsPart, passagePart } from '../sections/definition-part.ts';
import type { Passage } from '../sections/passage.ts';
import { allPassages } from '../sections/passages-of.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { splitSections } from '../sections/split-sections.ts';
import { createPassageIndex, type PassageIndex } from '../union/passage-index.ts';
import { passageKeyText } from '../union/passage-key.ts';
import { coverage, type PassageProfile, passageProfile } from '../union/passage-likeness.ts';
import type { ComposedBody, ComposedPart } from './compose.ts';

/** What became of one passage of an ingredient. */
export type LedgerEntry = Finding & { readonly definition: AgentDefinition; readonly passage: Passage };

/** With the 1-based line of the composed body where a passage stands, or what stands for it, whose text is `by`. */
type Finding =
  | { readonly state: 'kept'; readonly line: number; readonly by: null }
  | { readonly state: Exclude<PassageState, 'kept' | 'dropped'>; readonly line: number; readonly by: string }
  | { readonly state: 'dropped'; readonly line: null; readonly by: null };

/** How many passages there are of each state, titles not counted. Law: those of the states make `total`. */
type LedgerCounts = { readonly [State in PassageState]: number } & { readonly total: number };

/** What became of everything the ingredients say. */
export interface Ledger {
  /** In the order of the definitions, each in document order. */
  readonly entries: readonly LedgerEntry[];
  /** By id of the definition, in their order. */
  readonly counts: ReadonlyMap<string, LedgerCounts>;
}

/**
 * Account for every title, item and block of text of some definitions: is it in the composition, does another wording
 * stand for it (`merged`), do its words stand there anyway (`redundant`), does what contradicts it stand instead
 * (`conflict`), or does nobody say it?
 *
 * What a passage was picked as is looked up in the picks, and that it still stands there in the composed text: an edit that
 * took it out makes it `dropped`, and so does taking out what stood for it.
 *
 * @param body The picks composed.
 */
export function ledgerOf(definitions: readonly AgentDefinition[], picks: readonly Pick[], body: ComposedBody): Ledger {
  const composed = composedPassages(body);
  const united = unitedPassages(picks, body, composed);
  const entries = definitions.flatMap((definition) =>
    allPassages(sectionsOf(definition)).map((passage): LedgerEntry => {
      const profile = passageProfile(passage.kind, passage.text);
      const taken = united(definition, passage) ?? inPicked(body, composed, definition, passage, profile) ?? LOST;
      const finding = taken === LOST ? (elsewhere(composed, profile) ?? LOST) : taken;
      return { definition, passage, ...finding };
    }),
  );
  return { entries, counts: countsOf(definitions, entries) };
}

const LOST: Finding = { state: 'dropped', line: null, by: null };

/** A passage of the composed body. */
interface Standing {
  readonly line: number;
  readonly text: string;
  readonly profile: PassageProfile;
}

interface ComposedPassages {
  /** In document order, by what they say. */
  readonly bySaying: ReadonlyMap<string, readonly Standing[]>;
  readonly index: PassageIndex<Standing>;
  /** The 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
}

function composedPassages({ text }: ComposedBody): ComposedPassages {
  const index = createPassageIndex<Standing>();
  const bySaying = new Map<string, Standing[]>();
  for (const passage of allPassages(splitSections(text))) {
    const profile = passageProfile(passage.kind, passage.text);
    const standing = { line: passage.line, text: passage.text, profile };
    if (!index.same(profile)) index.add(profile, standing);
    const others = bySaying.get(profile.saying);
    if (others) others.push(standing);
    else bySaying.set(profile.saying, [standing]);
  }
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (offset: number) => partitionPoint(starts, (start) => start <= offset);
  return { bySaying, index, lineAt };
}

/** What the unions say of a passage; `null` for one that is in none, or no longer says what it did. */
function unitedPassages(
  picks: readonly Pick[],
  body: ComposedBody,
  { index, lineAt }: ComposedPassages,
): (definition: AgentDefinition, passage: Passage) => Finding | null {
  const passages = new Map<string, UnionPassage>();
  const lines = new Map<UnionPassage, number>();
  for (const pick of picks) {
    if (pick.kind !== 'union') continue;
    for (const passage of pick.passages) passages.set(passageKeyText(passage), passage);
    const part = body.parts.find((one) => one.pick === pick);
    if (part) for (const [passage, line] of standingLines(pick, part, index, lineAt)) lines.set(passage, line);
  }
  return (definition, { section, index: at, text }) => {
    const own = passages.get(passageKeyText({ definition: definition.id, section, index: at }));
    if (own?.text !== text) return null;
    if (own.by === null) {
      const line = lines.get(own);
      return own.state === 'kept' && line !== undefined ? { state: 'kept', line, by: null } : LOST;
    }
    const standing = passages.get(passageKeyText(own.by));
    const line = standing && lines.get(standing);
    return standing && line !== undefined ? { state: own.state, line, by: standing.text.trim() } : LOST;
  };
}

/** The lines on which the kept passages of a union stand; of one that was edited as a whole those its words are still on. */
function standingLines(
  pick: UnionPick,
  part: ComposedPart,
  index: PassageIndex<Standing>,
  lineAt: (offset: number) => number,
): readonly (readonly [UnionPassage, number])[] {
  const kept = pick.passages.filter(({ state }) => state === 'kept');
  if (pick.edited === null) {
    return part.stretches.flatMap(({ passage, start }) => {
      const one = pick.passages[passage];
      return one ? [[one, lineAt(start)] as const] : [];
    });
  }
  return kept.flatMap((one) => {
    const found = index.same(passageProfile(one.kind, one.text));
    return found ? [[one, found.line] as const] : [];
  });
}

/** A passage of a section that was picked: kept where its words stand in what the pick became. */
function inPicked(
  { parts }: ComposedBody,
  { bySaying, lineAt }: ComposedPassages,
  definition: AgentDefinition,
  passage: Passage,
  { saying }: PassageProfile,
): Finding | null {
  const own = passagePart(passage);
  const part = parts.find(
    ({ pick }) => pick.kind === 'section' && pick.definition === definition.id && holdsPart(pick.part, own),
  );
  if (part?.pick.kind !== 'section') return null;
  const [from, to] = [lineAt(part.start), lineAt(part.end)];
  const found = bySaying.get(saying)?.find(({ line }) => line >= from && line <= to);
  if (found) return { state: 'kept', line: found.line, by: null };
  // Under another title the section's own still stands for it.
  const { part: picked, title, originalTitle, edited } = part.pick;
  const isTitle = picked.kind === 'section' && picked.id === passage.section && passage.index <= 1;
  const isRenamed = isTitle && title !== originalTitle && edited === null;
  return isRenamed ? { state: 'kept', line: from, by: null } : null;
}

/** The same words, or words that cover them, wherever they stand. */
function elsewhere({ index }: ComposedPassages, profile: PassageProfile): Finding | null {
  const same = index.same(profile);
  if (same) return { state: 'redundant', line: same.line, by: same.text.trim() };
  const near = index.sharing(profile).find((one) => coverage(one.profile, profile) > 0);
  return near ? { state: 'merged', line: near.line, by: near.text.trim() } : null;
}

function countsOf(
  definitions: readonly AgentDefinition[],
  entries: readonly LedgerEntry[],
): ReadonlyMap<string, LedgerCounts> {
  const counts = new Map(
    definitions.map(({ id }): [string, { -readonly [State in keyof LedgerCounts]: number }] => [
      id,
      { kept: 0, merged: 0, redundant: 0, conflict: 0, dropped: 0, total: 0 },
    ]),
  );
  for (const { definition, passage, state } of entries) {
    const own = counts.get(definition.id);
    if (!own || passage.kind === 'title') continue;
    own[state] += 1;
    own.total += 1;
  }
  return counts;
}
