import { isRecord } from '../../../kit/plain-data.ts';
import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import { statedField } from '../../definition/stated-field.ts';
import { grantsNone, INHERIT, NO_TOOLS, type Tools } from '../../definition/tools.ts';
import { readPermission } from '../../reading/permission-tools.ts';
import type { HarnessFormat, ToolRule } from '../harness/harness-format.ts';

/**
 * The tools that a harness grants by what a file says. Some take an empty field for none at all, and Codex has settings
 * of tools in a map where others list those that are allowed.
 */
export function grantedTools(
  { tools: rule, files }: HarnessFormat,
  { tools, frontmatter }: Pick<ParsedDefinition, 'tools' | 'frontmatter'>,
): Tools {
  if (files.syntax === 'toml' && isRecord(frontmatter.tools) && !grantsNone(tools)) return INHERIT;
  if (rule?.absent === 'none' && tools.kind === 'inherit' && statedField(frontmatter, rule.field).kind === 'left-out') {
    return NO_TOOLS;
  }
  if (rule?.empty !== 'all' || !grantsNone(tools)) return tools;
  const isEmpty = statedField(frontmatter, rule.field).kind === 'empty' && isForm(rule, frontmatter[rule.field]);
  return isEmpty ? readPermission(frontmatter.permission) : tools;
}

/** Whether a value has a form that the harness reads; one without a value counts as a list. */
function isForm({ forms }: ToolRule, value: unknown): boolean {
  if (isRecord(value)) return forms.includes('map');
  return forms.includes(typeof value === 'string' ? 'comma-list' : 'list');
}
