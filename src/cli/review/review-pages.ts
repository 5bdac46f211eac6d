import type { Change } from '../../core/claims/changes-between.ts';
import type { Diagnostic } from '../../core/definition/diagnostic.ts';
import type { Rivals } from '../../core/rivals/find-rivals.ts';
import { counted, countText } from '../../text/count-text.ts';
import { changeWords, isLoss } from '../claims/since-revision.ts';
import { markdownText } from '../compare/markdown-text.ts';
import { lintGithub } from '../lint/lint-github.ts';
import type { AgentChange } from './agent-changes.ts';
import type { Widened } from './widened.ts';

/** All that a review tells. */
export interface Review {
  readonly since: string;
  /** Absolute paths of where agents were looked for. */
  readonly places: readonly string[];
  readonly changes: readonly AgentChange[];
  /** Tokens of a session, of the harness that is given most. */
  readonly budget: { readonly before: number; readonly after: number };
  /** Rivals that were none before. */
  readonly rivals: readonly Rivals[];
  /** Files that cannot be read and are new, or could be read before. */
  readonly unread: readonly FoundProblem[];
  /** Absolute paths of agents in the repository that changed too and were not looked at. */
  readonly elsewhere: readonly string[];
  /** Why it does not pass, each in words. */
  readonly failures: readonly string[];
}

/** A problem and its file. */
export interface FoundProblem {
  readonly path: string;
  readonly problem: Diagnostic;
}

/** All that is found now and was not before. */
export const problemsOf = ({ changes, unread }: Pick<Review, 'changes' | 'unread'>): readonly FoundProblem[] => [
  ...changes.flatMap(({ definition: { path }, problems }) => problems.map((problem) => ({ path, problem }))),
  ...unread,
];

