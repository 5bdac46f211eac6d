import type { ParsedDefinition, Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import type { Kind } from '../core/definition/kind.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import type { Tree } from '../core/formats/loading/judge.ts';
import { isListed, widestFileRule } from '../core/library/definition-file.ts';
import type { Library } from '../core/library/library.ts';
import { buildLibrary } from '../core/library/library-builder.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import type { FileSystem } from '../ports/file-system.ts';
import { kindIn } from './read-files.ts';
import { type FoundFile, sourceFiles } from './source-files.ts';

/** Everything that harnesses look at, and of it what a library lists. */
export interface ReadTree {
  readonly tree: Tree<SourceFile>;
  readonly library: Library;
}

/**
 * Read every file that any harness looks at, also what the list takes for no agent: a README.md, text in another
 * encoding, an ending that only another harness reads. Skills and commands are loaded as no agents.
 *
 * @param around Sources, nearest first.
 * @param known Files that were read already as they are, by path: they are not read again.
 */
export async function readTree(
  files: FileSystem,
  around: readonly Source[],
  known: ReadonlyMap<string, ParsedDefinition> = new Map(),
): Promise<ReadTree> {
  const sources = around.filter(({ kind }) => kind === undefined);
  const read: SourceFile[] = [];
  const listed: SourceFile[] = [];
  const problems: FileProblem[] = [];
  const tell = (problem: FileProblem, source: Source): void => {
    if (problem.path === source.folder || isListed(source, problem.path)) problems.push(problem);
  };
  const look = { rule: widestFileRule, takes: () => true, byKind: true };
  for await (const found of sourceFiles(files, sources, look, tell)) {
    for (const { file, problem, source, kind } of await Promise.all(
      found.map((one) => readOne(files, one, known.get(one.path))),
    )) {
      if (problem !== null) tell(problem, source);
      if (file === null) continue;
      read.push(file);
      if (problem === null && kind === 'agent' && isListed(source, file.path)) listed.push(file);
    }
  }
  return { tree: { files: read, sources }, library: buildLibrary(listed, sources, problems) };
}

/** A file as it was read: with a problem, and with what a harness may read in it all the same. */
interface Read {
  readonly source: Source;
  readonly file: SourceFile | null;
  readonly kind: Kind | null;
  readonly problem: FileProblem | null;
}

async function readOne(files: FileSystem, found: FoundFile, known: ParsedDefinition | undefined): Promise<Read> {
  const { path, source, link } = found;
  const place = { path, source, ...(link && { link }) };
  if (known) return { source, file: { ...place, parsed: known }, kind: kindIn(found, known), problem: null };
  const read = await files.read(path);
  if (read.kind === 'text') {
    const parsed = parseDefinition(read.text, path);
    return { source, file: { ...place, parsed }, kind: kindIn(found, parsed), problem: null };
  }
  const { code, reason, otherwise } = read;
  const file = otherwise && {
    ...place,
    parsed: parseDefinition(otherwise.text, path),
    encoding: otherwise.encoding,
  };
  return { source, file: file ?? null, kind: null, problem: { path, code, reason } };
}
