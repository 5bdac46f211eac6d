import { addAll } from '../../../kit/long-lists.ts';
import { emptyRecord } from '../../../kit/plain-data.ts';
import { listedTools } from '../../definition/tool-list.ts';
import { fieldText } from '../../definition/value-as-text.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { inWords, quoted } from '../harness/harness-words.ts';
import { knowsColor } from '../loading/known-value.ts';
import { writtenModel } from '../loading/written-model.ts';
import { carriedField } from './carried-field.ts';
import { fittingName } from './fitting-name.ts';
import { PLAN_MODE_DENIES } from './read-only-tools.ts';
import { type ClaudeFields, claudeFrontmatter, type WrittenFields } from './written-fields.ts';
import { writtenTools } from './written-tools.ts';

/**
 * Put the fields of a definition as Claude Code has them as a harness puts them.
 *
 * @returns The fields in the order in which they are written, and a warning for each that is left out or changed.
 */
export function convertedFields(harness: HarnessFormat, fields: ClaudeFields): WrittenFields {
  const { name, description, tools, disallowedTools, model, color, ...others } = fields;
  const parts: readonly WrittenFields[] = [
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
  const widens: string[] = [];
  for (const part of parts) {
    const taken = Object.keys(part.fields).filter((key) => Object.hasOwn(written, key));
    for (const [key, value] of Object.entries(part.fields)) if (!taken.includes(key)) written[key] = value;
    addAll(warnings, part.warnings);
    addAll(widens, part.widens ?? []);
    for (const key of taken) warnings.push(`The field ${key} is left out: another field decides it`);
  }
  const refusal = parts.find((part) => part.refusal !== undefined)?.refusal;
  return { fields: written, warnings, widens, ...(refusal !== undefined && { refusal }) };
}

const NOTHING: WrittenFields = { fields: {}, warnings: [] };

function nameField(harness: HarnessFormat, value: unknown): WrittenFields {
  const stated = fieldText(value);
  if (stated === null) return NOTHING;
  const name = fittingName(harness, stated);
  const warnings = name === stated ? [] : [`${harness.title} does not take the name ${quoted(stated)}; it is ${name}`];
  return { fields: { name }, warnings };
}

function descriptionField(harness: HarnessFormat, value: unknown): WrittenFields {
  const description = fieldText(value);
  if (description === null) return NOTHING;
  const { max } = harness.fields.find(({ name }) => name === 'description') ?? {};
  const isLong = max !== undefined && description.length > max;
  const warning = `${harness.title} takes descriptions of ${max} characters; this one has ${description.length}`;
  return { fields: { description }, warnings: isLong ? [warning] : [] };
}

function toolFields(harness: HarnessFormat, fields: ClaudeFields): WrittenFields {
  const { tools, disallowedTools, permissionMode } = fields;
  if (harness.id === 'claude') {
    const stated = { tools, ...(disallowedTools !== undefined && { disallowedTools }) };
    return { fields: claudeFrontmatter(stated), warnings: [] };
  }
  const denied = [...listedTools(disallowedTools), ...(planDenies(harness, permissionMode) ?? [])];
  return writtenTools(harness, { tools, denied });
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

function colorField(harness: HarnessFormat, value: unknown): WrittenFields {
  const { title, colors } = harness;
  const color = fieldText(value);
  if (color === null) return NOTHING;
  if (colors === null) return leftOut(`${title} has no field color; it is left out`);
  if (knowsColor(harness, color)) return { fields: { [colors.field]: color }, warnings: [] };
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
