import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HARNESSES } from '../../core/formats/harnesses/harnesses.ts';
import { isInside } from '../refused-folder.ts';

/**
 * The folder of the project that a file lies in: the root of its repository; without one, what is around the folder in
 * which a harness looks, as `.claude/agents`.
 *
 * @param path Absolute path of a file, there or not.
 * @param home The user's home folder, which is a project where it is a repository itself; one around it is nobody's.
 * @returns `null` where it lies in none.
 */
export function projectOf(path: string, home: string | null): string | null {
  const folder = dirname(path);
  const root = repositoryOf(folder);
  if (root !== null) return home !== null && home !== root && isInside(home, root) ? null : root;
  for (let around = folder; dirname(around) !== around; around = dirname(around)) {
    if (around !== home && projectPlaces(around).some((place) => isInside(folder, place))) return around;
  }
  return null;
}

/** The folder of the project that a folder lies in, also where no more of it is there than a folder of a harness. */
export function projectAround(cwd: string, home: string | null): string | null {
  const root = projectOf(join(cwd, 'agent'), home);
  if (root !== null) return root;
  return cwd !== home && projectPlaces(cwd).some((place) => existsSync(place)) ? cwd : null;
}

/** The folders in which harnesses look for the agents of a project. */
export function projectPlaces(root: string): readonly string[] {
  const places = HARNESSES.flatMap((harness) => harness.places.filter(({ scope }) => scope === 'project'));
  return [...new Set(places.map(({ folder }) => folder))].map((folder) => join(root, folder));
}

function repositoryOf(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    // A folder, or in a further work tree a file.
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}
