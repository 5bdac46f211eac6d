import { type ChildProcess, spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import { basename, dirname } from 'node:path';
import process from 'node:process';
import type { EarlierText, History } from '../../ports/history.ts';
import { errorCode, plainReason } from '../plain-reason.ts';
import { readStream } from '../read-file.ts';

/**
 * What files were before, asked of the user's own `git`.
 *
 * Only commands that read objects are run: they run no hook, filter, pager or program that the configuration of a
 * repository names, ask nobody, and fetch nothing. No shell is involved, and a revision that could be taken for an option
 * is handed to no command.
 */
export const gitHistory: History = {
  at: async (path, revision) => {
    if (revision === '' || revision.startsWith('-') || revision.includes('\0')) return noRevision(revision);
    try {
      const real = await realpath(path);
      return await textAt(dirname(real), basename(real), revision);
    } catch (error) {
      return failed(errorCode(error) === 'ENOENT' ? 'git was not found' : plainReason(error));
    }
  },
};

async function textAt(folder: string, name: string, revision: string): Promise<EarlierText> {
  const around = await git(folder, ['rev-parse', '--show-toplevel']);
  if (around.status !== 0) return failed(gitWords(around.problem));
  const named = await git(folder, ['rev-parse', '--verify', '--quiet', revision]);
  const object = named.text.trim();
  if (named.status !== 0 || !/^[0-9a-f]+$/.test(object)) return noRevision(revision);
  const listed = await git(folder, ['ls-tree', object, '--', name]);
  if (listed.status !== 0) return noRevision(revision);
  const [, mode = '', blob = ''] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listed.text) ?? [];
  if (mode === '') return { kind: 'absent' };
  if (!mode.startsWith('100')) return failed(`no regular file at ${revision}`);
  const read = await git(folder, ['cat-file', 'blob', blob]);
  if (read.reason !== null) return failed(`at ${revision} ${read.reason}`);
  return read.status === 0 ? { kind: 'text', text: read.text } : failed(gitWords(read.problem));
}

interface Answer {
  /** `null` if it was ended. */
  readonly status: number | null;
  readonly text: string;
  /** Why what it printed is no text. */
  readonly reason: string | null;
  /** What it said on standard error. */
  readonly problem: string;
}

/** Of what git says of a problem the first line is read. */
const LONGEST_PROBLEM = 1024;
/** Where `git` looks for the repository, which is always that around the file, whatever hook we are run by. */
const REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/**
 * @throws Why it did not start, with a system error code.
 */
async function git(folder: string, words: readonly string[]): Promise<Answer> {
  const options = ['--no-pager', '-c', `core.hooksPath=${devNull}`];
  const child = spawn('git', [...options, ...words], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const ended = endOf(child);
  // Where it does not start, the streams end and `ended` says why.
  const [content, problem, status] = await Promise.all([readStream(child.stdout), beginningOf(child.stderr), ended]);
  if (content.kind === 'failed') return { status, text: '', reason: content.reason, problem };
  return { status, text: content.text, reason: null, problem };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

async function beginningOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of stream) if (text.length < LONGEST_PROBLEM) text += Buffer.from(chunk).toString('utf8');
  return text.slice(0, LONGEST_PROBLEM);
}

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A repository can say that objects are to be fetched when they are missing, and by which program.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_LITERAL_PATHSPECS: '1',
  };
  for (const name of REPOSITORY) delete env[name];
  return env;
}

function noRevision(revision: string): EarlierText {
  return failed(`git knows no revision ${revision}`);
}

/** The first line of what git says, as a clause. */
function gitWords(problem: string): string {
  const [line = ''] = problem.trim().split('\n');
  return line === '' ? 'git failed' : line.replace(/^fatal: /, 'git: ');
}

function failed(reason: string): EarlierText {
  return { kind: 'failed', reason };
}
