import { isRecord } from '../../../kit/plain-data.ts';
import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { listedTools } from '../../definition/tool-list.ts';
import type { ToolRule } from '../harness/harness-format.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { claudeTool } from './claude-tool.ts';
import { claudeTools } from './counterpart.ts';
import { PLAN_MODE_DENIES, READ_ONLY_DENIES } from './read-only-tools.ts';

type Frontmatter = AgentDefinition['frontmatter'];

/** Fields that take tools away, and which, as Claude Code names them if it does. */
export interface Limits {
  readonly fields: readonly string[];
  readonly denied: readonly string[];
}

/** What a definition takes away from its tools: denied tools, plan mode, a field that keeps it from changing anything. */
export function limitsOf({ format, frontmatter }: AgentDefinition): Limits {
  const { tools: rule, readOnly } = harnessFormat(format);
  const found: [field: string, denied: readonly string[]][] = [];
  if (rule !== null) {
    for (const field of [rule.denyField, rule.field, rule.permissions?.field ?? null]) {
      if (field === null) continue;
      const only = { [field]: frontmatter[field] };
      found.push([field, [...deniedIn(rule, only), ...partlyDenied(rule, only)].flatMap((one) => wordsOf(rule, one))]);
    }
  } else found.push(['tools', switchedOff(frontmatter.tools)]);
  for (const field of ['permissionMode', 'approvalMode']) {
    if (frontmatter[field] === 'plan') found.push([field, PLAN_MODE_DENIES]);
  }
  const isReadOnly = readOnly !== null && frontmatter[readOnly.field] === readOnly.value;
  if (isReadOnly) found.push([readOnly.field, READ_ONLY_DENIES]);
  const limiting = found.filter(([, denied]) => denied.length > 0);
  return {
    fields: limiting.map(([field]) => field),
    denied: [...new Set(limiting.flatMap(([, denied]) => denied))],
  };
}

/** Tools that are taken away as a whole. */
export function deniedIn({ denyField, field, permissions }: ToolRule, frontmatter: Frontmatter): readonly string[] {
  const inField = denyField === null ? [] : listedTools(frontmatter[denyField]);
  const switches = isRecord(frontmatter[field]) ? frontmatter[field] : {};
  const actions =
    permissions !== null && isRecord(frontmatter[permissions.field]) ? frontmatter[permissions.field] : {};
  return [...inField, ...switchedOff({ ...switches, ...(actions as object) })];
}

/** The tools that a map takes away by name. */
function switchedOff(map: unknown): readonly string[] {
  if (!isRecord(map)) return [];
  return Object.entries(map).flatMap(([tool, value]) =>
    tool !== '*' && (value === false || value === 'deny') ? [tool] : [],
  );
}

/** A tool as Claude Code names it, or as it is written where Claude Code has none. */
function wordsOf(rule: ToolRule, tool: string): readonly string[] {
  const words =
    claudeTool(tool).kind === 'foreign' || rule.names.some(({ name }) => name === tool) ? claudeTools(rule, tool) : [];
  return words.length > 0 ? words : [tool];
}

/** Tools of which some uses are denied: Claude Code would have to know the same patterns. */
export function partlyDenied({ permissions }: ToolRule, frontmatter: Frontmatter): readonly string[] {
  const map = permissions === null ? null : frontmatter[permissions.field];
  if (!isRecord(map)) return [];
  return Object.entries(map).flatMap(([tool, value]) =>
    isRecord(value) && Object.values(value).includes('deny') ? [tool] : [],
  );
}
