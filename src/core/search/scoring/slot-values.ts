/** Values of the slots that have one, the others being 0. */
export interface SlotValues {
  readonly slots: Uint32Array;
  /** By place in `slots`. */
  readonly values: Float32Array;
}

/**
 * Room to collect values by slot: the largest of each counts.
 *
 * It is used again and again. Arrays with room for 100,000 definitions on every key press would have the garbage
 * collector look through the whole library several times a second.
 */
export interface SlotCollector {
  /** @returns Whether the value is larger than the one before. */
  readonly raise: (slot: number, value: number) => boolean;
  /** The largest value of a slot so far. */
  readonly valueOf: (slot: number) => number;
  /** How many slots have a value. */
  readonly size: () => number;
  /** What was collected, in the order it came; the collector is empty after. */
  readonly take: () => SlotValues;
}

/** An empty collector. */
export function createCollector(): SlotCollector {
  let values = new Float32Array(1_024);
  let slots = new Uint32Array(1_024);
  let count = 0;
  return {
    raise: (slot, value) => {
      if (slot >= values.length) values = larger(values, slot);
      const before = values[slot] ?? 0;
      if (before === 0 && value > 0) {
        if (count === slots.length) slots = larger(slots, count);
        slots[count] = slot;
        count += 1;
      }
      if (value <= before) return false;
      values[slot] = value;
      return true;
    },
    valueOf: (slot) => values[slot] ?? 0,
    size: () => count,
    take: () => {
      const taken = { slots: slots.slice(0, count), values: new Float32Array(count) };
      for (let at = 0; at < count; at++) {
        const slot = taken.slots[at] ?? 0;
        taken.values[at] = values[slot] ?? 0;
        values[slot] = 0;
      }
      count = 0;
      return taken;
    },
  };
}

/** The same values with room for one more at an index. */
function larger<Values extends Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  values: Values,
  index: number,
): Values {
  const next = new (values.constructor as new (length: number) => Values)(Math.max(index + 1, values.length * 2));
  next.set(values);
  return next;
}
