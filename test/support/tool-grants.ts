import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { listedTools } from '../../src/core/definition/tool-list.ts';
import { grantsAll, toolsJson } from '../../src/core/definition/tools.ts';
import type { ToolName, ToolRule } from '../../src/core/formats/harness/harness-format.ts';
import { HARNESSES, harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { isRecord } from '../../src/kit/plain-data.ts';

/** The tools of Claude Code, one tool of a server, and one that is none of these. */
const POWERS: readonly string[] = [
  ...new Set(HARNESSES.flatMap(({ tools }) => (tools?.names ?? []).flatMap(({ claude = [] }) => claude))),
  ...(harnessFormat('claude').tools?.names ?? []).filter((tool) => isPresent(tool)).map(({ name }) => name),
  'mcp__srv__find',
  'anything else',
];

function isPresent({ replacedBy, claude }: ToolName): boolean {
  return replacedBy === undefined && claude === undefined;
}

const CHANGING: readonly string[] = ['Edit', 'Write', 'NotebookEdit', 'Bash', 'PowerShell'];

/** What a definition may do by the tables of its harness alone, as tools of Claude Code. */
export function powersOf(definition: AgentDefinition): ReadonlySet<string> {
  const { format, frontmatter, tools } = definition;
  const { tools: rule, readOnly } = harnessFormat(format);
  if (rule === null) {
    const isApplied = readOnly !== null && readOnly.notApplied === undefined;
    const isReadOnly = isApplied && frontmatter[readOnly.field] === readOnly.value;
    return new Set(POWERS.filter((power) => !isReadOnly || !CHANGING.includes(power)));
  }
  const given = grantsAll(tools) ? POWERS : (toolsJson(tools) ?? []).flatMap((name) => powersOfName(rule, name));
  const denied = deniedNames(rule, frontmatter).flatMap((name) => powersOfName(rule, name));
  return new Set(given.filter((power) => !denied.includes(power)));
}

function deniedNames({ denyField, permissions, field, names }: ToolRule, fields: AgentDefinition['frontmatter']) {
  const named = denyField === null ? [] : listedTools(fields[denyField]);
  if (permissions === null) return named;
  const maps = [fields[field], fields[permissions.field]].flatMap((map) => (isRecord(map) ? Object.entries(map) : []));
  // Of what is said of one tool, under whichever of its names, the last counts.
  const last = new Map(maps.map(([name, value]) => [presentName(names, name), value]));
  return [...last].flatMap(([name, value]) => (name !== '*' && (value === false || value === 'deny') ? [name] : []));
}

function presentName(names: ToolRule['names'], name: string): string {
  return names.find((one) => one.name === name)?.replacedBy ?? name;
}

function powersOfName(rule: ToolRule, name: string): readonly string[] {
  const isNamed = (one: string) => (rule.caseSensitive ? one === name : one.toLowerCase() === name.toLowerCase());
  const tool = rule.names.find((one) => [one.name, ...(one.aliases ?? [])].some(isNamed));
  if (tool === undefined) return /srv/.test(name) ? ['mcp__srv__find'] : [];
  const present = tool.replacedBy ?? tool.name;
  if (rule === harnessFormat('claude').tools) return [present];
  return rule.names
    .filter((one) => one.name === present || one.replacedBy === present)
    .flatMap(({ claude = [] }) => claude);
}
