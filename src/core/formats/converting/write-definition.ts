import type { Format } from '../../definition/agent-definition.ts';
import { fieldText } from '../../definition/value-as-text.ts';
import { plainFrontmatter } from '../../writing/plain-frontmatter.ts';
import { serialiseFrontmatter } from '../../writing/write-frontmatter.ts';
import { writeToml } from '../../writing/write-toml.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { convertedFields } from './converted-fields.ts';
import { definitionFileName } from './fitting-name.ts';
import { readBack } from './read-back.ts';
import { type ClaudeFields, claudeFrontmatter, type WrittenFields } from './written-fields.ts';

/** A definition as a harness reads it. */
export interface WrittenDefinition {
  /** The whole text of the file. */
  readonly text: string;
  /** What the file is best called, with the ending the harness wants. */
  readonly fileName: string;
  /** What could not be carried or had to be changed, in one line each. Values in them may hold any character. */
  readonly warnings: readonly string[];
  /** Those of the warnings that say what the agent may do there and might not before. */
  readonly widens: readonly string[];
  /** That warning which says that the harness does not load the file, as it reads it itself, and why; `null` if it does. */
  readonly notLoaded: string | null;
  /**
   * Why it must not be written: it would do more than it may, and the harness cannot be told, or it keeps the harness
   * from starting. `null` if it can be.
   */
  readonly refusal: string | null;
}

/**
 * Write a definition in the format of a harness.
 *
 * For Claude Code the fields are written as they are. For another, tools, model and fields are put as it puts them, and
 * what it has no word for is left out with a warning: never passed on as it is, since that may mean something else there,
 * grant more than was asked for, or keep the file from loading. Fields that run programs or lift restrictions are always
 * left out.
 *
 * Laws: the project's own reader gives back name, description and prompt, and the tools that were carried; its lint finds
 * no error; each field that is left out has a warning.
 *
 * @param fields As Claude Code has them, in order: name, description, tools, model, color and any other field as read.
 * @param body The prompt, ending in one line end.
 */
export function writeDefinition(format: Format, fields: ClaudeFields, body: string): WrittenDefinition {
  const harness = harnessFormat(format);
  const written: WrittenFields =
    format === 'claude' ? { fields: claudeFrontmatter(fields), warnings: [] } : convertedFields(harness, fields);
  return fileOf(harness, written, body);
}

/** A definition as a file, out of the fields that its harness has. */
export function fileOf(
  harness: HarnessFormat,
  { fields, warnings, widens = [], refusal }: WrittenFields,
  body: string,
): WrittenDefinition {
  const { files, prompt } = harness;
  const text =
    files.syntax === 'toml' && prompt.field !== null
      ? writeToml(fields, prompt.field, body)
      : `${frontmatterOf(harness, fields)}\n${body}`;
  const fileName = definitionFileName(harness, fieldText(fields.name) ?? '');
  const { notLoaded, stops, isBare } = readBack(harness, { text, fileName });
  const all = [...warnings, ...(notLoaded === null ? [] : [notLoaded]), ...lengthWarnings(harness, body)];
  const lost = isBare ? `${harness.title} would lose its fields, limits included` : null;
  return { text, fileName, warnings: all, widens, notLoaded, refusal: refusal ?? lost ?? (stops ? notLoaded : null) };
}

function frontmatterOf({ id, identity }: HarnessFormat, fields: WrittenFields['fields']): string {
  if (identity.literal) return plainFrontmatter(fields);
  return serialiseFrontmatter(fields, id === 'claude' ? 'text' : 'list');
}

function lengthWarnings({ title, prompt: { max } }: HarnessFormat, body: string): readonly string[] {
  const { length } = body.trim();
  return max === null || length <= max ? [] : [`${title} takes prompts of ${max} characters; this one has ${length}`];
}
