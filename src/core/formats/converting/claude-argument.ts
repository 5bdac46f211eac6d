import { isRecord } from '../../../kit/plain-data.ts';
import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import { listedTools } from '../../definition/tool-list.ts';
import type { FieldRule } from '../harness/harness-format.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';

/** An agent as Claude Code takes it as an argument. */
interface ClaudeArgument {
  readonly fields: Readonly<Record<string, unknown>>;
  /** What is left out, because the argument would be refused with it. */
  readonly warnings: readonly string[];
}

/** Fields that Claude Code passes over in the agents of plugins. */
const NOT_IN_PLUGINS: ReadonlySet<string> = new Set(['permissionMode', 'mcpServers', 'hooks']);

/**
 * The value of `--agents` for an agent. Of a file Claude Code forgives what it cannot use; an argument it refuses as a
 * whole, and does not start (measured with 2.1.332): lists have to be lists, numbers numbers, and words those it knows.
 *
 * @param isOfPlugin Whether it lies in a plugin.
 */
export function claudeArgument(
  { frontmatter, description, tools, body }: ParsedDefinition,
  isOfPlugin: boolean,
): ClaudeArgument {
  const { title, fields: rules } = harnessFormat('claude');
  const fields: Record<string, unknown> = { description };
  if (tools.kind === 'list') fields.tools = tools.tools;
  const warnings: string[] = [];
  for (const rule of rules) {
    const value = frontmatter[rule.name];
    if (GIVEN.has(rule.name) || isBlank(value)) continue;
    const taken = isOfPlugin && NOT_IN_PLUGINS.has(rule.name) ? undefined : asArgument(rule, value);
    if (taken === undefined) warnings.push(`The field ${rule.name} is left out: ${title} passes over what it says`);
    else fields[rule.name] = taken;
  }
  return { fields: { ...fields, prompt: body.trim() }, warnings };
}

const GIVEN: ReadonlySet<string> = new Set(['name', 'description', 'tools']);

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A value of a field as the argument has it; `undefined` for one that it would be refused for. */
function asArgument({ types, values, valueAliases = {}, min = 0 }: FieldRule, value: unknown): unknown {
  if (types.includes('comma-list')) return listedTools(value);
  if (types.includes('list')) return itemsOf(value);
  if (types.includes('map')) return isRecord(value) ? value : undefined;
  if (types.includes('integer'))
    return Number.isInteger(Number(value)) && Number(value) >= min ? Number(value) : undefined;
  if (types.includes('boolean'))
    return ['true', 'false'].includes(String(value)) ? String(value) === 'true' : undefined;
  if (typeof value === 'object') return undefined;
  const text = String(value).trim();
  const word = valueAliases[text] ?? text;
  return values === undefined || values.includes(word) ? word : undefined;
}

/** A list of names and of maps with one name each, which a map can stand for. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (isRecord(value)) return Object.entries(value).map(([name, own]) => ({ [name]: own }));
  if (typeof value === 'string') return listedTools(value);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' || isRecord(one)) : undefined;
}
