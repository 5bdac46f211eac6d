import type { AgentDefinition, Format, Source } from '../definition/agent-definition.ts';
import { fileName, withoutEnding } from '../definition/file-name.ts';
import type { RefusalCode } from '../definition/refusal.ts';
import type { SourceFile } from '../definition/source-file.ts';
import { guessFormat } from '../formats/guess-format.ts';
import type { HarnessFormat } from '../formats/harness/harness-format.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { bareIdentity, foldedIdentity, fullIdentity, shownName } from '../formats/loading/identity.ts';
import { judge, type Tree, type Verdict } from '../formats/loading/judge.ts';
import { compareContestants, whyShadowed } from '../formats/loading/precedence.ts';
import { whyRefused } from '../formats/loading/why-not-loaded.ts';
import { placeInSource } from '../formats/place-in-source.ts';
import { isDefinitionFile } from './definition-file.ts';

/** What one harness makes of a name. */
export interface HarnessResolution {
  readonly harness: Format;
  /** The file it loads, or `null` if it loads none of that name. */
  readonly winner: ResolvedFile | null;
  /** What to know about the winner, as a clause; `null` for nothing. */
  readonly remark: string | null;
  /** Those it would load if the winner were not there, the next one first. */
  readonly shadowed: readonly JudgedFile[];
  /** Those it does not load whatever else there is. */
  readonly notLoaded: readonly JudgedFile[];
}

/** A file, and its id where a library lists it. */
export interface ResolvedFile {
  readonly path: string;
  readonly id: string | null;
}

/** A file and why it does not count. */
export interface JudgedFile extends ResolvedFile {
  readonly code: RefusalCode | 'name/shadowed' | 'name/unlike-file';
  /** A clause. */
  readonly reason: string;
}

/**
 * What each harness makes of a name: which file it loads, what that shadows and why, and which files of that name it
 * does not load and why. The agent of a plugin is found by `name` and by `plugin:name`, and one that is listed by another
 * word than it goes by is found by both.
 *
 * @param definitions Those of the library among the files.
 * @param name As the user of the harness would call the agent.
 * @returns The harnesses that have a file of that name, in the order of the registry; empty for an unknown name.
 */
export function resolveName(
  tree: Tree<SourceFile>,
  definitions: readonly AgentDefinition[],
  name: string,
): readonly HarnessResolution[] {
  const ids = idsOf(definitions);
  return HARNESSES.map((harness) => {
    const isNamed = (file: SourceFile): boolean => namesOf(harness, file).some((one) => isSame(harness, one, name));
    const verdicts = judge(harness, tree).filter(({ file }) => isNamed(file));
    return resolutionOf(harness, verdicts, collected(harness, tree).filter(isNamed), ids, name);
  }).filter(({ winner, notLoaded }) => winner !== null || notLoaded.length > 0);
}

/** A name, and what the harnesses that have a file of it make of it. */
export interface NamedResolution {
  readonly name: string;
  readonly harnesses: readonly HarnessResolution[];
}

/**
 * The same for every name that a harness gives, in the order of names. A file is under the name that the harness lists it
 * by, one that is shadowed under the name of the winner, one without a name under ours.
 */
export function resolveAll(
  tree: Tree<SourceFile>,
  definitions: readonly AgentDefinition[],
): readonly NamedResolution[] {
  const ids = idsOf(definitions);
  const all = new Map<string, HarnessResolution[]>();
  for (const harness of HARNESSES) {
    for (const [name, { verdicts, collections }] of groupsOf(harness, tree)) {
      const resolution = resolutionOf(harness, verdicts, collections, ids, null);
      const others = all.get(name);
      if (others === undefined) all.set(name, [resolution]);
      else others.push(resolution);
    }
  }
  const names = [...all.keys()].sort();
  return names.map((name) => ({ name, harnesses: all.get(name) ?? [] }));
}

interface Group {
  readonly verdicts: Verdict<SourceFile>[];
  readonly collections: SourceFile[];
}

function groupsOf(harness: HarnessFormat, tree: Tree<SourceFile>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const group = (name: string): Group => {
    const known = groups.get(name) ?? { verdicts: [], collections: [] };
    groups.set(name, known);
    return known;
  };
  const verdicts = judge(harness, tree);
  const named = new Map<SourceFile, string>();
  for (const verdict of verdicts) {
    if (verdict.kind !== 'loaded') continue;
    const name = listedName(verdict, groups.has(verdict.shownAs));
    named.set(verdict.file, name);
    group(name).verdicts.push(verdict);
  }
  for (const verdict of verdicts.filter(({ kind }) => kind !== 'loaded')) {
    const winner = verdict.kind === 'shadowed' ? named.get(verdict.by) : undefined;
    group(winner ?? ourName(harness, verdict)).verdicts.push(verdict);
  }
  for (const file of collected(harness, tree)) {
    // What comes with the program is no agent of anybody yet.
    if (file.source.scope !== 'bundled') group(file.parsed.name).collections.push(file);
  }
  for (const [name, { verdicts: own, collections }] of groups) {
    if (collections.length === 0 && own.every(isNoAgent)) groups.delete(name);
  }
  return groups;
}

