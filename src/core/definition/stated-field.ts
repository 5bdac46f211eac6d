import { isRecord } from '../../kit/plain-data.ts';

/** What is said of a field. A field that is there without a value is not the same as one that is not there. */
export type Stated<Value> =
  | { readonly kind: 'left-out' }
  /** It is there, and there is nothing in it. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'given'; readonly value: Value };

/** What a file says of a field. */
export function statedField(fields: Readonly<Record<string, unknown>>, name: string): Stated<unknown> {
  if (!Object.hasOwn(fields, name)) return { kind: 'left-out' };
  const value = fields[name];
  return isBlank(value) ? { kind: 'empty' } : { kind: 'given', value };
}

/** What was said of a field in a text; `undefined` if nothing was said. */
export function statedText(text: string | undefined): Stated<string> {
  if (text === undefined) return { kind: 'left-out' };
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'given', value: text };
}

/** Whether there is nothing in a value: blanks, a list of blanks, a map without keys. */
function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlank);
  return isRecord(value) && Object.keys(value).length === 0;
}
