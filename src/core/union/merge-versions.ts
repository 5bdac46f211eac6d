import { isSamePassage, type PassageKey } from '../draft/draft.ts';
import { createPassageIndex, sayingKey } from './passage-index.ts';
import { keyOf } from './passage-key.ts';
import { coverage } from './passage-likeness.ts';
import { isKept, type Slot } from './version-content.ts';

/** What is said already, in this union and those made before: the key of the passage by its kind and words. */
export type Sayings = Map<string, PassageKey>;

/**
 * The passages of several versions in one order, each told what stands for it.
 *
 * @param versions What each says under its title, the first giving the order.
 * @param isOpening Whether they introduce the agent: then one introduction stays.
 * @param sayings Grows by what stays.
 */
export function mergeVersions(
  versions: readonly (readonly Slot[])[],
  isOpening: boolean,
  sayings: Sayings,
): readonly Slot[] {
  const merged: Slot[] = [];
  const kept = keptSlots();
  /** Wordings that gave way to fuller ones; other topics may say the same. */
  const replaced: Slot[] = [];
  for (const version of versions) {
    const isIntroduced = isOpening && merged.some((slot) => isKept(slot) && slot.passage.kind === 'text');
    let anchor: Slot | null = null;
    for (const slot of version) {
      const twin = kept.twinOf(slot);
      merged.splice(twin ? behindWordingsOf(merged, twin) : placeFor(merged, anchor, slot), 0, slot);
      anchor = twin ? joined(twin, slot) : slot;
      if (!twin) settle(slot, isIntroduced);
    }
  }
  for (const slot of replaced) sayings.set(sayingKey(slot.profile), keyOf(standing(merged, slot).passage));
  return merged;

  /** Two wordings of the same; the one that stays. */
  function joined(twin: Slot, slot: Slot): Slot {
    const stays = kept.join(twin, slot);
    if (stays === slot) {
      exchange(merged, twin, slot);
      sayings.set(sayingKey(slot.profile), keyOf(slot.passage));
      replaced.push(twin);
    }
    return stays;
  }

  /** What nothing in the topic stands for stays, unless it is said elsewhere or introduces the agent once more. */
  function settle(slot: Slot, isIntroduced: boolean): void {
    const elsewhere = slot.isHead ? undefined : sayings.get(sayingKey(slot.profile));
    if (elsewhere) slot.by = elsewhere;
    else if (isIntroduced && slot.passage.kind === 'text') slot.isDropped = true;
    else {
      kept.add(slot);
      sayings.set(sayingKey(slot.profile), keyOf(slot.passage));
    }
  }
}

/** What stays of a topic so far. */
interface KeptSlots {
  readonly add: (slot: Slot) => void;
  /** What stays already and says the same or, in another definition, nearly so. */
  readonly twinOf: (slot: Slot) => Slot | null;
  /** Let one stand for the other; the one that stays. */
  readonly join: (twin: Slot, slot: Slot) => Slot;
}

function keptSlots(): KeptSlots {
  /** With the last definition that has a wording of it: one that speaks says each of its own wordings for a reason. */
  const speakers = new Map<Slot, string>();
  const index = createPassageIndex<Slot>();

  const near = (slot: Slot): Slot | undefined => {
    let best: Slot | undefined;
    let most = 0;
    const speaker = slot.passage.definition;
    for (const one of index.sharing(slot.profile)) {
      if (one.depth !== slot.depth || (speakers.get(one) ?? speaker) === speaker) continue;
      const share = Math.max(coverage(one.profile, slot.profile), mayReplace(slot, one));
      if (share > most) [best, most] = [one, share];
    }
    return best;
  };

  /** In a topic of items what only announces a list is a title: lists under such titles are one. */
  const headLike = (slot: Slot): Slot | undefined =>
    announces(slot) ? [...speakers.keys()].find((one) => announces(one) && one.depth === slot.depth) : undefined;

  /** What has the same words may have given way to a fuller wording. */
  const same = (slot: Slot): Slot | undefined => {
    const found = index.same(slot.profile);
    return found && (speakers.has(found) ? found : successors.get(found));
  };
  const successors = new Map<Slot, Slot>();

  return {
    add(slot) {
      speakers.set(slot, slot.passage.definition);
      index.add(slot.profile, slot);
    },
    twinOf: (slot) => same(slot) ?? headLike(slot) ?? near(slot) ?? null,
    join(twin, slot) {
      if (mayReplace(slot, twin) <= coverage(twin.profile, slot.profile)) {
        speakers.set(twin, slot.passage.definition);
        slot.by = keyOf(twin.passage);
        return twin;
      }
      twin.by = keyOf(slot.passage);
      speakers.delete(twin);
      speakers.set(slot, slot.passage.definition);
      for (const [gone, heir] of successors) if (heir === twin) successors.set(gone, slot);
      successors.set(twin, slot);
      index.add(slot.profile, slot);
      return slot;
    },
  };
}

function announces({ isHead, passage }: Slot): boolean {
  return isHead && /[:：][*_]*$/.test(passage.text);
}

/** How well a later wording could take the place of one that stays already; what others stand under keeps its place. */
function mayReplace(later: Slot, earlier: Slot): number {
  return later.isHead || earlier.isHead ? 0 : coverage(later.profile, earlier.profile);
}

/** Behind what stays and the wordings that have given way to it so far: they keep the order of the versions. */
function behindWordingsOf(merged: readonly Slot[], twin: Slot): number {
  let at = merged.indexOf(twin) + 1;
  while (merged[at]?.by) at += 1;
  return at;
}

/** Give the fuller wording the place of the other, which comes first among those that gave way. */
function exchange(merged: Slot[], other: Slot, fuller: Slot): void {
  const at = merged.indexOf(other);
  merged.splice(merged.indexOf(fuller), 1);
  merged.splice(at, 0, fuller);
}

/** What stands for a slot in the end: a wording that took another's place may have given way itself. */
function standing(merged: readonly Slot[], slot: Slot): Slot {
  const { by } = slot;
  const next = by && merged.find(({ passage }) => isSamePassage(passage, by));
  return next ? standing(merged, next) : slot;
}

/**
 * Where a passage goes that nothing stands for: behind the one before it in its version and what stands under that.
 * Text goes before or behind a list, never into it.
 */
function placeFor(merged: readonly Slot[], anchor: Slot | null, slot: Slot): number {
  const isItem = (at: number) => merged[at]?.passage.kind === 'item';
  if (slot.passage.kind === 'item') {
    if (anchor === null) return merged.findLastIndex(({ passage }) => passage.kind === 'item') + 1 || merged.length;
    let at = merged.indexOf(anchor) + 1;
    while (merged[at] && (!isKept(merged[at] as Slot) || (isItem(at) && (merged[at]?.depth ?? 0) > slot.depth)))
      at += 1;
    return at;
  }
  let at = anchor === null ? 0 : merged.indexOf(anchor) + 1;
  if (anchor === null) while (merged[at] && !isItem(at)) at += 1;
  else while (merged[at] && (isItem(at) || !isKept(merged[at] as Slot))) at += 1;
  return at;
}
