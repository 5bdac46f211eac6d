import type { PassageKey } from '../draft/draft.ts';
import { blockFates } from './chosen-blocks.ts';
import { createPassageIndex, sayingKey } from './passage-index.ts';
import { keyOf, passageKeyText } from './passage-key.ts';
import { coverage, isConflict, isSameSaying } from './passage-likeness.ts';
import { createSlotOrder, slotRuns } from './slot-order.ts';
import { type Block, isKept, type Slot } from './version-content.ts';

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
  const merged = mergedSlots();
  const kept = keptSlots();
  const fates = blockFates(versions);
  /** How many passages of each block were put in. */
  const placed = new Map<Block, number>();
  /** Wordings that gave way to fuller ones; other topics may say the same. */
  const replaced: Slot[] = [];
  for (const version of versions) {
    const isIntroduced = isOpening && merged.list().some((slot) => isKept(slot) && slot.passage.kind === 'text');
    let anchor: Slot | null = null;
    for (const slot of version) {
      if (slot.block) {
        anchor = addOfBlock(slot, slot.block, anchor);
        continue;
      }
      const twin = kept.twinOf(slot);
      if (twin) merged.addWording(twin, slot);
      else merged.add(kept.opposedTo(slot) ?? placeBehind(anchor, slot), slot);
      anchor = twin ? joined(twin, slot) : slot;
      if (!twin) settle(slot, isIntroduced);
    }
  }
  const list = merged.list();
  const standing = standingIn(list);
  for (const slot of replaced) sayings.set(sayingKey(slot.profile), keyOf(standing(slot).passage));
  return list;

  /** What a definition adds to a list of others does not part what stands together there: it comes behind all of it. */
  function placeBehind(anchor: Slot | null, slot: Slot): Slot | null {
    const isOfOthers = anchor !== null && anchor.passage.definition !== slot.passage.definition;
    return isOfOthers && isItem(anchor) && isItem(slot) && anchor.depth === slot.depth
      ? merged.endOfList(anchor)
      : anchor;
  }

  /** A block stands whole and unmixed, or not at all. */
  function addOfBlock(slot: Slot, block: Block, anchor: Slot | null): Slot {
    merged.addInBlock(anchor, slot);
    const { copied = null, rival = null } = fates.get(block) ?? {};
    if (slot.isDropped) return slot;
    const place = placed.get(block) ?? 0;
    placed.set(block, place + 1);
    const twin = copied?.[place];
    if (twin) slot.by = keyOf(twin.passage);
    else if (rival) [slot.isDropped, slot.rival] = [true, rival];
    else {
      kept.add(slot);
      if (slot.passage.kind !== 'title') sayings.set(sayingKey(slot.profile), keyOf(slot.passage));
    }
    return slot;
  }

  /** Two wordings of the same; the one that stays. */
  function joined(twin: Slot, slot: Slot): Slot {
    const stays = kept.join(twin, slot);
    if (stays === slot) {
      merged.exchange(twin, slot);
      sayings.set(sayingKey(slot.profile), keyOf(slot.passage));
      replaced.push(twin);
    }
    return stays;
  }

  /** What nothing in the topic stands for stays, unless it is said elsewhere or introduces the agent once more. */
  function settle(slot: Slot, isIntroduced: boolean): void {
    const said = slot.isHead ? undefined : sayings.get(sayingKey(slot.profile));
    // What one definition says twice it says twice.
    const elsewhere = said?.definition === slot.passage.definition ? undefined : said;
    if (elsewhere) slot.by = elsewhere;
    else if (slot.givesWay || (isIntroduced && slot.passage.kind === 'text')) slot.isDropped = true;
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
  /** What stays already and contradicts it, from another definition: the two are to stand beside each other. */
  readonly opposedTo: (slot: Slot) => Slot | null;
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
      const share = Math.max(
        coverage(one.profile, slot.profile),
        mayReplace(slot, one),
        isCalledAlike(one, slot) ? 0.1 : 0,
      );
      if (share > most) [best, most] = [one, share];
    }
    return best;
  };

  /** In a topic of items what only announces a list is a title: lists under such titles are one. */
  const headLike = (slot: Slot): Slot | undefined =>
    announces(slot) ? announcing.get(slot.depth)?.values().next().value : undefined;
  /** By depth, in the order of the speakers. */
  const announcing = new Map<number, Set<Slot>>();
  const speak = (slot: Slot): void => {
    speakers.set(slot, slot.passage.definition);
    if (announces(slot)) announcing.set(slot.depth, (announcing.get(slot.depth) ?? new Set()).add(slot));
  };

  /** What has the same words may have given way to a fuller wording. */
  const same = (slot: Slot): Slot | undefined => {
    let found = index.same(slot.profile);
    while (found && !speakers.has(found)) found = successors.get(found);
    return found?.passage.definition === slot.passage.definition ? undefined : found;
  };
  const successors = new Map<Slot, Slot>();

  return {
    add(slot) {
      speak(slot);
      index.add(slot.profile, slot);
    },
    opposedTo: (slot) =>
      index.sharing(slot.profile).find((one) => {
        const isOther = speakers.has(one) && speakers.get(one) !== slot.passage.definition;
        return isOther && one.depth === slot.depth && isConflict(one.profile, slot.profile);
      }) ?? null,
    twinOf: (slot) => same(slot) ?? headLike(slot) ?? near(slot) ?? null,
    join(twin, slot) {
      const isFuller = mayReplace(slot, twin) > coverage(twin.profile, slot.profile) || isOnlyCalledAlike(twin, slot);
      if (!isFuller) {
        speakers.set(twin, slot.passage.definition);
        slot.by = keyOf(twin.passage);
        return twin;
      }
      twin.by = keyOf(slot.passage);
      speakers.delete(twin);
      announcing.get(twin.depth)?.delete(twin);
      speak(slot);
      successors.set(twin, slot);
      index.add(slot.profile, slot);
      return slot;
    },
  };
}

