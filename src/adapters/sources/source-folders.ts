import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../../core/definition/agent-definition.ts';
import { formatOfFolder } from '../../core/formats/guess-format.ts';
import { parseSourceLock, type SourceLock } from '../../core/library/source-lock.ts';
import type { LockOwner } from '../../ports/git-sources.ts';

/** Where lock files and checkouts lie; `null` for none. */
export interface SourcePlaces {
  readonly config: string | null;
  readonly data: string | null;
  readonly project: string | null;
}

/** Larger ones are none: a project's may be anybody's. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The path of a lock file. */
export function lockPath({ config, project }: SourcePlaces, owner: LockOwner): string | null {
  if (owner === 'project') return project === null ? null : join(project, 'agents.lock.json');
  return config === null ? null : join(config, 'sources.lock.json');
}

/** The folder that has the checkouts of a lock file. Those of projects lie apart, each project's by itself. */
export function checkoutsOf({ data, project }: SourcePlaces, owner: LockOwner): string | null {
  if (data === null) return null;
  if (owner === 'user') return join(data, 'sources');
  return project === null ? null : join(data, 'sources', '.projects', shortHash(project));
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** What an old checkout is called while a new one takes its place. */
export const asideOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.old`);

/** The sources that were taken from repositories and are there; what cannot be read is none, as commands about them say. */
export function takenSources(places: SourcePlaces): readonly Source[] {
  const ids = new Set<string>();
  return (['project', 'user'] as const).flatMap((owner) => {
    const path = lockPath(places, owner);
    const lock = path === null ? null : readLockNow(path);
    const all = lock && checkoutsOf(places, owner);
    if (lock === null || all === null) return [];
    return Object.entries(lock.sources).flatMap(([name, { paths }]) => {
      const own = join(all, name);
      // Between two moments of an update the old one is all there is.
      const folder = existsSync(own) ? own : asideOf(own);
      if (!existsSync(folder) || ids.has(name)) return [];
      ids.add(name);
      const parts = paths.length === 0 ? [''] : paths;
      return parts.map(
        (part): Source => ({
          id: part === '' || paths.length === 1 ? name : `${name}/${part}`,
          scope: 'added',
          folder: part === '' ? folder : join(folder, part),
          format: formatOfFolder(part === '' ? '/' : `/${part}`),
          isTaken: true,
        }),
      );
    });
  });
}

function readLockNow(path: string): SourceLock | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > MOST_BYTES) return null;
    const lock = parseSourceLock(readFileSync(path, 'utf8'));
    return typeof lock === 'string' ? null : lock;
  } catch {
    return null;
  }
}
