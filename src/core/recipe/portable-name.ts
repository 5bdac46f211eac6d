/**
 * Where a file lies, in words that mean the same on every machine: a path with `/` from the folder of the project, or
 * from that of a source that is known by name.
 */
export interface PortablePlace {
  /** Name of the source; `null` for the project itself. */
  readonly source: string | null;
  /** With `/`, below the folder. */
  readonly path: string;
}

/** What a name begins with of a file that lies in no source: by its hash alone it is known again. */
export const ELSEWHERE = 'elsewhere';

/** For paths in the project that could be taken for those of a source. */
const PROJECT = 'project';

const LONGEST = 4096;

/** A place as it is written: `agents/forge.md`, `bundled:forge.md`. */
export function portableName({ source, path }: PortablePlace): string {
  if (source !== null) return `${source}:${path}`;
  return path.includes(':') ? `${PROJECT}:${path}` : path;
}

/**
 * The place that a name says; `null` for what is none, since it is absolute, leads out of its folder, or is not written as
 * here.
 */
export function portablePlace(name: string): PortablePlace | null {
  const at = name.indexOf(':');
  const source = at < 0 ? PROJECT : name.slice(0, at);
  const path = name.slice(at + 1);
  if (source === '' || name.length > LONGEST || !isBelow(path)) return null;
  return { source: source === PROJECT ? null : source, path };
}

/** Whether a path is none of this machine's: the name of a file that is not found here. */
export function isPortable(path: string): boolean {
  return portablePlace(path) !== null;
}

/** Whether a path stays below the folder it is read from, on every system. */
function isBelow(path: string): boolean {
  if (/[\u0000-\u001F\u007F\\]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
