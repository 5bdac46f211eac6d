import type { Slot } from './version-content.ts';

/** Slots in an order that grows in the middle, however long it is: no place is found by counting. */
export interface SlotOrder extends Iterable<Slot> {
  /** What comes after a slot, or first of all for `null`. */
  readonly after: (slot: Slot | null) => Slot | undefined;
  readonly last: () => Slot | null;
  readonly before: (slot: Slot) => Slot | null;
  /** Put a slot that is not there behind one that is, or first of all for `null`. */
  readonly insert: (behind: Slot | null, slot: Slot) => void;
  readonly remove: (slot: Slot) => void;
}

/** An empty order. */
export function createSlotOrder(): SlotOrder {
  /** By the slot before; `null` has the first. */
  const nexts = new Map<Slot | null, Slot>();
  /** By the slot after; `null` has the last. */
  const previous = new Map<Slot | null, Slot>();
  const connect = (one: Slot | null, other: Slot | null): void => {
    if (other) nexts.set(one, other);
    else nexts.delete(one);
    if (one) previous.set(other, one);
    else previous.delete(other);
  };
  return {
    after: (slot) => nexts.get(slot),
    last: () => previous.get(null) ?? null,
    before: (slot) => previous.get(slot) ?? null,
    insert(behind, slot) {
      const next = nexts.get(behind) ?? null;
      connect(behind, slot);
      connect(slot, next);
    },
    remove(slot) {
      const [one, other] = [previous.get(slot) ?? null, nexts.get(slot) ?? null];
      nexts.delete(slot);
      previous.delete(slot);
      connect(one, other);
    },
    *[Symbol.iterator]() {
      for (let slot = nexts.get(null); slot; slot = nexts.get(slot)) yield slot;
    },
  };
}

/** Runs of slots of which the same is true, gone through once and then leapt over. */
export interface SlotRuns {
  /** The last of the slots right behind one of which it is true, or the one itself. */
  readonly endBehind: (slot: Slot) => Slot;
  /** To be called when a slot was put into the middle of a run of which it is not true. */
  readonly forget: () => void;
}

/** @param isTrue Once true of a slot, it stays so. */
export function slotRuns(order: SlotOrder, isTrue: (slot: Slot) => boolean): SlotRuns {
  const ends = new Map<Slot, Slot>();
  return {
    endBehind(slot) {
      const passed: Slot[] = [];
      let at = slot;
      for (;;) {
        const next = ends.get(at) ?? order.after(at);
        if (!next || (!ends.has(at) && !isTrue(next))) break;
        passed.push(at);
        at = next;
      }
      for (const one of passed) ends.set(one, at);
      return at;
    },
    forget: () => ends.clear(),
  };
}
