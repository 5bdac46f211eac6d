import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import type { Listing } from '../core/definition/listed-row.ts';
import type { ProblemCount } from '../core/definition/problem-count.ts';
import { OFF_ENDING } from '../core/definition/switched-off.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';
import type { FileState, LibraryStore } from '../ports/library-store.ts';

// What is kept of a library, and whether it is still so: known without anything that reads definitions being loaded.

/** What {@link FileSystem.list} is asked. */
interface Asked {
  readonly folder: string;
  readonly extensions: readonly string[];
  readonly recursive: boolean | undefined;
  readonly isOnce: boolean | undefined;
}

/** What the disk was asked, and what it said. */
export interface Answers {
  /** What was asked for, and what was listed, as JSON. */
  readonly lists: { readonly asked: Asked; readonly listed: string }[];
  /** Of the files that were read. */
  readonly paths: string[];
  readonly states: (FileState | null)[];
}

/** What was listed, as it is kept. */
export const listedJson = (outcome: ListOutcome): string =>
  JSON.stringify(outcome.kind === 'files' ? { ...outcome, links: [...(outcome.links ?? [])] } : outcome);

/** What files are now, by where they stand among those that were read. */
export type ChangedStates = ReadonlyMap<number, FileState | null>;

/**
 * Which files are not what they were.
 *
 * @param most More than so many are as good as all.
 * @returns `null` where the folders hold others, or more have changed.
 */
async function changedSince(
  files: FileSystem,
  store: LibraryStore,
  { lists, paths, states }: Answers,
  most: number,
): Promise<ChangedStates | null> {
  const now = lists.map(async ({ asked }) => {
    const { folder, extensions, recursive, isOnce } = asked;
    return listedJson(await files.list(folder, extensions, recursive, isOnce));
  });
  for (const [at, listed] of (await Promise.all(now)).entries()) if (listed !== lists[at]?.listed) return null;
  const changed = new Map<number, FileState | null>();
  for (let at = 0; at < paths.length; at += LOOKED_AT_ONCE) {
    const found = await store.statesOf(paths.slice(at, at + LOOKED_AT_ONCE));
    for (const [place, state] of found.entries()) {
      if (!isSameState(state, states[at + place] ?? null)) changed.set(at + place, state);
    }
    if (changed.size > most) return null;
  }
  return changed;
}

/** So many files are looked at before one of them is found to be another. */
const LOOKED_AT_ONCE = 512;

/** Whether a file is as it was. */
export function isSameState(one: FileState | null, other: FileState | null): boolean {
  if (one === null || other === null) return one === other;
  return one.every((part, at) => part === other[at]);
}

/** What is kept of a definition: all but its text, and where in that its body begins. */
export type KeptFields = Omit<AgentDefinition, 'body' | 'frontmatter' | 'frontmatterRaw'>;
export interface KeptDefinition {
  readonly fields: KeptFields;
  readonly start: number | null;
  readonly count: ProblemCount | null;
  /** Of its name and description, as far as they were counted. */
  readonly tokens?: number | undefined;
  /** What others have to do with in its file. */
  readonly mark: string;
}

/** What is kept of a library besides what the disk was asked and its definitions. */
export interface KeptRest {
  /** How many agents there are, and then how many others. */
  readonly definitions: number;
  readonly others: number;
  readonly problems: readonly FileProblem[];
  readonly aside: number;
}

/** The same with its definitions: lines of JSON, each of some {@link KeptDefinition}. */
export interface KeptLines {
  readonly head: KeptRest;
  readonly lines: readonly string[];
}

/** What a list of agents says, kept once all of their problems are counted. */
export interface KeptListing extends Listing, Pick<KeptRest, 'problems' | 'aside'> {}

/** What was asked of the disk, and the names of the agents. */
export interface KeptHead {
  /** Said with all that was kept at the same time, so that it is not taken for what was kept at another. */
  readonly stamp: string;
  readonly answers: Answers;
  readonly names: readonly string[];
}

/** What was kept of an earlier run, if the disk answers as it did then. */
export async function keptAnswers(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore,
): Promise<KeptHead | null> {
  return (await changedAnswers(files, sources, store, 0))?.head ?? null;
}

/**
 * The same if the disk holds the same files, of which some say something else.
 *
 * @param most More than so many are as good as all.
 */
export async function changedAnswers(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore,
  most: number,
): Promise<{ readonly head: KeptHead; readonly changed: ChangedStates } | null> {
  const head = decoded<KeptHead>(store.read(`answers ${JSON.stringify(sources)}`, ''));
  const changed = head && (await changedSince(files, store, head.answers, most));
  return changed && { head, changed };
}

/** Whether the disk was seen to hold agents that are switched off by the names of their files. */
export const hasOffFiles = ({ lists }: Answers): boolean =>
  lists.some(({ listed }) => listed.includes(`${OFF_ENDING}"`));

/** What was kept at the same time. */
export function keptRest(store: LibraryStore, sources: readonly Source[], { stamp }: KeptHead): KeptLines | null {
  const bytes = store.read(`library ${JSON.stringify(sources)}`, stamp);
  if (bytes === null) return null;
  const [head = '', ...lines] = new TextDecoder().decode(bytes).split('\n');
  return { head: JSON.parse(head), lines };
}

/** The same of what a list of agents says: a tenth of all that is kept. */
export const keptListing = (store: LibraryStore, sources: readonly Source[], { stamp }: KeptHead): KeptListing | null =>
  decoded<KeptListing>(store.read(`listing ${JSON.stringify(sources)}`, stamp));

const decoded = <Value>(bytes: Uint8Array | null): Value | null =>
  bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
