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

/** By codes, as a new process does not see many characters: each as a text of its own takes twice the time. */
function inAscii(json: string): Uint8Array {
  let bytes = new Uint8Array(json.length + (json.length >> 2) + LONGEST_ESCAPE);
  let end = 0;
  for (let at = 0; at < json.length; at++) {
    if (end + LONGEST_ESCAPE > bytes.length) bytes = longer(bytes);
    const code = json.charCodeAt(at);
    if (code < FIRST_ESCAPED) bytes[end++] = code;
    else {
      bytes[end++] = BACKSLASH;
      bytes[end++] = LETTER_U;
      for (let shift = 12; shift >= 0; shift -= 4) bytes[end++] = HEX_DIGITS[(code >> shift) & 0xf] ?? 0;
    }
  }
  return bytes.subarray(0, end);
}

function longer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const twice = new Uint8Array(2 * bytes.length);
  twice.set(bytes);
  return twice;
}

const FIRST_ESCAPED = 0x80;
const LONGEST_ESCAPE = 6;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const HEX_DIGITS = new TextEncoder().encode('0123456789abcdef');
