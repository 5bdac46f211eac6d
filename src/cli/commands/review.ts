import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Diagnostic } from '../../core/definition/diagnostic.ts';
import { folderOf } from '../../core/definition/file-name.ts';
import { loadedTogether } from '../../core/library/loaded-together.ts';
import { lintLibrary } from '../../core/lint/lint-library.ts';
import { newRivals } from '../../core/rivals/find-rivals.ts';
import { tokensTogether } from '../../core/tokens/definition-tokens.ts';
import { greatest } from '../../kit/long-lists.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import { counted, countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { ReadTree } from '../../usecases/read-tree.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { asDiagnostic } from '../lint/lint-report.ts';
import { type ProjectSettings, projectSettings } from '../lint/lint-settings.ts';
import { projectRoot } from '../lint/repository-root.ts';
import { type AgentChange, type AgentsThen, agentChanges } from '../review/agent-changes.ts';
import {
  isWidened,
  problemsOf,
  type Review,
  reviewGithub,
  reviewJson,
  reviewMarkdown,
} from '../review/review-pages.ts';
import { REVIEW_SETTINGS, type ReviewFailure, type ReviewSettings, reviewSettings } from '../review/review-settings.ts';
import { type ReviewedTrees, reviewedTrees } from '../review/reviewed-trees.ts';
import { isUsageError, usageError } from '../usage-error.ts';

/** Options of `agents review`. */
interface ReviewOptions {
  readonly source: readonly string[];
  readonly since: string;
  readonly format: 'markdown' | 'json' | 'github';
  /** What must not pass; `null` for what the project says. */
  readonly failOn: readonly ReviewFailure[] | null;
  readonly budget: number | null;
}

/**
 * `agents review`: what a change does to the agents of a project since a revision: which are new, gone and changed, and in
 * what; tools widened; tokens of a session before and after; new rivals, contradictions and problems. It fails for what the
 * project, or the command line, says must not pass.
 */
export async function review(context: CommandContext, options: ReviewOptions): Promise<number> {
  const { since, source, format } = options;
  if (since === '' || since.startsWith('-'))
    throw usageError(`--since takes a git revision, not ${visibleText(since)}`);
  const root = (await context.projectFolder()) ?? context.cwd;
  if (root === null) throw usageError('There is no folder to look in');
  const trees = await reviewedTrees(context, root, options);
  if (typeof trees === 'string') {
    context.tell(`${visibleText(trees)}\n`);
    return ExitCode.Failed;
  }
  const settings = await settingsOf(context, root, options, trees.filesBefore);
  const told = await reviewOf(context, { since, isCollection: source.length > 0, ...trees }, settings);
  if (format === 'json') context.printExact(jsonText(reviewJson(told), 2));
  else if (format === 'markdown') context.print(reviewMarkdown(told, context.shown));
  else {
    const top = await projectRoot(context.files, root);
    // Where workflows run, whatever folder of it they are in.
    context.print(reviewGithub(told, (path) => (path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path)));
  }
  return told.failures.length > 0 ? ExitCode.Failed : ExitCode.Done;
}

/** What must not pass: what the project says, and what it said before, so that no change lets itself pass. */
async function settingsOf(
  context: CommandContext,
  root: string,
  { failOn, budget, since }: ReviewOptions,
  before: FileSystem,
): Promise<ReviewSettings> {
  const now = await reviewSettings(context.files, root);
  const then = await settingsThen(before, root);
  const both: ReviewSettings = {
    failOn: [...new Set([...now.failOn, ...then.failOn])],
    budget: then.budget === null ? now.budget : Math.min(then.budget, now.budget ?? then.budget),
  };
  const isLaxer = both.failOn.length > now.failOn.length || both.budget !== now.budget;
  if (isLaxer && (failOn === null || budget === null))
    context.tell(`${REVIEW_SETTINGS} asks for less than at ${visibleText(since)}: what it asked for then counts too\n`);
  return { failOn: failOn === null ? both.failOn : [...new Set(failOn)], budget: budget ?? both.budget };
}

async function settingsThen(before: FileSystem, root: string): Promise<ReviewSettings> {
  try {
    return await reviewSettings(before, root);
  } catch (error) {
    // The change may be what mends them.
    if (!isUsageError(error)) throw error;
    return { failOn: [], budget: null };
  }
}

interface Trees extends ReviewedTrees {
  readonly since: string;
  readonly isCollection: boolean;
}

