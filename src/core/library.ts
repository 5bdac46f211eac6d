import type { AgentDefinition, Format, Scope, Source } from './agent-definition.ts';
import { compareText } from './compare-text.ts';
import { pathInside } from './file-name.ts';
import type { FileProblem } from './file-problem.ts';
import { guessFormat } from './formats/guess-format.ts';
import { withTextOf } from './kept-text.ts';
import { originOf } from './origin.ts';
import { type FormattedFile, shadowing } from './shadowing.ts';
import { sortInSteps } from './sort-in-steps.ts';
import type { SourceFile } from './source-file.ts';

export type { SourceFile };

/** All definitions of all sources, and what could not be read. */
export interface Library {
  /** In the order of {@link byScopeThenName}. */
  readonly definitions: readonly AgentDefinition[];
  readonly problems: readonly FileProblem[];
}

/** Builds libraries of the same sources, one after the other, and remembers what it knows of their files. */
export interface LibraryBuilder {
  /**
   * Give files their place among each other: id, format, and who shadows whom. A definition that is as it was in the
   * library built before is the same object, so that what was computed of it stays known when others change.
   *
   * The first definition of a name in a scope gets the id `scope:name`, further ones `scope:name@path/in/source.md`.
   * First is by the order of the sources (for projects: nearest folder first), then by path.
   *
   * A harness loads one definition of a name, by rules of its own: {@link shadowing}. A file of an added folder follows
   * the rules that its path and fields point to: {@link guessFormat}.
   *
   * @param files In any order. Their sources must be among the builder's; others count as last.
   * @returns The work, in steps of less than a millisecond each.
   */
  readonly build: (files: readonly SourceFile[], problems: readonly FileProblem[]) => Generator<void, Library>;
}

/**
 * A builder that knows no file yet.
 *
 * @param sources In order of precedence within a scope.
 */
export function libraryBuilder(sources: readonly Source[]): LibraryBuilder {
  const rank = new Map(sources.map(({ id }, at) => [id, at]));
  let known: ReadonlyMap<SourceFile, PlacedFile> = new Map();

  const placed = (file: SourceFile): PlacedFile => ({
    ...file,
    format: formatOf(file),
    origin: originOf(file),
    sourceOrder: rank.get(file.source.id) ?? sources.length,
    definition: null,
  });

  return {
    build: function* (files, problems) {
      const before = known;
      const next = new Map<SourceFile, PlacedFile>();
      for (const file of files) {
        next.set(file, before.get(file) ?? placed(file));
        yield;
      }
      const inOrder = yield* sortInSteps([...next.values()], byPrecedence);
      const ids = yield* idsOf(inOrder);
      const shadowed = yield* shadowing(inOrder);
      const definitions: AgentDefinition[] = [];
      for (const file of inOrder) {
        const winner = shadowed.get(file);
        definitions.push(definitionOf(file, ids, winner));
        yield;
      }
      known = next;
      return { definitions: yield* inNameOrder(definitions), problems };
    },
  };
}

/** Build one library at once: see {@link LibraryBuilder}. */
export function buildLibrary(
  files: readonly SourceFile[],
  sources: readonly Source[],
  problems: readonly FileProblem[] = [],
): Library {
  const work = libraryBuilder(sources).build(files, problems);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A file with what is known of it whatever others there are. */
interface PlacedFile extends FormattedFile {
  readonly origin: string;
  /** The definition last built of it. */
  definition: AgentDefinition | null;
}

function byPrecedence(a: PlacedFile, b: PlacedFile): number {
  return (
    scopeRank(a.source.scope) - scopeRank(b.source.scope) ||
    a.sourceOrder - b.sourceOrder ||
    compareText(a.path, b.path)
  );
}

function* idsOf(inOrder: readonly PlacedFile[]): Generator<void, ReadonlyMap<PlacedFile, string>> {
  const taken = new Set<string>();
  const ids = new Map<PlacedFile, string>();
  for (const file of inOrder) {
    const id = freeId(file, taken);
    taken.add(id);
    ids.set(file, id);
    yield;
  }
  return ids;
}

function definitionOf(
  file: PlacedFile,
  ids: ReadonlyMap<PlacedFile, string>,
  winner: PlacedFile | undefined,
): AgentDefinition {
  const id = ids.get(file) ?? file.path;
  const shadowedBy = winner === undefined ? null : (ids.get(winner) ?? null);
  const before = file.definition;
  if (before?.id === id && before.shadowedBy === shadowedBy) return before;
  const { parsed, path, source, format, origin } = file;
  file.definition = withTextOf(parsed, {
    id,
    path,
    scope: source.scope,
    source: source.id,
    origin,
    format,
    shadowedBy,
    name: parsed.name,
    nameInferred: parsed.nameInferred,
    description: parsed.description,
    descriptionInferred: parsed.descriptionInferred,
    model: parsed.model,
    color: parsed.color,
    tools: parsed.tools,
    frontmatter: parsed.frontmatter,
    bodyLine: parsed.bodyLine,
    repairs: parsed.repairs,
    diagnostics: parsed.diagnostics,
    bytes: parsed.bytes,
  });
  return file.definition;
}

/** Name order; same names by scope, the one that wins first, then by path. Names compare without regard to case. */
export function byScopeThenName(a: AgentDefinition, b: AgentDefinition): number {
  return (
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.name, b.name) ||
    scopeRank(a.scope) - scopeRank(b.scope) ||
    Number(a.shadowedBy !== null) - Number(b.shadowedBy !== null) ||
    compareText(a.path, b.path)
  );
}

/** The same as sorting by {@link byScopeThenName}, with each name folded once instead of at each comparison. */
function* inNameOrder(definitions: readonly AgentDefinition[]): Generator<void, readonly AgentDefinition[]> {
  const folded: { readonly definition: AgentDefinition; readonly folded: string }[] = [];
  for (const definition of definitions) {
    folded.push({ definition, folded: definition.name.toLowerCase() });
    yield;
  }
  const sorted = yield* sortInSteps(
    folded,
    (a, b) => compareText(a.folded, b.folded) || byScopeThenName(a.definition, b.definition),
  );
  return sorted.map(({ definition }) => definition);
}

/** The order in which people expect to see them. */
const SCOPES: readonly Scope[] = ['project', 'user', 'plugin', 'bundled', 'added'];

function scopeRank(scope: Scope): number {
  return SCOPES.indexOf(scope);
}

/** A source's own word for the format, except in collections, which hold files of any. */
function formatOf({ parsed, path, source }: SourceFile): Format {
  if (source.scope !== 'added') return path.endsWith('.toml') ? 'codex' : source.format;
  return guessFormat(path, parsed.frontmatter);
}

function freeId({ parsed, path, source }: SourceFile, taken: ReadonlySet<string>): string {
  const short = `${source.scope}:${parsed.name}`;
  if (!taken.has(short)) return short;
  const long = `${short}@${pathInside(path, source.folder)}`;
  // Two sources may hold the same path; the absolute one is unique.
  return taken.has(long) ? `${short}@${path}` : long;
}
