import { once } from '../../kit/once.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic, Severity } from '../definition/diagnostic.ts';
import { fileText, isTomlFile } from '../definition/file-text.ts';
import type { HarnessFormat } from '../formats/harness/harness-format.ts';
import type { Treatment } from '../formats/harness/reading-rule.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { findTomlValue } from '../reading/recover-toml.ts';
import { type FieldPlace, placeFields } from './field-places.ts';
import { type LineIndex, lineIndex, type Place } from './line-index.ts';
import { LINT_CODES, type LintCode, type LintCodeEntry } from './lint-codes.ts';

/** A definition under examination: what the rules ask, worked out when first asked for. */
export interface LintSubject {
  readonly definition: AgentDefinition;
  /** The harness whose rules the file follows. */
  readonly harness: HarnessFormat;
  /** The whole text of the file. */
  readonly text: string;
  /** Offset of the body in the text; where the prompt starts in a TOML file. */
  readonly bodyStart: number;
  /** The place of an offset in the text. */
  placeAt(offset: number): Place;
  /** The place of a field's key; line 1 if the file has no such field. */
  placeOfField(key: string): Place;
  /** The place of a text inside the value of a field; of the value itself if it is not written out there. */
  placeInField(key: string, part?: string): Place;
}

/** What a rule finds. */
export interface Finding extends Diagnostic {
  /** What the harness does with a file of this flaw, as far as the rule knows; its message does not say it. */
  readonly fate?: Treatment;
}

/** One rule: everything it finds in a definition. */
export type LintRule = (subject: LintSubject) => readonly Finding[];

/**
 * Prepare a definition for the rules.
 *
 * @param isPlaced Whether it matters where what they find stands: to look for that takes as long as the rules.
 */
export function lintSubject(definition: AgentDefinition, isPlaced = true): LintSubject {
  const { frontmatterRaw, path } = definition;
  const isToml = isTomlFile(path);
  const text = fileText(definition);
  const lines = once((): LineIndex => lineIndex(text));
  const fields = once((): ReadonlyMap<string, FieldPlace> => placeFields(frontmatterRaw, isToml));
  const placeAt = (offset: number): Place => (isPlaced ? lines().placeAt(offset) : NOWHERE);
  return {
    definition,
    harness: harnessFormat(definition.format),

    text,
    bodyStart: isToml ? findTomlValue(text, PROMPT_KEY) : frontmatterRaw.length,
    placeAt,
    placeOfField: (key) => (isPlaced ? placeAt(fields().get(key)?.start ?? firstCharacter(text)) : NOWHERE),
    placeInField: (key, part = '') => {
      if (!isPlaced) return NOWHERE;
      const field = fields().get(key);
      if (field === undefined) return placeAt(firstCharacter(text));
      const at = part === '' ? -1 : findWord(text, part, field.valueStart, field.end);
      return placeAt(at === -1 ? field.valueStart : at);
    },
  };
}

const NOWHERE: Place = { line: 1, column: 1 };

/** The field of a Codex role that holds the prompt, as in `parse-toml-definition.ts`. */
const PROMPT_KEY = 'developer_instructions';

const firstCharacter = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0);

/** Where a text stands in a stretch: by itself rather than as a part of a longer word, if it does. */
function findWord(text: string, part: string, from: number, to: number): number {
  const stretch = text.slice(from, to);
  let first = -1;
  for (let at = stretch.indexOf(part); at !== -1; at = stretch.indexOf(part, at + part.length)) {
    if (first === -1) first = at;
    if (!wordCharacter().test(stretch.charAt(at - 1)) && !wordCharacter().test(stretch.charAt(at + part.length)))
      return from + at;
  }
  return first === -1 ? -1 : from + first;
}

const wordCharacter = once(() => /[\p{L}\p{N}_-]/u);

/** Words for what a rule found, with the severity of its code unless the harness makes it less. */
export function finding(
  code: LintCode,
  place: Place,
  message: string,
  severity: Severity = severityOf(code),
): Diagnostic {
  return { code, severity, message, line: place.line, column: place.column };
}

function severityOf(code: LintCode): Severity {
  const entry: LintCodeEntry = LINT_CODES[code];
  return entry.severity;
}
