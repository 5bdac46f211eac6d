import { isRecord } from '../../../kit/plain-data.ts';
import type { ParsedDefinition, Repair } from '../../definition/agent-definition.ts';
import type { RefusalCode } from '../../definition/refusal.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import { findFence } from '../../reading/fence.ts';
import { readYaml } from '../../reading/yaml.ts';
import type { Flaw } from '../harness/reading-rule.ts';
import { withColonsMended } from './second-reading.ts';
import { statedValue } from './stated-value.ts';
import { isPlaceholder, yamlType } from './typed-text.ts';

/** A flaw of a file as a text. */
export interface FoundFlaw {
  readonly flaw: Flaw;
  readonly code: RefusalCode;
  /** What the matter is, as a clause that follows "it". */
  readonly words: string;
}

type Found = readonly FoundFlaw[];
type File = Pick<SourceFile, 'parsed' | 'encoding'> & {
  readonly isToml: boolean;
  /** Whether it is read again with its colons mended where it is not YAML. */
  readonly mendsColons: boolean;
};

/**
 * What is wrong with a file as a text, whatever harness reads it: its bytes, its fences, its syntax, its name and its
 * description. What of this matters, and how, each harness has in its `reading`.
 *
 * @returns In the order in which a reader meets them. Linear in the size of the frontmatter, or of a file without any.
 */
export function flawsOf(file: File): Found {
  const { parsed } = file;
  const isSound = parsed.diagnostics.length === 0 && parsed.repairs.length === 0 && file.encoding === undefined;
  const text = isSound ? parsed.frontmatterRaw : parsed.frontmatterRaw + parsed.body;
  const bytes = byteFlaws(file, text);
  if (!file.isToml) {
    const fences = fenceFlaws(parsed, text);
    if (fences.some(({ flaw: one }) => one === 'noFrontmatter' || one === 'notAMap')) return [...bytes, ...fences];
    const isOpen = fences.some(({ flaw: one }) => one === 'unclosedFence' || one === 'indentedClose');
    const syntax = isOpen ? [] : syntaxFlaws(file, text);
    return [...bytes, ...fences, ...syntax, ...nameFlaws(parsed), ...descriptionFlaws(parsed)];
  }
  return [...bytes, ...syntaxFlaws(file, text), ...nameFlaws(parsed), ...descriptionFlaws(parsed)];
}

const flaw = (kind: Flaw, code: RefusalCode, words: string): FoundFlaw => ({ flaw: kind, code, words });

function byteFlaws({ encoding }: File, text: string): Found {
  const found: FoundFlaw[] = [];
  if (encoding === 'utf-16') found.push(flaw('utf16', 'file/not-text', 'is UTF-16 text, not UTF-8'));
  else if (text.charCodeAt(0) === 0xfeff) {
    found.push(flaw('byteOrderMark', 'frontmatter/byte-order-mark', 'starts with a byte order mark'));
  }
  if (encoding === 'nul-byte') found.push(flaw('nulByte', 'file/not-text', 'holds a NUL byte'));
  if (text.includes('\r') && !text.includes('\n')) {
    found.push(flaw('loneReturns', 'frontmatter/line-ends', 'ends its lines with a carriage return alone'));
  }
  return found;
}

const MISPLACED = flaw('misplacedFence', 'frontmatter/misplaced', 'does not start with the line ---');
const INDENTED_WHOLE = flaw('indentedWhole', 'frontmatter/misplaced', 'is indented as a whole');
const INDENTED = flaw('indentedFence', 'frontmatter/misplaced', 'indents the opening ---');
const INDENTED_CLOSE = flaw('indentedClose', 'frontmatter/unclosed', 'closes its frontmatter with an indented ---');
const BLANK_LEAD: FoundFlaw = { ...MISPLACED, flaw: 'blankLead' };
const UNOPENED = flaw('noFrontmatter', 'frontmatter/unopened', 'lacks the line --- above its fields');
/** There are no fences, or nothing between them. */
export const NO_FRONTMATTER = flaw('noFrontmatter', 'frontmatter/missing', 'has no frontmatter');

