import type { InnerLine, RawField } from './split-fields.ts';

/** What strict YAML stumbles over in a field, and where. */
export interface RepairReason {
  /** In plain words, as the end of a sentence. */
  readonly reason: string;
  /** 1-based line in the file. */
  readonly line: number;
  /** 1-based column in the file. */
  readonly column: number;
}

/** What characters at the start of a value mean to YAML. */
const INDICATORS: Readonly<Record<string, string>> = {
  '*': 'an alias',
  '&': 'an anchor',
  '!': 'a tag',
  '%': 'a directive',
  '@': 'a reserved character',
  '`': 'a reserved character',
  '[': 'a list',
  '{': 'a map',
  '}': 'the end of a map',
  ']': 'the end of a list',
  ',': 'the next item of a list',
  '|': 'a block of text',
  '>': 'a block of text',
  '-': 'a list item',
  '?': 'a key',
};

/** Characters that YAML forbids outside of escapes (YAML 1.2, section 5.1). */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/**
 * Say why YAML refuses a field.
 *
 * @param field The field as its lines stand.
 * @param refusal What the parser said about it; empty if it read the lines, but as something else.
 * @returns The most likely reason, at the first character that YAML reads differently than people do.
 */
export function explainRefusal(field: RawField, refusal: string): RepairReason {
  const value = field.line.text.slice(field.valueColumn);
  const at = (line: InnerLine, column: number) => ({ line: line.number, column: line.indent + column + 1 });
  const isQuoted = /^["']/.test(value);
  const indicator = INDICATORS[value.charAt(0)];
  if (indicator !== undefined && field.stray === null && !/^[|>-]/.test(value)) {
    return {
      reason: `it starts with ${value.charAt(0)}, which YAML takes for ${indicator}`,
      ...at(field.line, field.valueColumn),
    };
  }
  const separator = isQuoted ? -1 : value.search(/:(?:[ \t]|$)/);
  if (separator !== -1) {
    return { reason: 'it holds ": " without quotation marks', ...at(field.line, field.valueColumn + separator) };
  }
  if (field.stray !== null) {
    return { reason: 'its text goes on in column 1, where YAML expects the next field', ...at(field.stray, 0) };
  }
  const control = value.search(CONTROL);
  if (control !== -1) {
    return { reason: 'it holds a control character', ...at(field.line, field.valueColumn + control) };
  }
  const comment = isQuoted ? -1 : value.search(/[ \t]#/);
  if (comment !== -1) {
    return {
      reason: 'it holds " #", which YAML takes for a comment',
      ...at(field.line, field.valueColumn + comment + 1),
    };
  }
  if (isQuoted) {
    return { reason: 'its quotation marks do not match', ...at(field.line, field.valueColumn) };
  }
  const nested = field.rest.find(({ text }) => /:(?:[ \t]|$)/.test(text));
  if (nested !== undefined) {
    return { reason: 'a line that goes on with it holds ": "', ...at(nested, nested.text.search(/:(?:[ \t]|$)/)) };
  }
  return { reason: `YAML refuses it${refusal === '' ? '' : ` (${refusal})`}`, ...at(field.line, field.valueColumn) };
}
