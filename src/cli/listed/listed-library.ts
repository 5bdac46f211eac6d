import type { Source } from '../../core/definition/agent-definition.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import type { Listing } from '../../core/definition/listed-row.ts';
import { OFF_ENDING } from '../../core/definition/switched-off.ts';
import { sourceFileRule } from '../../core/library/definition-file.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import type { LibraryStore } from '../../ports/library-store.ts';
import { hasOffFiles, type KeptListing, keptAnswers, keptListing } from '../../usecases/kept-answers.ts';
import { listFilesOf } from '../../usecases/source-files.ts';
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
 * What an earlier run kept for a list of agents in the very same files, or that there are none, told as if they had been
 * read: nothing that reads definitions is loaded for it.
 *
 * @returns `null` where they have to be read.
 */
export async function keptListed(context: CommandContext, folders: readonly string[]): Promise<ListedLibrary | null> {
  const sources = await knownSources(context, folders);
  const store = await context.openLibraryStore();
  const kept = await keptOrEmpty(context.files, sources, store);
  if (!kept) return null;
  await tellSettings(context, folders);
  tellProblems(context, folders, kept);
  return { ...kept, rows: await notHidden(context, folders, kept.rows), settle: () => {} };
}

async function keptOrEmpty(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore | null,
): Promise<KeptListing | null> {
  const before = store && (await keptAnswers(files, sources, store));
  if (before) return hasOffFiles(before.answers) ? null : keptListing(store, sources, before);
  return (await isEmpty(files, sources)) ? EMPTY : null;
}

const EMPTY: KeptListing = { rows: [], others: [], problems: [], aside: 0 };

/** Whether there is nothing to be read, and nothing to be said of why. */
async function isEmpty(files: FileSystem, sources: readonly Source[]): Promise<boolean> {
  for (const source of sources) {
    const { endings, recursive } = sourceFileRule(source);
    const listed = await listFilesOf(files, source, { endings: [...endings, OFF_ENDING], recursive });
    if (listed.kind === 'failed' || listed.paths.length + listed.skipped.length > 0) return false;
  }
  return true;
}
