import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RemoteRefs, Taken, Wanted } from '../../ports/git-sources.ts';
import { leavingNone, removeTreeNow } from '../leftovers.ts';
import { makeFolder } from '../make-folder.ts';
import { runGit } from './run-git.ts';

/** The beginning of the name of a folder that is being fetched into. */
export const FETCHING = '.fetching-';

/** Files come as they are in the repository: no program, no other line ends, no other encoding. */
const ATTRIBUTES = '* -filter -text -ident -working-tree-encoding -diff -merge\n';

/** The branches and tags of a repository. */
export async function remoteRefs(folder: string, url: string, isAsking: boolean): Promise<RemoteRefs> {
  const { isDone, text, problem } = await runGit(folder, ['ls-remote', '--symref', '--', url], isAsking);
  if (!isDone) return { kind: 'failed', reason: problem };
  const branches = new Map<string, string>();
  const tags = new Map<string, string>();
  let head: string | null = null;
  for (const line of text.split('\n')) {
    const [commit = '', name = ''] = line.split('\t');
    const branch = /^ref: refs\/heads\/(.+)$/.exec(commit)?.[1];
    if (branch !== undefined && name === 'HEAD') head = branch;
    if (!/^[0-9a-f]{40}$/.test(commit)) continue;
    if (name.startsWith('refs/heads/')) branches.set(name.slice('refs/heads/'.length), commit);
    // Of a tag with a message the commit that it is for comes second.
    if (name.startsWith('refs/tags/')) tags.set(name.slice('refs/tags/'.length).replace(/\^\{\}$/, ''), commit);
  }
  return { kind: 'refs', head, branches, tags };
}

/**
 * Fetch one state of a repository into a new folder, and check it out there.
 *
 * @param all The folder in which the new one is made.
 */
export async function fetchCheckout(all: string, url: string, wanted: Wanted, isAsking: boolean): Promise<Taken> {
  await makeFolder(all, 0o700);
  const folder = await mkdtemp(join(all, FETCHING));
  return leavingNone(
    folder,
    async () => {
      const commit = await taken(folder, url, wanted, isAsking);
      if (commit.kind === 'taken') return commit;
      await rm(folder, { recursive: true, force: true });
      return commit;
    },
    removeTreeNow,
  );
}

async function taken(folder: string, url: string, wanted: Wanted, isAsking: boolean): Promise<Taken> {
  const failed = ({ problem }: { readonly problem: string }): Taken => ({ kind: 'failed', reason: problem });
  const made = await runGit(folder, ['init', '--quiet', '--template=']);
  if (!made.isDone) return failed(made);
  await mkdir(join(folder, '.git', 'info'), { recursive: true });
  await writeFile(join(folder, '.git', 'info', 'attributes'), ATTRIBUTES);
  const plain = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-commit-graph'];
  const shallow = (name: string) => runGit(folder, [...plain, '--depth', '1', '--', url, name], isAsking);
  let revision = 'FETCH_HEAD';
  if (wanted.kind === 'commit') {
    const isWhole = wanted.commit.length === 40;
    const alone = isWhole ? await shallow(wanted.commit) : null;
    if (!alone?.isDone) {
      // Not every server gives a commit by its hash; a part of one names nothing there.
      const everything = ['+refs/heads/*:refs/remotes/from/*', '+refs/tags/*:refs/tags/*'];
      const fetched = await runGit(folder, [...plain, '--', url, ...everything], isAsking);
      if (!fetched.isDone) return failed(fetched);
      revision = wanted.commit;
    }
  } else {
    const fetched = await shallow(`refs/${wanted.kind === 'branch' ? 'heads' : 'tags'}/${wanted.name}`);
    if (!fetched.isDone) return failed(fetched);
  }
  const named = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  const commit = named.text.trim();
  if (!named.isDone || !/^[0-9a-f]{40}$/.test(commit))
    return { kind: 'failed', reason: `it has no commit ${wanted.kind === 'commit' ? wanted.commit : wanted.name}` };
  const checkedOut = await runGit(folder, ['checkout', '--quiet', '--detach', '--no-recurse-submodules', commit]);
  return checkedOut.isDone ? { kind: 'taken', folder, commit } : failed(checkedOut);
}

/** The commit that is checked out in a folder; `null` where none is. */
export async function headOf(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, '.git', 'HEAD'), 'utf8').catch(() => '');
  return /^[0-9a-f]{40}\s*$/.test(text) ? text.trim() : null;
}

/** The files of a checkout that are not as they were taken. */
export async function changedIn(folder: string): Promise<readonly string[]> {
  const words = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=matching'];
  const { isDone, text } = await runGit(folder, words);
  return isDone ? text.split('\0').flatMap((line) => (line.length > 3 ? [line.slice(3)] : [])) : [];
}
