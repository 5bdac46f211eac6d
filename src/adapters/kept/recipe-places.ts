import { extname, isAbsolute, join, relative, sep } from 'node:path';
import type { Source } from '../../core/definition/agent-definition.ts';
import { fileName } from '../../core/definition/file-name.ts';
import { ELSEWHERE, portableName, portablePlace } from '../../core/recipe/portable-name.ts';
import { readRegularFile } from '../read-file.ts';
import { isInside, leadsOut } from '../refused-folder.ts';
import { sha256 } from '../sha256.ts';
import { walkProject } from './walk-project.ts';

/** Where what recipes of a project name lies on this machine, and the other way round. */
export interface RecipePlaces {
  /** The portable name of a file. One that lies in neither project nor source is named as lying elsewhere. */
  readonly nameOf: (path: string) => Promise<string>;
  /**
   * Where a file lies: at its place, or else a file of the project or of a source with its hash.
   *
   * @param hash Of the whole file when the recipe was written.
   * @returns A path in the project or in a source, links followed; or the name again where the file is not found there.
   */
  readonly pathOf: (name: string, hash: string | undefined) => Promise<string>;
}

/**
 * The places of recipes.
 *
 * @param root The folder of the project.
 * @param sources All that are known.
 */
export function recipePlaces(root: string, sources: readonly Source[]): RecipePlaces {
  const others = sources.filter(({ scope }) => scope !== 'project');
  const inProject: Place = { source: null, folder: root };
  const named: readonly Place[] = others.map((source) => ({ source: nameOfSource(source), folder: source.folder }));
  const bundled = others.filter(({ scope }) => scope === 'bundled').map(({ folder }) => folder);
  // What comes with the program is called so, also where the program is a package of the project.
  const first = named.filter(({ folder }) => bundled.includes(folder));
  const places = [...first, inProject, ...named.filter((one) => !first.includes(one))];

  const nameOf = async (path: string): Promise<string> => {
    if (!isAbsolute(path)) return path;
    for (const { source, folder } of places) {
      if (!isInside(path, folder) || (await leadsOut(path, folder))) continue;
      const name = portableName({ source, path: relative(folder, path).split(sep).join('/') });
      if (portablePlace(name)?.source === source) return name;
    }
    const name = portableName({ source: ELSEWHERE, path: fileName(path) });
    return portablePlace(name) === null ? `${ELSEWHERE}:agent` : name;
  };

  const pathOf = async (name: string, hash: string | undefined): Promise<string> => {
    const place = portablePlace(name);
    if (place === null) return name;
    let missing = name;
    for (const { source, folder } of places) {
      if (source !== place.source) continue;
      const path = join(folder, place.path);
      if (await leadsOut(path, folder)) continue;
      if ((await readRegularFile(path)).kind === 'text') return path;
      missing = path;
    }
    return (hash === undefined ? null : await found(hash, fileName(place.path))) ?? missing;
  };

  /** A file with a hash: one of the same name first, and first in the project. */
  const found = async (hash: string, name: string): Promise<string | null> => {
    const isNamed = (one: string) => one === name;
    const isOther = (one: string) => one !== name && extname(one) === extname(name);
    for (const isMeant of [isNamed, isOther]) {
      for (const { folder } of [inProject, ...named]) {
        const path = await fileWith(hash, folder, isMeant);
        if (path !== null) return path;
      }
    }
    return null;
  };

  return { nameOf, pathOf };
}

/** A folder with what it is called in recipes. */
interface Place {
  /** `null` for the project. */
  readonly source: string | null;
  readonly folder: string;
}

/** What the user added is called by its folder, as it may lie anywhere else on another machine. */
function nameOfSource({ id, scope, folder }: Source): string {
  return scope === 'added' ? fileName(folder) : id;
}

async function fileWith(hash: string, folder: string, isMeant: (name: string) => boolean): Promise<string | null> {
  let path: string | null = null;
  await walkProject(folder, async (around, entries) => {
    for (const entry of entries) {
      if (path !== null || !entry.isFile() || !isMeant(entry.name)) continue;
      const read = await readRegularFile(join(around, entry.name));
      if (read.kind === 'text' && sha256(read.bytes) === hash) path = join(around, entry.name);
    }
    return path === null;
  });
  return path;
}
