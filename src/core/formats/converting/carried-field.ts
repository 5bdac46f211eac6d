import { isRecord, leaves } from '../../../kit/plain-data.ts';
import type { FieldRule, HarnessFormat } from '../harness/harness-format.ts';
import { quoted } from '../harness/harness-words.ts';
import { hasType } from '../loading/refused-field.ts';

/** A field as a harness calls it. */
interface CarriedField {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Carry a field of Claude Code to a harness that has one of its meaning or name, if the value fits there and neither
 * runs programs nor lifts restrictions.
 *
 * @returns Why it is left out, as a sentence, if it is.
 */
export function carriedField(harness: HarnessFormat, key: string, value: unknown): CarriedField | string {
  const { title, fields } = harness;
  const rule = fields.find(({ claude }) => claude === key) ?? fields.find(({ name }) => name === key);
  const shown = quoted(key).slice(1, -1);
  if (rule === undefined || isOwn(harness, rule.name)) return `${title} has no field ${shown}; it is left out`;
  if (rule.replacedBy !== undefined) return `${title} has retired the field ${shown}; it is left out`;
  if (executes(rule, value)) return `The field ${shown} ${rule.executes}; add it by hand if you want that`;
  if (!fits(harness, rule, value)) return `${title} does not take this value of the field ${shown}; it is left out`;
  return { name: rule.name, value };
}

/** Fields that are written from others. */
function isOwn({ tools, models, colors, prompt }: HarnessFormat, name: string): boolean {
  return ['name', 'description', tools?.field, tools?.denyField, models.field, colors?.field, prompt.field].includes(
    name,
  );
}

function executes({ executes: how, executesWith }: FieldRule, value: unknown): boolean {
  if (how === undefined) return false;
  return executesWith === undefined || leaves(value).some((leaf) => executesWith.includes(leaf));
}

function fits({ files }: HarnessFormat, rule: FieldRule, value: unknown): boolean {
  const { types, values, valueAliases = {}, pattern, min, max } = rule;
  if (!hasType(value, types)) return false;
  if (files.syntax === 'toml' && holdsNull(value)) return false;
  if (typeof value === 'string') {
    if (values !== undefined && !values.includes(value) && !Object.hasOwn(valueAliases, value)) return false;
    if (pattern !== undefined && !pattern.test(value)) return false;
  }
  const size = typeof value === 'string' ? value.length : typeof value === 'number' ? value : null;
  return size === null || (size >= (min ?? -Infinity) && size <= (max ?? Infinity));
}

/** TOML has no `null`. */
function holdsNull(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsNull);
  return isRecord(value) ? Object.values(value).some(holdsNull) : value === null;
}
