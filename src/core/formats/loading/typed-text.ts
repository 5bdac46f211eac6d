import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import { statedValue } from './stated-value.ts';

/** What YAML makes of a value that we keep as text, because it is meant as text. */
export type YamlType = 'text' | 'number' | 'boolean' | 'date' | 'map';

/**
 * The type that a value kept as text (`model: 4.10`) has for a harness that asks YAML.
 *
 * @param value The value as kept.
 */
export function yamlType({ frontmatterRaw }: ParsedDefinition, field: string, value: string): YamlType {
  if (isPlaceholder(value)) return statedValue(frontmatterRaw, field) === value ? 'map' : 'text';
  if (!/^(?:[-+.]?\d|true$|false$|[-+]?\.(?:inf|nan)$)/i.test(value)) return 'text';
  const stated = statedValue(frontmatterRaw, field);
  // In quotation marks, or in a block, it is the text it is meant to be.
  if (stated === undefined || withoutComment(stated) !== value) return 'text';
  if (/^(?:true|false)$/i.test(value)) return 'boolean';
  if (/^\d{4}-\d\d?-\d\d?(?:[Tt \t][\d:.,Zz+ -]*)?$/.test(value)) return 'date';
  const isNumber = /^[-+]?(?:\d+|\d*\.\d+|\d+\.\d*)(?:[eE][-+]?\d+)?$|^0[xo][\da-fA-F]+$|^[-+]?\.(?:inf|nan)$/i.test(
    value,
  );
  return isNumber ? 'number' : 'text';
}

/** Whether a value as written is `{{X}}`, as templates have it: to YAML a map in a map. */
export const isPlaceholder = (stated = ''): boolean => /^\{\{[^{}"'\n]*\}\}$/.test(stated);

function withoutComment(stated: string): string {
  const comment = stated.search(/[ \t]#/);
  return comment < 0 ? stated : stated.slice(0, comment).trimEnd();
}
