import { isRecord } from '../../../kit/plain-data.ts';
import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import type { Refusal, RefusalCode } from '../../definition/refusal.ts';
import { listedTools } from '../../definition/tool-list.ts';
import type { FieldRule, FieldType, HarnessFormat } from '../harness/harness-format.ts';
import { isKnownTool } from '../harness/known-tool.ts';
import type { Treatment } from '../harness/reading-rule.ts';
import { knowsColor } from './known-value.ts';
import { isPlaceholder, yamlType } from './typed-text.ts';

/**
 * The first field that keeps a harness from loading a file: one it does not know and refuses, a value it refuses, or a
 * tool it refuses. Name and description are judged as parts of the text, see `flaws.ts`.
 */
export function refusedField(harness: HarnessFormat, parsed: ParsedDefinition): Refusal | null {
  const { frontmatter } = parsed;
  const stops = harness.reading.wrongValue === 'stops' ? ({ stops: true } as const) : {};
  for (const [name, value] of Object.entries(frontmatter)) {
    const rule = harness.fields.find((field) => field.name === name);
    const problem = rule === undefined ? unknownField(harness, name) : valueProblem(harness, rule, value, parsed);
    if (problem !== null) return { ...problem, field: name, ...stops };
  }
  return missingField(harness, frontmatter) ?? refusedTool(harness, frontmatter);
}

/** What becomes of a file with a wrong value where one counts at all. */
const STRICT: ReadonlySet<Treatment> = new Set(['rejected', 'stops', 'loads-without-metadata']);

/** Whether a value is of one of the types that a field allows. A value left out is of any. */
export function hasType(value: unknown, types: readonly FieldType[]): boolean {
  return value === null || value === undefined || types.some((type) => IS_TYPE[type](value));
}

const IS_TYPE: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  'comma-list': (value) => typeof value === 'string',
  list: (value) => Array.isArray(value),
  map: isRecord,
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};

function unknownField({ title, fieldsAreComplete, unknownFields }: HarnessFormat, name: string): Refusal | null {
  return unknownFields === 'rejected' && fieldsAreComplete
    ? { code: 'field/unknown', reason: `${title} does not know the field ${name} and refuses the file` }
    : null;
}

function valueProblem(
  harness: HarnessFormat,
  rule: FieldRule,
  value: unknown,
  parsed: ParsedDefinition,
): Refusal | null {
  const { title, reading, colors, tools } = harness;
  const { name, types } = rule;
  const refuse = (code: RefusalCode, words: string): Refusal => ({
    code,
    reason: `${title} refuses the file: ${words}`,
  });
  if (name === 'description') return null;
  if (rule.refusesBlank === true && value === null) return refuse('field/value', `${name} has no value`);
  const isStrict = STRICT.has(reading.wrongValue) || rule.isFatal === true;
  if (!isStrict || value === null || value === undefined) return null;
  const isTools = name === tools?.field || name === tools?.denyField;
  if (!hasType(asYamlHasIt(parsed, name, value), types) && name !== 'name') {
    return refuse(isTools ? 'tools/form' : 'field/type', `${name} must be ${typesInWords(types)}`);
  }
  const problem = partProblem(rule, value, refuse);
  if (problem !== null) return problem;
  return typeof value === 'string' ? textProblem(harness, rule, value, parsed, refuse, colors) : null;
}

/** What is wrong with a part of a list or a map, or with a number. */
function partProblem(
  { name, textItems, minItems, innerNeeds, min }: FieldRule,
  value: unknown,
  refuse: (code: RefusalCode, words: string) => Refusal,
): Refusal | null {
  if (textItems === true && Array.isArray(value) && value.some((item) => typeof item !== 'string')) {
    return refuse('tools/form', `${name} must be a list of texts`);
  }
  if (Array.isArray(value) && minItems !== undefined && value.length < minItems) {
    return refuse('field/value', `${name} must not be empty`);
  }
  if (isRecord(value) && innerNeeds !== undefined) {
    const keys = innerNeeds;
    const lacks = Object.entries(value).find(([, inner]) => isRecord(inner) && !keys.some((key) => key in inner));
    if (lacks !== undefined) return refuse('field/value', `${lacks[0]} in ${name} needs ${keys.join(' or ')}`);
  }
  if (typeof value === 'number' && typeof min === 'number' && value < min) {
    return refuse('field/value', `${name} must be ${min} or more`);
  }
  return null;
}

function textProblem(
  harness: HarnessFormat,
  { name, values, valueAliases = {}, needs }: FieldRule,
  value: string,
  { frontmatter }: ParsedDefinition,
  refuse: (code: RefusalCode, words: string) => Refusal,
  colors: HarnessFormat['colors'],
): Refusal | null {
  if (values !== undefined && !values.includes(value) && !Object.hasOwn(valueAliases, value)) {
    return refuse('field/value', `${name} must be one of ${values.join(', ')}`);
  }
  const needed = needs !== undefined && Object.hasOwn(needs, value) ? needs[value] : undefined;
  if (needed !== undefined && !needed.some((field) => Object.hasOwn(frontmatter, field))) {
    return refuse('field/missing', `${name}: ${value} needs ${needed.join(' or ')}`);
  }
  if (colors?.field === name && colors.unknown === 'rejected' && !knowsColor(harness, value)) {
    return refuse('color/unknown', `it does not know the colour ${value}`);
  }
  return null;
}

/** A number where our reader keeps the text that was meant. */
function asYamlHasIt(parsed: ParsedDefinition, field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (field !== 'model' && field !== 'color' && !isPlaceholder(value)) return value;
  const type = yamlType(parsed, field, value);
  if (type === 'number') return Number(value);
  if (type === 'map') return {};
  return type === 'boolean' ? /^true$/i.test(value) : value;
}

/** Name, description and prompt are judged elsewhere. */
function missingField(
  { title, fields, prompt }: HarnessFormat,
  frontmatter: ParsedDefinition['frontmatter'],
): Refusal | null {
  const missing = fields.find(
    ({ name, required }) =>
      required && !['name', 'description', prompt.field].includes(name) && (frontmatter[name] ?? null) === null,
  );
  return missing === undefined
    ? null
    : { code: 'field/missing', reason: `${title} refuses a file without the field ${missing.name}` };
}

function refusedTool({ title, tools }: HarnessFormat, frontmatter: ParsedDefinition['frontmatter']): Refusal | null {
  if (tools === null || tools.unknown !== 'rejected') return null;
  const refused = listedTools(frontmatter[tools.field]).find((tool) => !isKnownTool(tools, tool));
  if (refused === undefined) return null;
  const reason = `${title} does not know the tool ${refused} and refuses the file`;
  return { code: 'tools/unknown', reason, field: tools.field };
}

const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  text: 'text',
  'comma-list': 'text',
  list: 'a list',
  map: 'a map',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function typesInWords(types: readonly FieldType[]): string {
  return [...new Set(types.map((type) => TYPE_WORDS[type]))].join(' or ');
}
