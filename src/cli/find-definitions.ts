import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { folderOf } from '../core/definition/file-name.ts';
import type { SourceFile } from '../core/definition/source-file.ts';
import { addedSources } from '../core/library/added-source.ts';
import { kindOfNamed } from '../core/library/kind-of.ts';
import type { Library } from '../core/library/library.ts';
import { buildLibrary } from '../core/library/library-builder.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { looksLikePath, type Resolution, resolveReference } from '../core/search/reference.ts';
import { once } from '../kit/once.ts';
import { visibleText } from '../text/visible-text.ts';
import type { CommandContext } from './command-context.ts';
import { sourcesOf } from './known-sources.ts';
import { openLibrary } from './open-library.ts';
import { stdinDefinition } from './pipes/stdin-definition.ts';
import { STDIN, STDIN_PATH } from './pipes/stdin-path.ts';

/** What references came to: the definitions, in the order asked for, and what is wrong with the others. */
export interface FoundDefinitions {
  readonly definitions: readonly AgentDefinition[];
  /** The definition that each reference means. */
  readonly byReference: ReadonlyMap<string, AgentDefinition>;
  readonly problems: readonly string[];
}

/**
 * Find what references mean: names, ids, paths of any files, or `-` for standard input.
 *
 * The library is read only if a reference needs it. A path outside all sources is a definition of its own folder, added
 * for this run; one inside a source is that source's definition.
 */
export async function findDefinitions(
  context: CommandContext,
  folders: readonly string[],
  references: readonly string[],
): Promise<FoundDefinitions> {
  const distinct = [...new Set(references)];
  const library = once(() => openLibrary(context, folders));
  const byPath = await readPaths(context, folders, distinct.filter(looksLikePath), library);
  const answers = new Map<string, Answer>();
  for (const reference of distinct) {
    if (reference === STDIN || reference === STDIN_PATH)
      answers.set(reference, await stdinDefinition(context, context.stdinAs ?? null));
    else answers.set(reference, byPath.get(reference) ?? (await findNamed(context, folders, reference, library)));
  }
  const byReference = new Map(
    [...answers].flatMap(([reference, answer]) => (typeof answer === 'string' ? [] : [[reference, answer] as const])),
  );
  return {
    byReference,
    definitions: distinct.flatMap((reference) => byReference.get(reference) ?? []),
    problems: [...answers.values()].filter((answer) => typeof answer === 'string'),
  };
}

/** A definition, or what is wrong with the reference. */
type Answer = AgentDefinition | string;

type OpenLibrary = () => Promise<Library>;

async function findNamed(
  context: CommandContext,
  folders: readonly string[],
  reference: string,
  library: OpenLibrary,
): Promise<Answer> {
  const { definitions, others } = await library();
  const resolution = resolveReference(definitions, reference);
  if (resolution.kind === 'found') return resolution.found;
  if (resolution.kind === 'ambiguous') {
    const [own, ...others] = await notExported(context, resolution.candidates);
    if (own && others.length === 0) return own;
  }
  // What is called as no agent is may be a skill or a command.
  const other = resolution.kind === 'unknown' ? resolveReference(others, reference) : resolution;
  if (other.kind === 'found') return other.found;
  if (other.kind === 'ambiguous' && resolution.kind === 'unknown') return unresolved(context, reference, other);
  if (resolution.kind === 'unknown') {
    // Any file may be shown, also one whose name has no slash and no known ending.
    const file = (await readPaths(context, folders, [reference], library)).get(reference);
    if (file && typeof file !== 'string') return file;
  }
  return unresolved(context, reference, resolution);
}

/** An agent is meant rather than what exports wrote of it. */
async function notExported(
  context: CommandContext,
  candidates: readonly AgentDefinition[],
): Promise<readonly AgentDefinition[]> {
  const exports = await context.openExports();
  const written = await Promise.all(candidates.map(({ path }) => exports.of(path)));
  return candidates.filter((_, at) => written[at] === null);
}

function unresolved(
  { shown }: CommandContext,
  reference: string,
  resolution: Exclude<Resolution<AgentDefinition>, { kind: 'found' }>,
): string {
  if (resolution.kind === 'ambiguous') {
    const candidates = resolution.candidates.map(
      ({ id, path }) => `\n  ${visibleText(id)}  ${visibleText(shown(path))}`,
    );
    return `${visibleText(reference)} is ambiguous; say which:${candidates.join('')}`;
  }
  if (looksLikePath(reference)) return `${visibleText(reference)}: no such file, and no agent is called that`;
  const nearest = resolution.suggestions.map(visibleText).join(', ');
  return `No agent is called ${visibleText(reference)}${nearest === '' ? '' : `; nearest: ${nearest}`}`;
}

/** Files read at the same time. */
const AT_ONCE = 32;

/** The definitions at paths; nothing for a path where no file is, since it may be a name. */
async function readPaths(
  context: CommandContext,
  folders: readonly string[],
  references: readonly string[],
  library: OpenLibrary,
): Promise<ReadonlyMap<string, Answer>> {
  const sources = await sourcesOf(context, folders);
  const answers = new Map<string, Answer>();
  const loose = new Map<string, string>();
  for (const reference of references) {
    const path = context.absolute(reference);
    const inSource = sources.some(({ folder }) => path.startsWith(`${folder}/`));
    const read = inSource ? await library() : null;
    const known = read && [...read.definitions, ...read.others].find((definition) => definition.path === path);
    if (known) answers.set(reference, known);
    else loose.set(reference, path);
  }
  const files = await readLoose(context, [...new Set(loose.values())]);
  for (const [reference, path] of loose) {
    const answer = files.get(path);
    if (answer !== undefined) answers.set(reference, answer);
  }
  return answers;
}

async function readLoose(context: CommandContext, paths: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const read: SourceFile[] = [];
  const sources = new Map(addedSources(paths.map(folderOf)).map((source) => [source.folder, source]));
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    for (const file of await Promise.all(paths.slice(at, at + AT_ONCE).map(context.files.read))) {
      const source: Source | undefined = sources.get(folderOf(file.path));
      if (file.kind === 'failed') {
        if (file.reason !== NO_SUCH_FILE)
          answers.set(file.path, `${visibleText(context.shown(file.path))}: ${file.reason}`);
      } else if (source) {
        const parsed = parseDefinition(file.text, file.path);
        read.push({ parsed, path: file.path, source, kind: kindOfNamed(file.path, parsed) });
      }
    }
  }
  const { definitions, others } = buildLibrary(read, [...sources.values()]);
  for (const definition of [...definitions, ...others]) answers.set(definition.path, definition);
  return answers;
}

/** The reason the file system port gives for a file that is not there. */
const NO_SUCH_FILE = 'no such file';
