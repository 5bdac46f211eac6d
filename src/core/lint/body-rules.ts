import type { Diagnostic } from '../definition/diagnostic.ts';
import { type Line, scanLines } from '../sections/line-scanner.ts';
import { lineRoles } from '../sections/mask.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Whether the prompt has a length the harness takes, closes its code, and is given no more tools than it needs. */
export function bodyRules(subject: LintSubject): readonly Diagnostic[] {
  return [...wrongLength(subject), ...openFence(subject), ...widerThanText(subject)];
}

function wrongLength(subject: LintSubject): readonly Diagnostic[] {
  const { harness, definition } = subject;
  const { min, max, warnAbove } = harness.prompt;
  // Most harnesses take prompts of any length, and for them not even the text is looked at.
  if (min === null && max === null && warnAbove === null) return [];
  const length = definition.body.trim().length;
  if (length === 0) return [];
  const place = () => subject.placeAt(subject.bodyStart);
  const has = `The prompt has ${length} characters`;
  if (min !== null && length < min) {
    return [finding('body/short', place(), `${has}, and ${harness.title} wants at least ${min}.`)];
  }
  if (max !== null && length > max) {
    return [finding('body/long', place(), `${has}, and ${harness.title} takes ${max}.`)];
  }
  if (warnAbove === null || length <= warnAbove) return [];
  const message = `${has}, and ${harness.title} warns above ${warnAbove}.`;
  return [finding('body/long', place(), message, 'info')];
}

/** The last code fence, if it is never closed even when fences inside blocks of text are counted (`mask.ts`). */
export function openFence(subject: LintSubject): readonly Diagnostic[] {
  const { body } = subject.definition;
  if (isPlainlyClosed(body)) return [];
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  const last = roles.lastIndexOf('fence');
  const opener = lines[last];
  const after = roles.slice(last + 1);
  if (opener === undefined || !after.every((role) => role === 'masked') || isClosed(opener, lines.at(-1))) return [];
  const message = 'This code fence is never closed, so everything after it counts as code.';
  return [finding('body/open-fence', subject.placeAt(subject.bodyStart + opener.textStart), message)];
}

const FENCE_LINE = /^[ \t>*+.)\d-]*(`{3,}|~{3,})([^\r\n]*)/gm;

/** Whether the fences pair off one after another, as they do in most files: the first look, without reading lines. */
function isPlainlyClosed(body: string): boolean {
  let open = '';
  for (const [, marks = '', info = ''] of body.matchAll(FENCE_LINE)) {
    if (open === '') open = marks.startsWith('`') && info.includes('`') ? '' : marks;
    else if (marks.startsWith(open) && info.trim() === '') open = '';
  }
  return open === '';
}

const NOTHING_BUT_MARKS = /^(?:`+|~+)$/;

function isClosed(opener: Line, end: Line | undefined): boolean {
  const marks = /`{3,}|~{3,}/.exec(opener.text)?.[0] ?? '';
  return end !== undefined && end !== opener && NOTHING_BUT_MARKS.test(end.text) && end.text.startsWith(marks);
}

/** Promises to change nothing. A rule with a condition (“never edit code without …”) is none. */
const READS_ONLY =
  /\b(?:you are (?:a |an )?read-only|read-only (?:agent|reviewer|auditor|analyst|advisor|role|mode)|(?:do not|don't|never|must not|cannot|can't|may not|will not) (?:ever )?(?:modify|edit|write|change|alter) (?:or (?:modify|edit|write|change|create|delete) )?(?:any |the |source |project )?(?:files|code)(?=[.,;:!)*\n]| yourself| directly[.,;!\n]))/i;

function widerThanText(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  if (harness.tools === null || definition.tools.kind === 'list') return [];
  const promise = READS_ONLY.exec(definition.body);
  if (promise === null || WRITES.test(definition.body)) return [];
  const place = subject.placeAt(subject.bodyStart + promise.index);
  const message = `The text says that the agent changes nothing, but without the field ${harness.tools.field} it gets all tools.`;
  return [finding('tools/wider-than-text', place, message)];
}

/** Work that needs tools for writing after all. */
const WRITES =
  /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*)?(?:implement|write (?:the |your )?(?:code|tests|report|findings|plan)|save |create (?:the |a )?(?:file|report)|apply |fix )/im;
