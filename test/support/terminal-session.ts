import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { compiledFor } from './compiled-once.ts';
import { type ProgramInTerminal, startInTerminal } from './program-in-terminal.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The built program, as a command line starts it. */
export const AGENTS: readonly string[] = [
  process.execPath,
  fileURLToPath(new URL('../../dist/agents.js', import.meta.url)),
];

/** How a session is to be; what is left out is as on a person's new machine. */
export interface SessionOptions {
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** Added to a bare environment, which holds nothing of the one the tests run in but the path of programs. */
  readonly env?: Readonly<Record<string, string>>;
  /** Working directory; a new empty folder unless said otherwise. */
  readonly cwd?: string;
  /** How long to wait for anything, in milliseconds, where the work itself takes long. */
  readonly patience?: number;
  /** What to start instead of `agents` itself, made from the words that start it. */
  readonly program?: (agents: readonly string[]) => readonly string[];
}

/** The program in a terminal on a new machine, and a person in front of it. */
export interface Session extends ProgramInTerminal {
  /** Working directory of the program. */
  readonly cwd: string;
  readonly home: string;
}

/** A machine that is busy with other tests may need seconds for what otherwise takes a tenth of one. */
const PATIENCE_MS = 10_000;

/** Start the program; it is ended with the test if it still runs then. */
export function openSession(options: SessionOptions = {}): Session {
  const { args = [], columns = 80, rows = 24, env = {}, program = (agents) => agents } = options;
  const { patience = PATIENCE_MS } = options;
  const home = temporaryFolder();
  const cwd = options.cwd ?? join(home, 'work');
  mkdirSync(cwd, { recursive: true });
  const terminal = startInTerminal({
    words: program([...AGENTS, ...args]),
    cwd,
    env: compiledFor({
      PATH: process.env.PATH ?? '',
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local', 'share'),
      XDG_STATE_HOME: join(home, '.local', 'state'),
      XDG_CACHE_HOME: join(home, '.cache'),
      ...env,
    }),
    columns,
    rows,
    patience,
  });
  onTestFinished(terminal.close);
  return { ...terminal, cwd, home };
}