async function reviewOf(
  context: CommandContext,
  { since, before: then, now, isCollection, places, elsewhere }: Trees,
  settings: ReviewSettings,
): Promise<Review> {
  const all = [...now.library.definitions, ...then.library.definitions, ...now.library.problems];
  const lint = await projectSettings(
    context.files,
    all.map(({ path }) => path),
    context.shown,
  );
  const agents = ({ library: { definitions, problems } }: ReadTree): AgentsThen => ({
    definitions,
    problems,
    found: problemsFound(definitions, lint),
  });
  const changes = agentChanges(agents(then), agents(now));
  const knownUnread = new Set(then.library.problems.map(({ path }) => path));
  const unread = now.library.problems
    .filter(({ path }) => !knownUnread.has(path) && !places.includes(path) && !lint.isIgnored(path))
    .flatMap((one) => lint.adjusted(one.path, [asDiagnostic(one)]).map((problem) => ({ path: one.path, problem })));
  const [before, after] = [then, now].map(({ tree, library }) =>
    loadedTogether(tree, library.definitions, isCollection).map(({ definitions }) => definitions),
  ) as [(readonly AgentDefinition[])[], (readonly AgentDefinition[])[]];
  const budget = {
    before: greatest(before.map(tokensTogether)),
    after: greatest(after.map(tokensTogether)),
  };
  const touched = new Set(changes.flatMap((one) => (isChosenByOther(one) ? [one.definition] : [])));
  // How much two compete depends on all others too: of those that nobody touched nothing is told.
  const rivals = newRivals(before, after).filter(({ members }) => members.some((one) => touched.has(one)));
  const review = { since, places, changes, budget, rivals, unread, elsewhere };
  return { ...review, failures: failuresOf(review, settings) };
}

/** Whether a model chooses it by other words now. */
const isChosenByOther = ({ change, fields }: AgentChange): boolean =>
  change === 'new' || fields.some(({ name }) => name === 'name' || name === 'description');

/** What is found in a definition, by itself and beside the others in its folder, as far as the project wants to know. */
function problemsFound(definitions: readonly AgentDefinition[], lint: ProjectSettings): AgentsThen['found'] {
  const byFolder = new Map<string, AgentDefinition[]>();
  for (const one of definitions) {
    const folder = folderOf(one.path);
    const others = byFolder.get(folder);
    if (others) others.push(one);
    else byFolder.set(folder, [one]);
  }
  const found = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
  return ({ id, path }) => {
    const folder = folderOf(path);
    const known = found.get(folder) ?? lintLibrary(byFolder.get(folder) ?? []);
    found.set(folder, known);
    return lint.isIgnored(path) ? [] : lint.adjusted(path, known.get(id) ?? []);
  };
}

function failuresOf(
  { changes, budget, rivals, unread }: Omit<Review, 'failures'>,
  { failOn, budget: most }: ReviewSettings,
): readonly string[] {
  const count = (isOne: (change: AgentChange) => boolean): number => changes.filter(isOne).length;
  const conflicts = changes
    .flatMap(({ topics }) => topics.flatMap((topic) => topic.changes))
    .filter(({ kind }) => kind === 'conflict').length;
  const notCompared = count((one) => one.notCompared !== null);
  const counts: Readonly<Record<ReviewFailure, readonly [number, (count: number) => string]>> = {
    widened: [count(isWidened), (many) => `${counted(many, 'agent')} may do more`],
    errors: [
      problemsOf({ changes, unread }).filter(({ problem: { severity } }) => severity === 'error').length,
      (many) => counted(many, 'new error'),
    ],
    conflicts: [
      conflicts + notCompared,
      () => {
        const parts = [
          ...(conflicts > 0 ? [counted(conflicts, 'contradiction')] : []),
          ...(notCompared > 0 ? [`${counted(notCompared, 'prompt')} not compared`] : []),
        ];
        return parts.join(', ');
      },
    ],
    gone: [
      count(({ change, isRenamed }) => change === 'gone' || isRenamed),
      (many) => `${counted(many, 'agent')} gone or renamed`,
    ],
    rivals: [rivals.length, (many) => `${counted(many, 'new group')} of rivals`],
  };
  const over = most !== null && budget.after > most;
  return [
    ...failOn.flatMap((kind) => {
      const [many, words] = counts[kind];
      return many > 0 ? [words(many)] : [];
    }),
    ...(over ? [`about ${countText(budget.after)} tokens of every session, more than ${countText(most)}`] : []),
  ];
}
