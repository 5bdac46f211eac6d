import type { Source } from '../core/agent-definition.ts';
import { isDefinitionFile, isIgnoredFile, sourceFileRule } from '../core/definition-file.ts';
import { buildLibrary, type FileProblem, type Library, type SourceFile } from '../core/library.ts';
import { parseDefinition } from '../core/parse-definition.ts';
import type { FileSystem } from '../ports/file-system.ts';

/** What has been read of a library so far. */
export interface LibraryProgress {
  readonly library: Library;
  /** False while more is to come. */
  readonly complete: boolean;
}

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
export async function* loadLibrary(files: FileSystem, sources: readonly Source[]): AsyncGenerator<LibraryProgress> {
  const found: SourceFile[] = [];
  const problems: FileProblem[] = [];
  let next = FIRST_STEP;
  for await (const read of readFiles(files, sources)) {
    for (const one of read) {
      if ('reason' in one) problems.push(one);
      else found.push(one);
    }
    if (found.length < next) continue;
    next = found.length * 4;
    yield { library: buildLibrary(found, sources, problems), complete: false };
  }
  yield { library: buildLibrary(found, sources, problems), complete: true };
}

/** Read every source to the end. */
export async function readLibrary(files: FileSystem, sources: readonly Source[]): Promise<Library> {
  let last: Library = { definitions: [], problems: [] };
  for await (const { library } of loadLibrary(files, sources)) last = library;
  return last;
}

const FIRST_STEP = 32;
/** Enough to keep the disk busy, few enough to let keys through in between. */
const AT_ONCE = 32;

type Read = SourceFile | FileProblem;

/** The definitions of all sources, some at a time, and problems among them. */
async function* readFiles(files: FileSystem, sources: readonly Source[]): AsyncGenerator<readonly Read[]> {
  const seen = new Set<string>();
  for (const source of sources) {
    const { endings, recursive } = sourceFileRule(source);
    const listed = await files.list(source.folder, endings, recursive);
    if (listed.kind === 'failed') {
      yield [{ path: source.folder, reason: listed.reason }];
      continue;
    }
    // Sources may lie inside each other; a file belongs to the first that has it.
    const paths = listed.paths.filter((path) => !seen.has(path) && !isIgnoredFile(source, path));
    for (const path of paths) seen.add(path);
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const read = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => readFile(files, path, source)));
      yield read.filter((one) => one !== null);
    }
  }
}

async function readFile(files: FileSystem, path: string, source: Source): Promise<Read | null> {
  const read = await files.read(path);
  if (read.kind === 'failed') return { path, reason: read.reason };
  const parsed = parseDefinition(read.text, path);
  // A file named as a source by itself is meant, whatever it is called.
  return path === source.folder || isDefinitionFile(path, parsed) ? { parsed, path, source } : null;
}
