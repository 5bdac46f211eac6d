import type { Diagnostic } from '../definition/diagnostic.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Whether the harness loads another definition of the name instead. */
export function shadowRules(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  if (definition.shadowedBy === null) return [];
  const message = `${harness.title} does not load this file: ${definition.shadowedBy} has the same name and wins.`;
  return [finding('name/shadowed', subject.placeInField('name'), message)];
}
