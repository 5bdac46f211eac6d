import type { Installed, SourceLock } from '../../core/library/source-lock.ts';
import type { LockOwner } from '../../ports/git-sources.ts';
import type { CommandContext } from '../command-context.ts';

/** A file that was installed, as a lock file has it. */
export interface InstalledFile {
  readonly owner: LockOwner;
  /** Absolute. */
  readonly path: string;
  readonly installed: Installed;
}

const OWNERS: readonly LockOwner[] = ['project', 'user'];

/** Every file that was installed. */
export async function installedFiles(context: CommandContext): Promise<readonly InstalledFile[]> {
  const git = await context.openGitSources();
  const project = await context.projectFolder();
  const files: InstalledFile[] = [];
  for (const owner of OWNERS) {
    const reading = await git.read(owner);
    if (reading.kind === 'failed') continue;
    for (const [key, installed] of Object.entries(reading.lock.installed)) {
      const path = pathOf(context, project, owner, key);
      if (path !== null) files.push({ owner, path, installed });
    }
  }
  return files;
}

/** The lock file in which a file is entered by its path in the project, or from home, so that it means the same elsewhere. */
function keyOf({ home }: CommandContext, project: string | null, owner: LockOwner, path: string): string {
  if (owner === 'project' && project !== null && path.startsWith(`${project}/`)) return path.slice(project.length + 1);
  return home !== null && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

function pathOf({ home }: CommandContext, project: string | null, owner: LockOwner, key: string): string | null {
  if (key.startsWith('~/')) return home === null ? null : home + key.slice(1);
  if (key.startsWith('/')) return owner === 'user' ? key : null;
  const isInside = !key.split('/').includes('..');
  return owner === 'project' && project !== null && isInside ? `${project}/${key}` : null;
}

/** Enter files as installed, or take them out where nothing is given; the problem in words, or `null`. */
export async function enter(
  context: CommandContext,
  owner: LockOwner,
  files: readonly { readonly path: string; readonly installed: Installed | null }[],
): Promise<string | null> {
  const git = await context.openGitSources();
  const project = await context.projectFolder();
  return git.change(owner, (now) =>
    files.reduce((lock, { path, installed }) => entered(lock, keyOf(context, project, owner, path), installed), now),
  );
}

function entered({ sources, installed }: SourceLock, key: string, one: Installed | null): SourceLock {
  const { [key]: _, ...others } = installed;
  return { sources, installed: one === null ? others : { ...others, [key]: one } };
}

/** Have what lock files say of a file follow it to another path, or go with it; the problem in words, or `null`. */
export async function followed(context: CommandContext, from: string, to: string | null): Promise<string | null> {
  for (const { owner, path, installed } of await installedFiles(context)) {
    if (path !== from) continue;
    const gone = { path, installed: null };
    const problem = await enter(context, owner, to === null ? [gone] : [gone, { path: to, installed }]);
    if (problem !== null) return problem;
  }
  return null;
}
