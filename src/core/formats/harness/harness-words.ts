import type { Severity } from '../../definition/diagnostic.ts';
import type { HarnessFormat } from './harness-format.ts';
import type { Treatment } from './reading-rule.ts';

/** What a harness does with a flawed file, as the end of a sentence. */
export function treatmentWords({ title }: HarnessFormat, treatment: Treatment): string {
  switch (treatment) {
    case 'loads':
      return `${title} loads the file all the same`;
    case 'loads-leniently':
      return `${title} reads it leniently too`;
    case 'loads-without-metadata':
      return `${title} takes only the prompt and loses the fields, restrictions included`;
    case 'ignored':
      return `${title} passes over the file without a word`;
    case 'rejected':
      return `${title} passes over the file and says so`;
    case 'stops':
      return `${title} passes over the file and does not even start where it lies`;
    case 'unspecified':
      return `what ${title} does with it is not documented`;
  }
}

/** How bad a flaw is, given what the harness does with it. */
export function treatmentSeverity(treatment: Treatment): Severity {
  if (treatment === 'loads') return 'info';
  return treatment === 'loads-leniently' || treatment === 'unspecified' ? 'warning' : 'error';
}

const MAX_QUOTED = 60;

/** A value as a message shows it: in quotation marks, on one line, cut when long. */
export function quoted(value: string): string {
  const line = value.slice(0, MAX_QUOTED).replace(/\s+/g, ' ');
  return `"${line}${value.length > MAX_QUOTED ? '…' : ''}"`;
}

/** Names in a row: `a`, `a and b`, `a, b and c`. */
export function inWords(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  const head = names.slice(0, -1).join(', ');
  return head === '' ? (names[0] ?? '') : `${head} ${last} ${names.at(-1) ?? ''}`;
}
