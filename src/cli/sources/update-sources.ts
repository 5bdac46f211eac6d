import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import type { LockedSource } from '../../core/library/source-lock.ts';
import type { GitSources } from '../../ports/git-sources.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { isAskedFirst } from '../agrees-to-write.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { usageError } from '../usage-error.ts';
import { changePage } from './change-page.ts';
import { checkoutAgents } from './checkout-library.ts';
import { copiesPage } from './copies-page.ts';
import { type InstalledCopy, installedCopies, type SourceStates } from './installed-copies.ts';
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
import { takeCopies, tellConflicts } from './take-copies.ts';

/** What came of a source: nothing, something that could be taken, or a problem. */
interface Updated {
  readonly one: NamedSource;
  readonly to: string;
  readonly taken: boolean;
  readonly changes: readonly SourceChange[];
  readonly copies: readonly InstalledCopy[];
  readonly isFailed: boolean;
}

/**
 * `agents source update`: what changed in the repositories since they were taken, shown first, and taken after a yes;
 * with it what was installed from there, in which what somebody changed is kept. One that cannot be reached keeps nobody
 * from the others.
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
  const agreed = done.filter(({ taken }) => taken).flatMap(({ copies }) => copies);
  const action = `source update ${done.map(({ one }) => one.name).join(' ')}`;
  const isWritten = agreed.length === 0 || (await takeCopies(context, action, agreed));
  if (!options.json && !options.dryRun) tellConflicts(context, agreed);
  if (options.json) context.printExact(jsonText({ schema: 1, sources: done.map(updatedJson) }, 2));
  else if (all.length === 0) context.tell('No source is from a repository\n');
  const isFine = unknown.length === 0 && isWritten && !done.some(({ isFailed }) => isFailed);
  return isFine ? ExitCode.Done : ExitCode.Failed;
}

async function updated(context: CommandContext, one: NamedSource, options: UpdateOptions): Promise<Updated> {
  const { name, source } = one;
  const git = await context.openGitSources();
  const as = (to: string, isFailed: boolean): Updated => ({ one, to, taken: false, changes: [], copies: [], isFailed });
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
  const isPinned = options.ref === undefined && wanted.kind !== 'branch' && isHere;
  if (isPinned || (commitOf(refs, wanted) === source.commit && isHere && ref === source.ref)) {
    // What a kill left beside it goes all the same; where it cannot, nothing here depends on that.
    if (!options.dryRun) await git.change(one.owner, (lock) => lock);
    const words = isPinned ? `is pinned to ${ref} at ${at}; --ref takes another` : `is up to date at ${at}`;
    if (!options.json) context.tell(`${visibleText(`${name} ${words}`)}\n`);
    return offered(context, one, null, options);
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

/**
 * Show what was fetched and what is to become of installed copies, and take it after a yes.
 *
 * @param next What was fetched; `null` where the source stays as it is.
 */
async function offered(
  context: CommandContext,
  one: NamedSource,
  next: Fetched | null,
  options: UpdateOptions,
): Promise<Updated> {
  const { owner, name, source } = one;
  const git = await context.openGitSources();
  const before = await checkoutAgents(context, git.folderOf(owner, name) ?? '', source.paths);
  const now = next === null ? before : await checkoutAgents(context, next.folder, source.paths);
  const changes = next === null ? [] : sourceChanges(before, now);
  const commit = next?.commit ?? source.commit;
  const earlier = earlierStates(context, git, one, before);
  const states = { name, commit, now, changes, textAt: earlier.textAt };
  const copies = await installedCopies(context, states, options.resolved);
  await earlier.drop();
  const isStuck = copies.some(({ fate }) => fate.kind === 'conflict' || fate.kind === 'no-base');
  if (next === null && copies.length === 0) return { one, to: commit, taken: false, changes, copies, isFailed: false };
  if (!options.json) {
    if (next !== null) show(context, one, { ...next, changes });
    context.print(copiesPage(copies, name, context.shown));
  }
  const isMeant = !options.dryRun && (options.yes || (await agrees(context, name, options)));
  const isRefused = !options.dryRun && !isMeant && (!context.interactive || options.json);
  const problem = isMeant && next !== null ? await take(context, git, one, next) : null;
  if (problem !== null) context.tell(`${visibleText(problem)}\n`);
  const taken = isMeant && problem === null;
  return { one, to: commit, taken, changes, copies, isFailed: isRefused || isStuck || problem !== null };
}

/** What agents of a source said at other commits, each fetched once where it is not the one that is here. */
function earlierStates(
  context: CommandContext,
  git: GitSources,
  { source }: NamedSource,
  here: ReadonlyMap<string, AgentDefinition>,
): { readonly textAt: SourceStates['textAt']; readonly drop: () => Promise<void> } {
  const folders: string[] = [];
  const states = new Map<string, ReadonlyMap<string, AgentDefinition> | string>([[source.commit, here]]);
  const stateAt = async (commit: string): Promise<ReadonlyMap<string, AgentDefinition> | string> => {
    if (!/^[0-9a-f]{40}$/.test(commit)) return 'its lock file does not say what it was installed from';
    context.progress(() => `Fetching ${source.url} …`);
    const fetched = await git.fetch(source.url, { kind: 'commit', commit });
    if (fetched.kind === 'failed') return `what it was installed from is not to be had: ${fetched.reason}`;
    folders.push(fetched.folder);
    return checkoutAgents(context, fetched.folder, source.paths);
  };
  return {
    textAt: async (commit, path) => {
      const state = states.get(commit) ?? (await stateAt(commit));
      states.set(commit, state);
      if (typeof state === 'string') return { reason: state };
      const agent = state.get(path);
      return agent === undefined ? { reason: `${path} is not at ${shortCommit(commit)}` } : { text: fileText(agent) };
    },
    drop: async () => {
      for (const folder of folders) await git.drop(folder);
    },
  };
}

interface Fetched {
  readonly ref: string;
  readonly commit: string;
  readonly folder: string;
}

function show(
  context: CommandContext,
  { name, source }: NamedSource,
  { ref, commit, changes }: Fetched & { readonly changes: readonly SourceChange[] },
): void {
  const since = shortCommit(source.commit);
  const head = `${name}: ${ref} is at ${shortCommit(commit)} now, here at ${since}; ${counted(changes.length, 'change')}`;
  context.print(`${visibleText(head)}\n${changePage(changes, since, context.columns)}`);
}

async function agrees(context: CommandContext, name: string, { json }: UpdateOptions): Promise<boolean> {
  const { interactive, tell, inputLines } = context;
  if (!(await isAskedFirst(context))) return true;
  if (!interactive || json) {
    tell('Nothing taken, as nobody can be asked here; --yes takes it without asking\n');
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
function updatedJson({ one: { name, source }, to, taken, changes, copies }: Updated): unknown {
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
    copies: copies.map(copyJson),
  };
}

function copyJson({ file: { path }, name, fate }: InstalledCopy): unknown {
  const chunks = fate.kind === 'conflict' ? fate.chunks : [];
  return {
    name,
    path,
    fate: fate.kind,
    conflicts: chunks.flatMap((chunk) =>
      chunk.kind === 'conflict' ? [{ here: chunk.ours, installed: chunk.base, source: chunk.theirs }] : [],
    ),
    ...(fate.kind === 'no-base' && { reason: fate.reason }),
  };
}
