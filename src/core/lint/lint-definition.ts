import { remembered } from '../../kit/memo.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic, Severity } from '../definition/diagnostic.ts';
import { knownProblemCount, learnProblemCount, type ProblemCount } from '../definition/problem-count.ts';
import { bodyRules, openFence } from './body-rules.ts';
import { descriptionRules } from './description-rules.ts';
import { executionRules } from './execution-rules.ts';
import { fieldRules } from './field-rules.ts';
import { hiddenTextRules } from './hidden-text-rules.ts';
import { idleComments, notIgnored } from './ignore-comments.ts';
import { withJudgement, withoutJudgement } from './judgement-rules.ts';
import { leftInRules } from './left-in-rules.ts';
import { type LintRule, type LintSubject, lintSubject } from './lint-subject.ts';
import { nameRules, shadowRules } from './name-rules.ts';
import { readingRules, syntaxRules } from './reading-rules.ts';
import { toolRules } from './tool-rules.ts';
import { valueRules } from './value-rules.ts';

/** Rules for whatever is written for a model, whichever harness reads it. */
const TEXT_RULES: readonly LintRule[] = [hiddenTextRules, leftInRules, executionRules, openFence];

/** Nobody knows which harness reads a skill or a command, or what it asks of it. */
const COMMON_RULES: readonly LintRule[] = [syntaxRules, ...TEXT_RULES];

/** The same for an agent of which nothing tells the harness: silence is better than another one's rules. */
const OPEN_RULES: readonly LintRule[] = [readingRules, ...TEXT_RULES, descriptionRules];

const AGENT_RULES: readonly LintRule[] = [
  readingRules,
  nameRules,
  shadowRules,
  descriptionRules,
  fieldRules,
  toolRules,
  valueRules,
  bodyRules,
  hiddenTextRules,
  leftInRules,
  executionRules,
];

/**
 * Everything that is wrong or suspicious in a definition by itself: what reading it found, judged by what its harness
 * makes of it, what the rules find, and why the harness passes over the file if it does. Worked out when first asked for and then remembered.
 *
 * @returns Diagnostics in the order of their places in the file. Never throws; linear in the size of the file.
 */
export const lintDefinition = remembered((definition: AgentDefinition): readonly Diagnostic[] =>
  inFileOrder(allOf(lintSubject(definition))),
);

/** The same in the order of the rules. */
function allOf(subject: LintSubject): readonly Diagnostic[] {
  const { kind, isFormatOpen } = subject.definition;
  if (kind !== 'agent' || isFormatOpen) {
    const rules = kind === 'agent' ? OPEN_RULES : COMMON_RULES;
    const told = rules.flatMap((rule) => rule(subject));
    return shown(subject, withoutJudgement(subject, told));
  }
  const found = AGENT_RULES.flatMap((rule) => rule(subject));
  return shown(subject, withJudgement(subject, found));
}

/** How many problems of {@link lintDefinition} a definition has, as it was learned or counted: where they stand is not looked for. */
export function problemCount(definition: AgentDefinition): ProblemCount {
  const before = knownProblemCount(definition);
  if (before !== null) return before;
  const serious = allOf(lintSubject(definition, false)).filter(({ severity }) => severity !== 'info');
  const count = { problems: serious.length, hasErrors: serious.some(({ severity }) => severity === 'error') };
  learnProblemCount(definition, count);
  return count;
}

/** Count that of several, so that it is known: the work, in steps of less than a millisecond as a rule. */
export function* countProblems(definitions: readonly AgentDefinition[]): Generator<void, void> {
  for (const definition of definitions) {
    problemCount(definition);
    yield;
  }
}

/** What of all that is found is told, and what of the comments that keep the rest back. */
function shown(subject: LintSubject, found: readonly Diagnostic[]): readonly Diagnostic[] {
  return notIgnored(subject.definition, [...found, ...idleComments(subject, found)]);
}

/** Diagnostics by line and column; of those at one place the worst first. */
export function inFileOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => a.line - b.line || a.column - b.column || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** From the worst on. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
