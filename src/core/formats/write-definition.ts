import type { Format } from '../agent-definition.ts';
import { fieldText } from '../field-text.ts';
import { inWords, quoted } from '../lint/harness-words.ts';
import { emptyRecord } from '../plain-data.ts';
import { readTools } from '../tool-list.ts';
import { serialiseFrontmatter } from '../write-frontmatter.ts';
import { writeToml } from '../write-toml.ts';
import { definitionFileName, fittingName } from './fitting-name.ts';
import { harnessFormat } from './formats.ts';
import type { HarnessFormat } from './harness-format.ts';
import { PLAN_MODE_DENIES } from './read-only-tools.ts';
import { carriedField } from './written-field.ts';
import type { WrittenFields } from './written-fields.ts';
import { writtenModel } from './written-model.ts';
import { writtenTools } from './written-tools.ts';

/** A definition as a harness reads it. */
export interface WrittenDefinition {
  /** The whole text of the file. */
  readonly text: string;
  /** What the file is best called, with the ending the harness wants. */
  readonly fileName: string;
  /** What could not be carried or had to be changed, in one line each. Values in them may hold any character. */
  readonly warnings: readonly string[];
}

/**
 * Write a definition in the format of a harness.
 *
 * For Claude Code the fields are written as they are. For another, tools, model and fields are put as it puts them, and
 * what it has no word for is left out with a warning: never passed on as it is, since that may mean something else there,
 * grant more than was asked for, or keep the file from loading. Fields that run programs or lift restrictions are always
 * left out.
 *
 * Laws: the project's own reader gives back name, description and prompt, and the tools that were carried; its lint finds
 * no error; each field that is left out has a warning.
 *
 * @param fields As Claude Code has them, in order: name, description, tools (left out to inherit all), model, color and
 *   any other field as read.
 * @param body The prompt, ending in one line end.
 */
export function writeDefinition(
  format: Format,
  fields: Readonly<Record<string, unknown>>,
  body: string,
): WrittenDefinition {
  const harness = harnessFormat(format);
  const { fields: written, warnings } = format === 'claude' ? { fields, warnings: [] } : converted(harness, fields);
  const text =
    harness.files.syntax === 'toml' && harness.prompt.field !== null
      ? writeToml(written, harness.prompt.field, body)
      : `${serialiseFrontmatter(written, format === 'claude' ? 'text' : 'list')}\n${body}`;
  const fileName = definitionFileName(harness, fieldText(written.name) ?? '');
  return { text, fileName, warnings: [...warnings, ...promptWarnings(harness, body)] };
}

function converted(harness: HarnessFormat, fields: Readonly<Record<string, unknown>>): WrittenFields {
  const { name, description, tools, disallowedTools, model, color, ...others } = fields;
  const parts = [
    nameField(harness, name),
    descriptionField(harness, description),
    { fields: harness.subagentFields, warnings: [] },
    toolFields(harness, fields),
    modelField(harness, model),
    colorField(harness, color),
    ...Object.entries(others).map(([key, value]) => otherField(harness, key, value)),
  ];
  const written = emptyRecord<unknown>();
  const warnings: string[] = [];
  for (const part of parts) {
    const taken = Object.keys(part.fields).filter((key) => Object.hasOwn(written, key));
    for (const [key, value] of Object.entries(part.fields)) if (!taken.includes(key)) written[key] = value;
    warnings.push(...part.warnings, ...taken.map((key) => `The field ${key} is left out: another field decides it`));
  }
  return { fields: written, warnings };
}

const NOTHING: WrittenFields = { fields: {}, warnings: [] };

function nameField(harness: HarnessFormat, value: unknown): WrittenFields {
  const stated = fieldText(value);
  if (stated === null) return missing(harness, 'name');
  const name = fittingName(harness, stated);
  const warnings = name === stated ? [] : [`${harness.title} does not take the name ${quoted(stated)}; it is ${name}`];
  return { fields: { name }, warnings };
}

function descriptionField(harness: HarnessFormat, value: unknown): WrittenFields {
  const description = fieldText(value);
  if (description === null) return missing(harness, 'description');
  const { max } = harness.fields.find(({ name }) => name === 'description') ?? {};
  const isLong = max !== undefined && description.length > max;
  const warning = `${harness.title} takes descriptions of ${max} characters; this one has ${description.length}`;
  return { fields: { description }, warnings: isLong ? [warning] : [] };
}

function missing({ fields, title }: HarnessFormat, name: string): WrittenFields {
  const isRequired = fields.some((field) => field.name === name && field.required);
  return { fields: {}, warnings: isRequired ? [`${title} does not load a definition without a ${name}`] : [] };
}

function toolFields(harness: HarnessFormat, fields: Readonly<Record<string, unknown>>): WrittenFields {
  const { tools, disallowedTools, permissionMode } = fields;
  const denied = [...(readTools(disallowedTools) ?? []), ...(planDenies(harness, permissionMode) ?? [])];
  return writtenTools(harness, { tools: readTools(tools), denied });
}

/** Plan mode as tools that are taken away, where the harness does not know the mode. */
function planDenies({ fields }: HarnessFormat, mode: unknown): readonly string[] | null {
  return mode === 'plan' && !fields.some(({ name }) => name === 'permissionMode') ? PLAN_MODE_DENIES : null;
}

function modelField(harness: HarnessFormat, value: unknown): WrittenFields {
  const stated = fieldText(value);
  if (stated === null) return NOTHING;
  const model = writtenModel(harness, stated);
  if (model === null) return NOTHING;
  if (model === undefined || harness.models.field === null) {
    return leftOut(`${harness.title} has no model ${quoted(stated)}; it is left out`);
  }
  return { fields: { [harness.models.field]: model }, warnings: [] };
}

function colorField({ title, colors }: HarnessFormat, value: unknown): WrittenFields {
  const color = fieldText(value);
  if (color === null) return NOTHING;
  if (colors === null) return leftOut(`${title} has no field color; it is left out`);
  const isKnown = colors.names.includes(color) || (colors.hex && /^#[0-9a-f]{6}$/i.test(color));
  if (isKnown) return { fields: { [colors.field]: color }, warnings: [] };
  return leftOut(`${title} has no color ${quoted(color)}; it is left out`);
}

function otherField(harness: HarnessFormat, key: string, value: unknown): WrittenFields {
  if (value === null || value === undefined) return NOTHING;
  if (key === 'permissionMode' && planDenies(harness, value) !== null) {
    return leftOut(`${harness.title} has no field ${key}; plan takes ${inWords(PLAN_MODE_DENIES)} away instead`);
  }
  const carried = carriedField(harness, key, value);
  return typeof carried === 'string' ? leftOut(carried) : { fields: { [carried.name]: carried.value }, warnings: [] };
}

const leftOut = (warning: string): WrittenFields => ({ fields: {}, warnings: [warning] });

function promptWarnings({ title, prompt }: HarnessFormat, body: string): readonly string[] {
  const { length } = body.trim();
  if (prompt.min !== null && length < prompt.min) {
    return [`${title} wants a prompt of ${prompt.min} characters or more; this one has ${length}`];
  }
  if (prompt.max !== null && length > prompt.max) {
    return [`${title} takes prompts of ${prompt.max} characters; this one has ${length}`];
  }
  return [];
}
