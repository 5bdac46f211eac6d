import { memoTexts } from '../../kit/memo.ts';
import { type Fence, findFence } from '../reading/fence.ts';
import { type FrontmatterReading, readFrontmatter } from '../reading/frontmatter.ts';
import { type InnerLine, type RawField, splitFields } from '../reading/split-fields.ts';
import { quoteYaml } from '../writing/quote-yaml.ts';
import type { LintCode } from './lint-codes.ts';
import { type AppliedFix, applyEdits, nextLineStart, type TextEdit } from './text-edit.ts';

/** The frontmatter of the last texts: each repair asks for that of the text before it and of the one it made. */
export const frontmatterOf = memoTexts(2, readFrontmatter);

/** A text, and what was put right in it. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

/**
 * Make strict YAML of frontmatter that is read leniently: fields that YAML refuses are written again with the value
 * that was read, on one line; a missing fence is added, a long one shortened. All other lines stay as they are, to the
 * byte.
 *
 * Only what can be read in one way is written: of a field stated twice nobody knows which value is meant, and a broken
 * map or list is no text.
 *
 * @param text The whole text of a Markdown file.
 * @param isMeant Whether problems of a code are to be put right.
 * @returns The new text; the same one, with nothing applied, where there is nothing to do or where the result would
 * not read back to the same values and the same body.
 */
export function fixFrontmatter(text: string, isMeant: (code: LintCode) => boolean): FixedText {
  const reading = frontmatterOf(text);
  const fence = findFence(text);
  const flaws = new Set<string>(FLAWS.filter(isMeant));
  if (fence === null || !reading.isPresent || !isFlawed(reading, flaws)) return { text, applied: [] };
  for (const whole of [false, true]) {
    const fixed = attempt(text, fence, reading, flaws, whole);
    // Where the fields end is certain only if all of them can be read.
    const isBounded = fixed.applied.some(
      ({ code }) => code === 'frontmatter/unopened' || code === 'frontmatter/unclosed',
    );
    if (isSameDefinition(reading, text, fixed.text, isBounded ? ALL_FLAWS : flaws)) return fixed;
  }
  return { text, applied: [] };
}

/**
 * Write one field of the frontmatter again.
 *
 * @param value Text, or a list of texts.
 * @returns The edits; none if there is no such field.
 */
export function rewriteField(text: string, key: string, value: string | readonly string[]): readonly TextEdit[] {
  const fence = findFence(text);
  if (fence === null) return [];
  const raw = fieldsOf(frontmatterOf(text).lines, fence).find((field) => field.key === key);
  return raw ? writtenAgain(text, raw, value) : [];
}

const FLAWS = [
  'frontmatter/not-yaml',
  'frontmatter/unopened',
  'frontmatter/unclosed',
  'frontmatter/long-fence',
] as const satisfies readonly LintCode[];
const ALL_FLAWS: ReadonlySet<string> = new Set(FLAWS);

const isFlawed = ({ diagnostics }: FrontmatterReading, flaws: ReadonlySet<string>): boolean =>
  diagnostics.some(({ code }) => flaws.has(code));

const fieldsOf = (lines: readonly InnerLine[], fence: Fence): readonly RawField[] =>
  splitFields(lines, fence.closing !== 'none').fields;

