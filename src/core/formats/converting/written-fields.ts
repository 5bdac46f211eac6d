import { type Tools, toolsJson } from '../../definition/tools.ts';

/** The fields of a definition as Claude Code has them, in order; its tools typed, so that none is not mistaken for all. */
export interface ClaudeFields {
  readonly tools: Tools;
  readonly [field: string]: unknown;
}

/** Tools as Claude Code names them. */
export interface AskedTools {
  readonly tools: Tools;
  /** Tools that are taken away from these. */
  readonly denied: readonly string[];
}

/** Fields of a file, and what could not be said in them. */
export interface WrittenFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly warnings: readonly string[];
  /** Those of the warnings that say what the agent may do there and might not before. */
  readonly widens?: readonly string[];
  /** Why the definition cannot be written for the harness at all without doing more than it may, in a line. */
  readonly refusal?: string;
}

/** Fields with which the agent may do more than before. */
export function widening(fields: WrittenFields['fields'], words: readonly string[]): WrittenFields {
  return { fields, warnings: words, widens: words };
}

/** Fields as Claude Code reads them: no tools is an empty list, all tools no field. */
export function claudeFrontmatter(fields: ClaudeFields): Readonly<Record<string, unknown>> {
  const { tools, ...others } = fields;
  const list = toolsJson(tools);
  if (list === null) return others;
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, key === 'tools' ? list : value]));
}
