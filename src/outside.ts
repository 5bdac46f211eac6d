import { hostname } from 'node:os';
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { crashHandler } from './adapters/crash-handler.ts';
import { defaultSources } from './adapters/default-sources.ts';
import { openSettings, readSettings } from './adapters/kept/conf-settings.ts';
import { isCutShort } from './adapters/kept/cut-short.ts';
import { notedFiles } from './adapters/kept/noted-files.ts';
import { projectAround } from './adapters/kept/project-of.ts';
import { libraryStore } from './adapters/kept-library/library-store.ts';
import { commandFileSystem } from './adapters/node-file-system.ts';
import { sha256 } from './adapters/sha256.ts';
import { type SourcePlaces, takenSources } from './adapters/sources/source-folders.ts';
import { exitCodeOf, isTerminalFile, standardOutput } from './adapters/standard-output.ts';
import { cacheFolder, dataFolder, homeFolder, settingsPlace, stateFolder } from './adapters/user-folders.ts';
import { NO_WORKING_FOLDER, workingFolder } from './adapters/working-folder.ts';
import { ExitCode } from './cli/command-context.ts';
import { progressLine } from './cli/progress-line.ts';
import type { Outside } from './cli/safe-context.ts';
import { usageError } from './cli/usage-error.ts';
import type { Source } from './core/definition/agent-definition.ts';
import { addedSources } from './core/library/added-source.ts';
import { once } from './kit/once.ts';
import { programName } from './program-name.ts';
import { counted } from './text/count-text.ts';
import { visibleText } from './text/visible-text.ts';
import { readVersion } from './version.ts';

/** What the app is opened with. */
export interface TuiOptions {
  /** The name the program was called by. */
  readonly program: string;
  /** Where definitions are read from, in order of precedence, as things are when it is asked. */
  readonly listSources: () => readonly Source[];
  /** Ids of definitions that are not listed; left out for none. */
  readonly hidden?: readonly string[];
  /** Whether to tell what happens in lines, in place of screens. */
  readonly linear: boolean;
  /** Writes to standard error, once the terminal is given back. */
  readonly tell: (text: string) => void;
  /** What it is opened as a tour with; left out where it is none. */
  readonly tour?: TourOptions;
}

/** The tour: only its steps in words, or taken in a folder of its own. */
export type TourOptions =
  | { readonly kind: 'told'; readonly print: (text: string) => unknown }
  | {
      readonly kind: 'taken';
      /** Absolute path. */
      readonly folder: string;
      readonly isAgain: boolean;
      /** Where its file is put at the end, as it is shown; `null` for nowhere. */
      readonly keep: string | null;
    };

/**
 * Run the program over what there is outside of it, and end with the code it returns. What nobody expected is logged and
 * told in one line.
 *
 * @param run What the program is to do; called once.
 * @param runTui Opens the app, loaded or not.
 */
