import type { FileProblem } from '../../core/definition/file-problem.ts';
import type { Listing } from '../../core/definition/listed-row.ts';
import { hasOffFiles, keptAnswers, keptListing } from '../../usecases/kept-answers.ts';
import type { CommandContext } from '../command-context.ts';
import { knownSources, notHidden, tellProblems, tellSettings } from '../known-sources.ts';

/** What a list is made of. */
export interface ListedLibrary extends Listing {
  /** What could not be read. */
  readonly problems: readonly FileProblem[];
  /** How many other Markdown files the collections hold. */
  readonly aside: number;
  /** Keep for the next run what is known by now and was not kept before. */
  readonly settle: () => void;
}

/**
 * What an earlier run kept for a list of agents in the very same files, told as if they had been read: nothing that reads
 * definitions is loaded for it.
 *
 * @returns `null` where they have to be read.
 */
export async function keptListed(context: CommandContext, folders: readonly string[]): Promise<ListedLibrary | null> {
  const sources = await knownSources(context, folders);
  const store = await context.openLibraryStore();
  const before = store && (await keptAnswers(context.files, sources, store));
  if (!before || hasOffFiles(before.answers)) return null;
  const kept = keptListing(store, sources, before);
  if (!kept) return null;
  await tellSettings(context, folders);
  tellProblems(context, folders, kept);
  return { ...kept, rows: await notHidden(context, folders, kept.rows), settle: () => {} };
}
