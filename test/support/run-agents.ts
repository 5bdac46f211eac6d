import { delimiter, isAbsolute, join, relative, resolve } from 'node:path';
import { claudeTranscripts } from '../../src/adapters/harness/claude-transcripts.ts';
import { harnessStarter } from '../../src/adapters/harness/harness-starter.ts';
import { gitHistory } from '../../src/adapters/history/git-history.ts';
import { openSettings, readSettings } from '../../src/adapters/kept/conf-settings.ts';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { exportsFile } from '../../src/adapters/kept/exports-file.ts';
import { mendedFolder } from '../../src/adapters/kept/mended-folder.ts';
import { notedFiles } from '../../src/adapters/kept/noted-files.ts';
import { projectAround } from '../../src/adapters/kept/project-of.ts';
import { projectRecipes } from '../../src/adapters/kept/project-recipes.ts';
import { undoJournal } from '../../src/adapters/kept/undo-journal.ts';
import { thisMachine } from '../../src/adapters/machine/this-machine.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { gitSources } from '../../src/adapters/sources/git-sources.ts';
import { takenSources } from '../../src/adapters/sources/source-folders.ts';
import { terminalEditor } from '../../src/adapters/terminal-editor.ts';
import type { CommandContext } from '../../src/cli/command-context.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import { once } from '../../src/kit/once.ts';

/** What a command line did. */
export interface AgentsRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line run in this process, in a folder, with what it would get from a terminal. */
export async function runAgents(
  cwd: string,
  args: readonly string[],
  parts: Partial<CommandContext> & { readonly sources?: readonly Source[]; readonly input?: readonly string[] } = {},
): Promise<AgentsRun> {
  const { sources = [], input = [], ...context } = parts;
  let out = '';
  let err = '';
  const tell = (text: string): void => {
    err += text;
  };
  const openJournal = once(async () => undoJournal(join(cwd, 'data')));
  const places = { config: join(cwd, 'settings'), data: join(cwd, 'data'), project: projectAround(cwd, null) };
  const code = await runCli(args, {
    program: 'agents',
    version: '1.2.3',
    files: notedFiles(nodeFileSystem, openJournal, (reason) => tell(`This cannot be undone: ${reason}\n`)),
    cwd,
    home: null,
    projectFolder: async () => projectAround(cwd, null),
    openJournal,
    openGitSources: async () =>
      gitSources(places, false, async (path, planned) => (await openJournal()).note(path, planned)),
    takenFolder: join(cwd, 'data', 'sources'),
    defaultSources: () => [...sources, ...takenSources(places)],
    readSettings: () => readSettings(join(cwd, 'settings')),
    openSettings: () =>
      openSettings(join(cwd, 'settings'), { note: async (path) => (await openJournal()).note(path, null) }),
    settingsFile: join(cwd, 'settings/config.json'),
    openKeys: async () => import('../../src/app/keys/own-keys.ts'),
    openEditor: async () => terminalEditor(''),
    openMachine: async () => thisMachine,
    environment: {},
    pathSeparator: delimiter,
    openDrafts: async () => draftsFolder(join(cwd, 'data')),
    openRecipes: async () =>
      projectRecipes({
        dataFolder: join(cwd, 'data'),
        cwd,
        home: null,
        sources: async () => sources,
        note: async (path, planned) => (await openJournal()).note(path, planned),
      }),
    openLibraryStore: async () => null,
    openExports: async () => exportsFile(join(cwd, 'data')),
    openHistory: async () => gitHistory,
    openHarness: async () => harnessStarter((words) => tell(`${words}\n`)),
    openTranscripts: async () => claudeTranscripts(cwd),
    openBackups: () => mendedFolder(join(cwd, 'data')),
    absolute: (path) => resolve(cwd, path),
    shown: (path) => (isAbsolute(path) ? relative(cwd, path) : path),
    print: (text) => {
      out += text;
      return true;
    },
    tell,
    progress: () => {},
    inputLines: async function* () {
      yield* input;
    },
    readInput: async () => ({ kind: 'text', text: input.join('') }),
    hostName: () => 'here',
    rows: null,
    runPager: async () => false,
    columns: null,
    interactive: false,
    canDraw: true,
    isReadAloud: false,
    sha256,
    runTui: async () => 0,
    runTour: async () => 0,
    tellTour: async () => 0,
    ...context,
  });
  return { code, out, err };
}
