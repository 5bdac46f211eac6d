import { parse, TomlError } from 'smol-toml';
import { emptyRecord, isRecord, plainData } from '../../kit/plain-data.ts';
import { utf8Size } from '../../kit/utf8-size.ts';
import type { ParsedDefinition, Repair } from '../definition/agent-definition.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { findTomlValue, recoverToml } from './recover-toml.ts';
import { statedFields } from './stated-fields.ts';
import { lineNumberAt } from './text-lines.ts';

/** The key that holds the prompt in a Codex agent role. */
const PROMPT_KEY = 'developer_instructions';
/** Characters that are parsed as TOML; published definitions end at 88 KB, prompt included. */
const TOML_LIMIT = 524_288;
const MAX_DEPTH = 100;

/**
 * Read a Codex agent role: a TOML file whose prompt is the value of `developer_instructions`
 * (developers.openai.com/codex/subagents).
 *
 * @param text The whole text of the file.
 * @param path Path of the file, which gives the name where the text states none.
 * @returns The definition; `frontmatterRaw` is the whole text and `body` the prompt. What of a broken file can be read
 * line by line is in `repairs`. Never throws.
 */
export function parseTomlDefinition(text: string, path: string): ParsedDefinition {
  const { fields, repairs, diagnostics } = readToml(text);
  const prompt = fields[PROMPT_KEY];
  const body = typeof prompt === 'string' ? prompt : '';
  const bodyLine = lineNumberAt(text, findTomlValue(text, PROMPT_KEY));
  const stated = statedFields(fields, body, path);
  return {
    ...stated,
    frontmatterRaw: text,
    body,
    bodyLine,
    repairs,
    diagnostics: [...diagnostics, ...missingFields(stated, body, bodyLine)],
    bytes: utf8Size(text),
  };
}

interface TomlReading {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
}

function readToml(text: string): TomlReading {
  if (text.length > TOML_LIMIT) {
    const message = 'The file is longer than 512 KiB, so it was read line by line and not as TOML.';
    return recovered(text, { code: 'frontmatter/too-large', severity: 'warning', message, line: 1, column: 1 });
  }
  try {
    const data = plainData(parse(text, { maxDepth: MAX_DEPTH, integersAsBigInt: 'asNeeded' }));
    if (isRecord(data?.value)) return { fields: data.value, repairs: [], diagnostics: [] };
    const message = 'The TOML nests or repeats too much, so it was read line by line.';
    return recovered(text, { code: 'frontmatter/too-large', severity: 'warning', message, line: 1, column: 1 });
  } catch (error) {
    return recovered(text, brokenToml(error));
  }
}

function brokenToml(error: unknown): Diagnostic {
  // smol-toml promises a TomlError, but a definition must be listed whatever the parser does.
  const { message, line, column } = error instanceof TomlError ? error : { message: '', line: 1, column: 1 };
  const reason = /^Invalid TOML document: (.{1,200})/.exec(message)?.[1] ?? 'it cannot be parsed';
  return {
    code: 'frontmatter/not-toml',
    severity: 'error',
    message: `Not valid TOML (${reason}), so Codex does not load it; what could be read line by line is shown.`,
    line,
    column,
  };
}

function recovered(text: string, diagnostic: Diagnostic): TomlReading {
  const fields = Object.assign(emptyRecord<unknown>(), recoverToml(text));
  const reason = 'the TOML around it is broken';
  return {
    fields,
    repairs: Object.keys(fields).map((field) => ({ field, reason })),
    diagnostics: [diagnostic],
  };
}

function missingFields(
  stated: Pick<ParsedDefinition, 'nameInferred' | 'descriptionInferred'>,
  body: string,
  bodyLine: number,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (code: string, line: number, message: string) =>
    found.push({ code, severity: 'warning', message, line, column: 1 });
  if (stated.nameInferred) add('name/missing', 1, 'The file states no name, so the file name stands in.');
  if (stated.descriptionInferred) {
    add('description/missing', 1, 'The file states no description, so Codex does not load it.');
  }
  if (body.trim() === '') {
    add('body/empty', bodyLine, 'The file has no developer_instructions, so the agent has no prompt.');
  }
  return found;
}
