import type { LockedSource } from '../../core/library/source-lock.ts';
import type { GitSources } from '../../ports/git-sources.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { usageError } from '../usage-error.ts';
import { changePage } from './change-page.ts';
import { checkoutAgents } from './checkout-library.ts';
import {
  commitOf,
  lockedSources,
  type NamedSource,
  nearest,
  shortCommit,
  unknownRef,
  wantedOf,
} from './locked-sources.ts';
import { type SourceChange, sourceChanges } from './source-changes.ts';
import type { UpdateOptions } from './source-options.ts';

/** What came of a source: nothing, something that could be taken, or a problem. */
interface Updated {
  readonly one: NamedSource;
  readonly to: string;
  readonly taken: boolean;
  readonly changes: readonly SourceChange[];
  readonly isFailed: boolean;
}

/**
 * `agents source update`: what changed in the repositories since they were taken, shown first, and taken after a yes.
 * One that cannot be reached keeps nobody from the others.
 */
export async function updateSources(
  context: CommandContext,
  names: readonly string[],
  options: UpdateOptions,
): Promise<number> {
  const all = await lockedSources(context);
  const unknown = names.filter((name) => !all.some((one) => one.name === name));
  for (const name of unknown) {
    const near = nearest(
      all.map((one) => one.name),
      name,
    );
    const words = near.length === 0 ? '' : `; nearest: ${near.join(', ')}`;
    context.tell(`${visibleText(`No source from a repository is called ${name}${words}`)}\n`);
  }
  const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  if (options.ref !== undefined && chosen.length !== 1) throw usageError('--ref goes with the name of one source');
  const done: Updated[] = [];
  if (unknown.length === 0) for (const one of chosen) done.push(await updated(context, one, options));
  if (options.json) context.printExact(jsonText({ schema: 1, sources: done.map(updatedJson) }, 2));
  else if (all.length === 0) context.tell('No source is from a repository\n');
  return unknown.length > 0 || done.some(({ isFailed }) => isFailed) ? ExitCode.Failed : ExitCode.Done;
}

async function updated(context: CommandContext, one: NamedSource, options: UpdateOptions): Promise<Updated> {
  const { name, source } = one;
  const git = await context.openGitSources();
  const as = (to: string, isFailed: boolean): Updated => ({ one, to, taken: false, changes: [], isFailed });
  const failed = (reason: string): Updated => {
    context.tell(`${visibleText(reason)}\n`);
    return as(source.commit, true);
  };
  context.progress(() => `Asking ${source.url} …`);
  const refs = await git.refs(source.url);
  if (refs.kind === 'failed') return failed(`${name}: ${refs.reason}; all stays as it is`);
  const ref = options.ref ?? source.ref;
  const wanted = wantedOf(refs, ref);
  if (wanted === null) return failed(unknownRef(source.url, ref, refs));
  const at = shortCommit(source.commit);
  const isHere = (await git.commitOf(one.owner, name)) === source.commit;
  if (options.ref === undefined && wanted.kind !== 'branch' && isHere) {
    if (!options.json) context.tell(`${visibleText(`${name} is pinned to ${ref} at ${at}; --ref takes another`)}\n`);
    return as(source.commit, false);
  }
  const next = commitOf(refs, wanted);
  if (next === source.commit && isHere && ref === source.ref) {
    if (!options.json) context.tell(`${name} is up to date at ${at}\n`);
    return as(source.commit, false);
  }
  context.progress(() => `Fetching ${source.url} …`);
  const fetched = await git.fetch(source.url, wanted);
  if (fetched.kind === 'failed') return failed(`${name}: ${fetched.reason}; all stays as it is`);
  try {
    return await offered(context, one, { ref, folder: fetched.folder, commit: fetched.commit }, options);
  } finally {
    await git.drop(fetched.folder);
  }
}

/** Show what was fetched, and take it after a yes. */
async function offered(
  context: CommandContext,
  one: NamedSource,
  { ref, folder, commit }: Fetched,
  options: UpdateOptions,
): Promise<Updated> {
  const { owner, name, source } = one;
  const git = await context.openGitSources();
  const before = await checkoutAgents(context, git.folderOf(owner, name) ?? '', source.paths);
  const changes = sourceChanges(before, await checkoutAgents(context, folder, source.paths));
  show(context, one, { ref, commit, changes }, options);
  const isMeant = !options.dryRun && (options.yes || (await agrees(context, name, options)));
  const isRefused = !options.dryRun && !isMeant && (!context.interactive || options.json);
  const problem = isMeant ? await take(context, git, one, { folder, ref, commit }) : null;
  if (problem !== null) context.tell(`${visibleText(problem)}\n`);
  return { one, to: commit, taken: isMeant && problem === null, changes, isFailed: isRefused || problem !== null };
}

interface Fetched {
  readonly ref: string;
  readonly commit: string;
  readonly folder: string;
}

interface Found {
  readonly ref: string;
  readonly commit: string;
  readonly changes: readonly SourceChange[];
}

function show(
  context: CommandContext,
  { name, source }: NamedSource,
  { ref, commit, changes }: Found,
  { json }: UpdateOptions,
): void {
  if (json) return;
  const since = shortCommit(source.commit);
  const head = `${name}: ${ref} is at ${shortCommit(commit)} now, here at ${since}; ${counted(changes.length, 'change')}`;
  context.print(`${visibleText(head)}\n${changePage(changes, since, context.columns)}`);
}

async function agrees({ interactive, tell, inputLines }: CommandContext, name: string, { json }: UpdateOptions) {
  if (!interactive || json) {
    tell('Nothing taken; --yes takes it\n');
    return false;
  }
  tell(`Take this for ${visibleText(name)}? [y/N] `);
  for await (const line of inputLines()) return /^y(?:es)?$/i.test(line.trim());
  return false;
}

/** Put what was fetched in place; what somebody changed in the old checkout is kept beside it. */
async function take(
  context: CommandContext,
  git: GitSources,
  { owner, name, source }: NamedSource,
  { folder, ref, commit }: Fetched,
): Promise<string | null> {
  const changed = await git.changedByHand(owner, name);
  const aside = changed.length === 0 ? null : await git.setAside(owner, name, changed);
  if (changed.length > 0 && aside === null)
    return `${name} was changed by hand, and that could not be kept: nothing is taken`;
  const next: LockedSource = { ...source, ref, commit, taken: new Date().toISOString().replace(/\.\d+Z$/, 'Z') };
  const problem = await git.put(owner, name, folder, (now) => ({ ...now, sources: { ...now.sources, [name]: next } }));
  if (problem === null) context.tell(`${visibleText(`${name} is at ${shortCommit(commit)} now`)}\n`);
  if (aside !== null) context.tell(`${visibleText(`What was changed there by hand is in ${context.shown(aside)}`)}\n`);
  return problem;
}

/** The shape is public: fields may be added, never renamed or removed. */
function updatedJson({ one: { name, source }, to, taken, changes }: Updated): unknown {
  return {
    id: name,
    from: source.commit,
    to,
    taken,
    changes: changes.map(({ kind, name: agent, path, widened, problems }) => ({
      kind,
      name: agent,
      path,
      widened,
      problems,
    })),
  };
}