/** @param whole Whether to write every field again, for when the guilty ones alone do not do. */
function attempt(
  text: string,
  fence: Fence,
  reading: FrontmatterReading,
  flaws: ReadonlySet<string>,
  whole: boolean,
): FixedText {
  const fixes: { readonly fix: AppliedFix; readonly edits: readonly TextEdit[] }[] = [];
  const has = (code: string) => flaws.has(code) && reading.diagnostics.some((diagnostic) => diagnostic.code === code);
  const isRefused = has('frontmatter/not-yaml');
  const refused = new Set(reading.repairs.map(({ field }) => field));
  for (const raw of isRefused ? fieldsOf(reading.lines, fence) : []) {
    const value = reading.fields[raw.key];
    const fix = { code: 'frontmatter/not-yaml', line: raw.line.number } as const;
    if ((refused.has(raw.key) || whole) && isWritable(value) && !(typeof value === 'string' && isBrokenNode(raw))) {
      fixes.push({ fix, edits: writtenAgain(text, raw, value) });
    }
  }
  const fences = fenceFixes(text, fence, reading, has);
  const all = [...fences, ...fixes];
  return {
    text: applyEdits(
      text,
      all.flatMap(({ edits }) => edits),
    ),
    applied: all.map(({ fix }) => fix),
  };
}

/** Whether what was read as text was meant as a map or a list. Name and description are text whatever they begin with. */
function isBrokenNode({ key, line, valueColumn, rest }: RawField): boolean {
  if (key === 'name' || key === 'description') return false;
  const first = line.text.slice(valueColumn).trim();
  return /^[[{]/.test(first) || (first === '' && rest.some(({ text }) => text.trim() !== ''));
}

function isWritable(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** The value goes on the line of the key; the other lines of the field go, blank ones at its end stay. */
function writtenAgain(text: string, raw: RawField, value: string | readonly string[]): readonly TextEdit[] {
  const { line, rest, valueColumn } = raw;
  const start = line.start + line.indent;
  const key = line.text.slice(0, valueColumn).trimEnd();
  const written =
    typeof value === 'string' ? quoteYaml(value) : `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  const last = rest.findLastIndex((one) => one.text.trim() !== '');
  return [
    { start, end: start + line.text.length, text: `${key} ${written}` },
    ...rest.slice(0, last + 1).map((one) => ({ start: one.start, end: nextLineStart(text, one.start), text: '' })),
  ];
}

function fenceFixes(text: string, fence: Fence, { end, lines }: FrontmatterReading, has: (code: string) => boolean) {
  const line = fence.openLine;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (has('frontmatter/unopened')) {
    const edit = { start: fence.from, end: fence.from, text: `---${lineEnd}` };
    return [{ fix: { code: 'frontmatter/unopened', line: 1 } as const, edits: [edit] }];
  }
  if (has('frontmatter/unclosed')) {
    const last = lines.findLast((one) => one.text.trim() !== '');
    const start = last === undefined ? end : nextLineStart(text, last.start);
    const before = /[\r\n]$/.test(text.slice(0, start)) ? '' : lineEnd;
    const edit = { start, end: start, text: `${before}${fence.indent}---${lineEnd}` };
    return [{ fix: { code: 'frontmatter/unclosed', line } as const, edits: [edit] }];
  }
  const dashes = has('frontmatter/long-fence') ? /-{4,}/.exec(text.slice(fence.to, fence.end)) : null;
  if (dashes === null) return [];
  const start = fence.to + dashes.index;
  const edit = { start, end: start + dashes[0].length, text: '---' };
  return [{ fix: { code: 'frontmatter/long-fence', line } as const, edits: [edit] }];
}

/** The body; without the blank lines before it that the old one, whose frontmatter was never closed, did not count to it. */
function withoutBlankLead(text: string, start: number, old: string): string {
  const body = text.slice(start);
  const lead = body.slice(0, Math.max(0, body.length - old.length));
  return lead.trim() === '' ? body.slice(lead.length) : body;
}

/** Whether the new text has none of the flaws, and the values and the body of the old one. */
function isSameDefinition(
  before: FrontmatterReading,
  text: string,
  fixed: string,
  flaws: ReadonlySet<string>,
): boolean {
  const after = frontmatterOf(fixed);
  return (
    after.isPresent &&
    !isFlawed(after, flaws) &&
    JSON.stringify(after.fields) === JSON.stringify(before.fields) &&
    withoutBlankLead(fixed, after.end, text.slice(before.end)) === text.slice(before.end)
  );
}
