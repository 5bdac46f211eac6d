import type { AgentDefinition, Format, ParsedDefinition, Scope, Source } from './agent-definition.ts';
import { compareText } from './compare-text.ts';
import { pathInside } from './file-name.ts';
import type { FileProblem } from './file-problem.ts';
import { guessFormat } from './formats/guess-format.ts';
import { originOf } from './origin.ts';
import { shadowing } from './shadowing.ts';
import type { SourceFile } from './source-file.ts';

export type { SourceFile };

/** All definitions of all sources, and what could not be read. */
export interface Library {
  /** In the order of {@link byScopeThenName}. */
  readonly definitions: readonly AgentDefinition[];
  readonly problems: readonly FileProblem[];
}

/** The definition last built of a file, so that what was computed of it stays known when others change. */
const built = new WeakMap<ParsedDefinition, AgentDefinition>();

/**
 * Give files their place among each other: id, format, and who shadows whom.
 *
 * The first definition of a name in a scope gets the id `scope:name`, further ones `scope:name@path/in/source.md`.
 * First is by the order of the sources (for projects: nearest folder first), then by path.
 *
 * A harness loads one definition of a name, by rules of its own: {@link shadowing}. A file of an added folder follows
 * the rules that its path and fields point to: {@link guessFormat}.
 *
 * @param files In any order. Their sources must be listed in `sources`; those not listed count as last.
 * @param sources In order of precedence within a scope.
 */
export function buildLibrary(
  files: readonly SourceFile[],
  sources: readonly Source[],
  problems: readonly FileProblem[] = [],
): Library {
  const rank = new Map(sources.map(({ id }, at) => [id, at]));
  const rankOf = ({ source }: SourceFile) => rank.get(source.id) ?? sources.length;
  const inOrder = files
    .map((file) => ({ ...file, format: traitsOf(file).format, sourceOrder: rankOf(file) }))
    .sort(
      (a, b) =>
        scopeRank(a.source.scope) - scopeRank(b.source.scope) ||
        a.sourceOrder - b.sourceOrder ||
        compareText(a.path, b.path),
    );
  const taken = new Set<string>();
  const ids = new Map<SourceFile, string>();
  for (const file of inOrder) {
    const id = freeId(file, taken);
    taken.add(id);
    ids.set(file, id);
  }
  const shadowed = shadowing(inOrder);
  const definitions = inOrder.map((file): AgentDefinition => {
    const { parsed, path, source, format } = file;
    const winner = shadowed.get(file);
    const id = ids.get(file) ?? path;
    const shadowedBy = winner === undefined ? null : (ids.get(winner) ?? null);
    const before = built.get(parsed);
    if (before?.source === source.id && before.path === path && before.id === id && before.shadowedBy === shadowedBy) {
      return before;
    }
    const definition = {
      ...parsed,
      id,
      path,
      scope: source.scope,
      source: source.id,
      origin: traitsOf(file).origin,
      format,
      shadowedBy,
    };
    built.set(parsed, definition);
    return definition;
  });
  return { definitions: inNameOrder(definitions), problems };
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
function inNameOrder(definitions: readonly AgentDefinition[]): readonly AgentDefinition[] {
  return definitions
    .map((definition) => ({ definition, folded: definition.name.toLowerCase() }))
    .sort((a, b) => compareText(a.folded, b.folded) || byScopeThenName(a.definition, b.definition))
    .map(({ definition }) => definition);
}

/** The order in which people expect to see them. */
const SCOPES: readonly Scope[] = ['project', 'user', 'plugin', 'bundled', 'added'];

function scopeRank(scope: Scope): number {
  return SCOPES.indexOf(scope);
}

/** What a file is, whatever others there are. */
interface FileTraits {
  readonly path: string;
  readonly source: Source;
  readonly format: Format;
  readonly origin: string;
}

const knownTraits = new WeakMap<ParsedDefinition, FileTraits>();

/** While a library is read, it is built again and again with mostly the same files. */
function traitsOf(file: SourceFile): FileTraits {
  const { parsed, path, source } = file;
  const known = knownTraits.get(parsed);
  if (known?.path === path && known.source === source) return known;
  const traits = { path, source, format: formatOf(file), origin: originOf(file) };
  knownTraits.set(parsed, traits);
  return traits;
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
