import { isRecord } from '../../kit/plain-data.ts';
import { splitTools } from '../definition/tool-list.ts';
import { quoteYaml } from './quote-yaml.ts';

/** Fields that Claude Code writes as one string with commas. */
const TOOL_FIELDS: readonly string[] = ['tools', 'disallowedTools'];
/** YAML 1.2 (section 7.4.2) wants keys without `? ` to be shorter than 1,024 characters. */
const MAX_IMPLICIT_KEY = 1000;

/**
 * Write fields as frontmatter with its fences: strict YAML, each string on one line, so that harnesses that read line
 * by line get the same values. Strings are plain where no reader could take them for anything else, and otherwise in
 * double quotes with hidden characters escaped.
 *
 * Law: js-yaml reads the block to the same values, and {@link parseDefinition} without a repair. The one exception is
 * a list of tools, which becomes a string with commas, as Claude Code writes it, whenever it splits into the same list.
 *
 * @param fields Values in the order to be written: strings, numbers, booleans, `null`, lists and maps of such.
 * Fields that are `undefined` are left out.
 * @param lists How a list of tools is written: `'text'` as Claude Code does, `'list'` for harnesses that want a list.
 * @returns `---`, a line per string, `---`, each with `\n`.
 */
export function serialiseFrontmatter(
  fields: Readonly<Record<string, unknown>>,
  lists: 'text' | 'list' = 'text',
): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    entry(key, lists === 'text' ? toolString(key, value) : value),
  );
  return ['---', ...lines, '---', ''].join('\n');
}

function toolString(key: string, value: unknown): unknown {
  if (!TOOL_FIELDS.includes(key) || !Array.isArray(value) || value.length === 0) return value;
  if (!value.every((item) => typeof item === 'string')) return value;
  const joined = value.join(', ');
  const items = splitTools(joined);
  const isSame = items.length === value.length && items.every((item, index) => item === value[index]);
  return isSame ? joined : value;
}

function entry(key: string, value: unknown): readonly string[] {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return [];
  const name = quoteYaml(key);
  const isLong = name.length > MAX_IMPLICIT_KEY;
  const marker = isLong ? ':' : `${name}:`;
  const scalar = scalarText(value);
  const lines = scalar === null ? [marker, ...nested(value).map((line) => `  ${line}`)] : [`${marker} ${scalar}`];
  return isLong ? [`? ${name}`, ...lines] : lines;
}

/** A value that fits on the line of its key; `null` if it needs lines of its own. */
function scalarText(value: unknown): string | null {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : null;
  if (isRecord(value)) return Object.values(value).every((item) => item === undefined) ? '{}' : null;
  return quoteYaml(String(value));
}

function nested(value: unknown): readonly string[] {
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => entry(key, item));
  return (value as readonly unknown[]).flatMap(listItem); // scalarText leaves only maps and lists.
}

function listItem(value: unknown): readonly string[] {
  const scalar = scalarText(value);
  const [first = '', ...rest] = scalar === null ? nested(value) : [scalar];
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
