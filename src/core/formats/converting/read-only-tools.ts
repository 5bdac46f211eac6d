import type { HarnessFormat } from '../harness/harness-format.ts';
import { claudeTool } from './claude-tool.ts';
import type { AskedTools, WrittenFields } from './written-fields.ts';

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
 * cannot or it is denied both Edit and Write.
 */
export function readOnlyTools({ title, readOnly }: HarnessFormat, { tools, denied }: AskedTools): WrittenFields {
  const away = new Set(namesIn(denied));
  const isDenied = away.has('Edit') && away.has('Write');
  const changes = tools === null || namesIn(tools).some((name) => CHANGERS.includes(name) && !away.has(name));
  const cannot = `${title} cannot limit an agent to certain tools`;
  if (readOnly !== null && (isDenied || !changes)) {
    const warning = `${cannot}; ${readOnly.field} keeps this one from changing files, and no more`;
    return { fields: { [readOnly.field]: readOnly.value }, warnings: [warning] };
  }
  return { fields: {}, warnings: [`${cannot}; this one gets all of the session, more than it asks for`] };
}

/** The tools that are named as a whole: what is allowed in part is not carried, and so not allowed. */
function namesIn(items: readonly string[]): readonly string[] {
  return items.flatMap((item) => {
    const tool = claudeTool(item);
    return tool.kind === 'tool' ? [tool.name] : [];
  });
}
