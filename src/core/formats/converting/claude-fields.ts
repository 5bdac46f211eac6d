import { isRecord } from '../../../kit/plain-data.ts';
import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { readTools } from '../../definition/tool-list.ts';
import { fieldText } from '../../definition/value-as-text.ts';
import type { HarnessFormat, ToolRule } from '../harness/harness-format.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { claudeModel } from '../loading/written-model.ts';
import { claudeTools } from './counterpart.ts';
import { READ_ONLY_DENIES } from './read-only-tools.ts';
import type { WrittenFields } from './written-fields.ts';

/**
 * The fields of a definition in the format of any harness, as Claude Code has them: tools, model and fields under its
 * names, a name and a description also where they are inferred. Fields it does not know are kept as they are.
 *
 * Law: no tool is among the result that the definition's own harness would not give.
 */
export function claudeFields(definition: AgentDefinition): WrittenFields {
  const { name, description, format, frontmatter, tools } = definition;
  const stated = { name, ...(description !== '' && { description }) };
  if (format === 'claude') {
    return { fields: { ...stated, ...frontmatter, ...stated, ...(tools !== null && { tools }) }, warnings: [] };
  }
  const harness = harnessFormat(format);
  const { fields, warnings } = toolFields(harness, definition);
  const model = modelOf(harness, frontmatter);
  return {
    fields: {
      ...stated,
      ...fields,
      ...(model !== null && { model }),
      ...planMode(frontmatter),
      ...others(harness, frontmatter),
    },
    warnings,
  };
}

type Frontmatter = AgentDefinition['frontmatter'];

/** Of several models to be tried in turn, the first. */
function modelOf(harness: HarnessFormat, frontmatter: Frontmatter): string | null {
  const value = harness.models.field === null ? null : frontmatter[harness.models.field];
  const model = fieldText(Array.isArray(value) ? value[0] : value);
  return model === null ? null : claudeModel(harness, model);
}

/** Qwen Code's word for it. */
function planMode({ approvalMode }: Frontmatter): WrittenFields['fields'] {
  return approvalMode === 'plan' ? { permissionMode: 'plan' } : {};
}

function others(harness: HarnessFormat, frontmatter: Frontmatter): WrittenFields['fields'] {
  const { tools, models, prompt, subagentFields, readOnly, fields } = harness;
  const done = [tools?.field, tools?.denyField, tools?.permissions?.field, models.field, prompt.field];
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

function toolFields(harness: HarnessFormat, { frontmatter, tools }: AgentDefinition): WrittenFields {
  const { tools: rule, readOnly } = harness;
  if (rule === null) {
    const changesNothing = readOnly !== null && frontmatter[readOnly.field] === readOnly.value;
    return { fields: changesNothing ? { disallowedTools: READ_ONLY_DENIES } : {}, warnings: [] };
  }
  const inherits = tools === null || (tools.length === 0 && rule.empty === 'all' && rule.permissions === null);
  const partly = partlyDenied(rule, frontmatter);
  const warnings: string[] = [];
  const granted = inherits
    ? null
    : tools.flatMap((tool) => {
        const names = partly.includes(tool) ? [] : claudeTools(rule, tool);
        if (names.length === 0) warnings.push(`The tool ${tool} is left out: Claude Code has none that does no more`);
        return names;
      });
  const isDenying = inherits || rule.denyField !== null;
  const denied = (isDenying ? [...partly, ...deniedIn(rule, frontmatter)] : []).flatMap((tool) => {
    const names = claudeTools(rule, tool);
    if (names.length === 0) warnings.push(`That ${tool} is denied is left out: Claude Code has no such tool`);
    return names;
  });
  const asking = rule.permissions?.field;
  if (asking !== undefined && isRecord(frontmatter[asking]) && granted === null && denied.length === 0) {
    warnings.push(`The field ${asking} is left out: what is asked about is a matter of settings elsewhere`);
  }
  return {
    fields: {
      ...(granted !== null && { tools: [...new Set(granted)] }),
      ...(denied.length > 0 && { disallowedTools: [...new Set(denied)] }),
    },
    warnings,
  };
}

/** Tools that are taken away as a whole. */
function deniedIn({ denyField, field, permissions }: ToolRule, frontmatter: Frontmatter): readonly string[] {
  const inField = denyField === null ? [] : (readTools(frontmatter[denyField]) ?? []);
  if (permissions === null) return inField;
  const switches = isRecord(frontmatter[field]) ? frontmatter[field] : {};
  const actions = isRecord(frontmatter[permissions.field]) ? frontmatter[permissions.field] : {};
  const off = Object.entries({ ...switches, ...(actions as object) });
  return off.flatMap(([tool, value]) =>
    tool !== permissions.everything && (value === false || value === 'deny') ? [tool] : [],
  );
}

/** Tools of which some uses are denied: Claude Code would have to know the same patterns. */
function partlyDenied({ permissions }: ToolRule, frontmatter: Frontmatter): readonly string[] {
  const map = permissions === null ? null : frontmatter[permissions.field];
  if (!isRecord(map)) return [];
  return Object.entries(map).flatMap(([tool, value]) =>
    isRecord(value) && Object.values(value).includes('deny') ? [tool] : [],
  );
}