export function runOutside(
  run: (outside: Outside) => Promise<number>,
  runTui: (options: TuiOptions) => Promise<number>,
): void {
  const called = programName(process.argv[1]);
  const packageFolder = fileURLToPath(new URL('..', import.meta.url));
  const bundled = join(packageFolder, 'agents');
  const cwd = workingFolder();
  const home = homeFolder();
  const { folder: settingsFolder, file: settingsFile } = settingsPlace(process.env);
  const settingsOptions = { file: settingsFile, environment: process.env };
  const data = dataFolder(process.env);
  const state = stateFolder(process.env);
  const openJournal = once(async () => (await import('./adapters/kept/undo-journal.ts')).undoJournal(state));
  const crashLog = data === null ? null : join(data, 'crash.log');

  let isTui = false;
  let filesRead = 0;
  const crashed = crashHandler({
    program: called,
    log: crashLog === null ? null : { path: crashLog, shown: shownPath(crashLog) },
    version: readVersion(packageFolder),
    mayHaveDraft: () => isTui,
  });
  process.on('uncaughtException', crashed);

  const canDraw = process.env.TERM !== 'dumb';
  // As Ink has it, and as people write it.
  const isReadAloud = ['true', '1'].includes(process.env.INK_SCREEN_READER ?? '');
  const output = standardOutput('stdout');
  const errorOutput = standardOutput('stderr');

  /** Nobody sees a line come and go where a program reads it, aloud or into a log. */
  const seesProgress = errorOutput.isTerminal && canDraw && !isReadAloud && (process.env.CI ?? '') === '';
  const line = progressLine(seesProgress ? errorOutput.write : null, () => performance.now());

  /** Whether a project would have been looked for; told at the end, unless something else was in the way before. */
  let isProjectMissing = false;

  const started = Promise.resolve(isCutShort(state) ? recovered() : undefined);
  void started
    .then(() =>
      run({
        program: called,
        version: readVersion(packageFolder),
        files: {
          ...notedFiles(commandFileSystem, openJournal, (reason) => tell(`This cannot be undone: ${reason}\n`)),
          read: (path) => {
            filesRead += 1;
            line.progress(() => `Reading, ${counted(filesRead, 'file')} …`);
            return commandFileSystem.read(path);
          },
        },
        defaultSources: () => {
          isProjectMissing = cwd === null;
          return knownSources();
        },
        cwd,
        home,
        projectFolder: async () => project(),
        readSettings: () => readSettings(settingsFolder, settingsOptions),
        openSettings: () =>
          openSettings(settingsFolder, {
            ...settingsOptions,
            note: async (path) => (await openJournal()).note(path, null),
          }),
        settingsFile: settingsFolder === null ? null : join(settingsFolder, settingsFile),
        openKeys: async () => import('./app/keys/own-keys.ts'),
        openEditor: async () => {
          const { terminalEditor } = await import('./adapters/terminal-editor.ts');
          return terminalEditor((await readSettings(settingsFolder, settingsOptions)).values.editor);
        },
        openMachine: async () => (await import('./adapters/machine/this-machine.ts')).thisMachine,
        environment: process.env,
        pathSeparator: delimiter,
        openDrafts: async () => (await import('./adapters/kept/drafts-folder.ts')).draftsFolder(data),
        openRecipes: async () =>
          (await import('./adapters/kept/project-recipes.ts')).projectRecipes({
            dataFolder: data,
            cwd,
            home,
            sources: async () => [
              ...knownSources(),
              ...addedSources((await readSettings(settingsFolder, settingsOptions)).values.sources),
            ],
            folder: async () => (await readSettings(settingsFolder, settingsOptions)).values.recipes,
            note: async (path, planned) => (await openJournal()).note(path, planned),
          }),
        openJournal,
        openGitSources: async () =>
          (await import('./adapters/sources/git-sources.ts')).gitSources(
            sourcePlaces(),
            errorOutput.isTerminal && isTerminalFile(0),
            async (path, planned) => (await openJournal()).note(path, planned),
          ),
        takenFolder: data === null ? null : join(data, 'sources'),
        openLibraryStore: async () =>
          libraryStore(cacheFolder(process.env), fileURLToPath(new URL('main.js', import.meta.url))),
        openExports: async () => (await import('./adapters/kept/exports-file.ts')).exportsFile(data),
        openHistory: async () => (await import('./adapters/history/git-history.ts')).gitHistory,
        openHarness: async () => {
          const { harnessStarter } = await import('./adapters/harness/harness-starter.ts');
          return harnessStarter((words) => tell(`${words}\n`));
        },
        openTranscripts: async () => (await import('./adapters/harness/claude-transcripts.ts')).claudeTranscripts(home),
        openBackups: async () => (await import('./adapters/kept/mended-folder.ts')).mendedFolder(data),
        absolute: (path) => {
          if (cwd !== null) return resolve(cwd, path);
          if (isAbsolute(path)) return resolve(path);
          throw usageError(`${NO_WORKING_FOLDER}; give absolute paths`);
        },
        shown: shownPath,
        print: (text) => {
          line.clear();
          return output.write(text);
        },
        tell,
        progress: line.progress,
        inputLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
        readInput: async () => (await import('./adapters/read-file.ts')).readStream(process.stdin),
        hostName: () => hostname(),
        rows: output.isTerminal ? process.stdout.rows || null : null,
        runPager: async ([command = '', ...options], text) => {
          const { spawnSync } = await import('node:child_process');
          // So that colours are colours also where the user names less alone.
          const env = { LESS: 'FRX', ...process.env };
          const { error } = spawnSync(command, options, { input: text, stdio: ['pipe', 'inherit', 'inherit'], env });
          // One that has seen enough reads no further, which is no failure.
          return error === undefined || 'code' in error === false || error.code === 'EPIPE';
        },
        // Some terminals report no width at first.
        columns: output.isTerminal ? process.stdout.columns || 80 : null,
        interactive: output.isTerminal && isTerminalFile(0),
        canDraw,
        isReadAloud,
        sha256,
        runTui: async (listSources, hidden, linear) => {
          isTui = true;
          line.clear();
          return runTui({ program: called, listSources, hidden, linear, tell: errorOutput.write });
        },
        runTour: async ({ atEnd, ...tour }) => {
          isTui = true;
          line.clear();
          const { inTourFolder, TOUR_AGENTS } = await import('./adapters/kept/tour-folder.ts');
          return inTourFolder(async (folder) => {
            const made = join(folder, TOUR_AGENTS);
            const sources: readonly Source[] = [
              { id: 'tour', scope: 'project', folder: made, format: 'claude' },
              { id: 'bundled', scope: 'bundled', folder: bundled, format: 'claude' },
            ];
            const code = await runTui({
              program: called,
              listSources: () => sources,
              linear: false,
              tell: errorOutput.write,
              tour: { kind: 'taken', folder, ...tour },
            });
            await atEnd(made);
            return code;
          });
        },
        tellTour: () =>
          runTui({
            program: called,
            listSources: () => [],
            linear: false,
            tell: errorOutput.write,
            tour: { kind: 'told', print: output.write },
          }),
      }),
    )
    .then((code) => {
      line.clear();
      if (isProjectMissing && code !== ExitCode.Usage)
        errorOutput.write(`${NO_WORKING_FOLDER}; no project was looked in\n`);
      process.exitCode = exitCodeOf(code, output, errorOutput);
      // The app has put away what is to be kept; reading that still goes on keeps nobody waiting.
      if (isTui) process.exit();
    }, crashed);

  function project(): string | null {
    return cwd === null ? null : projectAround(cwd, home);
  }

  function sourcePlaces(): SourcePlaces {
    return { config: settingsFolder, data, project: project() };
  }

  /** Where harnesses look, what comes with the program, and what was taken from repositories. */
  function knownSources(): readonly Source[] {
    return [...defaultSources({ cwd, home, bundled }), ...takenSources(sourcePlaces())];
  }

  function tell(text: string): boolean {
    line.clear();
    return errorOutput.write(text);
  }

  async function recovered(): Promise<void> {
    for (const { words, isFinished, left } of await (await openJournal()).recover()) {
      const what = `${visibleText(words)} was cut short and is ${isFinished ? 'done' : 'undone'} now`;
      tell(
        `${what}${left.length === 0 ? '' : `, but for ${left.map((path) => visibleText(shownPath(path))).join(', ')}`}\n`,
      );
    }
  }

  function shownPath(path: string): string {
    if (cwd !== null && path.startsWith(cwd + sep)) return path.slice(cwd.length + 1);
    return home !== null && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
  }
}