/** Whether two items begin with one bold title: what stands behind it is said of one thing. */
function isCalledAlike(one: Slot, other: Slot): boolean {
  const [title, others] = [one.profile.passage.title, other.profile.passage.title];
  if (title.size === 0 || title.size !== others.size || ![...title].every((term) => others.has(term))) return false;
  return !one.isHead && !other.isHead && !one.block && !isConflict(one.profile, other.profile);
}

/** Whether nothing but its title makes a later item one with an earlier, and it says more. */
function isOnlyCalledAlike(earlier: Slot, later: Slot): boolean {
  const isSaid = coverage(earlier.profile, later.profile) > 0 || isSameSaying(earlier.profile, later.profile);
  return !isSaid && isCalledAlike(earlier, later) && later.profile.passage.weight > earlier.profile.passage.weight;
}

function announces({ isHead, passage }: Slot): boolean {
  return isHead && /[:：][*_]*$/.test(passage.text);
}

/** How well a later wording could take the place of one that stays already; what others stand under keeps its place. */
function mayReplace(later: Slot, earlier: Slot): number {
  return later.isHead || earlier.isHead || earlier.block ? 0 : coverage(later.profile, earlier.profile);
}

/** What stands for a slot in the end: a wording that took another's place may have given way itself. */
function standingIn(merged: readonly Slot[]): (slot: Slot) => Slot {
  // From the last on, so that of several with one key the first counts.
  const byKey = new Map(merged.toReversed().map((slot) => [passageKeyText(slot.passage), slot]));
  const standing = (slot: Slot): Slot => {
    const next = slot.by && byKey.get(passageKeyText(slot.by));
    return next ? standing(next) : slot;
  };
  return standing;
}

/** The passages of a topic so far, in the order they come to stand in. */
interface MergedSlots {
  readonly list: () => readonly Slot[];
  /**
   * Put in a passage that nothing stands for: behind the one before it in its version and what stands under that. Text
   * goes before or behind a list, never into it.
   */
  readonly add: (anchor: Slot | null, slot: Slot) => void;
  /** Put in the next passage of a block: right behind the one before it in the block, else where any other would go. */
  readonly addInBlock: (anchor: Slot | null, slot: Slot) => void;
  /** Behind what stays and the wordings that have given way to it so far: they keep the order of the versions. */
  readonly addWording: (twin: Slot, slot: Slot) => void;
  /** The last item of the list that an item stands in, on its own level. */
  readonly endOfList: (item: Slot) => Slot;
  /** Give a fuller wording the place of another, which comes first among those that gave way. */
  readonly exchange: (other: Slot, fuller: Slot) => void;
}

function mergedSlots(): MergedSlots {
  const order = createSlotOrder();
  const givenWay = slotRuns(order, ({ by }) => by !== null);
  const notKept = slotRuns(order, (slot) => !isKept(slot));
  const itemsOrNotKept = slotRuns(order, (slot) => isItem(slot) || !isKept(slot));

  /** Behind what the first passage of a version goes. */
  const startFor = (slot: Slot): Slot | null => {
    if (!isItem(slot)) {
      let at: Slot | null = null;
      for (let next = order.after(at); next && !isItem(next) && !next.block; next = order.after(next)) at = next;
      return at;
    }
    let at = order.last();
    while (at && !isItem(at)) at = order.before(at);
    return at ?? order.last();
  };

  const endFor = (anchor: Slot, slot: Slot): Slot => {
    if (!isItem(slot)) return itemsOrNotKept.endBehind(anchor);
    for (let at = notKept.endBehind(anchor); ; ) {
      const next = order.after(at);
      if (!next || !isItem(next) || next.depth <= slot.depth) return at;
      at = notKept.endBehind(next);
    }
  };

  /** The last of the block that a slot is in, so that nothing comes to stand inside it. */
  const endOfBlock = (slot: Slot): Slot => {
    let at = slot;
    for (let next = order.after(at); next?.block && next.block === slot.block; next = order.after(at)) at = next;
    return at;
  };

  const add = (anchor: Slot | null, slot: Slot): void => {
    if (anchor) order.insert(endOfBlock(endFor(endOfBlock(anchor), slot)), slot);
    else {
      const start = startFor(slot);
      order.insert(start && endOfBlock(start), slot);
      for (const runs of [givenWay, notKept, itemsOrNotKept]) runs.forget();
    }
  };

  return {
    list: () => [...order],
    add,
    addInBlock(anchor, slot) {
      if (anchor?.block && anchor.block === slot.block) order.insert(anchor, slot);
      else add(anchor, slot);
      for (const runs of [givenWay, notKept, itemsOrNotKept]) runs.forget();
    },
    endOfList(item) {
      let last = item;
      for (let at = order.after(item); at && isItem(at) && !at.block && at.depth >= item.depth; at = order.after(at))
        if (at.depth === item.depth) last = at;
      return last;
    },
    addWording: (twin, slot) => order.insert(givenWay.endBehind(endOfBlock(twin)), slot),
    exchange(other, fuller) {
      order.remove(fuller);
      order.insert(order.before(other), fuller);
    },
  };
}

function isItem({ passage }: Slot): boolean {
  return passage.kind === 'item';
}
