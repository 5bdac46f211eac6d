import type { Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { bareMap, type CollectionMap, collectionMap, isManifest, MANIFESTS } from '../core/library/collection-map.ts';
import type { SourceFileRule } from '../core/library/definition-file.ts';
import { liesAmongAgents } from '../core/library/kind-of.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';

/** Where a file of a source lies, before it is read. */
export interface FoundFile extends Pick<SourceFile, 'path' | 'source' | 'link'> {
  /** Of the collection that it lies in. */
  readonly map?: CollectionMap;
}

/** Which files of a source are looked for. */
export interface SourceLook {
  rule(source: Source): SourceFileRule;
  /** Whether a file that was found so is one. */
  takes(source: Source, path: string): boolean;
  /** Whether files of collections are told apart by kind (docs/kinds.md); else what is read is meant. */
  readonly byKind: boolean;
}

/** Enough to keep the disk busy, few enough to let keys through in between. */
const AT_ONCE = 32;

/**
 * Find the files of sources, as many at a time as are to be read at once. Sources may lie inside each other; a file
 * belongs to the first that has it.
 *
 * @param tell Is told what cannot be looked at: a source's folder, or something inside.
 * @param taken What belongs to a source already. A file that turns out to be nothing in one may be given free for the next.
 */
export async function* sourceFiles(
  files: FileSystem,
  sources: readonly Source[],
  look: SourceLook,
  tell: (problem: FileProblem, source: Source) => void,
  taken = new Set<string>(),
): AsyncGenerator<readonly FoundFile[]> {
  for (const source of sources) {
    const listed = await listFilesOf(files, source, look.rule(source));
    if (listed.kind === 'failed') {
      tell({ path: source.folder, code: 'file/unreadable', reason: listed.reason }, source);
      continue;
    }
    if (listed.paths[0] === source.folder && !isCollection(source)) {
      // A file is a source only where the user said so.
      tell({ path: source.folder, code: 'file/no-file', reason: 'a file, not a folder' }, source);
      continue;
    }
    const map = look.byKind ? await mapOfCollection(files, source, listed.paths) : undefined;
    for (const problem of listed.skipped) if (isTold(problem, map)) tell(problem, source);
    const isMeant = (path: string): boolean => !(isCollection(source) && isManifest(path)) && look.takes(source, path);
    const paths = listed.paths.filter((path) => !taken.has(path) && isMeant(path));
    for (const path of paths) taken.add(path);
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      yield paths.slice(at, at + AT_ONCE).map((path) => {
        const link = listed.links?.get(path);
        return { path, source, ...(link && { link }), ...(map && { map }) };
      });
    }
  }
}

/** Among other things in a collection a folder called `guide.md`, or a link without a target, is nothing of ours. */
function isTold({ path, code }: FileProblem, map: CollectionMap | undefined): boolean {
  if (isManifest(path)) return false;
  const isNamedLikeAgent = code === 'file/no-file' || code === 'file/dead-link';
  return !isNamedLikeAgent || map === undefined || liesAmongAgents(path, map);
}

/** Whether a source is a folder that holds files of any kind, for any harness. */
const isCollection = ({ scope }: Source): boolean => scope === 'added';

/** The paths of the files of a source that are looked at; in collections of manifests too. */
export function listFilesOf(
  files: FileSystem,
  source: Source,
  { endings, recursive }: SourceFileRule,
): Promise<ListOutcome> {
  const wanted = isCollection(source) ? [...endings, ...MANIFESTS] : endings;
  return files.list(source.folder, wanted, recursive, isCollection(source));
}

/**
 * What the names and manifests of a collection say of what lies where; nothing for the folder of a harness.
 *
 * @param paths The files of the source.
 */
export async function mapOfCollection(
  files: FileSystem,
  source: Source,
  paths: readonly string[],
): Promise<CollectionMap | undefined> {
  const { folder } = source;
  if (!isCollection(source)) return undefined;
  if (paths[0] === folder) return bareMap(folder);
  const manifests = new Map<string, string>();
  for (const path of paths.filter(isManifest)) {
    const read = await files.read(path);
    if (read.kind === 'text') manifests.set(path, read.text);
  }
  return collectionMap(folder, paths, manifests);
}
