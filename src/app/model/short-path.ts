import type { Surroundings } from './model.ts';

/** A path as short as it can be told: relative to the working directory, else with `~` for the home folder. */
export function shortPath(path: string, { cwd, home }: Pick<Surroundings, 'cwd' | 'home'>): string {
  if (path.startsWith(`${cwd}/`)) return path.slice(cwd.length + 1);
  return home !== null && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
