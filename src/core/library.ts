import type { AgentDefinition, Format, Scope, Source } from './agent-definition.ts';
import { compareText } from './compare-text.ts';
import { pathInside } from './file-name.ts';
import type { FileProblem } from './file-problem.ts';
import { guessFormat } from './formats/guess-format.ts';
import { withTextOf } from './kept-text.ts';
import { originOf } from './origin.ts';
import { type Claim, claimOf, type FormattedFile, shadowing } from './shadowing.ts';
import { insertInSteps, sortInSteps } from './sort-in-steps.ts';
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
   * One build is done to its end before the next begins.
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
  let inOrder: readonly PlacedFile[] = [];
  let byName: readonly PlacedFile[] = [];

  const placed = (file: SourceFile): PlacedFile => {
    const { parsed, path, source } = file;
    const one: PlacedFile = {
      file,
      parsed,
      path,
      source,
      format: formatOf(file),
      origin: originOf(file),
      sourceOrder: rank.get(source.id) ?? sources.length,
      shortId: `${source.scope}:${parsed.name}`,
      foldedName: parsed.name.toLowerCase(),
      claim: null,
      id: '',
      definition: null,
    };
    one.claim = claimOf(one);
    return one;
  };

  return {
    build: function* (files, problems) {
      const next = new Map<SourceFile, PlacedFile>();
      const fresh: PlacedFile[] = [];
      for (const file of files) {
        const before = known.get(file);
        const one = before ?? placed(file);
        if (before === undefined) fresh.push(one);
        next.set(file, one);
        if (before === undefined || next.size % PART === 0) yield;
      }
      known = next;
      // Of a library nearly all files are those of the one before, and in order.
      inOrder = yield* insertInSteps(yield* remaining(inOrder, next), fresh, byPrecedence);
      yield* giveIds(inOrder);
      const shadowed = shadowing(inOrder.map(({ claim }) => claim));
      for (const [at, file] of inOrder.entries()) {
        file.definition = definitionOf(file, shadowed.get(file)?.id ?? null);
        if (at % PART === 0) yield;
      }
      const named = yield* insertInSteps(yield* remaining(byName, next), fresh, inNameOrder);
      byName = yield* sortInSteps(named, inNameOrder);
      return { definitions: byName.flatMap(({ definition }) => definition ?? []), problems };
    },
  };
}

/** So many files are gone through in one step. */
const PART = 256;

/** Those files that are still there. */
function* remaining(
  files: readonly PlacedFile[],
  now: ReadonlyMap<SourceFile, PlacedFile>,
): Generator<void, readonly PlacedFile[]> {
  const left: PlacedFile[] = [];
  for (const [at, one] of files.entries()) {
    if (now.get(one.file) === one) left.push(one);
    if (at % PART === 0) yield;
  }
  return left;
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

/** A file with what is known of it whatever others there are, and what became of it among those there were last. */
interface PlacedFile extends FormattedFile {
  readonly file: SourceFile;
  readonly origin: string;
  /** The id of the first definition of its name. */
  readonly shortId: string;
  /** The name as names compare first. */
  readonly foldedName: string;
  claim: Claim<PlacedFile> | null;
  id: string;
  definition: AgentDefinition | null;
}

function byPrecedence(a: PlacedFile, b: PlacedFile): number {
  return (
    scopeRank(a.source.scope) - scopeRank(b.source.scope) ||
    a.sourceOrder - b.sourceOrder ||
    compareText(a.path, b.path)
  );
}

function* giveIds(inOrder: readonly PlacedFile[]): Generator<void, void> {
  const taken = new Set<string>();
  for (const [at, file] of inOrder.entries()) {
    file.id = freeId(file, taken);
    taken.add(file.id);
    if (at % PART === 0) yield;
  }
}

function definitionOf(file: PlacedFile, shadowedBy: string | null): AgentDefinition {
  const before = file.definition;
  if (before?.id === file.id && before.shadowedBy === shadowedBy) return before;
  const { parsed, path, source, format, origin, id } = file;
  return withTextOf(parsed, {
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

/** The same, with names folded once instead of at each comparison. */
function inNameOrder(a: PlacedFile, b: PlacedFile): number {
  const byFolded = compareText(a.foldedName, b.foldedName);
  return byFolded !== 0 || a.definition === null || b.definition === null
    ? byFolded
    : byScopeThenName(a.definition, b.definition);
}

/** The order in which people expect to see them. */
const SCOPE_RANKS: Readonly<Record<Scope, number>> = { project: 0, user: 1, plugin: 2, bundled: 3, added: 4 };

function scopeRank(scope: Scope): number {
  return SCOPE_RANKS[scope];
}

/** A source's own word for the format, except in collections, which hold files of any. */
function formatOf({ parsed, path, source }: SourceFile): Format {
  if (source.scope !== 'added') return path.endsWith('.toml') ? 'codex' : source.format;
  return guessFormat(path, parsed.frontmatter);
}

function freeId({ shortId, path, source }: PlacedFile, taken: ReadonlySet<string>): string {
  if (!taken.has(shortId)) return shortId;
  const long = `${shortId}@${pathInside(path, source.folder)}`;
  // Two sources may hold the same path; the absolute one is unique.
  return taken.has(long) ? `${shortId}@${path}` : long;
}
