import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { EarlyFrame } from './adapters/first-frame/early-frame.ts';
import { type FramePlace, type KeptFrame, keepFrame } from './adapters/first-frame/kept-frame.ts';
import { folderWatcher } from './adapters/folder-watcher.ts';
import { claudeTranscripts } from './adapters/harness/claude-transcripts.ts';
import { harnessStarter } from './adapters/harness/harness-starter.ts';
import { openSettings } from './adapters/kept/conf-settings.ts';
import { draftsFolder } from './adapters/kept/drafts-folder.ts';
import { mendedFolder } from './adapters/kept/mended-folder.ts';
import { notedFiles } from './adapters/kept/noted-files.ts';
import { projectRecipes } from './adapters/kept/project-recipes.ts';
import { recentQueries } from './adapters/kept/recent-queries.ts';
import { tourProgress } from './adapters/kept/tour-progress.ts';
import { undoJournal } from './adapters/kept/undo-journal.ts';
import { libraryStore } from './adapters/kept-library/library-store.ts';
import { removeLeftovers } from './adapters/leftovers.ts';
import { clipboardPrograms } from './adapters/machine/clipboard-programs.ts';
import { systemClipboard } from './adapters/machine/system-clipboard.ts';
import { nodeFileSystem } from './adapters/node-file-system.ts';
import { sha256 } from './adapters/sha256.ts';
import { endingSignals } from './adapters/stopping/ending-signals.ts';
import { startWatchdog } from './adapters/stopping/watchdog.ts';
import { systemClock } from './adapters/system-clock.ts';
import { terminalEditor } from './adapters/terminal-editor.ts';
import { cacheFolder, dataFolder, homeFolder, settingsPlace, stateFolder } from './adapters/user-folders.ts';
import { workingFolder } from './adapters/working-folder.ts';
import { farewell } from './app/drafts/farewell.ts';
import { ownKeys } from './app/keys/own-keys.ts';
import { firstModel } from './app/model/first-model.ts';
import type { Model, Surroundings } from './app/model/model.ts';
import { effectRunner } from './app/run-effect.ts';
import { createStore } from './app/store.ts';
import { update } from './app/update.ts';
import { tui } from './cli/commands/tui.ts';
import { sourcesGiven } from './cli/known-sources.ts';
import { usesColor } from './cli/look/uses-color.ts';
import { type Outside, safeContext } from './cli/safe-context.ts';
import { isUsageError } from './cli/usage-error.ts';
import { runOutside, type TourOptions, type TuiOptions } from './outside.ts';
import type { SettingsReading, SettingsValues } from './ports/settings.ts';
import { inputHandler } from './ui/handle-input.ts';
import { lineDisplay } from './ui/linear/line-display.ts';
import { ownTerminal } from './ui/own-terminal.ts';
import { type ScreenDisplay, screenDisplay } from './ui/screen-display.ts';
import type { Colors } from './ui/theme.ts';

// Composition root of the interactive app: the only file that knows the store, the screen and the outside at once.

/** Folder for new definitions when none was chosen before: the project's own, as Claude Code has it. */
const PROJECT_AGENTS = '.claude/agents';
/** The same where there is no working directory. */
const USER_AGENTS = '~/.claude/agents';

/** What was typed while the program was loaded is answered first, before there is much to compute. */
const WATCHED_AFTER_MS = 30;

/** What the app ends with when an error was thrown that nobody expected. */
const CRASHED = 1;

/** The first frame, known from an earlier start. */
export interface Opening {
  /** Where it is kept. */
  readonly place: FramePlace;
  /** What is on the screen already; `null` for nothing. */
  readonly early: EarlyFrame | null;
}

/**
 * Run the interactive app to its end.
 *
 * @param opening `null` where no frame is known, nor to be.
 * @returns The exit code.
 */
