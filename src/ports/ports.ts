import type { Sha256 } from '../core/recipe/recipe.ts';
import type { Clipboard } from './clipboard.ts';
import type { Clock } from './clock.ts';
import type { Drafts } from './drafts.ts';
import type { Editor } from './editor.ts';
import type { FileSystem } from './file-system.ts';
import type { HarnessStarter } from './harness-starter.ts';
import type { Journal } from './journal.ts';
import type { LibraryStore } from './library-store.ts';
import type { Queries } from './queries.ts';
import type { Recipes } from './recipes.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';
import type { Transcripts } from './transcripts.ts';
import type { Watcher } from './watcher.ts';

/** All that the app needs from outside. */
export interface Ports {
  readonly files: FileSystem;
  /** What was read in earlier runs; `null` where nothing can be kept. */
  readonly libraries: LibraryStore | null;
  readonly drafts: Drafts;
  readonly recipes: Recipes;
  readonly queries: Queries;
  readonly sha256: Sha256;
  /** What was done to files, so that it can be undone. */
  readonly journal: Journal;
  /** A folder for what is replaced in a repository; `null` where there is no place for one. */
  readonly openBackups: () => Promise<string | null>;
  readonly editor: Editor;
  readonly clipboard: Clipboard;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly watcher: Watcher;
  readonly transcripts: Transcripts;
  readonly harness: HarnessStarter;
}
