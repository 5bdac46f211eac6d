import { emptyRecord } from '../../kit/plain-data.ts';

/**
 * Read fields that need no YAML reader: nothing but lines of a plain key and of plain text that starts with a letter
 * and on which YAML has nothing to say. Of published definitions three in five are written so, and reading them takes a
 * tenth of the time.
 *
 * Law: what is returned is what the YAML reader returns.
 *
 * @param source The lines between the fences, joined with `\n`.
 * @returns The fields in file order, as an object without prototype, or `null` where it takes a YAML reader to tell.
 */
export function readPlainFields(source: string): Readonly<Record<string, string>> | null {
  const lines = source.split('\n');
  // A single line may be a piece of the file's text, of which the fields should not be pieces.
  if (lines.length < 2) return null;
  const fields = emptyRecord<string>();
  for (const line of lines) {
    const [, key, value] = PLAIN_FIELD.exec(line) ?? [];
    if (key === undefined || value === undefined || key in fields) return null;
    if (SPECIAL.test(value) || CONSTANT.test(value) || CONSTANT.test(key)) return null;
    fields[key] = value;
  }
  return fields;
}

/** Printable characters of one UTF-16 unit, from the first letter to the last that is no blank. */
const PLAIN_FIELD =
  /^([A-Za-z][A-Za-z0-9_-]{0,63}): {1,2}([A-Za-z](?:[\x20-\x7E\u00A0-\u2027\u202A-\uD7FF]{0,8190}[\x21-\x7E\u00A0-\u2027\u202A-\uD7FF])?) {0,2}$/;
/** A key inside of the value, a comment, or more blanks than anybody means. */
const SPECIAL = /:(?: |$)| #| {3}/;
/** What the core schema does not take for text. */
const CONSTANT = /^(?:null|true|false)$/i;
