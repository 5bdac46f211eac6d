import type { Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { type CollectionMap, isSkillFile } from '../core/library/collection-map.ts';
import { isIgnoredFile, sourceFileRule } from '../core/library/definition-file.ts';
import type { Library } from '../core/library/library.ts';
import { buildLibrary, libraryBuilder } from '../core/library/library-builder.ts';
import type { FileSystem } from '../ports/file-system.ts';
import { inSlicesAtOnce } from './in-slices.ts';
import { ASIDE, type Found, isDefinition, type Read, readFile, readFiles } from './read-files.ts';
import { listFilesOf, mapOfCollection, type SourceLook } from './source-files.ts';

/** A library that was read. */
export interface ReadLibrary extends Library {
  /** How many other Markdown files the collections hold: documents, pages, what belongs to skills. */
  readonly aside: number;
}

/** What has been read of a library so far. */
interface LibraryProgress {
  readonly library: ReadLibrary;
  /** False while more is to come. */
  readonly complete: boolean;
}

/** The files of some sources, read once and then kept up to date. */
export interface LibraryReader {
  /**
   * Read every source, step by step.
   *
   * The first step comes after a few dozen files, so that there is something to see at once; the following ones grow
   * with what there is, so that building the library again for each costs no more than building it once or twice. Each
   * library holds everything read so far; ids may change from step to step, since a later file can turn out to be first
   * of its name.
   *
   * A file that cannot be read is a problem of the library and hides no other file. So is a source that cannot be read,
   * with the path of its folder.
   */
  load(): AsyncGenerator<LibraryProgress>;
  /**
   * Read some files again, and nothing else. Files that are new are found, those that are gone left out.
   *
   * @param paths Of files or folders; what was read below one is read again or left out.
   * @returns The library as it is now, or `null` if nothing in it changed.
   */
  refresh(paths: readonly string[]): Promise<ReadLibrary | null>;
}

/** A reader of sources, in order of precedence, that has read nothing yet. */
export function libraryReader(files: FileSystem, sources: readonly Source[]): LibraryReader {
  const builder = libraryBuilder(sources);
  let known = new Map<string, Read>();
  let unread: readonly FileProblem[] = [];
  let maps = new Map<string, CollectionMap>();
  let aside: ReadonlySet<string> = new Set();
  /** What the builder knows, and will know once it has come to it. */
  let inBuilder: ReadonlyMap<string, Read> | null = null;

  // One after the other, as the builder wants it: a reading and a refresh may overlap.
  let built: Promise<unknown> = Promise.resolve();
  const inTurn = async (work: () => Iterator<unknown, Library>, isAside: ReadonlySet<string>): Promise<ReadLibrary> => {
    const library = built.then(() => inSlicesAtOnce(work()));
    built = library.catch(() => {});
    return { ...(await library), aside: isAside.size };
  };

  const libraryOf = (
    reads: ReadonlyMap<string, Read>,
    problems: readonly FileProblem[],
    isAside: ReadonlySet<string>,
  ): Promise<ReadLibrary> => {
    inBuilder = reads;
    return inTurn(() => builder.build(...filesAndProblems(reads, problems)), isAside);
  };

  /** A new skill says of all that lies beside it that it belongs to it. */
  const mapAgain = async (outdated: ReadonlySet<string>): Promise<void> => {
    for (const source of sources) {
      if (![...outdated].some((path) => isSkillFile(path) && mayHold(source, path)) || !maps.has(source.id)) continue;
      const listed = await listFilesOf(files, source, sourceFileRule(source));
      const map = listed.kind === 'files' ? await mapOfCollection(files, source, listed.paths) : undefined;
      if (map) maps.set(source.id, map);
    }
  };

  /** By the first source that it is something in. */
  const readAgain = async (path: string): Promise<Read | typeof ASIDE | null> => {
    let read: Read | typeof ASIDE | null = null;
    for (const source of sources.filter((one) => mayHold(one, path))) {
      const map = maps.get(source.id);
      read = await readFile(files, { path, source, ...(map && { map }), ...linkOf(known.get(path)) });
      if (read !== ASIDE) return read;
    }
    return read;
  };

  return {
    load: async function* () {
      // What is read is the reader's own only when it is complete: a second reading may overtake this one.
      const reads = new Map<string, Read>();
      const found: Found = { problems: [], maps: new Map(), aside: new Set() };
      let next = FIRST_STEP;
      for await (const step of readFiles(files, sources, found)) {
        for (const one of step) reads.set(one.path, unchanged(known.get(one.path), one) ?? one);
        if (reads.size < next) continue;
        next = reads.size * 4;
        yield { library: await libraryOf(reads, found.problems, found.aside), complete: false };
      }
      known = reads;
      ({ problems: unread, maps, aside } = found);
      yield { library: await libraryOf(reads, unread, aside), complete: true };
    },

    refresh: async (paths) => {
      const outdated = new Set(paths);
      // What is known as a file is no folder that others may lie in.
      const folders = new Set(paths.filter((path) => !known.has(path)));
      if (folders.size > 0) for (const path of known.keys()) if (isBelowOne(path, folders)) outdated.add(path);
      await mapAgain(outdated);
      const reads = await Promise.all(
        [...outdated].map(async (path) => {
          const read = await readAgain(path);
          return [path, isGone(read) ? null : read] as const;
        }),
      );
      const changed = reads.flatMap(([path, read]) => {
        const now = read === ASIDE ? null : read;
        return isSame(known.get(path), now) ? [] : [[path, now] as const];
      });
      const stillUnread = await problemsLeft(files, unread, outdated);
      const stillAside = new Set([
        ...[...aside].filter((path) => !outdated.has(path)),
        ...reads.flatMap(([path, read]) => (read === ASIDE ? [path] : [])),
      ]);
      const isSameAside = stillAside.size === aside.size;
      aside = stillAside;
      if (changed.length === 0 && stillUnread.length === unread.length && isSameAside) return null;
      unread = stillUnread;
      const gone = changed.flatMap(([path]) => known.get(path) ?? []);
      const come = changed.flatMap(([, read]) => read ?? []);
      for (const [path, read] of changed) {
        if (read) known.set(path, read);
        else known.delete(path);
      }
      // While everything is read anew the builder knows another library than the one that changed.
      if (inBuilder !== known) return libraryOf(known, unread, aside);
      return inTurn(
        () => builder.change(gone.filter(isDefinition), come.filter(isDefinition), problemsOf(known, unread)),
        aside,
      );
    },
  };
}

/** The problems without those of sources that were told of and can be read by now. */
async function problemsLeft(
  files: FileSystem,
  problems: readonly FileProblem[],
  told: ReadonlySet<string>,
): Promise<readonly FileProblem[]> {
  const left: FileProblem[] = [];
  for (const problem of problems) {
    const isSolved = told.has(problem.path) && (await files.list(problem.path, [], false)).kind === 'files';
    if (!isSolved) left.push(problem);
  }
  return left;
}

/**
 * Read every source to the end.
 *
 * @param look Which files of a source are read; those that are listed if left out.
 */
export async function readLibrary(
  files: FileSystem,
  sources: readonly Source[],
  look?: SourceLook,
): Promise<ReadLibrary> {
  const reads = new Map<string, Read>();
  const found: Found = { problems: [], maps: new Map(), aside: new Set() };
  for await (const step of readFiles(files, sources, found, look)) for (const one of step) reads.set(one.path, one);
  const [read, all] = filesAndProblems(reads, found.problems);
  return { ...buildLibrary(read, sources, all), aside: found.aside.size };
}

function filesAndProblems(
  reads: ReadonlyMap<string, Read>,
  problems: readonly FileProblem[],
): [files: readonly SourceFile[], problems: readonly FileProblem[]] {
  return [[...reads.values()].filter(isDefinition), problemsOf(reads, problems)];
}

function problemsOf(reads: ReadonlyMap<string, Read>, problems: readonly FileProblem[]): readonly FileProblem[] {
  const all = [...problems];
  for (const one of reads.values()) if (!isDefinition(one)) all.push(one);
  return all;
}

const FIRST_STEP = 32;
const isGone = (read: Read | typeof ASIDE | null): boolean =>
  read !== null && read !== ASIDE && 'reason' in read && GONE.includes(read.reason);

/** The reasons a file system gives where no file is. */
const GONE: readonly string[] = ['no such file', 'a folder, not a file'];

/** A link does not show when its target is read again. */
const linkOf = (before: Read | undefined): Pick<SourceFile, 'link'> =>
  before !== undefined && isDefinition(before) && before.link !== undefined ? { link: before.link } : {};

/** Whether a source would list a file of this path. */
function mayHold(source: Source, path: string): boolean {
  if (path === source.folder) return source.scope === 'added';
  const { endings, recursive } = sourceFileRule(source);
  const inside = path.startsWith(`${source.folder}/`) ? path.slice(source.folder.length + 1) : '';
  return (
    endings.some((ending) => inside.endsWith(ending)) &&
    (recursive || !inside.includes('/')) &&
    !isIgnoredFile(source, path)
  );
}

function isBelowOne(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
  }
  return false;
}

/** What was read before, if it is what was read now: whatever was computed of it stays known, and it is kept once. */
function unchanged(before: Read | undefined, now: Read): Read | null {
  return before && isSame(before, now) ? before : null;
}

/** Whether reading a file gave what it gave before. */
function isSame(before: Read | undefined, now: Read | null): boolean {
  if (!before || !now) return !before && !now;
  if ('reason' in before || 'reason' in now)
    return 'reason' in before && 'reason' in now && before.reason === now.reason;
  if (before.kind !== now.kind) return false;
  return before.parsed.body === now.parsed.body && before.parsed.frontmatterRaw === now.parsed.frontmatterRaw;
}
