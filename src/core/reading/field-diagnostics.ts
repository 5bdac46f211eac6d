import { isRecord } from '../../kit/plain-data.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { fieldText } from '../definition/value-as-text.ts';
import type { FrontmatterReading } from './frontmatter.ts';
import type { InnerLine } from './split-fields.ts';

/** Fields in which some collections keep the prompt. */
const PROMPT_FIELDS: readonly string[] = ['instructions', 'prompt', 'systemPrompt', 'system_prompt'];

/**
 * What is suspicious about single fields and the body, as far as the text alone tells. Which names and values a
 * harness accepts is not judged here.
 *
 * @param reading The frontmatter as read.
 * @param body The text after it.
 * @param bodyLine 1-based line on which the body starts.
 * @returns Diagnostics in the order of the file's parts: name, description, body.
 */
export function fieldDiagnostics(reading: FrontmatterReading, body: string, bodyLine: number): readonly Diagnostic[] {
  return [
    ...(reading.isPresent ? [...nameDiagnostics(reading), ...descriptionDiagnostics(reading)] : []),
    ...bodyDiagnostics(reading, body, bodyLine),
  ];
}

function nameDiagnostics(reading: FrontmatterReading): readonly Diagnostic[] {
  if (fieldText(reading.fields.name) !== null) return [];
  const message =
    'The frontmatter states no name, so the file name stands in; Claude Code and Gemini CLI skip the file.';
  return [{ code: 'name/missing', severity: 'warning', message, ...placeOf(reading, 'name') }];
}

function descriptionDiagnostics(reading: FrontmatterReading): readonly Diagnostic[] {
  const value = reading.fields.description;
  const place = placeOf(reading, 'description');
  if (isRecord(value) || Array.isArray(value)) {
    const message = 'YAML reads the description as a list or map and not as text; put it in quotation marks.';
    return [{ code: 'description/not-text', severity: 'warning', message, ...place }];
  }
  if (fieldText(value) === null) {
    const message = 'The frontmatter states no description, so no harness knows when to use the agent.';
    return [{ code: 'description/missing', severity: 'warning', message, ...place }];
  }
  return [...commentCut(reading), ...literalNewline(reading)];
}

/** YAML ends a plain value at ` #`, which cuts a sentence about C # or issue #12 short without a word. */
function commentCut({ lines, repairs }: FrontmatterReading): readonly Diagnostic[] {
  if (repairs.some(({ field }) => field === 'description')) return [];
  const line = findFieldLine(lines, 'description');
  const plain = /^description[ \t]*:[ \t]+[^"'|>[{#]/.test(line?.text ?? '');
  // Two blanks are how people set a comment off.
  const cut = plain ? (line?.text ?? '').search(/(?<![ \t])[ \t]#/) : -1;
  if (line === undefined || cut === -1) return [];
  const message = 'YAML takes " #" for a comment, so the description ends before it; put it in quotation marks.';
  const column = line.indent + cut + 2;
  return [{ code: 'frontmatter/comment-cut', severity: 'warning', message, line: line.number, column }];
}

/** A backslash and an n in a value without double quotes are shown as such. */
function literalNewline(reading: FrontmatterReading): readonly Diagnostic[] {
  if (!(fieldText(reading.fields.description) ?? '').includes('\\n')) return [];
  const line = findFieldLine(reading.lines, 'description');
  const at = line?.text.indexOf('\\n') ?? -1;
  const place =
    line && at !== -1 ? { line: line.number, column: line.indent + at + 1 } : placeOf(reading, 'description');
  const message = 'The description holds \\n as two characters, which harnesses show as such and not as a line end.';
  return [{ code: 'description/literal-newline', severity: 'info', message, ...place }];
}

function bodyDiagnostics({ fields, lines }: FrontmatterReading, body: string, line: number): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const field = PROMPT_FIELDS.find((key) => typeof fields[key] === 'string');
  if (field !== undefined) {
    const message = `The prompt stands in the field ${field}, where harnesses that take it from the body do not look.`;
    found.push({
      code: 'body/in-field',
      severity: 'info',
      message,
      line: findFieldLine(lines, field)?.number ?? 1,
      column: 1,
    });
  }
  if (body.trim() === '') {
    const message = 'The body is empty, so the agent has no prompt.';
    found.push({ code: 'body/empty', severity: 'warning', message, line, column: 1 });
  }
  return found;
}

const findFieldLine = (lines: readonly InnerLine[], key: string): InnerLine | undefined =>
  lines.find(({ text }) => text.startsWith(key) && /^[ \t]*:/.test(text.slice(key.length, key.length + 9)));

/** The field's own line, or the opening fence's when there is none. */
function placeOf({ lines }: FrontmatterReading, key: string): { readonly line: number; readonly column: number } {
  const line = findFieldLine(lines, key);
  return line
    ? { line: line.number, column: line.indent + 1 }
    : { line: Math.max(1, (lines[0]?.number ?? 2) - 1), column: 1 };
}
