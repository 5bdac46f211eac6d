import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { EarlierFiles, EarlierText, History } from '../../ports/history.ts';
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
    if (!isRevision(revision)) return noRevision(revision);
    try {
      const real = await realpath(path);
      return await textAt(dirname(real), basename(real), revision);
    } catch (error) {
      return failed(errorCode(error) === 'ENOENT' ? 'git was not found' : plainReason(error));
    }
  },
  below: async (folder, revision, isWanted) => {
    if (!isRevision(revision)) return noRevision(revision);
    try {
      return await filesBelow(folder, revision, isWanted);
    } catch (error) {
      return failed(errorCode(error) === 'ENOENT' ? 'git was not found' : plainReason(error));
    }
  },
};

const isRevision = (revision: string): boolean =>
  revision !== '' && !revision.startsWith('-') && !revision.includes('\0');

async function filesBelow(
  folder: string,
  revision: string,
  isWanted: (path: string) => boolean,
): Promise<EarlierFiles | Failed> {
  const around = await git(folder, ['rev-parse', '--show-toplevel']);
  if (around.status !== 0) return failed(gitWords(around.problem));
  const object = await objectOf(folder, revision);
  if (object === null) return noRevision(revision);
  const listed = await git(folder, ['-c', 'core.quotePath=false', 'ls-tree', '-r', object, '--', '.']);
  if (listed.reason !== null) return failed(`at ${revision} ${listed.reason}`);
  if (listed.status !== 0) return noRevision(revision);
  const found = listed.text.split('\n').flatMap((entry) => {
    const [, blob = '', written = ''] = /^100\d+ blob ([0-9a-f]+)\t(.+)$/.exec(entry) ?? [];
    const name = unquoted(written);
    const path = join(folder, name);
    return name !== '' && isWanted(path) ? [{ path, blob }] : [];
  });
  const files = new Map<string, string | null>();
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const some = found.slice(start, start + AT_ONCE);
    const texts = await Promise.all(some.map(({ path, blob }) => textThen(folder, path, blob)));
    // What is no text is no agent.
    for (const [at, { path }] of some.entries()) if (texts[at] !== undefined) files.set(path, texts[at] ?? null);
  }
  return { kind: 'files', files };
}

/** Files that are looked at together; `git` is started only for those that changed. */
const AT_ONCE = 16;

/** The text of a file then: `null` for one that is as it was, `undefined` for what was no text. */
async function textThen(folder: string, path: string, blob: string): Promise<string | null | undefined> {
  if ((await blobNow(path, blob.length)) === blob) return null;
  const read = await git(folder, ['cat-file', 'blob', blob]);
  return read.reason === null && read.status === 0 ? read.text : undefined;
}

/** A name as git writes it: with signs that part words in quotes; none for one with control characters. */
function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return '';
  }
}

/** What git would call a file as it is now; `null` if it cannot be read. */
async function blobNow(path: string, length: number): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    const hash = createHash(length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** The object that a revision names; `null` if it names none. */
async function objectOf(folder: string, revision: string): Promise<string | null> {
  const named = await git(folder, ['rev-parse', '--verify', '--quiet', revision]);
  const object = named.text.trim();
  return named.status === 0 && /^[0-9a-f]+$/.test(object) ? object : null;
}

async function textAt(folder: string, name: string, revision: string): Promise<EarlierText> {
  const around = await git(folder, ['rev-parse', '--show-toplevel']);
  if (around.status !== 0) return failed(gitWords(around.problem));
  const object = await objectOf(folder, revision);
  if (object === null) return noRevision(revision);
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

type Failed = Extract<EarlierText, { kind: 'failed' }>;

function noRevision(revision: string): Failed {
  return failed(`git knows no revision ${revision}`);
}

/** The first line of what git says, as a clause. */
function gitWords(problem: string): string {
  const [line = ''] = problem.trim().split('\n');
  return line === '' ? 'git failed' : line.replace(/^fatal: /, 'git: ');
}

function failed(reason: string): Failed {
  return { kind: 'failed', reason };
}
