import type { ParsedDefinition, Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import { withKeptText } from '../core/definition/kept-text.ts';
import type { Kind } from '../core/definition/kind.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { type CollectionMap, pluginOf } from '../core/library/collection-map.ts';
import { isDefinitionFile, isIgnoredFile, sourceFileRule } from '../core/library/definition-file.ts';
import { isNoneByPath, kindInPlace, kindOf, kindOfNamed, liesAmongAgents } from '../core/library/kind-of.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import type { FileSystem } from '../ports/file-system.ts';
import { keepText } from './keep-text.ts';
import { type FoundFile, type SourceLook, sourceFiles } from './source-files.ts';

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

/** The files that are listed. */
export const LISTED: SourceLook = {
  rule: sourceFileRule,
  takes: (source, path) => !isIgnoredFile(source, path),
  byKind: true,
};

/** The definitions of all sources, some at a time, and the files among them that cannot be read. */
export async function* readFiles(
  files: FileSystem,
  sources: readonly Source[],
  { problems, maps, aside }: Found,
  look: SourceLook = LISTED,
): AsyncGenerator<readonly Read[]> {
  const taken = new Set<string>();
  const tell = (problem: FileProblem): unknown => problems.push(problem);
  for await (const found of sourceFiles(files, sources, look, tell, taken)) {
    const reads = await Promise.all(found.map((one) => readFile(files, one)));
    const step: Read[] = [];
    for (const [at, { path, source, map }] of found.entries()) {
      if (map) maps.set(source.id, map);
      const read = reads[at] ?? null;
      // By itself a folder may say otherwise of what lies in it.
      if (read === ASIDE) taken.delete(path);
      if (read === ASIDE) aside.add(path);
      else aside.delete(path);
      if (read !== null && read !== ASIDE) step.push(read);
    }
    yield step;
  }
}

/** Read one file; `null` for one that is of no interest, {@link ASIDE} for another Markdown file of a collection. */
export async function readFile(files: FileSystem, found: FoundFile): Promise<Read | typeof ASIDE | null> {
  const { path, source, map, link } = found;
  if (map && path !== source.folder && isNoneByPath(path, map)) return ASIDE;
  const read = await files.read(path);
  if (read.kind === 'failed') {
    const isMeant = path === source.folder || map === undefined || liesAmongAgents(path, map);
    if (!isMeant && NO_PROMPT.has(read.code)) return ASIDE;
    return { path, code: read.code, reason: read.reason };
  }
  const parsed = parseDefinition(read.text, path, read.bytes?.length);
  const kind = kindIn(found, parsed);
  if (kind === null) return map && path.endsWith('.md') ? ASIDE : null;
  const kept = withKeptText(parsed, read.text, (text) => keepText(text, read.bytes));
  const plugin = map && pluginOf(path, kind, map);
  return {
    parsed: kept,
    path,
    source,
    ...(kind !== 'agent' && { kind }),
    ...(plugin && { plugin }),
    ...(link && { link }),
  };
}

/** What no prompt is: among other documents of a collection it is nothing of ours. */
const NO_PROMPT: ReadonlySet<string> = new Set(['file/too-large', 'file/not-text']);

/** What a file of a source is; `null` for what is none of it. */
export function kindIn({ path, source, map }: FoundFile, parsed: ParsedDefinition): Kind | null {
  // A file named as a source by itself is meant, whatever it is called.
  if (path === source.folder) return kindOfNamed(path, parsed);
  if (map) return kindOf(path, parsed, map);
  if (source.kind) return kindInPlace(source.kind, path);
  return isDefinitionFile(path, parsed) ? 'agent' : null;
}
