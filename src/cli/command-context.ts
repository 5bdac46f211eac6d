import type { Format, Source } from '../core/definition/agent-definition.ts';
import type { FileProblemCode } from '../core/definition/file-problem.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Editor } from '../ports/editor.ts';
import type { Exports } from '../ports/exports.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { GitSources } from '../ports/git-sources.ts';
import type { HarnessStarter } from '../ports/harness-starter.ts';
import type { History } from '../ports/history.ts';
import type { Journal } from '../ports/journal.ts';
import type { LibraryStore } from '../ports/library-store.ts';
import type { Machine } from '../ports/machine.ts';
import type { Recipes } from '../ports/recipes.ts';
import type { Settings, SettingsReading } from '../ports/settings.ts';
import type { Transcripts } from '../ports/transcripts.ts';
import type { When } from './look/uses-color.ts';

/** What the process ends with. */
export const ExitCode = {
  Done: 0,
  /** The work was done and found problems, or failed. */
  Failed: 1,
  /** The command line could not be understood. */
  Usage: 2,
} as const;

/** What became of reading standard input. */
export type InputOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly code: FileProblemCode;
      readonly reason: string;
      readonly otherwise?: { readonly text: string; readonly encoding: 'utf-16' | 'nul-byte' };
    };

/** Options of every command about the look of what it prints. */
export interface AskedLook {
  readonly color?: When;
  readonly hyperlink?: When;
  /** False where none is wanted. */
  readonly pager?: boolean;
}

/** The bindings of the app, to the commands a list of names. */
interface OwnKeyBindings {
  readonly BINDING_NAMES: readonly string[];
  /** What of the setting `keys` cannot be in force, one line each with its place. */
  readonly ownKeys: (
    setting: unknown,
    placeOf: (path: readonly string[]) => string,
  ) => { readonly problems: readonly string[] };
}

/** How the tour is taken. */
interface TourTaken {
  /** Whether from its beginning, wherever it was left before. */
  readonly isAgain: boolean;
  /** Where its file is put at the end, as it is shown; `null` for nowhere. */
  readonly keep: string | null;
  /** Told the folder of the agents made, which is gone afterwards. */
  readonly atEnd: (folder: string) => Promise<void>;
}

/** What a command gets from outside. Tests pass their own. */
export interface CommandContext {
  /** The name the program was called by, to name it by in messages. */
  readonly program: string;
  readonly version: string;
  readonly files: FileSystem;
  /** Where definitions come from beside the folders the user added; only folders that exist. */
  readonly defaultSources: () => readonly Source[];
  /** Where the program runs, and the user's own folder; `null` for none. */
  readonly cwd: string | null;
  readonly home: string | null;
  /** The folder of the project around the working directory; `null` for none. */
  readonly projectFolder: () => Promise<string | null>;
  /** The user's settings, read now. */
  readonly readSettings: () => Promise<SettingsReading>;
  /** The settings to change them. */
  readonly openSettings: () => Promise<Settings>;
  /** Absolute path of the file they are in, there or not; `null` for nowhere. */
  readonly settingsFile: string | null;
  /** What the app makes of the user's own keys. */
  readonly openKeys: () => Promise<OwnKeyBindings>;
  /** What a file is edited with. */
  readonly openEditor: () => Promise<Editor>;
  /** The machine it runs on. */
  readonly openMachine: () => Promise<Machine>;
  /** The environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What parts the folders of a variable. */
  readonly pathSeparator: string;
  /** The drafts kept, and the recipes of the files composed. */
  readonly openDrafts: () => Promise<Drafts>;
  readonly openRecipes: () => Promise<Recipes>;
  /** Where libraries are kept between runs; `null` for nowhere. */
  readonly openLibraryStore: () => Promise<LibraryStore | null>;
  /** What exports wrote. */
  readonly openExports: () => Promise<Exports>;
  /** Sources taken from repositories. */
  readonly openGitSources: () => Promise<GitSources>;
  /** The folder that their checkouts lie in, which nobody but the program changes; `null` for none. */
  readonly takenFolder: string | null;
  /** What files were at revisions of their repositories. */
  readonly openHistory: () => Promise<History>;
  /** The user's harnesses, started in this terminal. */
  readonly openHarness: () => Promise<HarnessStarter>;
  /** What harnesses keep of their sessions. */
  readonly openTranscripts: () => Promise<Transcripts>;
  /** What was done, so that it can be undone. */
  readonly openJournal: () => Promise<Journal>;
  /** A folder for what is mended, and replaced in a repository, as it was before; `null` where there is no place for one. */
  readonly openBackups: () => Promise<string | null>;
  /** Make a path of the command line absolute. */
  readonly absolute: (path: string) => string;
  /** A path as people write it here: relative to the working directory, or from `~`. */
  readonly shown: (path: string) => string;
  /** Write text for people to standard output, made safe to show; false once nobody reads it any more. */
  readonly print: (text: string) => boolean;
  /** Write to standard output what must stay as it is: JSON, and texts that go into a file or another program. */
  readonly printExact: (text: string) => boolean;
  /** Write to standard error, made safe to show. */
  readonly tell: (text: string) => void;
  /** Say on a terminal, in a line that goes again, how far work has come that takes long. To be called often. */
  readonly progress: (words: () => string) => void;
  /** Lines of standard input, without their ends. */
  readonly inputLines: () => AsyncIterable<string>;
  /** Standard input to its end, by the rules for files. */
  readonly readInput: () => Promise<InputOutcome>;
  /** Whose rules an agent on standard input follows; nothing to tell by its text. */
  readonly stdinAs?: Format | undefined;
  /** What the command line asks for of the look of output. */
  readonly asked: () => AskedLook;
  /** What this machine is called in links. */
  readonly hostName: () => string;
  /** Height of the terminal that standard output is, or `null` if it is none. */
  readonly rows: number | null;
  /** Have a text shown by another program, given as words; false where that cannot be started. */
  readonly runPager: (words: readonly string[], text: string) => Promise<boolean>;
  /** Width of the terminal that standard output is, or `null` if it is none. */
  readonly columns: number | null;
  /** Whether a person is there who can be asked. */
  readonly interactive: boolean;
  /** Whether the terminal understands more than text, by its own word (`TERM`). */
  readonly canDraw: boolean;
  /** Whether the environment says that a screen reader reads the terminal. */
  readonly isReadAloud: boolean;
  /** The SHA-256 of a text as UTF-8, in hexadecimal. */
  readonly sha256: (text: string) => string;
  /** Run the interactive app to its end, in lines or on a screen, on the sources that there are whenever it reads them all; its exit code. */
  readonly runTui: (
    listSources: () => readonly Source[],
    hidden: readonly string[],
    linear: boolean,
  ) => Promise<number>;
  /** Run the app on a screen as a tour to its end; its exit code. */
  readonly runTour: (tour: TourTaken) => Promise<number>;
  /** Print the steps of the tour; the exit code. */
  readonly tellTour: () => Promise<number>;
}
