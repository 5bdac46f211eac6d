import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import type { NamedSource } from './locked-sources.ts';

/** `agents source remove`: checkouts go, with their entries; what was installed from them stays, and is named. */
export async function removeRepositories(context: CommandContext, all: readonly NamedSource[]): Promise<number> {
  const git = await context.openGitSources();
  let code: number = ExitCode.Done;
  for (const { owner, name, source } of all) {
    const changed = await git.changedByHand(owner, name);
    const aside = changed.length === 0 ? null : await git.setAside(owner, name, changed);
    const problem = await git.remove(owner, name);
    if (problem !== null) code = ExitCode.Failed;
    context.tell(`${visibleText(problem ?? `Removed ${name} (${source.url})`)}\n`);
    if (aside !== null) context.tell(`${visibleText(`What was changed there is in ${context.shown(aside)}`)}\n`);
    const reading = await git.read(owner);
    const left = reading.kind === 'lock' ? Object.entries(reading.lock.installed) : [];
    const installed = left.filter(([, one]) => one.source === name).map(([path]) => path);
    if (installed.length > 0)
      context.tell(`${visibleText(`What was installed from it stays: ${installed.join(', ')}`)}\n`);
  }
  return code;
}
