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

async function isAsAnswered(
  files: FileSystem,
  store: LibraryStore,
  { lists, paths, states }: Answers,
): Promise<boolean> {
  for (const { asked, listed } of lists) {
    const { folder, extensions, recursive, isOnce } = asked;
    if (listedJson(await files.list(folder, extensions, recursive, isOnce)) !== listed) return false;
  }
  return paths.every((path, at) => isSameState(store.stateOf(path), states[at] ?? null));
}

function isSameState(one: FileState | null, other: FileState | null): boolean {
  if (one === null || other === null) return one === other;
  return one.every((part, at) => part === other[at]);
}

/** What is kept of a definition: all but its text, and where in that its body begins. */
export type KeptFields = Omit<AgentDefinition, 'body' | 'frontmatter' | 'frontmatterRaw'>;
export interface KeptDefinition {
  readonly fields: KeptFields;
  readonly start: number | null;
  readonly count: ProblemCount | null;
}

/** What is kept of a library besides what the disk was asked. */
export interface KeptRest {
  readonly definitions: readonly KeptDefinition[];
  readonly others: readonly KeptDefinition[];
  readonly problems: readonly FileProblem[];
  readonly aside: number;
}

/** What a list of agents says, kept once all of their problems are counted. */
export interface KeptListing extends Listing, Pick<KeptRest, 'problems' | 'aside'> {}

/** What was asked of the disk, and the names of the agents. */
export interface KeptHead {
  readonly answers: Answers;
  readonly names: readonly string[];
}

/** What was kept of an earlier run, if the disk answers as it did then. */
export async function keptAnswers(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore,
): Promise<KeptHead | null> {
  const head = decoded<KeptHead>(store.read(`answers ${JSON.stringify(sources)}`, ''));
  return head !== null && (await isAsAnswered(files, store, head.answers)) ? head : null;
}

/** Whether the disk was seen to hold agents that are switched off by the names of their files. */
export const hasOffFiles = ({ lists }: Answers): boolean =>
  lists.some(({ listed }) => listed.includes(`${OFF_ENDING}"`));

/** What was kept with these answers and no others. */
export const keptRest = (store: LibraryStore, sources: readonly Source[], answers: Answers): KeptRest | null =>
  decoded<KeptRest>(store.read(`library ${JSON.stringify(sources)}`, JSON.stringify(answers)));

/** The same of what a list of agents says: a tenth of all that is kept. */
export const keptListing = (store: LibraryStore, sources: readonly Source[], answers: Answers): KeptListing | null =>
  decoded<KeptListing>(store.read(`listing ${JSON.stringify(sources)}`, JSON.stringify(answers)));

const decoded = <Value>(bytes: Uint8Array | null): Value | null =>
  bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
