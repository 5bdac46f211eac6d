import matter from 'gray-matter';
import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, type Schema, YAMLException } from 'js-yaml';
import { emptyRecord, isRecord, plainData } from '../../kit/plain-data.ts';
import { readPlainFields } from './plain-fields.ts';

/** What strict YAML makes of the text between the fences. */
export type YamlReading =
  | { readonly kind: 'map'; readonly fields: Readonly<Record<string, unknown>> }
  /** Nothing but blanks and comments. */
  | { readonly kind: 'empty' }
  /** Valid, but a list or a single value. */
  | { readonly kind: 'other' }
  /** Refused. Line and column count from 1 within the text. */
  | { readonly kind: 'refused'; readonly reason: string; readonly line: number; readonly column: number };

/** Characters of frontmatter that are read as strict YAML. */
export const STRICT_LIMIT = 65_536;
/** The fields that are text whatever YAML makes of them: a model called `4.10` is not the number 4.1. */
const TEXT_FIELDS: readonly string[] = ['name', 'description', 'model', 'color'];

/** Aliases that are followed; published definitions use none. */
const MAX_ALIASES = 10;
/** Lines inside brackets or quotation marks that are indented less than YAML wants. */
const MAX_SHALLOW_LINES = 100;
/** Longest run of blanks; gray-matter looks for comments in time that grows with the square of it. */
const MAX_BLANK_RUN = 500;

/**
 * Read the text between the fences as strict YAML: core schema, no custom tags, no duplicate keys, ten aliases,
 * 100 levels, 64 KiB. Values of `name`, `description`, `model` and `color` stay as written.
 *
 * Sources that are plain enough are read without a YAML reader: {@link readPlainFields}.
 *
 * gray-matter is always given options (without them it hands out cached results, also of failures) and its engines
 * that run or read other languages are replaced, because it evaluates JavaScript frontmatter.
 *
 * @param source The lines between the fences, joined with `\n`.
 * @returns The fields in file order, as objects without prototype, or why there are none. Never throws.
 */
export function readYaml(source: string): YamlReading {
  const plain = readPlainFields(source);
  return plain === null ? readStrictly(source) : { kind: 'map', fields: plain };
}

/** The same by gray-matter and js-yaml, whatever the source. */
export function readStrictly(source: string): YamlReading {
  const reading = readWith(source, CORE_SCHEMA);
  if (reading.kind !== 'map') return reading;
  const lost = TEXT_FIELDS.filter((key) => ['number', 'boolean'].includes(typeof reading.fields[key]));
  if (lost.length === 0) return reading;
  const written = readWith(source, FAILSAFE_SCHEMA);
  if (written.kind !== 'map') return reading;
  const fields = Object.assign(emptyRecord<unknown>(), reading.fields);
  for (const key of lost) fields[key] = written.fields[key];
  return { kind: 'map', fields };
}

function readWith(source: string, schema: Schema): YamlReading {
  const obstacle = findObstacle(source);
  if (obstacle !== null) return { kind: 'refused', reason: obstacle, line: 1, column: 1 };
  let reading: YamlReading = { kind: 'empty' };
  const yaml = (inner: string): object => {
    reading = parse(inner, schema);
    return {};
  };
  matter(`---\n${source}\n---\n`, { engines: { ...REFUSING_ENGINES, yaml }, language: 'yaml' });
  return reading;
}

/**
 * The engine behind gray-matter. What it is handed starts with the line end of the opening fence.
 *
 * Inside brackets and quotation marks other readers, those of the harnesses among them, do not look how far a line is
 * indented; ours does, and is given such lines with blanks before them.
 */
function parse(yaml: string, schema: Schema): YamlReading {
  let inner = yaml;
  for (let mended = 0; ; mended += 1) {
    const reading = parseAsIs(inner, schema);
    const isShallow = reading.kind === 'refused' && reading.reason === 'deficient indentation';
    if (!isShallow || mended === MAX_SHALLOW_LINES) return reading;
    const lines = inner.split('\n');
    const at = reading.line;
    const before = /^[ \t]*/.exec(lines[at - 1] ?? '')?.[0] ?? '';
    lines[at] = `${before} ${(lines[at] ?? '').trimStart()}`;
    inner = lines.join('\n');
  }
}

function parseAsIs(yaml: string, schema: Schema): YamlReading {
  try {
    const data = plainData(load(yaml, { schema, maxAliases: MAX_ALIASES }));
    if (data === null) return { kind: 'refused', reason: 'its values nest or repeat too much', line: 1, column: 1 };
    return isRecord(data.value) ? { kind: 'map', fields: data.value } : { kind: 'other' };
  } catch (error) {
    if (error instanceof YAMLException) return refusal(error);
    // js-yaml asks its callers to expect any error, such as a stack overflow.
    return { kind: 'refused', reason: 'it cannot be parsed', line: 1, column: 1 };
  }
}

function refusal({ reason, mark }: YAMLException): YamlReading {
  if (mark === undefined && reason.includes('empty')) return { kind: 'empty' };
  return { kind: 'refused', reason, line: Math.max(1, mark?.line ?? 1), column: (mark?.column ?? 0) + 1 };
}

function findObstacle(source: string): string | null {
  if (source.length > STRICT_LIMIT) return 'it is longer than 64 KiB';
  if (/^---/m.test(source)) return 'a line starts with ---';
  let blanks = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    blanks = code <= SPACE || OTHER_BLANKS.has(code) ? blanks + 1 : 0;
    if (blanks > MAX_BLANK_RUN) return `it has more than ${MAX_BLANK_RUN} blanks in a row`;
  }
  return null;
}

const SPACE = 32;
/** What else a regular expression takes for a blank; two of them begin lines for it, wherever they stand. */
const OTHER_BLANKS: ReadonlySet<number> = new Set(
  [
    ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ].map((blank) => blank.charCodeAt(0)),
);

const REFUSING_ENGINES = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((language) => [
    language,
    (): object => {
      throw new Error(`${language} frontmatter is not read`);
    },
  ]),
);
