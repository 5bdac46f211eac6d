import { memoTexts } from '../../kit/memo.ts';
import type { Format } from '../definition/agent-definition.ts';
import { isTomlFile } from '../definition/file-text.ts';
import { listedTools } from '../definition/tool-list.ts';
import { guessFormat } from '../formats/guess-format.ts';
import type { HarnessFormat } from '../formats/harness/harness-format.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { placeFields } from './field-places.ts';
import { type FixedText, fixFrontmatter, frontmatterOf, rewriteField } from './fix-frontmatter.ts';
import { retiredTools, withoutRetired } from './fix-tools.ts';
import { lineIndex } from './line-index.ts';
import type { LintCode } from './lint-codes.ts';
import { applyEdits } from './text-edit.ts';

/**
 * Put right what can be put right without asking: frontmatter that strict YAML refuses, the characters `\n` in a
 * description, retired tools that have a successor, the case of a color, a byte order mark that the harness trips over.
 *
 * Laws: only the guilty bytes change; the body stays as it is, but that blank lines above a closing fence that was
 * missing now lie under it; the fields read afterwards are those read before, the description's line ends, the tools and
 * the color aside; fixing twice is fixing once. Whatever would break one of these is left alone. TOML files are.
 *
 * @param text The whole text of a file.
 * @param path Path of the file.
 * @param format Harness the file is for; by its place and fields if not given.
 * @param isMeant Whether problems of a code are to be put right; all of them if not given.
 * @returns The new text, and what was done with its line in the text before. Never throws.
 */
export function fixDefinition(
  text: string,
  path: string,
  format: Format = formatOf(text, path),
  isMeant: (code: LintCode) => boolean = () => true,
): FixedText {
  if (isTomlFile(path)) return { text, applied: [] };
  const harness = harnessFormat(format);
  const places = placesOf(text);
  const lines = lineIndex(text);
  const lineOf = (key: string) => lines.placeAt(places.get(key)?.start ?? 0).line;
  const marked = isMeant('frontmatter/byte-order-mark') ? fixByteOrderMark(text, harness) : { text, applied: [] };
  const frontmatter = fixFrontmatter(marked.text, isMeant);
  let now = frontmatter.text;
  const applied = [...marked.applied, ...frontmatter.applied];
  for (const fix of [fixNewlines, fixTools, fixColor]) {
    const { text: next, code, fields } = fix(now, harness);
    if (next === now || !isMeant(code)) continue;
    now = next;
    applied.push(...fields.map((field) => ({ code, line: lineOf(field) })));
  }
  return { text: now, applied };
}

const placesOf = memoTexts(2, (text) => placeFields(text, false));

const formatOf = (text: string, path: string): Format => guessFormat(path, frontmatterOf(text).fields);

function fixByteOrderMark(text: string, { reading }: HarnessFormat): FixedText {
  const isHarmful = ['loads-without-metadata', 'ignored', 'rejected'].includes(reading.byteOrderMark);
  if (text.charCodeAt(0) !== 0xfeff || !isHarmful) return { text, applied: [] };
  return { text: text.slice(1), applied: [{ code: 'frontmatter/byte-order-mark', line: 1 }] };
}

interface FieldFix {
  readonly text: string;
  readonly code: LintCode;
  /** The fields that were changed. */
  readonly fields: readonly string[];
}

/** Paths of Windows hold the same two characters. */
const WINDOWS_PATH = /(?<![A-Za-z])[A-Za-z]:\\|\\\\/;

function fixNewlines(text: string): FieldFix {
  const code = 'description/literal-newline';
  const { description } = frontmatterOf(text).fields;
  if (typeof description !== 'string' || !description.includes('\\n') || WINDOWS_PATH.test(description)) {
    return { text, code, fields: [] };
  }
  const value = description.replaceAll('\\n', '\n');
  const fixed = applyEdits(text, rewriteField(text, 'description', value));
  return { text: isChangedOnlyIn(text, fixed, { description: value }) ? fixed : text, code, fields: ['description'] };
}

function fixTools(text: string, { tools }: HarnessFormat): FieldFix {
  const code = 'tools/retired';
  if (tools === null) return { text, code, fields: [] };
  let now = text;
  const fields: string[] = [];
  for (const field of [tools.field, tools.denyField]) {
    const value = field === null ? undefined : frontmatterOf(now).fields[field];
    const place = field === null ? undefined : placesOf(now).get(field);
    const before = typeof value === 'string' || Array.isArray(value) ? listedTools(value) : null;
    if (field === null || place === undefined || before === null) continue;
    const retired = retiredTools(tools, before);
    if (retired.size === 0) continue;
    const fixed = applyEdits(now, withoutRetired(now, place, retired, before));
    const after = listedTools(frontmatterOf(fixed).fields[field]);
    const wanted = new Set(before.map((tool) => retired.get(tool) ?? tool));
    if (!isSameSet(wanted, after) || !isChangedOnlyIn(now, fixed, { [field]: frontmatterOf(fixed).fields[field] }))
      continue;
    now = fixed;
    fields.push(field);
  }
  return { text: now, code, fields };
}

const isSameSet = (wanted: ReadonlySet<string>, items: readonly string[]): boolean =>
  new Set(items).size === wanted.size && items.every((item) => wanted.has(item));

function fixColor(text: string, { colors }: HarnessFormat): FieldFix {
  const code = 'color/case';
  const field = colors?.field ?? '';
  const value = frontmatterOf(text).fields[field];
  const place = placesOf(text).get(field);
  if (colors === null || place === undefined || typeof value !== 'string') return { text, code, fields: [] };
  const color = value.trim().toLowerCase();
  const at = text.slice(place.valueStart, place.end).indexOf(value.trim());
  if (colors.names.includes(value.trim()) || !colors.names.includes(color) || at === -1)
    return { text, code, fields: [] };
  const start = place.valueStart + at;
  const fixed = applyEdits(text, [{ start, end: start + color.length, text: color }]);
  const isMeant = isChangedOnlyIn(text, fixed, { [field]: value.toLowerCase() });
  return { text: isMeant ? fixed : text, code, fields: [field] };
}

/** Whether a new text reads as strictly as the old one, to the same body and, named ones aside, the same fields. */
function isChangedOnlyIn(before: string, after: string, changed: Readonly<Record<string, unknown>>): boolean {
  const old = frontmatterOf(before);
  const now = frontmatterOf(after);
  const wanted = Object.entries(old.fields).map(([key, value]) => [
    key,
    Object.hasOwn(changed, key) ? changed[key] : value,
  ]);
  return (
    JSON.stringify(Object.entries(now.fields)) === JSON.stringify(wanted) &&
    now.repairs.length === old.repairs.length &&
    after.slice(now.end) === before.slice(old.end)
  );
}
