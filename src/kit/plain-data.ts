/** Levels of nesting that are read; js-yaml stops at the same depth. */
const MAX_DEPTH = 100;
/** Values that are read. 64 KiB of YAML hold fewer than 33,000 unless aliases multiply them. */
const MAX_VALUES = 100_000;

/** A value without behaviour. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * Copy what a parser returned into plain data: objects without prototype, so that keys such as `__proto__` and
 * `constructor` are data like any other; dates and large integers as the text they were written as.
 *
 * @param value What a YAML or TOML parser returned. May share or contain itself, as aliases allow.
 * @returns The copy, or `null` when it nests deeper than 100 levels or holds more than 100,000 values.
 */
export function plainData(value: unknown): { readonly value: PlainValue } | null {
  let left = MAX_VALUES;

  function copy(source: unknown, depth: number): PlainValue {
    if (depth > MAX_DEPTH || left-- <= 0) throw TOO_LARGE;
    if (source === null || source === undefined) return null;
    if (typeof source === 'string' || typeof source === 'number' || typeof source === 'boolean') return source;
    if (Array.isArray(source)) return source.map((item) => copy(item, depth + 1));
    if (typeof source !== 'object' || isDate(source)) return isDate(source) ? source.toISOString() : String(source);
    const object = emptyRecord<PlainValue>();
    for (const [key, item] of Object.entries(source)) object[key] = copy(item, depth + 1);
    return object;
  }

  try {
    return { value: copy(value, 0) };
  } catch (error) {
    if (error === TOO_LARGE) return null;
    throw error;
  }
}

/** An object without prototype: every key is data. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>; // Object.create is typed as any.
}

/** Whether a value is a map of fields, and neither a list nor a scalar. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every text in a value, however deep. */
export function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.values(value).flatMap(leaves) : [];
}

const TOO_LARGE = Symbol('too large');

const isDate = (value: unknown): value is { toISOString(): string } =>
  typeof value === 'object' && value !== null && 'toISOString' in value && typeof value.toISOString === 'function';
