import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import process from 'node:process';
import { errorCode, plainReason } from '../plain-reason.ts';

/** What a git command came to. */
export interface GitAnswer {
  readonly isDone: boolean;
  readonly text: string;
  /** The last line that git said, without secrets; empty where it is done. */
  readonly problem: string;
}

/** So much of what git prints is read. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Nothing that a repository, or whoever started us, has set up: no programs, no other repository. */
const SETTINGS: readonly string[] = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.autocrlf=false',
  'core.protectNTFS=true',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'gc.auto=0',
  'advice.detachedHead=false',
];

/** Where git would look for the repository. */
const REPOSITORY: readonly string[] = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_EXTERNAL_DIFF',
  'GIT_ATTR_SOURCE',
];

/**
 * Run the user's own git, so that his keys, proxies and addresses count, with all off that a repository could have run.
 *
 * @param folder Where it runs.
 * @param isAsking Whether somebody is at a terminal who can be asked for a password.
 */
export async function runGit(folder: string, words: readonly string[], isAsking = false): Promise<GitAnswer> {
  const settings = SETTINGS.flatMap((one) => ['-c', one]);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    ...(!isAsking && { GIT_TERMINAL_PROMPT: '0' }),
  };
  for (const name of REPOSITORY) delete env[name];
  const child = spawn('git', ['--no-pager', ...settings, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let text = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < MOST_CHARACTERS) text += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-LONGEST_PROBLEM);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      const problem = errorCode(error) === 'ENOENT' ? NO_GIT : plainReason(error);
      resolve({ isDone: false, text, problem });
    });
    child.once('close', (status) => {
      resolve({ isDone: status === 0, text, problem: status === 0 ? '' : lastLine(said, words) });
    });
  });
}

const LONGEST_PROBLEM = 4096;
const NO_GIT = 'git is not installed; sources from repositories need it';

/** What git said last, without what logs in by the addresses that it was given. */
function lastLine(said: string, words: readonly string[]): string {
  const lines = said.split('\n').map((line) => line.trim());
  const line = lines.findLast((one) => /^(?:fatal|error|ERROR):/.test(one)) ?? lines.findLast((one) => one !== '');
  const plain = (line ?? 'git failed').replace(/^(?:fatal|error): /i, '').replace(/:\/\/[^/@\s]*@/g, '://');
  return words.reduce((text, word) => withoutUserOf(text, word), plain);
}

/** Git may tell host and user apart from the rest of an address, and the password by itself. */
function withoutUserOf(text: string, address: string): string {
  const user = /:\/\/([^/@]+)@/.exec(address)?.[1];
  if (user === undefined || address.startsWith('ssh')) return text;
  const password = user.slice(user.indexOf(':') + 1);
  const plain = text.replaceAll(`${user}@`, '');
  return password === '' ? plain : plain.replaceAll(password, '…');
}