/** The shape is public: fields may be added, never renamed or removed. */
export function reviewJson(review: Review): unknown {
  const { since, changes, budget, rivals, failures } = review;
  return {
    schema: 1,
    since,
    agents: changes.map(({ change, definition, from, fields, topics, notCompared, widened }) => ({
      name: definition.name,
      path: definition.path,
      from,
      change,
      fields: fields.map(({ name, values: [before = null, now = null] }) => ({ field: name, before, now })),
      topics: topics.map(({ title, changes: own }) => ({ title, changes: own.map(changeJson) })),
      notCompared,
      widened: [...widened.tools, ...widened.grants],
      conflicts: conflictsOf(topics.flatMap((topic) => topic.changes)),
    })),
    budget,
    rivals: rivals.map(({ members, score, shared }) => ({
      agents: members.map(({ id, name, path }) => ({ id, name, path })),
      score: Math.round(score * 100) / 100,
      shared,
    })),
    problems: problemsOf(review).map(({ path, problem: { line, column, severity, code, message } }) => ({
      path,
      line,
      column,
      severity,
      code,
      message,
    })),
    elsewhere: review.elsewhere,
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
export function reviewMarkdown(review: Review, shown: (path: string) => string): string {
  const { since, changes, budget, rivals, failures } = review;
  const of = (change: AgentChange['change']) => changes.filter((one) => one.change === change).length;
  const difference = budget.after - budget.before;
  const by = difference === 0 ? 'as before' : `${difference > 0 ? '+' : '−'}${countText(Math.abs(difference))}`;
  const blocks = [
    `## Agents since ${markdownText(since)}`,
    changes.length === 0
      ? nothingChanged(review, shown)
      : `${of('new')} new, ${of('changed')} changed, ${of('gone')} gone. Names and descriptions take ~${countText(budget.after)} tokens of every session (${by}).`,
    ...(failures.length > 0 ? [`**Does not pass**: ${failures.map(markdownText).join('; ')}.`] : []),
    ...(changes.length > 0 ? [table(changes, shown)] : []),
    ...changes.flatMap((change) => details(change)),
    ...(rivals.length > 0 ? ['### New rivals', rivals.map(rivalLine).join('\n')] : []),
    ...problemLines(review, shown),
    ...elsewhereLines(review, shown),
  ];
  return `${withinBounds(blocks).join('\n\n')}\n`;
}

function nothingChanged({ places }: Review, shown: (path: string) => string): string {
  if (places.length === 0)
    return 'No agents here: no harness looks in a folder of this project. `--source` names others.';
  return `No agent changed in ${places.map((path) => markdownText(shown(path))).join(', ')}.`;
}

/** A comment of GitHub holds 65,536 characters, and one that is longer is not there at all. */
const LONGEST = 60_000;

/** As much of it as is shown; what comes first tells most. */
function withinBounds(blocks: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    length += block.length + 2;
    if (length > LONGEST) return [...kept, CUT];
    kept.push(block);
  }
  return kept;
}

const CUT = 'All of it is longer than a comment may be; `agents review` prints the rest as JSON (`--format json`).';

function table(changes: readonly AgentChange[], shown: (path: string) => string): string {
  const rows = changes.map((one) => [
    SIGNS[one.change],
    `${markdownText(one.definition.name)} (${markdownText(shown(one.definition.path))})`,
    one.change === 'changed' ? markdownText(promptWords(one, shown)) : '',
    isWidened(one) ? `**${markdownText(widenedWords(one.widened))}**` : '',
  ]);
  return [['', 'Agent', 'Prompt', 'Tools'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function promptWords(
  { definition, from, fields, topics, notCompared }: AgentChange,
  shown: (path: string) => string,
): string {
  const moved = from === null ? '' : `moved from ${shown(from)}, `;
  return `${moved}${notCompared ?? changeWords({ definition, isNew: false, fields, topics })}`;
}

/** Whether an agent may do now what it might not. */
export const isWidened = ({ widened }: AgentChange): boolean => widened.tools.length + widened.grants.length > 0;

/** What it may do, as the rest of a sentence; not yet safe to show. */
function widenedWords({ tools, grants }: Widened): string {
  const names = tools.map((tool) => (tool === '*' ? 'all tools' : tool)).join(', ');
  return [
    ...(tools.length > 0 ? [`may now use ${names}`] : []),
    ...(grants.length > 0 ? [`has now ${grants.join(', ')}`] : []),
  ].join('; ');
}

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

function problemLines(review: Review, shown: (path: string) => string): readonly string[] {
  const lines = problemsOf(review).map(
    ({ path, problem: { line, column, severity, message } }) =>
      `- ${severity} ${markdownText(shown(path))}:${line}:${column} ${markdownText(message)}`,
  );
  return lines.length === 0 ? [] : [`### ${counted(lines.length, 'new problem')}`, lines.join('\n')];
}

function elsewhereLines({ elsewhere }: Review, shown: (path: string) => string): readonly string[] {
  if (elsewhere.length === 0) return [];
  const lines = elsewhere.map((path) => `- ${markdownText(shown(path))}`);
  return [`### ${counted(elsewhere.length, 'changed file')} not looked at`, ELSEWHERE, lines.join('\n')];
}

const ELSEWHERE =
  'They are of another project in this repository, or not checked out. `agents review` in the folder of their project looks at them, or `--source` with theirs.';

/** Marks in a pull request: the problems at their lines, what was widened or contradicted at the file, and what does not pass. */
export function reviewGithub(review: Review, shown: (path: string) => string): string {
  const changed = review.changes.map((one) => ({
    path: one.definition.path,
    diagnostics: [
      ...one.problems,
      ...(isWidened(one) ? [note('review/widened', `It ${widenedWords(one.widened)}`)] : []),
      ...(one.notCompared === null
        ? []
        : [note('review/not-compared', `Its prompt is not compared: ${one.notCompared}`)]),
      ...one.topics
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
  const elsewhere = review.elsewhere.map((path) => ({
    path,
    diagnostics: [
      note('review/elsewhere', 'It changed and was not looked at: it is of another project, or not checked out'),
    ],
  }));
  const found = [
    ...changed,
    ...review.unread.map(({ path, problem }) => ({ path, diagnostics: [problem] })),
    ...elsewhere,
  ];
  const whole = review.failures.map((words) => `::error::${words.replace(/%/g, '%25').replace(/[\r\n]+/g, ' ')}\n`);
  return lintGithub({ files: found }, shown) + whole.join('');
}

const note = (code: string, message: string) => ({ severity: 'warning' as const, line: 1, column: 1, code, message });
