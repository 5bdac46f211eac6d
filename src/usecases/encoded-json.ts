import { isRecord } from '../kit/plain-data.ts';

/** So many elements of a long list are made a text in a millisecond or two; none of them is large. */
const AT_ONCE = 128;
const LONGEST = 64 * 1024;

/** JSON in ASCII, which is made a text, and that read, in half the time; on one line. */
export const encodedAtOnce = (value: unknown): Uint8Array => inAscii(JSON.stringify(value));

/**
 * The same for what is large.
 *
 * @param value What `JSON.stringify` takes, without cycles.
 * @returns The work, in steps of a millisecond or two; its result is the JSON.
 */
export function* encodedJson(value: unknown): Generator<void, Uint8Array> {
  const pieces: Uint8Array[] = [];
  yield* encode(value, (json) => pieces.push(inAscii(json)));
  return Buffer.concat(pieces);
}

type Put = (json: string) => unknown;

function* encode(value: unknown, put: Put): Generator<void, void> {
  if (typeof value === 'string' && value.length > LONGEST) yield* encodeText(value, put);
  else if (Array.isArray(value) && value.length > AT_ONCE) yield* encodeList(value, put);
  else if (Array.isArray(value)) {
    put('[');
    for (const [at, item] of value.entries()) {
      if (at > 0) put(',');
      yield* encode(item ?? null, put);
    }
    put(']');
  } else if (isRecord(value)) {
    put('{');
    let before = '';
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      put(`${before}${JSON.stringify(key)}:`);
      yield* encode(item, put);
      before = ',';
    }
    put('}');
  } else put(JSON.stringify(value));
}

function* encodeList(list: readonly unknown[], put: Put): Generator<void, void> {
  for (let at = 0; at < list.length; at += AT_ONCE) {
    put((at === 0 ? '[' : ',') + JSON.stringify(list.slice(at, at + AT_ONCE)).slice(1, -1));
    yield;
  }
  put(']');
}

function* encodeText(text: string, put: Put): Generator<void, void> {
  put('"');
  for (let at = 0; at < text.length; at += LONGEST) {
    // Half of a character is written as one, and is joined to the other half when it is read.
    put(JSON.stringify(text.slice(at, at + LONGEST)).slice(1, -1));
    yield;
  }
  put('"');
}

function inAscii(json: string): Uint8Array {
  const plain = json.replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new TextEncoder().encode(plain);
}
