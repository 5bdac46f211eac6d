import { isRecord } from '../../../kit/plain-data.ts';
import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { grantsAll, INHERIT, toolList, toolsJson } from '../../definition/tools.ts';
import { fieldText } from '../../definition/value-as-text.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { claudeModel } from '../loading/written-model.ts';
import { claudeTools } from './counterpart.ts';
import { READ_ONLY_DENIES } from './read-only-tools.ts';
import { deniedIn, partlyDenied } from './tool-limits.ts';
import type { ClaudeFields, WrittenFields } from './written-fields.ts';

/**
 * The fields of a definition in the format of any harness, as Claude Code has them: tools, model and fields under its
 * names, a name and a description also where they are inferred. Fields it does not know are kept as they are.
 *
 * Law: no tool is among the result that the definition's own harness would not give.
 */
export function claudeFields(definition: AgentDefinition): WrittenFields & { readonly fields: ClaudeFields } {
  const { name, description, format, frontmatter, tools } = definition;
  const stated = { name, ...(description !== '' && { description }) };
  const harness = harnessFormat(format);
  if (format === 'claude') {
    // A map is no form of Claude Code; what it takes away by name is said in the field for that.
    const away = harness.tools !== null && isRecord(frontmatter.tools) ? deniedIn(harness.tools, frontmatter) : [];
    const denied = away.length > 0 && { disallowedTools: away };
    return { fields: { ...stated, ...frontmatter, ...stated, tools, ...denied }, warnings: [] };
  }
  const { fields, warnings, widens = [] } = toolFields(harness, definition);
  const model = modelInClaudeWords(definition);
  return {
    fields: {
      ...stated,
      ...fields,
      ...(model !== null && { model }),
      ...planMode(frontmatter),
      ...others(harness, frontmatter),
    },
    warnings,
    widens,
  };
}

type Frontmatter = AgentDefinition['frontmatter'];

/** The model that a definition states, as Claude Code names it if it does; of several to be tried in turn, the first. */
export function modelInClaudeWords({ format, model, frontmatter }: AgentDefinition): string | null {
  if (format === 'claude') return model;
  const harness = harnessFormat(format);
  const value = harness.models.field === null ? null : frontmatter[harness.models.field];
  const stated = fieldText(Array.isArray(value) ? value[0] : value);
  return stated === null ? null : claudeModel(harness, stated);
}

/** Qwen Code's word for it. */
function planMode({ approvalMode }: Frontmatter): WrittenFields['fields'] {
  return approvalMode === 'plan' ? { permissionMode: 'plan' } : {};
}

function others(harness: HarnessFormat, frontmatter: Frontmatter): WrittenFields['fields'] {
  const { tools, models, prompt, subagentFields, readOnly, fields } = harness;
  const done = ['tools', tools?.denyField, tools?.permissions?.field, models.field, prompt.field];
  const left = Object.entries(frontmatter).filter(
    ([key, value]) =>
      !['name', 'description', ...done].includes(key) &&
      subagentFields[key] !== value &&
      !(key === readOnly?.field && value === readOnly.value) &&
      !(key === 'approvalMode' && value === 'plan'),
  );
  return Object.fromEntries(
    left.map(([key, value]) => [fields.find(({ name }) => name === key)?.claude ?? key, value]),
  );
}

type ToolFields = Pick<ClaudeFields, 'tools'> & { readonly disallowedTools?: readonly string[] };

function toolFields(
  harness: HarnessFormat,
  { frontmatter, tools }: AgentDefinition,
): WrittenFields & { readonly fields: ToolFields } {
  const { tools: rule, readOnly, title } = harness;
  if (rule === null) {
    const changesNothing = readOnly !== null && frontmatter[readOnly.field] === readOnly.value;
    const settings = isRecord(frontmatter.tools) && tools.kind === 'inherit';
    return {
      fields: { tools, ...(changesNothing && { disallowedTools: READ_ONLY_DENIES }) },
      warnings: settings ? [`The field tools is left out: it holds settings of ${title}`] : [],
    };
  }
  const partly = partlyDenied(rule, frontmatter);
  const warnings: string[] = [];
  const widens: string[] = [];
  const granted = (toolsJson(tools) ?? []).flatMap((tool) => {
    const names = tool === '*' ? [tool] : partly.includes(tool) ? [] : claudeTools(rule, tool);
    if (names.length === 0) warnings.push(`The tool ${tool} is left out: Claude Code has none that does no more`);
    return names;
  });
  const isDenying = grantsAll(tools) || rule.denyField !== null;
  const denied = (isDenying ? [...partly, ...deniedIn(rule, frontmatter)] : []).flatMap((tool) => {
    const names = claudeTools(rule, tool);
    if (names.length === 0) widens.push(`That ${tool} is denied is left out: Claude Code has no such tool`);
    return names;
  });
  const asking = rule.permissions?.field;
  const isWholeLost = tools.kind === 'inherit' && denied.length === 0;
  if (asking !== undefined && isRecord(frontmatter[asking]) && (isWholeLost || asks(frontmatter[asking]))) {
    const left = isWholeLost ? `The field ${asking}` : `What ${asking} has asked about`;
    warnings.push(`${left} is left out: that is a matter of settings elsewhere`);
  }
  return {
    fields: {
      tools: tools.kind === 'inherit' ? INHERIT : toolList([...new Set(granted)]),
      ...(denied.length > 0 && { disallowedTools: [...new Set(denied)] }),
    },
    warnings: [...warnings, ...widens],
    widens,
  };
}

/** Whether anything in a map of permissions is asked about. */
const asks = (permission: unknown): boolean =>
  isRecord(permission) ? Object.values(permission).some(asks) : permission === 'ask';
