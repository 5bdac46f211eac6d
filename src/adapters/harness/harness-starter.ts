import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Trial } from '../../core/formats/converting/trial.ts';
import { SIGNALS_OF_KEYS } from '../../ports/editor.ts';
import type { HarnessStarter } from '../../ports/harness-starter.ts';
import { leavingNone, removeTreeNow } from '../leftovers.ts';
import { errorCode, plainReason } from '../plain-reason.ts';
import { runInTerminal } from '../stopping/child-in-terminal.ts';

/** Of a folder for a session, with the process that made it. */
const FOLDER = /^agents-try-(\d{1,10})-/;

/** Starts harnesses by their commands, as the user would. */
export const harnessStarter: HarnessStarter = {
  start: async (trial, options = []) => {
    try {
      return trial.file === null
        ? await run(trial, options, undefined)
        : await inOwnFolder(trial.file, (folder) => run(trial, options, folder));
    } catch (error) {
      return startProblem(trial, error);
    }
  },
};

async function run(
  { command, title, args }: Trial,
  options: readonly string[],
  cwd: string | undefined,
): Promise<string | null> {
  const [status, signal] = await runInTerminal(command, [...args, ...options], {
    ofKeys: SIGNALS_OF_KEYS,
    ...(cwd !== undefined && { cwd }),
  });
  if (signal) return `${title} was ended by ${signal}`;
  return status === 0 ? null : `${title} ended with exit code ${status}`;
}

/** A folder that only this user can open, gone afterwards however that comes about. */
async function inOwnFolder<Result>(
  { path, text }: NonNullable<Trial['file']>,
  task: (folder: string) => Promise<Result>,
): Promise<Result> {
  await removeStale();
  const folder = await mkdtemp(join(tmpdir(), `agents-try-${process.pid}-`));
  const withFile = async (): Promise<Result> => {
    try {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return await task(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return leavingNone(folder, withFile, removeTreeNow);
}

/** What a process left that was killed and could do nothing about it. */
async function removeStale(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const [, maker] = FOLDER.exec(name) ?? [];
    if (maker !== undefined && !isRunning(Number(maker))) removeTreeNow(join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function startProblem({ command, title }: Trial, error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  if (code === 'ENOENT') return `${title} is not installed: there is no program ${command}`;
  if (code === 'E2BIG') return `The agent is too long to be handed to ${title}`;
  return `${title} was not started: ${plainReason(error)}`;
}