/** Two that are listed by one word are two agents all the same; that of a plugin is called by its plugin's name. */
function listedName(
  { name, shownAs, claim }: Verdict<SourceFile> & { readonly kind: 'loaded' },
  isTaken: boolean,
): string {
  return name !== null && (isTaken || claim.file.source.plugin !== undefined) ? name : shownAs;
}

const ourName = (harness: HarnessFormat, { file, name }: Verdict<SourceFile>): string =>
  shownName(harness, file) ?? name ?? file.parsed.name;

/** What nobody takes for an agent, and the harness does not load either. */
function isNoAgent(verdict: Verdict<SourceFile>): boolean {
  return verdict.kind === 'refused' && !isAgent(verdict.file);
}

function isAgent({ path, parsed }: SourceFile): boolean {
  return isDefinitionFile(path, parsed);
}

function resolutionOf(
  harness: HarnessFormat,
  verdicts: readonly Verdict<SourceFile>[],
  collections: readonly SourceFile[],
  ids: ReadonlyMap<string, string>,
  name: string | null,
): HarnessResolution {
  const resolved = ({ path }: SourceFile): ResolvedFile => ({ path, id: ids.get(path) ?? null });
  const loading = verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [] : [verdict]));
  const isMeant = ({ file, claim }: (typeof loading)[number]): boolean =>
    name === null || calledBy(harness, file, claim.identity).some((one) => isSame(harness, one, name));
  const inOrder = loading.filter(isMeant).sort((a, b) => compareContestants(harness, a.claim, b.claim));
  const [winner, ...losers] = inOrder;
  return {
    harness: harness.id,
    winner: winner === undefined ? null : resolved(winner.file),
    remark: winner?.kind === 'loaded' ? winner.remark : null,
    shadowed: losers.map((loser) => ({
      ...resolved(loser.file),
      code: 'name/shadowed',
      reason: winner === undefined ? '' : reasonFor(harness, winner, loser),
    })),
    notLoaded: [
      ...verdicts.flatMap((verdict): readonly JudgedFile[] => {
        if (verdict.kind !== 'refused' || !isAgent(verdict.file)) return [];
        const { code, reason } = verdict.refusal;
        return [{ ...resolved(verdict.file), code, reason }];
      }),
      ...loading
        .filter((one) => !isMeant(one))
        .map(({ file, claim }): JudgedFile => {
          const reason = `${harness.title} calls it ${claim.identity}`;
          return { ...resolved(file), code: 'name/unlike-file', reason };
        }),
      ...collections.map((file): JudgedFile => ({ ...resolved(file), ...whyCollected(harness, file) })),
    ],
  };
}

/** Files of collections, bundled or added, that were written for a harness. */
function collected({ id }: HarnessFormat, { files }: Tree<SourceFile>): readonly SourceFile[] {
  return files.filter(({ path, parsed, source, encoding }) => {
    if (source.scope !== 'bundled' && source.scope !== 'added') return false;
    const place = placeInSource(path, source.folder);
    const format = source.scope === 'added' ? guessFormat(place, parsed.frontmatter) : source.format;
    return format === id && encoding === undefined && isDefinitionFile(path, parsed);
  });
}

function whyCollected(harness: HarnessFormat, file: SourceFile): Pick<JudgedFile, 'code' | 'reason'> {
  const where = COLLECTION_REASONS[file.source.scope] ?? 'no harness looks there';
  const refusal = whyRefused(harness, file);
  return refusal === null
    ? { code: 'file/passed-over', reason: where }
    : { code: refusal.code, reason: `${where}, and ${refusal.reason}` };
}

function idsOf(definitions: readonly AgentDefinition[]): ReadonlyMap<string, string> {
  return new Map(definitions.map(({ path, id }) => [path, id]));
}

/** Whether a file could be meant by a name: by its own word, by its file name, or by what the harness calls it. */
function namesOf(harness: HarnessFormat, file: SourceFile): readonly string[] {
  const bare = bareIdentity(harness, file);
  const names = [file.parsed.name, withoutEnding(fileName(file.path), harness.files.endings)];
  return bare === null ? names : [...names, bare, fullIdentity(bare, file)];
}

/** The names by which the harness's user calls an agent. */
function calledBy(harness: HarnessFormat, file: SourceFile, identity: string): readonly string[] {
  const shown = shownName(harness, file);
  const bare = file.source.plugin === undefined ? identity : identity.slice(identity.lastIndexOf(':') + 1);
  return [identity, bare, ...(shown === null ? [] : [shown])];
}

function isSame(harness: HarnessFormat, a: string, b: string): boolean {
  return foldedIdentity(harness, a) === foldedIdentity(harness, b);
}

type Loading = Extract<Verdict<SourceFile>, { readonly kind: 'loaded' | 'shadowed' }>;

function reasonFor(harness: HarnessFormat, winner: Loading, loser: Loading): string {
  const { identity } = loser.claim;
  const isOfOtherPlugin = winner.file.source.plugin !== undefined && winner.claim.identity !== identity;
  if (isOfOtherPlugin) return `another plugin's; call it ${identity}`;
  const reason = whyShadowed(harness, winner.claim, loser.claim);
  return loser.file.source.plugin === undefined ? reason : `${reason}; call it ${identity}`;
}

const COLLECTION_REASONS: Partial<Readonly<Record<Source['scope'], string>>> = {
  bundled: 'it comes with agents; no harness looks there',
  added: 'it lies in an added folder; no harness looks there',
};
