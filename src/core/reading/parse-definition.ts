import { utf8Size } from '../../kit/utf8-size.ts';
import type { ParsedDefinition } from '../definition/agent-definition.ts';
import { fieldDiagnostics } from './field-diagnostics.ts';
import { readFrontmatter } from './frontmatter.ts';
import { parseTomlDefinition } from './parse-toml-definition.ts';
import { statedFields } from './stated-fields.ts';
import { lineNumberAt } from './text-lines.ts';

/**
 * Read the text of one file as an agent definition. Whatever is missing or broken is inferred or repaired, and said so
 * in `diagnostics` and `repairs`.
 *
 * Law: for a path that does not end in `.toml`, `frontmatterRaw + body` is `text`. A byte order mark is always part of
 * `frontmatterRaw`, so that a body can be cut into lines without it. In a TOML file (Codex) the prompt is a value, so
 * `frontmatterRaw` is the whole text and `body` what `developer_instructions` says.
 *
 * @param text The whole text; any string at all.
 * @param path Path of the file, which gives the name where the text states none.
 * @param size Bytes that the text takes in UTF-8, if they have been counted.
 * @returns What the text says. Never throws.
 */
export function parseDefinition(text: string, path: string, size?: number): ParsedDefinition {
  if (/\.toml$/i.test(path)) return parseTomlDefinition(text, path);
  const reading = readFrontmatter(text);
  const { fields } = reading;
  const body = text.slice(reading.end);
  const bodyLine = lineNumberAt(text, reading.end);
  return {
    ...statedFields(fields, body, path),
    frontmatterRaw: text.slice(0, reading.end),
    body,
    bodyLine,
    repairs: reading.repairs,
    diagnostics: [...reading.diagnostics, ...fieldDiagnostics(reading, body, bodyLine)],
    bytes: size ?? utf8Size(text),
  };
}
