import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProjectFolder, Source } from '../core/definition/agent-definition.ts';
import type { HarnessFormat, HarnessPlace } from '../core/formats/harness/harness-format.ts';
import { HARNESSES } from '../core/formats/harnesses/harnesses.ts';
import { allKindFolders, type KindFolder } from '../core/formats/harnesses/kind-folders.ts';
import { pluginSources } from './claude-plugins.ts';
import { errorCode } from './plain-reason.ts';

/** Where the program runs. */
export interface Places {
  /** `null` for none, as where the folder was deleted. */
  readonly cwd: string | null;
  /** `null` for none. */
  readonly home: string | null;
  /** The folder of definitions that come with the program. */
  readonly bundled: string;
}

/**
 * Where the harnesses look for agents, and the definitions that come with the program: the folders of every harness in
 * each project folder, nearest first; those in the home folder; the plugins of Claude Code; the bundled library; and at
 * the end, since agents come first, the folders in which they look for skills and commands.
 * Folders that do not exist are left out, and so are those inside of what is no folder: a file called `.codex` is
 * somebody else's. What is meant as a source and cannot be one (a file in its place, links in a circle, a folder that
 * may not be entered) stays among them, for its reader to say so: once for each thing in the way, however many harnesses
 * look behind it.
 *
 * Project folders are those from the working directory up to the root of its repository, the home folder at most, so
 * that nobody else's folders are read; outside a repository the working directory alone. A harness that looks in fewer
 * of them still has all listed: which it loads is said by `agents which`.
 */
export function defaultSources({ cwd, home, bundled }: Places): readonly Source[] {
  const projectFolders = cwd === null ? [] : projectFoldersAround(cwd, home);
  const user = home === null ? [] : HARNESSES.flatMap((harness) => userSources(home, harness));
  const ofUser = new Set(user.map(({ folder }) => folder));
  const projects = projectFolders.flatMap(({ folder, position }) =>
    HARNESSES.flatMap((harness) =>
      ownPlaces(harness, 'project').map((place) => projectSource(folder, position, place)),
    ),
  );
  const userKinds = home === null ? [] : allKindFolders('user').map((one) => kindSource(home, one));
  const isUsersKind = new Set(userKinds.map(({ folder }) => folder));
  const projectKinds = projectFolders.flatMap(({ folder, position }) =>
    allKindFolders('project').map((one) => kindSource(folder, one, position)),
  );
  const sources: readonly Source[] = [
    // At home the folder of a project is the user's own.
    ...projects.filter(({ folder }) => !ofUser.has(folder)),
    ...user,
    ...(home === null
      ? []
      : pluginSources(
          home,
          projectFolders.map(({ folder }) => folder),
        )),
    { id: 'bundled', scope: 'bundled', folder: bundled, format: 'claude' },
    ...projectKinds.filter(({ folder }) => !isUsersKind.has(folder)),
    ...userKinds,
  ];
  const told = new Set<string>();
  const isThere = ({ folder }: Source): boolean => {
    const found = lookAt(folder);
    if (typeof found === 'boolean') return found;
    if (told.has(found.obstacle)) return false;
    told.add(found.obstacle);
    return true;
  };
  return withDistinctIds(sources.filter(isThere));
}

interface FoundFolder {
  readonly folder: string;
  readonly position: ProjectFolder;
}

/** The folder and those around it up to the one that holds `.git`, or up to home; only the folder itself if none does. */
function projectFoldersAround(cwd: string, home: string | null): readonly FoundFolder[] {
  const root = repositoryRoot(cwd);
  const folders = [cwd];
  for (let folder = cwd; root !== null && folder !== root && folder !== home; folder = dirname(folder)) {
    folders.push(dirname(folder));
  }
  return folders.map((folder, stepsUp) => ({ folder, position: { stepsUp, isRoot: stepsUp === folders.length - 1 } }));
}

function repositoryRoot(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    // A folder, or in a work tree a file.
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

function ownPlaces({ id, places }: HarnessFormat, scope: HarnessPlace['scope']): readonly HarnessPlace[] {
  return places.filter((place) => place.scope === scope && place.owner === id);
}

function projectSource(folder: string, position: ProjectFolder, place: HarnessPlace): Source {
  return {
    id: idOf(levelOf(position), place),
    scope: 'project',
    folder: join(folder, ...place.folder.split('/')),
    format: place.owner,
    project: position,
  };
}

const levelOf = ({ stepsUp }: ProjectFolder): string => (stepsUp === 0 ? 'project' : `project-${stepsUp + 1}`);

function userSources(home: string, harness: HarnessFormat): readonly Source[] {
  return ownPlaces(harness, 'user').map((place) => ({
    id: idOf('user', place),
    scope: 'user',
    folder: join(home, ...place.folder.split('/')),
    format: place.owner,
  }));
}

/** @param position Of the project folder; left out for the home folder. */
function kindSource(around: string, { format, kind, folder }: KindFolder, position?: ProjectFolder): Source {
  const level = position === undefined ? 'user' : levelOf(position);
  return {
    id: `${idOf(level, { owner: format })}/${kind}s`,
    scope: position === undefined ? 'user' : 'project',
    folder: join(around, ...folder.split('/')),
    format,
    kind,
    ...(position && { project: position }),
  };
}

/** Claude Code's sources go without its name, as most people have no others. */
function idOf(level: string, { owner }: Pick<HarnessPlace, 'owner'>): string {
  return owner === 'claude' ? level : `${level}/${owner}`;
}

/** Ids with a number where a harness has several folders of one kind, as OpenCode has `agent` and `agents`. */
function withDistinctIds(sources: readonly Source[]): readonly Source[] {
  const counts = new Map<string, number>();
  return sources.map((source) => {
    const count = (counts.get(source.id) ?? 0) + 1;
    counts.set(source.id, count);
    return count === 1 ? source : { ...source, id: `${source.id}/${count}` };
  });
}

/** Whether anything is at a path, or what keeps from knowing it. */
function lookAt(path: string): boolean | { readonly obstacle: string } {
  const code = statCode(path);
  if (code === null) return true;
  if (code === 'ENOENT' || code === 'ENOTDIR') return false;
  let obstacle = path;
  while (dirname(obstacle) !== obstacle && statCode(dirname(obstacle)) === code) obstacle = dirname(obstacle);
  // What may not be entered is itself there to be seen.
  return { obstacle: code === 'EACCES' ? dirname(obstacle) : obstacle };
}

/** Why nothing can be known of a path, or `null`. */
function statCode(path: string): string | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined ? 'ENOENT' : null;
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return code;
  }
}
