import { counted } from '../../text/count-text.ts';
import type { CommandContext } from '../command-context.ts';
import { installedFiles } from '../keeping/installed.ts';
import { lockedSources, shortCommit } from '../sources/locked-sources.ts';
import { type Check, fail, ok, warn } from './check.ts';

/** The sources from repositories: whether what the lock files say is here, and as it was taken. */
export async function repositoryChecks(context: CommandContext): Promise<readonly Check[]> {
  const git = await context.openGitSources();
  const told: string[] = [];
  const locked = await lockedSources({ ...context, tell: (text) => void told.push(text.trim()) });
  const broken = told.map((problem) => fail('lock file', problem, 'put it right, or take it away'));
  const checks = await Promise.all(
    locked.map(async ({ owner, name, source }): Promise<Check> => {
      const restore = `${context.program} source restore`;
      const commit = await git.commitOf(owner, name);
      if (commit === null) return warn('repository', `${name} is not here yet`, restore);
      const at = shortCommit(source.commit);
      if (commit !== source.commit)
        return warn('repository', `${name} is at ${shortCommit(commit)}, its lock file says ${at}`, restore);
      const changed = await git.changedByHand(owner, name);
      if (changed.length === 0) return ok('repository', `${name}, ${source.ref} at ${at}`);
      const words = `${name} was changed by hand: ${counted(changed.length, 'file')}`;
      return warn(
        'repository',
        words,
        `${context.program} source update keeps them aside, and takes what is there now`,
      );
    }),
  );
  return [...broken, ...checks];
}

/** The files that lock files name as installed. */
export async function installedChecks(context: CommandContext): Promise<readonly Check[]> {
  const installed = await installedFiles(context);
  const read = await Promise.all(installed.map(({ path }) => context.files.read(path)));
  const gone = installed.filter((_, at) => read[at]?.kind === 'failed');
  if (gone.length === 0) return [ok('installed', counted(installed.length, 'file'))];
  return gone.map(({ path, installed: { source } }) =>
    warn(
      'installed',
      `${context.shown(path)}, from ${source}, is gone, and the lock file names it still`,
      `${context.program} install brings it back; or take its lines out of the lock file`,
    ),
  );
}

/** What can be undone. */
export async function journalCheck(context: CommandContext): Promise<Check> {
  const actions = await (await context.openJournal()).list();
  return ok('journal', `${counted(actions.length, 'action')} that can be undone`);
}
