import { linesBetween } from '../reading/text-lines.ts';
import type { LintCode } from './lint-codes.ts';

/** A stretch of a text, and what it becomes. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something that was put right, and where it was. */
export interface AppliedFix {
  readonly code: LintCode;
  /** 1-based line in the text before. */
  readonly line: number;
}

/** A text with edits made. They must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Offset of the line after the one that starts at an offset; the end of the text after the last. */
export function nextLineStart(text: string, start: number): number {
  for (const { next } of linesBetween(text, start, start + 1)) return next;
  return text.length;
}
