import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A git command in a folder, as somebody who has no settings of their own; what it prints. */
export function git(folder: string, ...words: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const options = ['-c', 'user.name=a', '-c', 'user.email=a@a.test', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...options, ...words], { cwd: folder, stdio: 'pipe', encoding: 'utf8', env }).trim();
}

/** A repository for the running test, in which some files were added once; and then others, not added yet, put there. */
export function gitRepository(
  committed: Readonly<Record<string, string>>,
  since: Readonly<Record<string, string>> = {},
): string {
  const folder = temporaryFolder(committed);
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'first');
  for (const [name, text] of Object.entries(since)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
