import { type ChildProcess, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import process from 'node:process';
import { type FileContent, readStream } from '../read-file.ts';

/** What `git` said. */
export interface Answer {
  /** `null` if it was ended. */
  readonly status: number | null;
  /** What it printed. */
  readonly content: FileContent;
  /** The same where it is text, else an empty one. */
  readonly text: string;
  /** What it said on standard error. */
  readonly problem: string;
}

/** Of what git says of a problem the first line is read. */
const LONGEST_PROBLEM = 1024;
/** Where `git` looks for the repository, which is always that around the file, whatever hook we are run by. */
const REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/**
 * Ask the user's own `git`, without a shell, hooks, pager or network.
 *
 * @throws Why it did not start, with a system error code.
 */
export async function git(folder: string, words: readonly string[]): Promise<Answer> {
  const child = started(folder, words);
  // Where it does not start, the streams end and `endOf` says why.
  const [content, problem, status] = await Promise.all([
    readStream(child.stdout),
    beginningOf(child.stderr),
    endOf(child),
  ]);
  return { status, content, text: content.kind === 'text' ? content.text : '', problem };
}

/** The same for what may be long and hold any bytes: what is no UTF-8 in it is replaced. */
export async function gitListing(folder: string, words: readonly string[]): Promise<Omit<Answer, 'content'>> {
  const child = started(folder, words);
  const [text, problem, status] = await Promise.all([wholeOf(child.stdout), beginningOf(child.stderr), endOf(child)]);
  return { status, text, problem };
}

function started(folder: string, words: readonly string[]) {
  return spawn('git', ['--no-pager', '-c', `core.hooksPath=${devNull}`, ...words], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
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

/** The first line of what git says, as a clause. */
export function gitWords(problem: string): string {
  const [line = ''] = problem.trim().split('\n');
  return line === '' ? 'git failed' : line.replace(/^fatal: /, 'git: ');
}
