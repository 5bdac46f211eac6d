import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import type { Installed } from '../../core/library/source-lock.ts';
import type { MergeChunk } from '../../core/merging/merge-chunk.ts';
import { hasConflict, mergedText, mergeThreeWays } from '../../core/merging/three-way.ts';
import { plainEnds, withEndsOf } from '../../core/recipe/line-ends.ts';
import type { CommandContext } from '../command-context.ts';
import { type InstalledFile, installedFiles } from '../keeping/installed.ts';
import type { SourceChange } from './source-changes.ts';

/** A copy that was installed from a source which says something else by now, and what is to become of it. */
export interface InstalledCopy {
  readonly file: InstalledFile;
  readonly name: string;
  /** The file as it is. */
  readonly before: string;
  /** What the source says now. */
  readonly theirs: string;
  /** What the lock file is to say of it once that is taken over. */
  readonly next: Installed;
  readonly fate: CopyFate;
}

/** What is to become of a copy. */
type CopyFate =
  /** Nobody changed it since: what the source says now takes its place. */
  | { readonly kind: 'replaced'; readonly text: string }
  /** What was changed in it, and what the source says now, in one. */
  | { readonly kind: 'merged'; readonly text: string }
  /** It says all of it already. */
  | { readonly kind: 'current' }
  | { readonly kind: 'conflict'; readonly chunks: readonly MergeChunk[] }
  /** What it was installed from is not to be had, so that nobody can tell what was changed. */
  | { readonly kind: 'no-base'; readonly reason: string };

/** Two states of a source: agents by their paths in it, and what became of them. */
export interface SourceStates {
  readonly name: string;
  /** Of the state now. */
  readonly commit: string;
  readonly now: ReadonlyMap<string, AgentDefinition>;
  readonly changes: readonly SourceChange[];
  /** What an agent said at a commit, or why that is not to be had. */
  readonly textAt: (commit: string, path: string) => Promise<{ readonly text: string } | { readonly reason: string }>;
}

/** The copies of a source that have something to take over; what was renamed there is followed. */
export async function installedCopies(
  context: CommandContext,
  states: SourceStates,
  isResolved: boolean,
): Promise<readonly InstalledCopy[]> {
  const copies: InstalledCopy[] = [];
  for (const file of await installedFiles(context)) {
    if (file.installed.source !== states.name || !(await isToBeWritten(context, file))) continue;
    const path = pathNow(states, file.installed.path);
    const agent = states.now.get(path);
    const read = await context.files.read(file.path);
    if (agent === undefined || read.kind === 'failed') continue;
    const theirs = fileText(agent);
    const sha256 = context.sha256(theirs);
    if (sha256 === file.installed.sha256) continue;
    const next = { source: states.name, path, commit: states.commit, sha256 };
    const fate = await fateOf(context, states, { file, before: read.text, theirs });
    const isTaken = isResolved && (fate.kind === 'conflict' || fate.kind === 'no-base');
    const one = { file, name: agent.name, before: read.text, theirs, next };
    copies.push({ ...one, fate: isTaken ? { kind: 'current' } : fate });
  }
  return copies;
}

/**
 * Whether a lock file may name a file for an update. That of a project may be anybody's: it speaks of agents in the
 * project and of nothing else.
 */
async function isToBeWritten(context: CommandContext, { owner, path, installed }: InstalledFile): Promise<boolean> {
  const ending = /\.[^./]+$/.exec(installed.path)?.[0];
  const parts = path.split('/');
  if (ending === undefined || !path.endsWith(ending) || parts.includes('.git') || parts.includes('..')) return false;
  const project = await context.projectFolder();
  return owner === 'user' || (project !== null && path.startsWith(`${project}/`));
}

function pathNow({ now, changes }: SourceStates, path: string): string {
  if (now.has(path)) return path;
  const renamed = changes.find((one) => one.kind === 'renamed' && one.from === path);
  return renamed?.path ?? path;
}

async function fateOf(
  { sha256 }: CommandContext,
  { textAt }: SourceStates,
  { file, before, theirs }: { readonly file: InstalledFile; readonly before: string; readonly theirs: string },
): Promise<CopyFate> {
  const { installed } = file;
  if (before === theirs) return { kind: 'current' };
  if (sha256(before) === installed.sha256) return { kind: 'replaced', text: theirs };
  const base = await textAt(installed.commit ?? '', installed.path);
  if ('reason' in base) return { kind: 'no-base', reason: base.reason };
  if (sha256(base.text) !== installed.sha256)
    return { kind: 'no-base', reason: 'its lock file and the repository do not agree on what was installed' };
  const chunks = mergeThreeWays(plainEnds(base.text), plainEnds(before), plainEnds(theirs));
  if (hasConflict(chunks)) return { kind: 'conflict', chunks };
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = mark + withEndsOf(before, mergedText(chunks));
  return text === before ? { kind: 'current' } : { kind: 'merged', text };
}
