import { stringify } from 'smol-toml';
import { isRecord } from '../../kit/plain-data.ts';

/**
 * Write fields and a prompt as TOML, the prompt over several lines as it is read.
 *
 * Law: smol-toml reads back equal values, halves of surrogate pairs aside, which TOML cannot hold.
 *
 * @param fields Values without `null`, in the order to be written; maps come last, since a table ends the file's own keys.
 * @param promptKey The key of the prompt.
 */
export function writeToml(fields: Readonly<Record<string, unknown>>, promptKey: string, prompt: string): string {
  const entries = Object.entries(fields);
  const isTable = ([, value]: readonly [string, unknown]): boolean =>
    isRecord(value) || (Array.isArray(value) && value.length > 0 && value.every(isRecord));
  const plain = stringify(Object.fromEntries(entries.filter((entry) => !isTable(entry))));
  const tables = entries.filter(isTable);
  const rest = tables.length === 0 ? '' : `\n${withLineEnd(stringify(Object.fromEntries(tables)))}`;
  return `${withLineEnd(plain)}${promptKey} = ${tomlText(prompt)}\n${rest}`;
}

const withLineEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** A text over several lines: as it is between `'''` where TOML allows that, else between `"""` with escapes. */
function tomlText(text: string): string {
  const whole = text.replace(LONE_SURROGATE, '\ufffd');
  const isLiteral = !whole.includes("'''") && !whole.endsWith("'") && !CONTROL.test(whole);
  if (isLiteral) return `'''\n${whole}'''`;
  const escaped = whole.replace(/["\\]/g, '\\$&').replace(new RegExp(CONTROL, 'g'), escapeCharacter);
  return `"""\n${escaped}"""`;
}

/** Halves of surrogate pairs. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** Controls that may not stand for themselves; a carriage return could be taken for a part of a line end. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