function fenceFlaws({ diagnostics, frontmatter, frontmatterRaw }: ParsedDefinition, text: string): Found {
  const found: FoundFlaw[] = [];
  const opening = /^\ufeff?---([^\n\r]*)/.exec(text)?.[1] ?? '';
  if (/^[ \t]+$/.test(opening))
    found.push(flaw('spacedFence', 'frontmatter/misplaced', 'has blanks after the opening ---'));
  else if (/^[ \t]*[^\s-]/.test(opening)) {
    const isForeign = diagnostics.some(({ code }) => code === 'frontmatter/unsupported-language');
    const code = isForeign ? 'frontmatter/unsupported-language' : 'frontmatter/misplaced';
    found.push(flaw('fenceLanguage', code, 'has a word after the opening ---'));
  }
  if (/\n---[ \t]+\r?\n?$/.test(frontmatterRaw)) {
    found.push(flaw('spacedClose', 'frontmatter/unclosed', 'has blanks after the closing ---'));
  }
  if (diagnostics.length === 0) return found;
  const codes = new Set(diagnostics.map(({ code }) => code));
  if (codes.has('frontmatter/misplaced')) for (const one of leadFlaws(text)) found.push(one);
  if (codes.has('frontmatter/unopened')) found.push(UNOPENED);
  if (codes.has('frontmatter/long-fence')) {
    found.push(flaw('longClose', 'frontmatter/unclosed', 'closes its frontmatter with more than three dashes'));
  }
  if (codes.has('frontmatter/unclosed')) found.push(unclosed(text));
  if (codes.has('frontmatter/not-a-map')) {
    found.push(flaw('notAMap', 'frontmatter/not-a-map', 'has no fields in its frontmatter'));
  } else if (Object.keys(frontmatter).length === 0) {
    // A fence below other text is no frontmatter to us, and to some harnesses it is.
    if (!text.startsWith('---') && /^---[ \t]*$/m.test(text)) found.push(MISPLACED);
    else found.push(NO_FRONTMATTER);
  }
  return found;
}

/** What stands before the opening fence, and what follows from it: a file that is indented as a whole. */
function leadFlaws(text: string): Found {
  const [, lead] = /^\ufeff?(\s+)---/.exec(text) ?? [];
  if (lead === undefined) return [MISPLACED];
  const found = lead.includes('\n') ? [BLANK_LEAD] : [];
  if (!/[ \t]$/.test(lead)) return found;
  return [...found, /^---[ \t]*$/m.test(text) ? INDENTED : INDENTED_WHOLE];
}

function unclosed(text: string): FoundFlaw {
  if (findFence(text)?.closing !== 'none') {
    const words = 'has frontmatter that is not closed where its fields end';
    return flaw('brokenSyntax', 'frontmatter/unclosed', words);
  }
  if (/^[ \t]+---[ \t]*$/m.test(text.slice(4))) {
    return INDENTED_CLOSE;
  }
  const isAllFields = readYaml(text.slice(text.indexOf('\n') + 1)).kind === 'map';
  return flaw(isAllFields ? 'unclosedFields' : 'unclosedFence', 'frontmatter/unclosed', 'never closes its frontmatter');
}

