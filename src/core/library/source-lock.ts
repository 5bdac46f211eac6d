import { compareText } from '../../kit/compare-text.ts';
import { isRecord } from '../../kit/plain-data.ts';
import { gitUrl, isSourceName } from './git-url.ts';

/** A source that was taken from a repository. */
export interface LockedSource {
  /** Without a name or a password in it. */
  readonly url: string;
  /** A branch, a tag or a commit, as it was asked for. */
  readonly ref: string;
  /** The folders in it that count, with forward slashes; all of it if there is none. */
  readonly paths: readonly string[];
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** When it was taken, as ISO 8601. */
  readonly taken: string;
}

/** A file that was installed from a source. */
export interface Installed {
  /** The name of the source; of what comes with the program `bundled`. */
  readonly source: string;
  /** Where it lies there. */
  readonly path: string;
  /** The commit it was taken from; left out where there is none. */
  readonly commit?: string;
  /** Hash of the bytes that were written. */
  readonly sha256: string;
}

/** What was taken from where. */
export interface SourceLock {
  readonly sources: Readonly<Record<string, LockedSource>>;
  /** By path: below the folder of the lock file, or absolute. */
  readonly installed: Readonly<Record<string, Installed>>;
}

export const EMPTY_LOCK: SourceLock = { sources: {}, installed: {} };

/**
 * A lock file as it was read. It may be anybody's: names that leave their folder, addresses that run programs and
 * anything else that cannot be are refused.
 *
 * @returns What is wrong with it, as a clause, where it is no lock file.
 */
export function parseSourceLock(text: string): SourceLock | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'it is not valid JSON';
  }
  if (!isRecord(document) || document.schema !== 1) return 'it is no lock file of this version';
  const { sources = {}, installed = {} } = document;
  if (!isRecord(sources) || !isRecord(installed)) return 'it is no lock file of this version';
  const locked: [string, LockedSource][] = [];
  for (const [name, value] of Object.entries(sources)) {
    const one = isSourceName(name) ? parseSource(value) : null;
    if (one === null) return `its source ${name} cannot be`;
    locked.push([name, one]);
  }
  const files: [string, Installed][] = [];
  for (const [path, value] of Object.entries(installed)) {
    const one = parseInstalled(value);
    if (one === null) return `its installed file ${path} cannot be`;
    files.push([path, one]);
  }
  return { sources: Object.fromEntries(locked), installed: Object.fromEntries(files) };
}

function parseSource(value: unknown): LockedSource | null {
  if (!isRecord(value)) return null;
  const { url, ref, paths = [], commit, taken = '' } = value;
  if (typeof url !== 'string' || typeof ref !== 'string' || typeof commit !== 'string') return null;
  if (typeof taken !== 'string' || !Array.isArray(paths) || !paths.every(isInside)) return null;
  const isPlain = !/^-|[\p{Cc}\s]/u.test(ref) && /^[0-9a-f]{40}$/.test(commit) && !url.includes('#');
  const named = gitUrl(url);
  const isAddress = named.kind === 'url' || (named.kind === 'none' && url.startsWith('/'));
  return isPlain && isAddress ? { url, ref, paths, commit, taken } : null;
}

/** Whether a value is the path of a folder inside a source. */
export function isInside(path: unknown): path is string {
  return (
    typeof path === 'string' &&
    path !== '' &&
    !/^[/\\-]|[\\\p{Cc}]/u.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '..' && part !== '.git')
  );
}

function parseInstalled(value: unknown): Installed | null {
  if (!isRecord(value)) return null;
  const { source, path, commit, sha256 } = value;
  if (typeof source !== 'string' || typeof path !== 'string' || typeof sha256 !== 'string') return null;
  if (commit !== undefined && typeof commit !== 'string') return null;
  return { source, path, ...(commit !== undefined && { commit }), sha256 };
}

/** A lock file to be kept in a repository: in one order, two blanks a level, a line end last. */
export function serialiseSourceLock({ sources, installed }: SourceLock): string {
  const inOrder = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ schema: 1, sources: inOrder(sources), installed: inOrder(installed) }, null, 2)}\n`;
}
