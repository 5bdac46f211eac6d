/** A list of 32-bit integers that only grows: a typed array that is replaced by one of twice its length when full. */
export interface GrowingIntegers {
  readonly push: (value: number) => void;
  /** The integers, with unused room behind them; until the next push. */
  readonly values: () => Int32Array;
  readonly length: () => number;
}

/** An empty list. */
export function createIntegers(): GrowingIntegers {
  let values = new Int32Array(64);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const next = new Int32Array(length * 2);
        next.set(values);
        values = next;
      }
      values[length] = value;
      length += 1;
    },
    values: () => values,
    length: () => length,
  };
}
