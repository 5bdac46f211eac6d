import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import type { Refusal } from '../definition/refusal.ts';
import { whyRefused } from '../formats/loading/why-not-loaded.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/**
 * What the rules found, with the reason for which the harness of the file passes over it as an error: the one that
 * `agents which` gives, with the same code. Where a rule has found the same, its words and place stay.
 */
export function withJudgement(subject: LintSubject, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const refusal = refusalOf(subject);
  if (refusal === null) return found.map((one) => withoutFate(subject, one));
  const fate = fateOf(subject, refusal);
  const same = found.filter(({ code }) => code === refusal.code);
  const at = same.find(({ severity }) => severity === 'error') ?? same[0];
  if (at === undefined) {
    const place = refusal.field === undefined ? subject.placeOfField('') : subject.placeInField(refusal.field);
    const message = isFateSaid(subject, refusal) ? refusal.reason : `${refusal.reason}; ${fate}`;
    return [...found, finding(refusal.code, place, `${startingWithCapital(message)}.`, 'error')];
  }
  return found.map((one) => (one === at ? { ...one, severity: 'error', message: withFate(one.message, fate) } : one));
}

/** Why the file's own harness passes over it. */
function refusalOf({ definition, harness }: LintSubject): Refusal | null {
  return definition.passedOver ?? whyRefused(harness, asFile(definition));
}

/** A definition of which only the text counts. */
function asFile(definition: AgentDefinition) {
  const { path, format } = definition;
  const folder = path.slice(0, path.lastIndexOf('/'));
  return { parsed: definition, path, source: { id: '', scope: definition.scope, folder, format } };
}

function fateOf({ harness: { title } }: LintSubject, { stops }: Refusal): string {
  return stops
    ? `${title} passes over the file and does not even start where it lies`
    : `${title} passes over the file`;
}

/** Whether the reason itself says what the harness does with the file. */
function isFateSaid({ harness: { title } }: LintSubject, { reason, stops }: Refusal): boolean {
  return !stops && reason.includes(`and ${title} `);
}

function withFate(message: string, fate: string): string {
  if (message.includes('passes over the file')) return message;
  return `${message.replace(/\.$/, '')}; ${fate}.`;
}

/** What a rule takes for the end of a file is none where the file is loaded. */
function withoutFate({ harness: { title } }: LintSubject, found: Diagnostic): Diagnostic {
  const at = found.message.lastIndexOf(`; ${title} passes over the file`);
  if (at === -1) return found;
  const message = `${found.message.slice(0, at)}; ${title} loads the file all the same.`;
  return { ...found, severity: 'warning', message };
}

const startingWithCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
