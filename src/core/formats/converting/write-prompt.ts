import type { Format } from '../../definition/agent-definition.ts';
import type { Kind } from '../../definition/kind.ts';
import { fieldText } from '../../definition/value-as-text.ts';
import { serialiseFrontmatter } from '../../writing/write-frontmatter.ts';
import { writeToml } from '../../writing/write-toml.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { commandRule } from '../harnesses/kind-folders.ts';
import { kindFileName } from './kind-file-name.ts';
import type { WrittenDefinition } from './write-definition.ts';
import type { ClaudeFields } from './written-fields.ts';

/**
 * Write a prompt as a skill (agentskills.io/specification: `NAME/SKILL.md` with name and description) or as a command of
 * a harness.
 *
 * Neither limits tools nor names a model for whoever uses it: those fields are left out with a warning. Fields of some
 * harnesses that sound alike, as `allowed-tools`, allow what would be asked about, and so are never written.
 *
 * @param fields As Claude Code has them.
 * @param body The prompt, ending in one line end.
 */
export function writePrompt(
  kind: Exclude<Kind, 'agent'>,
  format: Format,
  { name, description, tools, ...others }: ClaudeFields,
  body: string,
): WrittenDefinition {
  const fileName = kindFileName(format, kind, fieldText(name) ?? '');
  const left = Object.keys(others).map((field) => `A ${kind} has no ${field}: it is left out`);
  const runs = RUN_WHEN_USED.exec(body)?.[0];
  const widens = [
    ...(tools.kind === 'inherit' ? [] : [`A ${kind} limits no tools: whoever uses it may use all of the session's`]),
    ...(runs === undefined ? [] : [`Some harnesses run what stands in ${runs} when the ${kind} is used`]),
  ];
  const written = { fileName, widens, notLoaded: null, refusal: null };
  if (kind === 'skill') {
    const text = `${serialiseFrontmatter({ name, description })}\n${body}`;
    return { ...written, text, warnings: [...widens, ...left] };
  }
  const rule = commandRule(format);
  const hasFields = rule?.hasFields ?? true;
  const stated = fieldText(description) ? { description } : {};
  const isLost = !hasFields && Object.hasOwn(stated, 'description');
  const { title } = harnessFormat(format);
  return {
    ...written,
    text: commandText(rule, stated, body),
    warnings: [...widens, ...left, ...(isLost ? [`Commands of ${title} have no description: it is left out`] : [])],
    refusal: rule === null ? `${title} has no commands that we know of: a skill is called by its name too` : null,
  };
}

/** Commands that Claude Code, OpenCode and Gemini CLI run to put what they print into the prompt. */
const RUN_WHEN_USED = /!`[^`\n]+`|!\{[^{}\n]+\}/;

function commandText(
  rule: ReturnType<typeof commandRule>,
  fields: Readonly<Record<string, unknown>>,
  body: string,
): string {
  if (rule?.ending === '.toml') return writeToml(fields, 'prompt', body);
  return rule?.hasFields === false || Object.keys(fields).length === 0
    ? body
    : `${serialiseFrontmatter(fields)}\n${body}`;
}
