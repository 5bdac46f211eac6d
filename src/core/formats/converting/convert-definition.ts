import type { AgentDefinition, Format } from '../../definition/agent-definition.ts';
import { toolList } from '../../definition/tools.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { inWords } from '../harness/harness-words.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { claudeFields } from './claude-fields.ts';
import { claudeTool } from './claude-tool.ts';
import { convertedFields } from './converted-fields.ts';
import { definitionFileName } from './fitting-name.ts';
import { readBack } from './read-back.ts';
import { fileOf, type WrittenDefinition, writeDefinition } from './write-definition.ts';

/**
 * Write a definition of any harness in the format of another.
 *
 * One that is in that format already, and whole, is copied to the byte; one with flaws, or that the harness does not load
 * or loads without its fields, is written anew, without them.
 *
 * @returns The file, with a word on everything that could not be carried, or on why it cannot be written.
 */
export function convertDefinition(definition: AgentDefinition, format: Format): WrittenDefinition {
  const harness = harnessFormat(format);
  if (definition.format === format && isWhole(definition, harness)) {
    const { frontmatterRaw, body, name } = definition;
    const text = harness.files.syntax === 'toml' ? frontmatterRaw : frontmatterRaw + body;
    const file = { text, fileName: definitionFileName(harness, name) };
    const { notLoaded, isBare } = readBack(harness, file);
    if (notLoaded === null && !isBare) return { ...file, warnings: [], widens: [], notLoaded: null, refusal: null };
  }
  const own = claudeFields(definition);
  const { fields, warnings, widens = [] } = definition.format === 'claude' ? withoutUnknown(own, format) : own;
  const body = wholeLines(definition.body);
  if (format !== 'claude') {
    const written = writeDefinition(format, fields, body);
    return { ...written, warnings: [...warnings, ...written.warnings], widens: [...widens, ...written.widens] };
  }
  if (definition.format === 'claude') return writeDefinition(format, fields, body);
  const converted = convertedFields(harness, fields);
  const all = { warnings: [...warnings, ...converted.warnings], widens: [...widens, ...(converted.widens ?? [])] };
  return fileOf(harness, { ...converted, ...all }, body);
}

/**
 * Without the tools of a list that Claude Code does not know and so does not give: another harness may have one of that
 * name.
 */
function withoutUnknown(own: ReturnType<typeof claudeFields>, format: Format): ReturnType<typeof claudeFields> {
  const { tools } = own.fields;
  if (format === 'claude' || tools.kind === 'inherit') return own;
  const unknown = tools.tools.filter((item) => claudeTool(item).kind === 'foreign');
  if (unknown.length === 0) return own;
  const known = toolList(tools.tools.filter((item) => !unknown.includes(item)));
  const fate = unknown.length === 1 ? 'it is left out' : 'they are left out';
  const words = `Claude Code has no tool ${inWords(unknown, 'or')}; ${fate}`;
  return { ...own, fields: { ...own.fields, tools: known }, warnings: [...own.warnings, words] };
}

/** Where the file gives an agent its name, none need be stated. */
function isWhole(
  { repairs, nameInferred, descriptionInferred, diagnostics }: AgentDefinition,
  { identity }: HarnessFormat,
): boolean {
  const isFlawed = repairs.length > 0 || diagnostics.some(({ code }) => code.startsWith('frontmatter/'));
  return !isFlawed && !(nameInferred && identity.from.every((from) => from === 'name')) && !descriptionInferred;
}

/** A prompt without blank lines at its ends, its line ends as LF, one at the end. */
function wholeLines(body: string): string {
  const text = body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return text === '' ? '' : `${text}\n`;
}
