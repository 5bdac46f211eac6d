import { accessSync, chmodSync, constants, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { type Trial, trialWords } from '../../core/formats/converting/trial.ts';
import { SIGNALS_OF_KEYS } from '../../ports/editor.ts';
import type { HarnessStarter } from '../../ports/harness-starter.ts';
import { endBy, leavingNone, removeTreeNow } from '../leftovers.ts';
import { errorCode, plainReason } from '../plain-reason.ts';
import { hasEnded, markOf, ownMark, parseMark } from '../process-mark.ts';
import { runInTerminal } from '../stopping/child-in-terminal.ts';

/** Of a folder for a session, with what `mkdtemp` puts at its end. */
const FOLDER = /^agents-try-[A-Za-z0-9]{6}$/;
/** In it: the processes that need it, each a mark on a line, and the project that the harness sees. */
const MARKS = 'processes';
const PROJECT = 'project';

/**
 * Starts harnesses by their commands, as the user would.
 *
 * @param tell Told what there is to know before one starts, line by line.
 */
export const harnessStarter = (tell: (line: string) => void): HarnessStarter => ({
  start: async (trial, options = []) => {
    const { command, file, title } = trial;
    if (programOf(command) === null) return `${title} is not installed: there is no program ${command}`;
    for (const line of trialWords(trial)) tell(line);
    try {
      return file === null ? await run(trial, options) : await inOwnFolder(trial, file, options);
    } catch (error) {
      return startProblem(trial, error);
    }
  },
});

/** Where the user's program of a name lies; `null` for nowhere on the path. */
function programOf(command: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  // Where programs have endings, the system knows better which.
  if (process.platform === 'win32') return command;
  return folders.map((folder) => join(folder || '.', command)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return !lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

async function run(
  { command, title, args }: Trial,
  options: readonly string[],
  session: string | null = null,
): Promise<string | null> {
  const { status, signal, passedOn } = await runInTerminal(command, [...args, ...options], {
    ofKeys: SIGNALS_OF_KEYS,
    ...(session !== null && {
      cwd: join(session, PROJECT),
      // Some take the folder that the shell was in for the one they are started in.
      env: { ...process.env, PWD: join(session, PROJECT), OLDPWD: undefined, INIT_CWD: undefined },
      started: (pid) => note(session, pid),
    }),
  });
  if (passedOn) endBy(passedOn);
  if (signal) return `${title} was ended by ${signal}`;
  return status === 0 ? null : `${title} ended with exit code ${status}`;
}

/** A folder that only this user can open, gone afterwards however that comes about. */
async function inOwnFolder(
  trial: Trial,
  { path, text }: NonNullable<Trial['file']>,
  options: readonly string[],
): Promise<string | null> {
  await removeStale();
  const session = await madeFolder();
  if (typeof session !== 'string')
    return `No folder for the session can be made in ${tmpdir()}: ${plainReason(session.error)}`;
  let left: string | null = null;
  const withFile = async (): Promise<string | null> => {
    try {
      writeFileSync(join(session, MARKS), `${JSON.stringify(ownMark('try'))}\n`, { mode: 0o600 });
      const file = join(session, PROJECT, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return await run(trial, options, session);
    } finally {
      left = await removed(session);
    }
  };
  const problem = await leavingNone(session, withFile, removeTreeNow);
  return (
    problem ??
    (left === null ? null : `${trial.title} has ended, and its folder ${session} could not be removed: ${left}`)
  );
}

async function madeFolder(): Promise<string | { readonly error: unknown }> {
  try {
    return await mkdtemp(join(tmpdir(), 'agents-try-'));
  } catch (error) {
    return { error };
  }
}

/** Remove the folder of a session, with what programs made unwritable in it, or still write; why not, or `null`. */
async function removed(session: string): Promise<string | null> {
  const remove = () => rm(session, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    await remove();
    return null;
  } catch {
    openAll(session);
  }
  try {
    await remove();
    return null;
  } catch (error) {
    return plainReason(error);
  }
}

function openAll(folder: string): void {
  try {
    chmodSync(folder, 0o700);
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) openAll(join(folder, entry.name));
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** The harness may outlive a program that is killed, and needs its folder then. */
function note(session: string, pid: number): void {
  writeFileSync(join(session, MARKS), `${JSON.stringify(markOf(pid, 'harness'))}\n`, { flag: 'a' });
}

/** What a process left that was killed and could do nothing about it: of this user, and needed by none that runs. */
async function removeStale(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const folder = join(tmpdir(), name);
    if (FOLDER.test(name) && isStale(folder)) removeTreeNow(folder);
  }
}

function isStale(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    const isOwn = found.isDirectory() && found.uid === (process.geteuid?.() ?? found.uid) && (found.mode & 0o077) === 0;
    if (!isOwn) return false;
    const marks = readFileSync(join(folder, MARKS), 'utf8').trim().split('\n').map(parseMark);
    return marks.every((mark) => mark !== null && hasEnded(mark) === true);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

function startProblem({ command, title }: Trial, error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  if (code === 'ENOENT')
    return `${title} was not started: ${programOf(command) ?? command} is run by a program that is not there`;
  if (code === 'E2BIG') return `The agent is too long to be handed to ${title}`;
  return `${title} was not started: ${plainReason(error)}`;
}
