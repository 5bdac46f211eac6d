import type { Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import { withKeptText } from '../core/definition/kept-text.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { isDefinitionFile, isIgnoredFile, sourceFileRule } from '../core/library/definition-file.ts';
import type { Library } from '../core/library/library.ts';
import { buildLibrary, libraryBuilder } from '../core/library/library-builder.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { addAll } from '../kit/long-lists.ts';
import type { FileSystem } from '../ports/file-system.ts';
import { inSlicesAtOnce } from './in-slices.ts';
import { keepText } from './keep-text.ts';

/** What has been read of a library so far. */
interface LibraryProgress {
  readonly library: Library;
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
  refresh(paths: readonly string[]): Promise<Library | null>;
}

/** A reader of sources, in order of precedence, that has read nothing yet. */
export function libraryReader(files: FileSystem, sources: readonly Source[]): LibraryReader {
  const builder = libraryBuilder(sources);
  let known = new Map<string, Read>();
  let unread: readonly FileProblem[] = [];
  /** What the builder knows, and will know once it has come to it. */
  let inBuilder: ReadonlyMap<string, Read> | null = null;

  // One after the other, as the builder wants it: a reading and a refresh may overlap.
  let built: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Iterator<unknown, Library>): Promise<Library> => {
    const library = built.then(() => inSlicesAtOnce(work()));
    built = library.catch(() => {});
    return library;
  };

  const libraryOf = (reads: ReadonlyMap<string, Read>, problems: readonly FileProblem[]): Promise<Library> => {
    inBuilder = reads;
    return inTurn(() => builder.build(...filesAndProblems(reads, problems)));
  };

  return {
    load: async function* () {
      // What is read is the reader's own only when it is complete: a second reading may overtake this one.
      const reads = new Map<string, Read>();
      const problems: FileProblem[] = [];
      let next = FIRST_STEP;
      for await (const step of readFiles(files, sources, problems)) {
        for (const one of step) reads.set(one.path, unchanged(known.get(one.path), one) ?? one);
        if (reads.size < next) continue;
        next = reads.size * 4;
        yield { library: await libraryOf(reads, problems), complete: false };
      }
      known = reads;
      unread = problems;
      yield { library: await libraryOf(reads, problems), complete: true };
    },

    refresh: async (paths) => {
      const outdated = new Set(paths);
      // What is known as a file is no folder that others may lie in.
      const folders = new Set(paths.filter((path) => !known.has(path)));
      if (folders.size > 0) for (const path of known.keys()) if (isBelowOne(path, folders)) outdated.add(path);
      const reads = await Promise.all(
        [...outdated].map(async (path) => {
          const source = sources.find((one) => mayHold(one, path));
          const read = source ? await readFile(files, path, source, linkOf(known.get(path))) : null;
          return [path, read && 'reason' in read && GONE.includes(read.reason) ? null : read] as const;
        }),
      );
      const changed = reads.filter(([path, read]) => !isSame(known.get(path), read));
      const stillUnread = await problemsLeft(files, unread, outdated);
      if (changed.length === 0 && stillUnread.length === unread.length) return null;
      unread = stillUnread;
      const gone = changed.flatMap(([path]) => known.get(path) ?? []);
      const come = changed.flatMap(([, read]) => read ?? []);
      for (const [path, read] of changed) {
        if (read) known.set(path, read);
        else known.delete(path);
      }
      // While everything is read anew the builder knows another library than the one that changed.
      if (inBuilder !== known) return libraryOf(known, unread);
      return inTurn(() =>
        builder.change(gone.filter(isDefinition), come.filter(isDefinition), problemsOf(known, unread)),
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

/** Read every source to the end. */
export async function readLibrary(files: FileSystem, sources: readonly Source[]): Promise<Library> {
  const reads = new Map<string, Read>();
  const problems: FileProblem[] = [];
  for await (const step of readFiles(files, sources, problems)) for (const one of step) reads.set(one.path, one);
  const [read, all] = filesAndProblems(reads, problems);
  return buildLibrary(read, sources, all);
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

function isDefinition(read: Read): read is SourceFile {
  return 'parsed' in read;
}

const FIRST_STEP = 32;
/** Enough to keep the disk busy, few enough to let keys through in between. */
const AT_ONCE = 32;

/** The reasons a file system gives where no file is. */
const GONE: readonly string[] = ['no such file', 'a folder, not a file'];

type Read = SourceFile | FileProblem;

/** The definitions of all sources, some at a time, and the files among them that cannot be read. */
async function* readFiles(
  files: FileSystem,
  sources: readonly Source[],
  problems: FileProblem[],
): AsyncGenerator<readonly Read[]> {
  const seen = new Set<string>();
  for (const source of sources) {
    const { endings, recursive } = sourceFileRule(source);
    const listed = await files.list(source.folder, endings, recursive);
    if (listed.kind === 'failed') {
      problems.push({ path: source.folder, code: 'file/unreadable', reason: listed.reason });
      continue;
    }
    if (listed.paths[0] === source.folder && source.scope !== 'added') {
      // A file is a source only where the user said so.
      problems.push({ path: source.folder, code: 'file/no-file', reason: 'a file, not a folder' });
      continue;
    }
    addAll(problems, listed.skipped);
    // Sources may lie inside each other; a file belongs to the first that has it.
    const paths = listed.paths.filter((path) => !seen.has(path) && !isIgnoredFile(source, path));
    for (const path of paths) seen.add(path);
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const read = await Promise.all(
        paths.slice(at, at + AT_ONCE).map((path) => readFile(files, path, source, listed.links?.get(path))),
      );
      yield read.filter((one) => one !== null);
    }
  }
}

async function readFile(
  files: FileSystem,
  path: string,
  source: Source,
  link: SourceFile['link'],
): Promise<Read | null> {
  const read = await files.read(path);
  if (read.kind === 'failed') return { path, code: read.code, reason: read.reason };
  const parsed = parseDefinition(read.text, path, read.bytes?.length);
  // A file named as a source by itself is meant, whatever it is called.
  if (path !== source.folder && !isDefinitionFile(path, parsed)) return null;
  const kept = withKeptText(parsed, read.text, (text) => keepText(text, read.bytes));
  return { parsed: kept, path, source, ...(link && { link }) };
}

/** A link does not show when its target is read again. */
const linkOf = (before: Read | undefined): SourceFile['link'] =>
  before !== undefined && isDefinition(before) ? before.link : undefined;

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
  return before.parsed.body === now.parsed.body && before.parsed.frontmatterRaw === now.parsed.frontmatterRaw;
}
