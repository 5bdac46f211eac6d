import { compareText } from '../../kit/compare-text.ts';
import { remembered } from '../../kit/memo.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { pathInside } from '../definition/file-name.ts';
import { withTextOf } from '../definition/kept-text.ts';
import type { Refusal } from '../definition/refusal.ts';
import type { SourceFile } from '../definition/source-file.ts';
import { guessHarness, type HarnessGuess } from '../formats/guess-format.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { grantedTools } from '../formats/loading/granted-tools.ts';
import { placeInSource } from '../formats/place-in-source.ts';
import { byScopeThenName, isBundled, scopeRank } from './library.ts';
import { originOf } from './origin.ts';
import { type Claim, claimOf, type FormattedFile, verdictOf } from './shadowing.ts';

/** A file with what is known of it whatever others there are, and what became of it among those there were last. */
export interface PlacedFile extends FormattedFile, HarnessGuess {
  readonly file: SourceFile;
  readonly origin: string;
  /** The id of the first definition of its name. */
  readonly shortId: string;
  /** The name as names compare first. */
  readonly foldedName: string;
  claim: Claim<PlacedFile> | null;
  /** Why its harness passes over it, whatever others there are. */
  refusal: Refusal | null;
  id: string;
  definition: AgentDefinition | null;
}

/** @param sourceOrder The number of its source among the sources in use. */
export function placedFile(file: SourceFile, sourceOrder: number): PlacedFile {
  const { parsed, path, source } = file;
  const one: PlacedFile = {
    file,
    parsed,
    path,
    source,
    ...(file.link && { link: file.link }),
    ...guessOf(file),
    origin: originOf(file),
    sourceOrder,
    shortId:
      file.kind && file.kind !== 'agent'
        ? `${source.scope}:${file.kind}/${parsed.name}`
        : `${source.scope}:${parsed.name}`,
    foldedName: parsed.name.toLowerCase(),
    claim: null,
    refusal: null,
    id: '',
    definition: null,
  };
  const verdict = verdictOf(one);
  one.claim = claimOf(one, verdict);
  one.refusal = verdict?.kind === 'refused' ? verdict.refusal : null;
  return one;
}

/** A source's own word for the format, except in collections, which hold files of any. */
function guessOf({ parsed, path, source, plugin }: SourceFile): HarnessGuess {
  if (source.kind) return { format: source.format, isOpen: true };
  if (source.scope !== 'added') return { format: path.endsWith('.toml') ? 'codex' : source.format, isOpen: false };
  return guessHarness(placeInSource(path, source.folder), parsed.frontmatter, plugin?.format);
}

/** Of files of one name in a scope the one that has it comes first: by the order of the sources, then by path. */
export function byPrecedence(a: PlacedFile, b: PlacedFile): number {
  return (
    scopeRank(a.source.scope) - scopeRank(b.source.scope) ||
    a.sourceOrder - b.sourceOrder ||
    compareText(a.path, b.path)
  );
}

/** The order of {@link byScopeThenName}, with names folded once; of names alone where there is no definition yet. */
export function inNameOrder(a: PlacedFile, b: PlacedFile): number {
  const byFolded = Number(isBundled(a.source)) - Number(isBundled(b.source)) || compareText(a.foldedName, b.foldedName);
  return byFolded !== 0 || a.definition === null || b.definition === null
    ? byFolded
    : byScopeThenName(a.definition, b.definition);
}

/**
 * An id that is not taken: the short one, the one with the path in the source, or the one with the absolute path, since
 * two sources may hold the same path.
 */
export function freeId({ shortId, path, source }: PlacedFile, taken: ReadonlySet<string>): string {
  if (!taken.has(shortId)) return shortId;
  const long = `${shortId}@${pathInside(path, source.folder)}`;
  return taken.has(long) ? `${shortId}@${path}` : long;
}

/** The definition a file is now; the same object as before if nothing about it changed. */
export function definitionOf(file: PlacedFile, shadowedBy: string | null, passedOver: Refusal | null): AgentDefinition {
  const before = file.definition;
  const isSame = before?.id === file.id && before.shadowedBy === shadowedBy;
  if (isSame && (before.passedOver ?? null) === passedOver) return before;
  const { parsed, path, source, format, isOpen, origin, id } = file;
  const { plugin } = file.file;
  const definition = withTextOf(parsed, {
    id,
    kind: file.file.kind ?? 'agent',
    path,
    scope: source.scope,
    source: source.id,
    origin,
    format,
    ...(isOpen && { isFormatOpen: true as const }),
    ...(plugin && { plugin: plugin.name }),
    shadowedBy,
    ...(passedOver && { passedOver }),
    name: parsed.name,
    nameInferred: parsed.nameInferred,
    description: parsed.description,
    descriptionInferred: parsed.descriptionInferred,
    model: parsed.model,
    color: parsed.color,
    tools: grantedTools(harnessFormat(format), parsed),
    frontmatter: parsed.frontmatter,
    bodyLine: parsed.bodyLine,
    repairs: parsed.repairs,
    diagnostics: parsed.diagnostics,
    bytes: parsed.bytes,
  });
  fileOf.learn(definition, file);
  return definition;
}

/** What definitions were made of, as far as that is remembered. */
const fileOf = remembered((_: AgentDefinition): PlacedFile | 'not known' => 'not known');

/**
 * What others have to do with in a definition's file and it does not say itself, as JSON: how it is reached, and what it
 * claims. Learned where it was kept.
 *
 * @returns An empty text where it is not known.
 */
export const placeMark = remembered((definition: AgentDefinition): string => {
  const file = fileOf(definition);
  return file === 'not known' ? '' : markOf(file);
});

const markOf = ({ claim, file: { link, plugin }, refusal }: PlacedFile): string =>
  JSON.stringify([link, plugin, refusal, claim && { ...claim, file: null }]);

/**
 * What a definition becomes where its file says something else, and everything around it is as it was.
 *
 * @param sourceOrder The number of its source among the sources in use.
 * @returns `null` where others have to do with what has changed.
 */
export function redefined(before: AgentDefinition, file: SourceFile, sourceOrder: number): AgentDefinition | null {
  const placed = placedFile(file, sourceOrder);
  if (markOf(placed) !== placeMark(before)) return null;
  placed.id = before.id;
  const now = definitionOf(placed, before.shadowedBy, before.passedOver ?? null);
  return PLACED_BY.every((field) => now[field] === before[field]) ? now : null;
}

/** By what a file is placed among others, besides its mark. */
const PLACED_BY = ['name', 'kind', 'source', 'path', 'origin', 'format', 'isFormatOpen', 'plugin'] as const;