/** A line in column 1 that is neither a field, an item, a comment nor a closing bracket. */
const SHALLOW_LINE = /^(?![\s#\]}-])(?!.*:(?:\s|$)).+$/m;
const SHALLOW = flaw(
  'shallowLines',
  'frontmatter/not-yaml',
  'has brackets or quotation marks in its frontmatter that go on in column 1',
);

function syntaxFlaws({ parsed, isToml, mendsColons }: File, text: string): Found {
  const repairs = parsed.repairs.filter(({ field }) => !isPlaceholder(statedValue(parsed.frontmatterRaw, field)));
  const [first] = repairs;
  if (first === undefined) return isToml || !SHALLOW_LINE.test(parsed.frontmatterRaw) ? [] : [SHALLOW];
  const worst = repairs.find(({ reason }) => !isColon(reason)) ?? first;
  const syntax = isToml ? 'TOML' : 'YAML';
  const words = `has ${isToml ? 'text' : 'frontmatter'} that is not ${syntax} (${worst.field}: ${worst.reason})`;
  const found = syntaxFlaw(parsed, text);
  // One that mends colons has no need to where a tab is all that is wrong.
  const kind = (mendsColons && found !== 'tabIndent' && mendedFlaw(parsed)) || found;
  return [flaw(isToml ? 'brokenSyntax' : kind, `frontmatter/not-${isToml ? 'toml' : 'yaml'}`, words)];
}

/** What it is to one that mends colons; `null` where there are none to mend, so that it does not read again. */
function mendedFlaw({ frontmatterRaw }: ParsedDefinition): Flaw | null {
  const inner = frontmatterRaw.replace(/^\ufeff?---[^\n]*\n/, '').replace(/\r?\n---[^\n]*\n?$/, '');
  const mended = withColonsMended(inner);
  if (mended === inner) return null;
  return readYaml(mended).kind === 'refused' ? 'brokenWithColon' : 'colonInValue';
}

/** Which of the ways of not being YAML it is; where there are several, the one that fewest harnesses forgive. */
function syntaxFlaw({ repairs, frontmatterRaw }: ParsedDefinition, text: string): Flaw {
  const inner = frontmatterRaw.replace(/^\ufeff?---[^\n]*\n/, '').replace(/\r/g, '');
  const loose = inner.match(/^[^\s#"'-][^\n]*$/gm)?.filter((line) => !/^[\w-]+[ \t]*:(?:[ \t]|$)/.test(line)) ?? [];
  if (loose.some((line) => line !== '---')) return 'brokenSyntax';
  const reasons = repairs.map(({ reason }) => reason);
  const isCrlf = text.includes('\r\n');
  if (reasons.every(isColon)) return isCrlf ? 'mildWithCrlf' : 'colonInValue';
  if (reasons.every((reason) => reason.startsWith('it starts with !'))) return 'taggedValue';
  if (/^\t/m.test(inner)) return 'tabIndent';
  if (reasons.every((reason) => reason.startsWith('it is stated more than once'))) return 'repeatedKey';
  const isMarked = ({ field, reason }: Repair): boolean =>
    isColon(reason) || '@*[{%&>|!`'.includes(statedValue(inner, field)?.[0] ?? ' ');
  if (!repairs.every(isMarked)) return 'brokenSyntax';
  return isCrlf ? 'mildWithCrlf' : 'markedValue';
}

/** What our reader says of the flaw that most second readers forgive. */
export function isColon(reason: string): boolean {
  return reason.startsWith('it holds ": "');
}

const LISTED_NAME = flaw('listedName', 'name/refused', 'has a list or a map for a name');

function nameFlaws(parsed: ParsedDefinition): Found {
  const { frontmatter, nameInferred } = parsed;
  const { name } = frontmatter;
  if (Array.isArray(name) || isRecord(name)) return [LISTED_NAME];
  if (nameInferred) return [flaw('missingName', 'name/missing', 'states no name')];
  const type = typeof name === 'string' ? yamlType(parsed, 'name', name) : typeof name;
  if (type === 'map') return [LISTED_NAME];
  if (type === 'text' || type === 'date' || type === 'undefined') return [];
  return [flaw('typedName', 'name/refused', `has a name that YAML takes for a ${type}`)];
}

const NOT_TEXT = 'description/not-text';
const MAPPED_DESCRIPTION = flaw('mappedDescription', NOT_TEXT, 'has a map for a description');

function descriptionFlaws(parsed: ParsedDefinition): Found {
  const { frontmatter } = parsed;
  const { description } = frontmatter;
  if (!Object.hasOwn(frontmatter, 'description')) {
    return [flaw('missingDescription', 'description/missing', 'states no description')];
  }
  if (description === null)
    return [flaw('blankDescription', 'description/missing', 'has a description without a value')];
  if (Array.isArray(description)) return [flaw('listedDescription', NOT_TEXT, 'has a list for a description')];
  if (isRecord(description)) return [MAPPED_DESCRIPTION];
  if (typeof description === 'string' && description.trim() === '') {
    const kind = description === '' ? 'emptyDescription' : 'spacedDescription';
    return [flaw(kind, 'description/missing', 'has an empty description')];
  }
  const type = typeof description === 'string' ? yamlType(parsed, 'description', description) : typeof description;
  if (type === 'map') return [MAPPED_DESCRIPTION];
  if (type === 'date') return [flaw('datedDescription', 'description/not-text', 'has a date for a description')];
  return type === 'text' || type === 'string'
    ? []
    : [flaw('typedDescription', 'description/not-text', `has a description that YAML takes for a ${type}`)];
}
