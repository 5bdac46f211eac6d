import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { compiledFor } from './compiled-once.ts';
import { drawnAgain, goTo, type Stop, stop, WALKS } from './screen-walk.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { AGENTS, openSession, type Session } from './terminal-session.ts';
import { walkedLibrary } from './walked-library.ts';

/** The machine a walk begins on. */
interface Machine {
  /** The agents that are shown. */
  readonly folder: string;
  /** Where the app is started. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A walk, and what has happened before it. */
interface PreparedWalk {
  readonly stops: readonly Stop[];
  /** What is in the folder that is shown; `null` where the app is started with what it finds by itself. */
  readonly library: Readonly<Record<string, string>> | null;
  readonly before?: (machine: Machine) => void;
}

const PAIR = {
  'a-one.md':
    '---\nname: a-one\ndescription: Agent one. Use it first.\n---\n## Rules\n\n- Be kind\n- Be fast and correct\n',
  'b-two.md': '---\nname: b-two\ndescription: Agent two. Use it second.\n---\n## Rules\n\n- Be kind\n- Use numbers\n',
};

/** Two agents made of one whose words have changed since; the second was changed by hand there, too. */
function madeOfChanged({ folder, cwd, env }: Machine): void {
  const [node = '', program = ''] = AGENTS;
  writeFileSync(join(folder, 'a-one.md'), PAIR['a-one.md']);
  for (const name of ['by-itself', 'in-conflict']) {
    const parts = [
      `${folder}/a-one.md#*`,
      '--name',
      name,
      '--description',
      'Made here',
      '-o',
      `.claude/agents/${name}.md`,
    ];
    const options = { cwd, env: compiledFor(env), encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync(node, [program, 'compose', ...parts], options);
    if (status !== 0) throw new Error(stderr);
  }
  replaceIn(join(folder, 'a-one.md'), 'Be fast and correct', 'Be very fast and correct');
  replaceIn(join(cwd, '.claude/agents/in-conflict.md'), 'Be fast and correct', 'Be calm, fast and correct');
}

function replaceIn(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

/** Walks that begin on a machine where something has happened, or that has nothing. */
const PREPARED: Readonly<Record<string, PreparedWalk>> = {
  update: {
    library: PAIR,
    before: madeOfChanged,
    stops: [
      stop('made here', 'Enter C', '─ Made here', '1 source changed'),
      stop('made here: filtered', '/ "in-c"', /find|in-c/),
      stop('made here: all again', 'Esc', /by-itself[\s\S]*in-conflict/),
      stop('update: a box', 'Enter', /╭─ Update/, 'y write'),
      stop('merge', 'Esc Down Enter', '1 to decide', 'its source now'),
      stop('merge: decided', 'Space', 'All decided'),
      stop('merge: a box', 'Ctrl-S', /╭─ Update/, 'y write'),
    ],
  },
  replace: {
    library: PAIR,
    before: ({ cwd }) => {
      mkdirSync(join(cwd, '.claude/agents'), { recursive: true });
      writeFileSync(join(cwd, '.claude/agents/there.md'), '---\nname: there\ndescription: Is there\n---\nBe there.\n');
    },
    stops: [
      stop('save: a name that is taken', '"a-one" Enter c Space Ctrl-S "there"', 'save  there'),
      stop('replace', 'Ctrl-S Ctrl-S', /╭─ Replace/),
    ],
  },
  nothing: {
    library: {},
    stops: [
      stop('find: no agents', '', 'No agents here.'),
      stop('find: no agents, the list', 'Enter', 'No agents here.'),
    ],
  },
  'first start': {
    library: null,
    stops: [stop('first start', '', '1 type to find'), stop('first start: the list', 'Enter', '1 type to find')],
  },
};

/** Every walk by its name. */
export const ALL_WALKS: Readonly<Record<string, PreparedWalk>> = {
  ...Object.fromEntries(Object.entries(WALKS).map(([name, stops]) => [name, { stops, library: walkedLibrary() }])),
  ...PREPARED,
};

/**
 * A function that opens the app where a walk begins, as often as it is called.
 *
 * @returns The session, once the agents have been read.
 */
export function machineFor(
  { library, before }: PreparedWalk,
  size: { readonly columns: number; readonly rows: number },
) {
  const folder = temporaryFolder(library ?? {});
  const open = async (): Promise<Session> => {
    const home = temporaryFolder();
    const cwd = join(home, 'work');
    mkdirSync(join(cwd, '.git'), { recursive: true });
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local/share'),
      XDG_STATE_HOME: join(home, '.local/state'),
      XDG_CACHE_HOME: join(home, '.cache'),
    };
    before?.({ folder, cwd, env });
    const session = openSession({ ...size, cwd, env, args: library === null ? [] : ['--source', folder] });
    await session.sees(/\d+ of \d+ ·/);
    return session;
  };
  return open;
}

/** Opens the app and goes all of the way. */
export async function arrived(open: () => Promise<Session>, stops: readonly Stop[]): Promise<Session> {
  const session = await open();
  for (const one of stops) await goTo(session, one);
  await drawnAgain(session);
  return session;
}
