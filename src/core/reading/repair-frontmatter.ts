import { emptyRecord } from '../../kit/plain-data.ts';
import type { Repair } from '../definition/agent-definition.ts';
import { explainRefusal } from './repair-reason.ts';
import type { RawField } from './split-fields.ts';
import { readYaml, type YamlReading } from './yaml.ts';

/** Fields that are tried as YAML; published definitions state fewer than thirty. */
const MAX_TRIED = 200;

/** A repair with its place in the file. */
export interface PlacedRepair extends Repair {
  /** 1-based line. */
  readonly line: number;
  /** 1-based column. */
  readonly column: number;
}

/** Frontmatter read field by field. */
export interface RepairedFields {
  /** Values in file order; an object without prototype. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** One for each field that strict YAML does not read alone. */
  readonly repairs: readonly PlacedRepair[];
}

/**
 * Read frontmatter that YAML refuses, one field at a time: a field that is valid alone keeps the value YAML gives it,
 * the others are taken as they stand. Of a field stated twice the first counts.
 *
 * @param rawFields The fields as split by lines.
 * @returns Every field with a value, and a repair for each that was not read as YAML.
 */
export function repairFields(rawFields: readonly RawField[]): RepairedFields {
  const fields = emptyRecord<unknown>();
  const repairs: PlacedRepair[] = [];
  for (const [index, raw] of rawFields.entries()) {
    if (Object.hasOwn(fields, raw.key)) {
      repairs.push({ ...placeOf(raw), reason: 'it is stated more than once; the first value counts' });
      continue;
    }
    const strict = index < MAX_TRIED ? readAlone(raw) : TOO_MANY;
    if (strict.isRead) fields[raw.key] = strict.value;
    else {
      fields[raw.key] = literalValue(raw);
      repairs.push({ field: raw.key, ...explainRefusal(raw, strict.refusal) });
    }
  }
  return { fields, repairs };
}

const placeOf = ({ key, line }: RawField) => ({ field: key, line: line.number, column: line.indent + 1 });

type ReadAlone =
  | { readonly isRead: true; readonly value: unknown }
  | { readonly isRead: false; readonly refusal: string };

const TOO_MANY: ReadAlone = { isRead: false, refusal: `only the first ${MAX_TRIED} fields are tried` };

function readAlone(raw: RawField): ReadAlone {
  const reading: YamlReading = readYaml(
    [raw.line, ...raw.rest]
      .map(({ text }) => text)
      .join('\n')
      .trimEnd(),
  );
  if (reading.kind === 'refused') return { isRead: false, refusal: reading.reason };
  const isWhole = reading.kind === 'map' && Object.keys(reading.fields).length === 1;
  if (!isWhole || !Object.hasOwn(reading.fields, raw.key)) return { isRead: false, refusal: '' };
  const value = reading.fields[raw.key];
  // In a file that harnesses read line by line, a number sign in a sentence is no comment.
  const isCut = raw.key === 'description' && typeof value === 'string' && isPlainWithHash(raw);
  return isCut ? { isRead: false, refusal: '' } : { isRead: true, value };
}

const isPlainWithHash = ({ line, valueColumn }: RawField): boolean =>
  /^[^"'|>].*[ \t]#/.test(line.text.slice(valueColumn));

function literalValue(raw: RawField): unknown {
  const first = raw.line.text.slice(raw.valueColumn).trim();
  const rest = dedent(raw.rest.map(({ text }) => text));
  const block = /^([|>])[-+0-9]{0,2}[ \t]*(?:#.*)?$/.exec(first)?.[1];
  if (block !== undefined) return block === '|' ? rest.join('\n') : fold(rest);
  const items = rest.filter((line) => line !== '');
  if (first === '' && items.length > 0 && items.every((line) => /^-[ \t]/.test(line))) {
    return items.map((line) => unquote(line.slice(1).trim()));
  }
  const isOneSentence = first !== '' && raw.stray === null && rest.every((line) => SENTENCE_GOES_ON.test(line));
  return unquote([first, ...rest].join(isOneSentence ? ' ' : '\n').trim());
}

/** A line in the middle of a sentence, which YAML folds; no item, no line of a dialogue, and no new sentence. */
const SENTENCE_GOES_ON = /^(?!\w+:)\p{Ll}/u;

/** The lines without the blanks that all of them start with, and without blank lines at the end. */
function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const bare = lines.map((line) => line.slice(Math.min(common, line.length)).trimEnd());
  const last = bare.findLastIndex((line) => line !== '');
  return bare.slice(0, last + 1);
}

/** Folded style: a line end is a blank, a blank line is a line end. */
const fold = (lines: readonly string[]): string =>
  lines.map((line, index) => (line === '' ? '\n' : (lines[index + 1] ?? '') === '' ? line : `${line} `)).join('');

/** A value without the quotation marks around it; in double quotes the common escapes are read. */
function unquote(value: string): string {
  const mark = value.charAt(0);
  if (value.length < 2 || (mark !== '"' && mark !== "'") || !value.endsWith(mark)) return value;
  const inner = value.slice(1, -1);
  if (mark === "'") return inner.replaceAll("''", "'");
  return inner.replace(/\\([\\"/nrt])/g, (_, code: string) => ESCAPES[code] ?? code);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
