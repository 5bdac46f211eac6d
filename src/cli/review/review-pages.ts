import type { Change } from '../../core/claims/changes-between.ts';
import type { Rivals } from '../../core/rivals/find-rivals.ts';
import { counted, countText } from '../../text/count-text.ts';
import { changeWords, isLoss } from '../claims/since-revision.ts';
import { markdownText } from '../compare/markdown-text.ts';
import { lintGithub } from '../lint/lint-github.ts';
import type { AgentChange } from './agent-changes.ts';

/** All that a review tells. */
export interface Review {
  readonly since: string;
  readonly changes: readonly AgentChange[];
  /** Tokens of a session, of the harness that is given most. */
  readonly budget: { readonly before: number; readonly after: number };
  /** Rivals that were none before. */
  readonly rivals: readonly Rivals[];
  /** Why it does not pass, each in words. */
  readonly failures: readonly string[];
}

/** The shape is public: fields may be added, never renamed or removed. */
export function reviewJson({ since, changes, budget, rivals, failures }: Review): unknown {
  return {
    schema: 1,
    since,
    agents: changes.map(({ change, definition, fields, topics, widened }) => ({
      name: definition.name,
      path: definition.path,
      change,
      fields: fields.map(({ name, values: [before = null, now = null] }) => ({ field: name, before, now })),
      topics: topics.map(({ title, changes: own }) => ({ title, changes: own.map(changeJson) })),
      widened,
      conflicts: conflictsOf(topics.flatMap((topic) => topic.changes)),
    })),
    budget,
    rivals: rivals.map(({ members, score, shared }) => ({
      agents: members.map(({ id, name, path }) => ({ id, name, path })),
      score: Math.round(score * 100) / 100,
      shared,
    })),
    problems: changes.flatMap(({ definition, problems }) =>
      problems.map(({ line, column, severity, code, message }) => ({
        path: definition.path,
        line,
        column,
        severity,
        code,
        message,
      })),
    ),
    failures,
  };
}

const changeJson = ({ kind, before, now }: Change) => ({
  kind,
  before: before?.text ?? null,
  now: now?.text ?? null,
});

const conflictsOf = (changes: readonly Change[]) =>
  changes
    .filter(({ kind }) => kind === 'conflict')
    .map(({ before, now }) => ({ before: before?.text, now: now?.text }));

const SIGNS = { new: 'New', gone: 'Gone', changed: 'Changed' } as const;

/** A summary for a pull request. */
export function reviewMarkdown(
  { since, changes, budget, rivals, failures }: Review,
  shown: (path: string) => string,
): string {
  const of = (change: AgentChange['change']) => changes.filter((one) => one.change === change).length;
  const difference = budget.after - budget.before;
  const by = difference === 0 ? 'as before' : `${difference > 0 ? '+' : '−'}${countText(Math.abs(difference))}`;
  const blocks = [
    `## Agents since ${markdownText(since)}`,
    changes.length === 0
      ? 'No agent changed.'
      : `${of('new')} new, ${of('changed')} changed, ${of('gone')} gone. Names and descriptions take ~${countText(budget.after)} tokens of every session (${by}).`,
    ...(failures.length > 0 ? [`**Does not pass**: ${failures.map(markdownText).join('; ')}.`] : []),
    ...(changes.length > 0 ? [table(changes, shown)] : []),
    ...changes.flatMap((change) => details(change)),
    ...(rivals.length > 0 ? ['### New rivals', rivals.map(rivalLine).join('\n')] : []),
    ...problemLines(changes, shown),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(changes: readonly AgentChange[], shown: (path: string) => string): string {
  const rows = changes.map(({ change, definition, fields, topics, widened }) => [
    SIGNS[change],
    `${markdownText(definition.name)} (${markdownText(shown(definition.path))})`,
    change === 'changed' ? changeWords({ definition, isNew: false, fields, topics }) : '',
    widened.length === 0 ? '' : `**may now use ${widened.map(toolWords).join(', ')}**`,
  ]);
  return [['', 'Agent', 'Prompt', 'Tools'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const toolWords = (tool: string): string => (tool === '*' ? 'all tools' : markdownText(tool));

/** What is lost or contradicted, topic by topic; what is added is read in the change itself. */
function details({ change, definition, topics, fields }: AgentChange): readonly string[] {
  if (change !== 'changed') return [];
  const lines = [
    ...fields.map(
      ({ name, words: [before, now] }) =>
        `- ${markdownText(name)}: ${markdownText(before ?? 'none')} → ${markdownText(now ?? 'none')}`,
    ),
    ...topics.flatMap(({ title, changes }) =>
      changes.filter(isLoss).map((one) => `- ${markdownText(title)}: ${lossWords(one)}`),
    ),
  ];
  return lines.length === 0 ? [] : [`### ${markdownText(definition.name)}`, lines.join('\n')];
}

function lossWords({ kind, before, now }: Change): string {
  const was = markdownText(before?.text ?? '');
  return kind === 'conflict' ? `in conflict: was “${was}”, is “${markdownText(now?.text ?? '')}”` : `gone: “${was}”`;
}

function rivalLine({ members, score, shared }: Rivals): string {
  const names = members.map(({ name }) => markdownText(name)).join(' × ');
  return `- ${names}, ${Math.round(score * 100)} %: ${shared.map(markdownText).join(', ')}`;
}

function problemLines(changes: readonly AgentChange[], shown: (path: string) => string): readonly string[] {
  const lines = changes.flatMap(({ definition, problems }) =>
    problems.map(
      ({ line, column, severity, message }) =>
        `- ${severity} ${markdownText(shown(definition.path))}:${line}:${column} ${markdownText(message)}`,
    ),
  );
  return lines.length === 0 ? [] : [`### ${counted(lines.length, 'new problem')}`, lines.join('\n')];
}

/** Marks in a pull request: the problems at their lines, what was widened or contradicted at the file, and what does not pass. */
export function reviewGithub(review: Review, shown: (path: string) => string): string {
  const found = review.changes.map(({ definition, problems, widened, topics }) => ({
    path: definition.path,
    diagnostics: [
      ...problems,
      ...(widened.length === 0
        ? []
        : [
            note(
              'review/widened',
              `It may now use ${widened.map((tool) => (tool === '*' ? 'all tools' : tool)).join(', ')}`,
            ),
          ]),
      ...topics
        .flatMap(({ changes }) => changes)
        .filter(({ kind }) => kind === 'conflict')
        .map(({ before, now }) => ({
          ...note(
            'review/conflict',
            `In conflict with what it said: was “${before?.text ?? ''}”, is “${now?.text ?? ''}”`,
          ),
          line: now?.passage.line ?? 1,
        })),
    ],
  }));
  const whole = review.failures.map((words) => `::error::${words.replace(/%/g, '%25').replace(/[\r\n]+/g, ' ')}\n`);
  return lintGithub({ files: found }, shown) + whole.join('');
}

const note = (code: string, message: string) => ({ severity: 'warning' as const, line: 1, column: 1, code, message });
