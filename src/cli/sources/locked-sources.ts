import { type GitUrl, gitUrl } from '../../core/library/git-url.ts';
import type { LockedSource } from '../../core/library/source-lock.ts';
import type { LockOwner, RemoteRefs, Wanted } from '../../ports/git-sources.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { usageError } from '../usage-error.ts';

/** A source from a repository, and whose lock file has it. */
export interface NamedSource {
  readonly owner: LockOwner;
  readonly name: string;
  readonly source: LockedSource;
}

/** The sources from repositories, those of the project first. What is wrong with a lock file is told. */
export async function lockedSources(context: CommandContext): Promise<readonly NamedSource[]> {
  const git = await context.openGitSources();
  const owners: readonly LockOwner[] = (await context.projectFolder()) === null ? ['user'] : ['project', 'user'];
  const all: NamedSource[] = [];
  for (const owner of owners) {
    const reading = await git.read(owner);
    if (reading.kind === 'failed') context.tell(`${visibleText(reading.problem)}\n`);
    else for (const [name, source] of Object.entries(reading.lock.sources)) all.push({ owner, name, source });
  }
  return all;
}

/** A repository that was named on the command line. */
export type NamedRepository = Extract<GitUrl, { kind: 'url' }>;

/**
 * The repository that a word names; `null` for a folder.
 *
 * @throws A usage error for one that is refused.
 */
export async function repositoryNamed(context: CommandContext, word: string): Promise<NamedRepository | null> {
  const isFolder = (await context.files.list(context.absolute(word), [], false)).kind === 'files';
  const named = gitUrl(word, () => !isFolder);
  if (named.kind === 'refused') throw usageError(`${visibleText(word)} is not taken: ${named.reason}`);
  if (named.kind === 'none') return null;
  const isPath = /^[./~]/.test(named.url) || !/[:]/.test(named.url);
  if (!isPath) return named;
  const url = context.absolute(named.url);
  return { ...named, url, shown: url };
}

/** What a word means in a repository: a branch, a tag or a commit; `null` where it is none. */
export function wantedOf(refs: Extract<RemoteRefs, { kind: 'refs' }>, ref: string): Wanted | null {
  if (refs.branches.has(ref)) return { kind: 'branch', name: ref };
  if (refs.tags.has(ref)) return { kind: 'tag', name: ref };
  return /^[0-9a-f]{7,40}$/i.test(ref) ? { kind: 'commit', commit: ref.toLowerCase() } : null;
}

/** The commit that a branch, a tag or a whole hash means now; `null` where that is not known before it is fetched. */
export function commitOf(refs: Extract<RemoteRefs, { kind: 'refs' }>, wanted: Wanted): string | null {
  if (wanted.kind === 'commit') return wanted.commit.length === 40 ? wanted.commit : null;
  return (wanted.kind === 'branch' ? refs.branches : refs.tags).get(wanted.name) ?? null;
}

/** Why a repository has not what was asked for, with what is nearest. */
export function unknownRef(shown: string, ref: string, refs: Extract<RemoteRefs, { kind: 'refs' }>): string {
  const near = nearest([...refs.branches.keys(), ...refs.tags.keys()], ref);
  const words = near.length === 0 ? '' : `; nearest: ${near.join(', ')}`;
  return visibleText(`${shown} has no branch, tag or commit ${ref}${words}`);
}

const MOST_NEAR = 3;

/** Names that have most letters in common with one that there is not. */
export function nearest(names: readonly string[], wanted: string): readonly string[] {
  const scored = [...new Set(names)].map((name) => {
    const left = [...wanted.toLowerCase()];
    let common = 0;
    for (const letter of name.toLowerCase()) {
      const at = left.indexOf(letter);
      if (at === -1) continue;
      left.splice(at, 1);
      common += 1;
    }
    return { name, score: (2 * common) / (name.length + wanted.length) };
  });
  return scored
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

const LEAST_ALIKE = 0.7;

/** A commit as people read it. */
export const shortCommit = (commit: string): string => commit.slice(0, 7);