export async function runTui(
  { program, listSources, hidden = [], linear, tell, tour }: TuiOptions,
  opening: Opening | null = null,
): Promise<number> {
  const { folder, file } = settingsPlace(process.env);
  const settings = await openSettings(folder, { file, environment: process.env });
  const { values, problems, placeOf } = settings.read();
  const own = ownKeys(values.keys, placeOf);
  const taken = tour?.kind === 'taken' ? tour : null;
  const { cwd, home, data, saveFolder, bundled } = taken ? placesOfTour(taken) : placesOf(values);
  const signals = endingSignals();
  const { stdout } = process;
  const colors = colorsOf(settings.read());
  const early = handedOver(opening, linear);
  const screen = linear ? null : screenDisplay(stdout, { mouse: values.mouse, colors, early });
  const display = screen ?? lineDisplay(stdout);
  const terminal = ownTerminal(display, signals);
  const surroundings = {
    program,
    cwd: cwd ?? '/',
    home,
    bundled,
    harness: values.harness,
    shortForms: values.shortForms,
    linear,
    appearance: {
      theme: values.theme,
      signs: values.signs,
      colors: values.colors,
      preview: values.preview,
      shares: values.shares,
    },
    saveFolder,
    session: `${systemClock.now().at.toString(36)}-${process.pid.toString(36)}`,
    keys: own.keys,
    settingsProblems: [...problems, ...own.problems],
  };
  const first = firstModel(surroundings, display.size(), listSources());
  if (tour?.kind === 'told') {
    const { tourLines } = await import('./app/tour/tour-steps.ts');
    tour.print(`${tourLines(first).join('\n')}\n`);
    return 0;
  }
  // What a tour does is gone with its folder.
  const journal = undoJournal(tour === null ? stateFolder(process.env) : data);
  const ports = {
    files: notedFiles(
      nodeFileSystem,
      async () => journal,
      () => {},
    ),
    // Of no use to a tour, whose folder is new.
    libraries: taken
      ? null
      : libraryStore(cacheFolder(process.env), fileURLToPath(new URL('main.js', import.meta.url))),
    journal,
    drafts: draftsFolder(data),
    queries: recentQueries(data),
    recipes: projectRecipes({
      dataFolder: data,
      cwd,
      home,
      sources: async () => listSources(),
      folder: async () => (taken ? null : values.recipes),
      note: journal.note,
    }),
    sha256,
    openBackups: () => mendedFolder(data),
    editor: terminalEditor(values.editor),
    clipboard: systemClipboard(stdout, clipboardPrograms(process.env, process.platform)),
    clock: systemClock,
    settings,
    terminal,
    watcher: folderWatcher(),
    transcripts: claudeTranscripts(home),
    harness: harnessStarter((words) => stdout.write(`${words}\n`)),
  };
  const clear = (): void => {
    terminal.release();
    removeLeftovers();
  };
  const effects = effectRunner(ports, first.library.sources, listSources, hidden, screen?.rehearse);
  const touring = taken && (await openTour(taken, first));
  const store = createStore(touring?.first ?? first, effects.perform, touring?.change);
  let watching: NodeJS.Timeout | undefined;
  /** Whether the first frame was of what had been typed before it. */
  let isOfInput = false;
  const running = terminal.run(store, {
    onInput: inputHandler(store),
    onResize: (size) => store.dispatch({ type: 'resized', size }),
    onShown: () => {
      isOfInput = Number.isFinite(terminal.sinceInput());
      watching = setTimeout(startWatchdog, WATCHED_AFTER_MS, signals, { isInterrupted: terminal.isInterrupted, clear });
    },
  });
  store.dispatch({ type: 'started' });
  const code = await running;
  clearTimeout(watching);
  keepFirst(opening, early, isOfInput ? null : screen);
  await effects.written();
  const lost = await ports.drafts.settle();
  if (touring) await touring.left(store.model());
  // After a crash its report says where the draft is; that of a tour is gone with it.
  else if (code !== CRASHED || lost.length > 0)
    for (const line of farewell(store.model().draft.present, lost, program)) tell(`${line}\n`);
  return code === 0 && lost.length > 0 ? 1 : code;
}

/** What is on the screen already. Where it took too long to come here, the frame is gone again. */
function handedOver(opening: Opening | null, linear: boolean): KeptFrame | null {
  if (!linear) return opening?.early?.handOver() ?? null;
  opening?.early?.leave();
  return null;
}

/** Keeps the first frame for the next start, where it is another than the one that was shown early. */
function keepFirst(opening: Opening | null, early: Pick<KeptFrame, 'show'> | null, screen: ScreenDisplay | null): void {
  const frame = screen?.first() ?? null;
  if (opening && frame && frame.show !== early?.show) keepFrame(opening.place, frame);
}

function colorsOf({ values, originOf }: SettingsReading): Colors {
  const any = usesColor({
    asked: null,
    environment: { NO_COLOR: process.env.NO_COLOR },
    setting: values.color,
    isOwnVariable: originOf('color') === 'AGENTS_COLOR',
    canDraw: true,
  });
  return { any, all: /^(?:truecolor|24bit)$/.test(process.env.COLORTERM ?? '') };
}

/** Where the app looks, keeps what it has to, and offers to save. */
interface AppPlaces extends Pick<Surroundings, 'home' | 'saveFolder' | 'bundled'> {
  /** `null` for none, as where the folder was deleted. */
  readonly cwd: string | null;
  readonly data: string | null;
}

function placesOf({ saveFolder, bundled }: SettingsValues): AppPlaces {
  const cwd = workingFolder();
  return {
    cwd,
    home: homeFolder(),
    data: dataFolder(process.env),
    saveFolder: saveFolder ?? (cwd === null ? USER_AGENTS : null),
    bundled,
  };
}

/** What is done on a tour stays in its folder. */
function placesOfTour({ folder }: TourTaken): AppPlaces {
  return { cwd: folder, home: null, data: join(folder, 'data'), saveFolder: PROJECT_AGENTS, bundled: true };
}

type TourTaken = Extract<TourOptions, { readonly kind: 'taken' }>;

/** The app as a tour: what it begins with, what actions lead to, and what is kept of it at its end. */
async function openTour({ isAgain, keep }: TourTaken, first: Model) {
  const { firstOfTour, stepsDone, touring } = await import('./app/tour/touring.ts');
  const progress = tourProgress(dataFolder(process.env));
  const reached = isAgain ? 0 : await progress.read();
  return {
    first: firstOfTour(first, { reached, keep }),
    change: touring(update),
    left: (model: Model) => progress.keep(stepsDone(model)),
  };
}

/**
 * Opens the app without the commands.
 *
 * @param folders To look in, as they were named.
 * @param opening The first frame, if one can be known before the app is; `null` if not.
 * @param runCommands What carries out the whole command line: where the app cannot be opened, it says why.
 */
export function start(
  folders: readonly string[],
  opening: Opening | null,
  runCommands: (outside: Outside) => Promise<number>,
): void {
  const open = async (outside: Outside): Promise<number> => {
    try {
      return await tui(safeContext(outside), folders, { linear: false, source: sourcesGiven(outside) });
    } catch (error) {
      if (!isUsageError(error)) throw error;
      opening?.early?.leave();
      return runCommands(outside);
    }
  };
  runOutside(open, (options) => runTui(options, opening));
}
