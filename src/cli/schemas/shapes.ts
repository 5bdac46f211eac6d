/** A part of a JSON Schema. */
export type Shape = Readonly<Record<string, unknown>>;

export const TEXT: Shape = { type: 'string' };
export const WHOLE: Shape = { type: 'integer' };
export const NUMBER: Shape = { type: 'number' };
export const YES_OR_NO: Shape = { type: 'boolean' };
export const ANYTHING: Shape = {};

export const oneOf = (words: readonly string[]): Shape => ({ enum: words });
export const list = (items: Shape): Shape => ({ type: 'array', items });
export const orNull = (shape: Shape): Shape => ({ anyOf: [shape, { type: 'null' }] });
export const either = (...shapes: readonly Shape[]): Shape => ({ anyOf: shapes });
export const mapOf = (values: Shape): Shape => ({ type: 'object', additionalProperties: values });

/**
 * An object; more fields may come.
 *
 * @param always What every one has.
 * @param sometimes What some have.
 */
export function fields(
  always: Readonly<Record<string, Shape>>,
  sometimes: Readonly<Record<string, Shape>> = {},
): Shape {
  return { type: 'object', properties: { ...always, ...sometimes }, required: Object.keys(always) };
}

/** The same, with the number that says which shape it has. */
export function versioned(
  always: Readonly<Record<string, Shape>>,
  sometimes: Readonly<Record<string, Shape>> = {},
): Shape {
  return fields({ schema: { const: 1 }, ...always }, sometimes);
}
