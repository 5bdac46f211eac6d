import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { carryOutChanges, type FileChange } from '../../usecases/carry-out-changes.ts';
import type { CommandContext } from '../command-context.ts';
import { enter } from '../keeping/installed.ts';
import type { InstalledCopy } from './installed-copies.ts';

/**
 * Have installed copies say what was agreed to, all or none, as one action that can be undone; what is in conflict stays,
 * and that is told.
 *
 * @param words What the action is called.
 * @returns Whether nothing was in the way.
 */
export async function takeCopies(
  context: CommandContext,
  words: string,
  copies: readonly InstalledCopy[],
): Promise<boolean> {
  const taken = copies.filter(({ fate }) => fate.kind !== 'conflict' && fate.kind !== 'no-base');
  const journal = await context.openJournal();
  const project = await context.projectFolder();
  const changes = taken.flatMap(({ file, before, fate }): FileChange[] => {
    if (fate.kind !== 'replaced' && fate.kind !== 'merged') return [];
    const within = file.owner === 'project' && project !== null ? { within: project } : {};
    const replaces = context.sha256(before);
    return [{ kind: 'write', from: null, to: file.path, text: fate.text, replaces, ...within }];
  });
  journal.begin(words);
  const problem = await carryOutChanges(context, changes);
  const unentered = problem === null ? await entered(context, taken) : null;
  const { problem: unkept } = await journal.close();
  if (problem !== null) context.tell(`${visibleText(`${context.shown(problem.path)}: ${problem.reason}`)}\n`);
  else for (const { to } of changes) context.tell(`${visibleText(`Wrote ${context.shown(to ?? '')}`)}\n`);
  for (const warning of [unentered, unkept]) if (warning !== null) context.tell(`${visibleText(warning)}\n`);
  return problem === null && unentered === null;
}

async function entered(context: CommandContext, taken: readonly InstalledCopy[]): Promise<string | null> {
  for (const owner of ['project', 'user'] as const) {
    const own = taken.filter(({ file }) => file.owner === owner);
    const files = own.map(({ file: { path }, next }) => ({ path, installed: next }));
    const problem = files.length === 0 ? null : await enter(context, owner, files);
    if (problem !== null) return problem;
  }
  return null;
}

/** What is to be done about copies that stay as they are, a line each. */
export function tellConflicts({ program, shown, tell }: CommandContext, copies: readonly InstalledCopy[]): void {
  for (const { file, fate } of copies) {
    if (fate.kind !== 'conflict' && fate.kind !== 'no-base') continue;
    const count = fate.kind === 'conflict' ? fate.chunks.filter(({ kind }) => kind === 'conflict').length : 1;
    const { source } = file.installed;
    const after = `bring it in line by hand, then run ${program} source update ${source} --resolved`;
    tell(`${visibleText(`${shown(file.path)} stays as it is: ${counted(count, 'conflict')}; ${after}`)}\n`);
  }
}
