import type { AgentDefinition, ParsedDefinition, Scope, Source } from './agent-definition.ts';

/** One file of a source, read. */
export interface SourceFile {
  readonly parsed: ParsedDefinition;
  /** Absolute path. */
  readonly path: string;
  readonly source: Source;
}

/** A file or a source that could not be read, and why. */
export interface FileProblem {
  readonly path: string;
  /** One clause in plain words: `permission denied`. */
  readonly reason: string;
}

/** All definitions of all sources, and what could not be read. */
export interface Library {
  /** In the order of {@link byScopeThenName}. */
  readonly definitions: readonly AgentDefinition[];
  readonly problems: readonly FileProblem[];
}

/**
 * Give files their place among each other: id, format, and who shadows whom.
 *
 * The first definition of a name in a scope gets the id `scope:name`, further ones `scope:name@path/in/source.md`.
 * First is by the order of the sources (for projects: nearest folder first), then by path.
 *
 * A harness loads one definition of a name: project before user before plugin, and the nearest project folder before
 * the ones above it. Collections, bundled or added, are not loaded by any, so they neither shadow nor are shadowed.
 * Source: Claude Code's documentation of sub-agents ("Choose the subagent scope").
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
  const inOrder = [...files].sort(
    (a, b) =>
      SCOPES.indexOf(a.source.scope) - SCOPES.indexOf(b.source.scope) ||
      rankOf(a) - rankOf(b) ||
      compareText(a.path, b.path),
  );
  const taken = new Set<string>();
  const winners = new Map<string, string>();
  const definitions = inOrder.map((file): AgentDefinition => {
    const { parsed, path, source } = file;
    const id = freeId(file, taken);
    taken.add(id);
    const format = path.endsWith('.toml') ? 'codex' : source.format;
    const claim = `${format} ${parsed.name}`;
    const loaded = LOADED.has(source.scope);
    const shadowedBy = loaded ? (winners.get(claim) ?? null) : null;
    // Those that are not loaded come last and so keep no one out.
    if (shadowedBy === null) winners.set(claim, id);
    return { ...parsed, id, path, scope: source.scope, source: source.id, format, shadowedBy };
  });
  return { definitions: definitions.sort(byScopeThenName), problems };
}

/** Name order; same names by scope, the one that wins first, then by path. Names compare without regard to case. */
export function byScopeThenName(a: AgentDefinition, b: AgentDefinition): number {
  return (
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.name, b.name) ||
    SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
    Number(a.shadowedBy !== null) - Number(b.shadowedBy !== null) ||
    compareText(a.path, b.path)
  );
}

/** The path of a file inside its source, with forward slashes; the whole path if it lies elsewhere. */
export function pathInSource(path: string, folder: string): string {
  const slashed = path.replaceAll('\\', '/');
  const root = folder.replaceAll('\\', '/').replace(/\/$/, '');
  return slashed.startsWith(`${root}/`) ? slashed.slice(root.length + 1) : slashed;
}

/** In order of precedence. */
const SCOPES: readonly Scope[] = ['project', 'user', 'plugin', 'bundled', 'added'];
const LOADED: ReadonlySet<Scope> = new Set(['project', 'user', 'plugin']);

function freeId({ parsed, path, source }: SourceFile, taken: ReadonlySet<string>): string {
  const short = `${source.scope}:${parsed.name}`;
  if (!taken.has(short)) return short;
  const long = `${short}@${pathInSource(path, source.folder)}`;
  // Two sources may hold the same path; the absolute one is unique.
  return taken.has(long) ? `${short}@${path}` : long;
}

/** By code unit: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
