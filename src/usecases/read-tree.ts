import type { Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import type { Tree } from '../core/formats/loading/judge.ts';
import { isManifest } from '../core/library/collection-map.ts';
import { isListed, widestFileRule } from '../core/library/definition-file.ts';
import type { Library } from '../core/library/library.ts';
import { buildLibrary } from '../core/library/library-builder.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { addAll } from '../kit/long-lists.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';
import { isCollection, kindIn, listFilesOf, mapOfCollection } from './read-files.ts';

/** Everything that harnesses look at, and of it what a library lists. */
export interface ReadTree {
  readonly tree: Tree<SourceFile>;
  readonly library: Library;
}

/**
 * Read every file that any harness looks at, also what the list takes for no agent: a README.md, text in another
 * encoding, an ending that only another harness reads.
 *
 * @param sources Nearest first.
 */
export async function readTree(files: FileSystem, sources: readonly Source[]): Promise<ReadTree> {
  const found: SourceFile[] = [];
  const listed: SourceFile[] = [];
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    const list = await listWidely(files, source);
    if (list.kind === 'failed') {
      problems.push({ path: source.folder, code: 'file/unreadable', reason: list.reason });
      continue;
    }
    addAll(
      problems,
      list.skipped.filter(({ path }) => isListed(source, path)),
    );
    const map = await mapOfCollection(files, source, list.paths);
    for (const path of list.paths) {
      if (seen.has(path) || isManifest(path)) continue;
      seen.add(path);
      const isOurs = isListed(source, path);
      const read = await readOne(files, path, source, list.links?.get(path));
      if ('reason' in read && isOurs) problems.push({ path, code: read.code, reason: read.reason });
      if (read.file === undefined) continue;
      found.push(read.file);
      const isAgent = kindIn(path, read.file.parsed, source, map) === 'agent';
      if (isOurs && isAgent && !('reason' in read)) listed.push(read.file);
    }
  }
  return { tree: { files: found, sources }, library: buildLibrary(listed, sources, problems) };
}

/** In collections what is read anyway. */
function listWidely(files: FileSystem, source: Source): Promise<ListOutcome> {
  if (isCollection(source)) return listFilesOf(files, source);
  const { endings, recursive } = widestFileRule(source);
  return files.list(source.folder, endings, recursive);
}

type Read =
  | { readonly file: SourceFile }
  /** With what a harness may read in it all the same. */
  | (Pick<FileProblem, 'code' | 'reason'> & { readonly file?: SourceFile });

async function readOne(files: FileSystem, path: string, source: Source, link: SourceFile['link']): Promise<Read> {
  const read = await files.read(path);
  const place = { path, source, ...(link && { link }) };
  if (read.kind === 'text') return { file: { ...place, parsed: parseDefinition(read.text, path) } };
  const { code, reason, otherwise } = read;
  if (otherwise === undefined) return { code, reason };
  const { text, encoding } = otherwise;
  return { code, reason, file: { ...place, parsed: parseDefinition(text, path), encoding } };
}
