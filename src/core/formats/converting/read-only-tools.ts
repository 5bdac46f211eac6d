import { type Tools, toolWords } from '../../definition/tools.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { claudeTool } from './claude-tool.ts';
import { type AskedTools, type WrittenFields, widening } from './written-fields.ts';

/** Tools of Claude Code that change files. */
const EDITORS: readonly string[] = ['Edit', 'Write', 'NotebookEdit'];
/** Tools of Claude Code that can change anything. */
const CHANGERS: readonly string[] = [...EDITORS, 'Bash', 'PowerShell'];

/** The tools that an agent which changes nothing does without. */
export const READ_ONLY_DENIES: readonly string[] = CHANGERS;

/** The tools that plan mode takes from an agent of Claude Code. */
export const PLAN_MODE_DENIES: readonly string[] = EDITORS;

/**
 * Say what can be said of tools where a harness knows no list of them: that the agent changes nothing, if its tools
 * cannot or it is denied both Edit and Write. That it is to have none at all cannot be said, and neither can a list of
 * which the harness has nothing.
 */
export function readOnlyTools(harness: HarnessFormat, { tools, denied }: AskedTools): WrittenFields {
  const { title, readOnly } = harness;
  const away = new Set(namesIn(denied));
  const left = tools.kind === 'inherit' ? null : namesIn(tools.tools).filter((name) => !away.has(name));
  const changesNothing = readOnly === null ? {} : { [readOnly.field]: readOnly.value };
  if (left?.length === 0) return { fields: changesNothing, warnings: [], refusal: noTools(harness, tools) };
  const isDenied = away.has('Edit') && away.has('Write');
  const changes = left === null || left.some((name) => CHANGERS.includes(name));
  const cannot = `${title} cannot limit an agent to certain tools`;
  const all = 'this one gets all of the session, more than it asks for';
  if (readOnly === null || (!isDenied && changes)) return widening({}, [`${cannot}; ${all}`]);
  const { field, notApplied } = readOnly;
  if (notApplied !== undefined) return widening(changesNothing, [`${cannot} and ${notApplied}; ${all}`]);
  return widening(changesNothing, [`${cannot}; ${field} keeps this one from changing files, and no more`]);
}

function noTools({ title }: HarnessFormat, tools: Tools): string {
  const named = tools.kind === 'list' && tools.tools.length > 0;
  const which = named ? `those left to this one are none of its own (${toolWords(tools)})` : 'this one is to have none';
  return `${title} cannot take tools away, and ${which}: it would get all of the session`;
}

/** The tools that are named as a whole: what is allowed in part is not carried, and so not allowed. */
function namesIn(items: readonly string[]): readonly string[] {
  return items.flatMap((item) => {
    const tool = claudeTool(item);
    return tool.kind === 'tool' ? [tool.name] : [];
  });
}
