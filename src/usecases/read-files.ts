import type { ParsedDefinition, Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import { withKeptText } from '../core/definition/kept-text.ts';
import type { Kind } from '../core/definition/kind.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { bareMap, type CollectionMap, collectionMap, isManifest, MANIFESTS } from '../core/library/collection-map.ts';
import { isDefinitionFile, isIgnoredFile, sourceFileRule } from '../core/library/definition-file.ts';
import { isNoneByPath, kindOf, kindOfNamed } from '../core/library/kind-of.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { addAll } from '../kit/long-lists.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';
import { keepText } from './keep-text.ts';

/** A file that was read, or why it could not be. */
export type Read = SourceFile | FileProblem;

/** Whether a file could be read. */
export function isDefinition(read: Read): read is SourceFile {
  return 'parsed' in read;
}

/** What stands for a file that is neither agent nor skill nor command. */
export const ASIDE = 'aside';

/** What is found beside the files that are read. */
export interface Found {
  /** What cannot be read at all: sources, and what is passed over while they are listed. */
  readonly problems: FileProblem[];
  /** The maps of collections, by the id of the source. */
  readonly maps: Map<string, CollectionMap>;
  /** The paths of the other Markdown files of collections. */
  readonly aside: Set<string>;
}

/** Enough to keep the disk busy, few enough to let keys through in between. */
const AT_ONCE = 32;

/** The definitions of all sources, some at a time, and the files among them that cannot be read. */
export async function* readFiles(
  files: FileSystem,
  sources: readonly Source[],
  { problems, maps, aside }: Found,
): AsyncGenerator<readonly Read[]> {
  const seen = new Set<string>();
  for (const source of sources) {
    const listed = await listFilesOf(files, source);
    if (listed.kind === 'failed') {
      problems.push({ path: source.folder, code: 'file/unreadable', reason: listed.reason });
      continue;
    }
    if (listed.paths[0] === source.folder && source.scope !== 'added') {
      // A file is a source only where the user said so.
      problems.push({ path: source.folder, code: 'file/no-file', reason: 'a file, not a folder' });
      continue;
    }
    addAll(
      problems,
      listed.skipped.filter(({ path }) => !isManifest(path)),
    );
    const map = await mapOfCollection(files, source, listed.paths);
    if (map) maps.set(source.id, map);
    // Sources may lie inside each other; a file belongs to the first that has it.
    const paths = listed.paths.filter((path) => !seen.has(path) && !isManifest(path) && !isIgnoredFile(source, path));
    for (const path of paths) seen.add(path);
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const read = await Promise.all(
        paths
          .slice(at, at + AT_ONCE)
          .map(
            async (path) =>
              [path, await readFile(files, path, { source, map, link: listed.links?.get(path) })] as const,
          ),
      );
      yield read.flatMap(([path, one]) => {
        // By itself a folder may say otherwise of what lies in it.
        if (one === ASIDE) seen.delete(path);
        if (one === ASIDE) aside.add(path);
        else aside.delete(path);
        return one === null || one === ASIDE ? [] : [one];
      });
    }
  }
}

/** The paths of the files of a source that are looked at; in collections of manifests too. */
export function listFilesOf(files: FileSystem, source: Source): Promise<ListOutcome> {
  const { endings, recursive } = sourceFileRule(source);
  const wanted = isCollection(source) ? [...endings, ...MANIFESTS] : endings;
  return files.list(source.folder, wanted, recursive, isCollection(source));
}

/** Whether a source is a folder that holds files of any kind, for any harness. */
export const isCollection = ({ scope }: Source): boolean => scope === 'added';

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

/** Where a file lies. */
export interface FilePlace {
  readonly source: Source;
  /** Of a collection. */
  readonly map: CollectionMap | undefined;
  readonly link: SourceFile['link'];
}

/** Read one file; `null` for one that is of no interest, {@link ASIDE} for another Markdown file of a collection. */
export async function readFile(
  files: FileSystem,
  path: string,
  { source, map, link }: FilePlace,
): Promise<Read | typeof ASIDE | null> {
  if (map && path !== source.folder && isNoneByPath(path, map)) return ASIDE;
  const read = await files.read(path);
  if (read.kind === 'failed') return { path, code: read.code, reason: read.reason };
  const parsed = parseDefinition(read.text, path, read.bytes?.length);
  const kind = kindIn(path, parsed, source, map);
  if (kind === null) return map && path.endsWith('.md') ? ASIDE : null;
  const kept = withKeptText(parsed, read.text, (text) => keepText(text, read.bytes));
  return { parsed: kept, path, source, ...(kind !== 'agent' && { kind }), ...(link && { link }) };
}

/** What a file of a source is; `null` for what is none of it. */
export function kindIn(
  path: string,
  parsed: ParsedDefinition,
  { folder }: Source,
  map: CollectionMap | undefined,
): Kind | null {
  if (path === folder) return kindOfNamed(path, parsed);
  if (map) return kindOf(path, parsed, map);
  return isDefinitionFile(path, parsed) ? 'agent' : null;
}
