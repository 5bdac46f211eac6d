import { isRecord } from '../../../kit/plain-data.ts';
import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import { listedTools } from '../../definition/tool-list.ts';
import type { FieldRule, FieldType, HarnessFormat } from '../harness/harness-format.ts';
import { isKnownTool } from '../harness/known-tool.ts';
import { knowsColor } from './known-value.ts';

/**
 * The first field that keeps a harness from loading a file: one it does not know and refuses, a value it refuses, a
 * tool it refuses, or one that switches the agent off.
 *
 * @returns The reason as a clause, or `null`.
 */
export function refusedField(harness: HarnessFormat, { frontmatter }: ParsedDefinition): string | null {
  for (const [name, value] of Object.entries(frontmatter)) {
    const rule = harness.fields.find((field) => field.name === name);
    const problem = rule === undefined ? unknownField(harness, name) : valueProblem(harness, rule, value);
    if (problem !== null) return problem;
  }
  return refusedTool(harness, frontmatter);
}

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

function unknownField({ title, fieldsAreComplete, unknownFields }: HarnessFormat, name: string): string | null {
  return unknownFields === 'rejected' && fieldsAreComplete
    ? `${title} does not know the field ${name} and refuses the file`
    : null;
}

function valueProblem(harness: HarnessFormat, rule: FieldRule, value: unknown): string | null {
  const { title, reading, colors } = harness;
  if (rule.disables === true && value === true) return `its field ${rule.name} switches it off`;
  if (rule.refusesBlank === true && value === null) return `${title} refuses the file: ${rule.name} has no value`;
  if (reading.wrongValue !== 'rejected' && rule.isFatal !== true) return null;
  if (!hasType(value, rule.types)) return `${title} refuses the file: ${rule.name} must be ${typesInWords(rule.types)}`;
  if (typeof value !== 'string') return null;
  const { values } = rule;
  if (values !== undefined && !values.includes(value)) {
    return `${title} refuses the file: ${rule.name} must be one of ${values.join(', ')}`;
  }
  if (colors?.field === rule.name && colors.unknown === 'rejected' && !knowsColor(harness, value)) {
    return `${title} refuses the file: it does not know the colour ${value}`;
  }
  return null;
}

function refusedTool({ title, tools }: HarnessFormat, frontmatter: ParsedDefinition['frontmatter']): string | null {
  if (tools === null || tools.unknown !== 'rejected') return null;
  const listed = listedTools(frontmatter[tools.field]);
  const refused = listed.find((tool) => !isKnownTool(tools, tool));
  return refused === undefined ? null : `${title} does not know the tool ${refused} and refuses the file`;
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
