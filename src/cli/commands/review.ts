import type { AgentDefinition, ParsedDefinition, Source } from '../../core/definition/agent-definition.ts';
import { HARNESSES } from '../../core/formats/harnesses/harnesses.ts';
import { loadedTogether } from '../../core/library/loaded-together.ts';
import { newRivals } from '../../core/rivals/find-rivals.ts';
import { tokensTogether } from '../../core/tokens/definition-tokens.ts';
import { greatest } from '../../kit/long-lists.ts';
import { counted, countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type ReadTree, readTree } from '../../usecases/read-tree.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { knownSources } from '../known-sources.ts';
import { type AgentChange, agentChanges } from '../review/agent-changes.ts';
import { filesThen } from '../review/agents-then.ts';
import { type Review, reviewGithub, reviewJson, reviewMarkdown } from '../review/review-pages.ts';
import { type ReviewFailure, type ReviewSettings, reviewSettings } from '../review/review-settings.ts';
import { usageError } from '../usage-error.ts';

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
  const known = await knownSources(context, source);
  const own = source.length > 0 ? known : known.filter(({ scope }) => scope === 'project');
  const folders = source.length > 0 ? own.map(({ folder }) => folder) : placesOf(root);
  const history = await context.openHistory();
  const earlier = await history.below(root, since, (path) =>
    [...folders, ...own.map(({ folder }) => folder)].some((folder) => path.startsWith(`${folder}/`)),
  );
  if (earlier.kind === 'failed') {
    context.tell(`${visibleText(earlier.reason)}\n`);
    return ExitCode.Failed;
  }
  const now = await readTree(context.files, own);
  const then = await readTree(
    filesThen(context.files, earlier.files),
    [...own, ...goneSources(root, own, source.length > 0, earlier.files)],
    unchanged(now, earlier.files),
  );
  const settings = await settingsOf(context, root, options);
  const told = reviewOf({ since, then, now, isCollection: source.length > 0 }, settings);
  if (format === 'json') context.printExact(jsonText(reviewJson(told), 2));
  else context.print(format === 'github' ? reviewGithub(told, context.shown) : reviewMarkdown(told, context.shown));
  return told.failures.length > 0 ? ExitCode.Failed : ExitCode.Done;
}

async function settingsOf(context: CommandContext, root: string, options: ReviewOptions): Promise<ReviewSettings> {
  const own = await reviewSettings(context.files, root);
  return { failOn: options.failOn ?? own.failOn, budget: options.budget ?? own.budget };
}

/** What was read as it is now of files that are as they were. */
const unchanged = (
  { tree }: ReadTree,
  files: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, ParsedDefinition> =>
  new Map(
    tree.files.flatMap(({ path, parsed, encoding }) =>
      encoding === undefined && files.get(path) === null ? [[path, parsed] as const] : [],
    ),
  );

/** Where harnesses look in a project. */
const placesOf = (root: string): readonly string[] =>
  HARNESSES.flatMap(({ places }) =>
    places.filter(({ scope }) => scope === 'project').map(({ folder }) => `${root}/${folder}`),
  );

/** Folders that had agents then and are gone now. */
function goneSources(
  root: string,
  own: readonly Source[],
  isCollection: boolean,
  files: ReadonlyMap<string, string | null>,
): readonly Source[] {
  if (isCollection) return [];
  const known = new Set(own.map(({ folder }) => folder));
  return HARNESSES.flatMap(({ id, places }) =>
    places.flatMap(({ scope, folder: place, owner }): readonly Source[] => {
      const folder = `${root}/${place}`;
      if (scope !== 'project' || owner !== id || known.has(folder)) return [];
      if (![...files.keys()].some((path) => path.startsWith(`${folder}/`))) return [];
      known.add(folder);
      return [{ id: `then-${id}`, scope: 'project', folder, format: id, project: { stepsUp: 0, isRoot: true } }];
    }),
  );
}

interface Trees {
  readonly since: string;
  readonly then: ReadTree;
  readonly now: ReadTree;
  readonly isCollection: boolean;
}

function reviewOf({ since, then, now, isCollection }: Trees, settings: ReviewSettings): Review {
  const changes = agentChanges(then.library.definitions, now.library.definitions);
  const [before, after] = [then, now].map(({ tree, library }) =>
    loadedTogether(tree, library.definitions, isCollection).map(({ definitions }) => definitions),
  ) as [(readonly AgentDefinition[])[], (readonly AgentDefinition[])[]];
  const budget = {
    before: greatest(before.map(tokensTogether)),
    after: greatest(after.map(tokensTogether)),
  };
  const rivals = newRivals(before, after);
  return { since, changes, budget, rivals, failures: failuresOf({ changes, budget, rivals }, settings) };
}

function failuresOf(
  { changes, budget, rivals }: Pick<Review, 'changes' | 'budget' | 'rivals'>,
  { failOn, budget: most }: ReviewSettings,
): readonly string[] {
  const count = (isOne: (change: AgentChange) => boolean): number => changes.filter(isOne).length;
  const counts: Readonly<Record<ReviewFailure, readonly [number, (count: number) => string]>> = {
    widened: [count(({ widened }) => widened.length > 0), (many) => `${counted(many, 'agent')} may use more tools`],
    errors: [
      changes.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error').length,
      (many) => counted(many, 'new error'),
    ],
    conflicts: [
      changes
        .flatMap(({ topics }) => topics.flatMap((topic) => topic.changes))
        .filter(({ kind }) => kind === 'conflict').length,
      (many) => counted(many, 'contradiction'),
    ],
    gone: [count(({ change }) => change === 'gone'), (many) => `${counted(many, 'agent')} gone`],
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
