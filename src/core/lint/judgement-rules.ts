import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic, Severity } from '../definition/diagnostic.ts';
import { folderOf } from '../definition/file-name.ts';
import { isTomlFile } from '../definition/file-text.ts';
import type { Refusal } from '../definition/refusal.ts';
import { pathWhenOn } from '../definition/switched-off.ts';
import { treatmentWords } from '../formats/harness/harness-words.ts';
import type { Treatment } from '../formats/harness/reading-rule.ts';
import { whyRefused } from '../formats/loading/why-not-loaded.ts';
import { type Finding, finding, type LintSubject } from './lint-subject.ts';

/**
 * What the rules found, each with what the harness does with the file, and the reason for which the harness of the file
 * passes over it as an error: the one that `agents which` gives, with the same code. Where a rule has found the same,
 * its words and place stay.
 */
export function withJudgement(subject: LintSubject, found: readonly Finding[]): readonly Diagnostic[] {
  const refusal = refusalOf(subject);
  if (refusal === null) return found.map((one) => asLoaded(subject, one));
  // Of a file that begins with its text, that it has no frontmatter where harnesses look says no more than the reason.
  const told =
    refusal.code === 'frontmatter/misplaced' ? found.filter(({ code }) => code !== 'frontmatter/missing') : found;
  const same = told.filter(({ code }) => code === refusal.code);
  const at = same.find(({ severity }) => severity === 'error') ?? same[0];
  const others = told.map((one) => (one === at ? asReason(subject, one, refusal) : saying(one, wordsOf(subject, one))));
  if (at !== undefined) return others;
  const place = refusal.field === undefined ? subject.placeOfField('') : subject.placeInField(refusal.field);
  const reason = finding(refusal.code, place, `${startingWithCapital(refusal.reason)}.`, 'error');
  return [...others, saying(reason, refusal.saysFate ? null : passedOver(subject, refusal))];
}

/**
 * What rules found in a file of which nobody knows the harness: nothing of what some harnesses ask for, and nothing is an
 * error, since it may well be loaded. A role that the configuration of Codex names (`config_file`) has its description
 * there.
 */
export function withoutJudgement({ definition }: LintSubject, found: readonly Finding[]): readonly Diagnostic[] {
  const isRole = isTomlFile(definition.path);
  return found.flatMap((one) => {
    if (ASKED_BY_SOME.has(one.code) || (isRole && one.code === 'description/missing')) return [];
    return [{ ...saying(one, null), severity: severityWithoutJudgement(one) }];
  });
}

function severityWithoutJudgement({ code, severity, fate }: Finding): Severity {
  if (code === 'frontmatter/missing') return 'info';
  return severity === 'error' && fate !== undefined ? 'warning' : severity;
}

const ASKED_BY_SOME: ReadonlySet<string> = new Set(['name/missing', 'body/empty']);

/** Why the file's own harness passes over it. */
function refusalOf({ definition, harness }: LintSubject): Refusal | null {
  return definition.passedOver ?? whyRefused(harness, asFile(definition));
}

/** A definition of which only the text counts. */
function asFile(definition: AgentDefinition) {
  const { format, plugin } = definition;
  // It is judged as what it is once it is on again.
  const path = pathWhenOn(definition.path);
  const folder = folderOf(path);
  return {
    parsed: definition,
    path,
    source: { id: '', scope: definition.scope, folder, format, ...(plugin !== undefined && { plugin }) },
  };
}

/** That the harness does not load the file, for a reason. */
function passedOver({ harness: { title } }: LintSubject, { stops }: Refusal): string {
  return stops
    ? `${title} passes over the file and does not even start where it lies`
    : `${title} passes over the file`;
}

/** What a rule found, as the reason for which the file is not loaded. */
function asReason(subject: LintSubject, one: Finding, refusal: Refusal): Diagnostic {
  const words =
    one.fate !== undefined && KEEPS_OUT.has(one.fate) ? wordsOf(subject, one) : passedOver(subject, refusal);
  return { ...saying(one, words), severity: 'error' };
}

/** What a rule found in a file that is loaded: what it takes for the end of it is none. */
function asLoaded(subject: LintSubject, one: Finding): Diagnostic {
  if (one.fate === undefined || !KEEPS_OUT.has(one.fate)) return saying(one, wordsOf(subject, one));
  return { ...saying(one, treatmentWords(subject.harness, 'loads')), severity: 'warning' };
}

function wordsOf({ harness }: LintSubject, { fate }: Finding): string | null {
  return fate === undefined ? null : treatmentWords(harness, fate);
}

/** The same with what becomes of the file at the end of its message. */
function saying({ fate: _, ...one }: Finding, words: string | null): Diagnostic {
  return words === null ? one : { ...one, message: `${one.message.replace(/\.$/, '')}; ${words}.` };
}

/** What keeps a file from being loaded. */
const KEEPS_OUT: ReadonlySet<Treatment> = new Set(['ignored', 'rejected', 'stops']);

const startingWithCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
