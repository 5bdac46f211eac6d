import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { lockedSources, type NamedSource, shortCommit } from './locked-sources.ts';

/** `agents source restore`: exactly the commits of the lock files, on a machine that has none or others. */
export async function restoreSources(context: CommandContext): Promise<number> {
  let code: number = ExitCode.Done;
  for (const one of await lockedSources(context)) {
    const problem = await restored(context, one);
    if (problem === null) continue;
    context.tell(`${visibleText(`${one.name}: ${problem}`)}\n`);
    code = ExitCode.Failed;
  }
  return code;
}

async function restored(context: CommandContext, { owner, name, source }: NamedSource): Promise<string | null> {
  const git = await context.openGitSources();
  const at = shortCommit(source.commit);
  if ((await git.commitOf(owner, name)) === source.commit) {
    context.tell(`${name} is at ${at} already\n`);
    return null;
  }
  context.progress(() => `Fetching ${source.url} …`);
  const fetched = await git.fetch(source.url, { kind: 'commit', commit: source.commit });
  if (fetched.kind === 'failed') return fetched.reason;
  const changed = await git.changedByHand(owner, name);
  const aside = changed.length === 0 ? null : await git.setAside(owner, name, changed);
  const problem = await git.put(owner, name, fetched.folder, (now) => now);
  if (problem === null) context.tell(`Restored ${name} at ${at}\n`);
  else await git.drop(fetched.folder);
  if (aside !== null) context.tell(`${visibleText(`What was changed in ${name} is in ${context.shown(aside)}`)}\n`);
  return problem;
}
