import type { FileSystem } from '../ports/file-system.ts';
import type { Journal } from '../ports/journal.ts';

/** A change of one file. Paths are absolute; `from` is `null` for what is made, `to` for what goes. */
export type FileChange =
  | {
      readonly kind: 'write' | 'copy';
      readonly from: string | null;
      readonly to: string;
      readonly text: string;
      /** Hash of the version that it takes the place of; `null` for none. */
      readonly replaces: string | null;
      /** The folder that must not be left through links; left out for none. */
      readonly within?: string;
    }
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly sha256: string }
  | { readonly kind: 'remove'; readonly from: string; readonly to: null; readonly sha256: string };

/** What the changes need from outside. */
export interface ChangeOutside {
  readonly files: FileSystem;
  readonly openJournal: () => Promise<Journal>;
  readonly openBackups: () => Promise<string | null>;
}

/**
 * Make changes of files, all of them or none: where one cannot be made, those before it are put back.
 *
 * @returns Why none was made, with its path, or `null`.
 */
export async function carryOutChanges(
  { files, openJournal, openBackups }: ChangeOutside,
  changes: readonly FileChange[],
): Promise<ChangeProblem | null> {
  for (const change of changes) {
    const problem = (await notKept(change, openJournal)) ?? (await made(files, change, openBackups));
    if (problem === null) continue;
    const left = await (await openJournal()).putBack();
    return left.length === 0 ? problem : { ...problem, reason: `${problem.reason}; ${left.join(', ')} is changed` };
  }
  return null;
}

/** What goes is to be had back: where the journal cannot keep it, it stays. */
async function notKept(change: FileChange, openJournal: ChangeOutside['openJournal']): Promise<ChangeProblem | null> {
  if (change.kind !== 'remove') return null;
  const reason = await (await openJournal()).note(change.from, { kind: 'absent' });
  return reason === null ? null : { path: change.from, reason: `it could not be kept for undo: ${reason}` };
}

/** What is in the way of a change. */
export interface ChangeProblem {
  readonly path: string;
  readonly reason: string;
}

async function made(
  files: FileSystem,
  change: FileChange,
  openBackups: () => Promise<string | null>,
): Promise<ChangeProblem | null> {
  switch (change.kind) {
    case 'write':
    case 'copy': {
      const { to, text, replaces, within } = change;
      const guard =
        replaces === null
          ? ({ kind: 'absent' } as const)
          : ({ kind: 'version', sha256: replaces, mends: { backups: await openBackups() } } as const);
      const outcome = await files.write(to, text, guard, within);
      if (outcome.kind === 'written') return null;
      const reason = replaces === null ? THERE : CHANGED;
      return { path: to, reason: outcome.kind === 'failed' ? outcome.reason : reason };
    }
    case 'move': {
      const outcome = await files.move(change.from, change.to, change.sha256);
      if (outcome.kind === 'moved') return null;
      const reason = outcome.kind === 'failed' ? outcome.reason : outcome.kind === 'occupied' ? THERE : CHANGED;
      return { path: outcome.path, reason };
    }
    case 'remove': {
      const outcome = await files.remove(change.from, change.sha256, true);
      if (outcome.kind === 'removed') return null;
      return { path: change.from, reason: outcome.kind === 'failed' ? outcome.reason : CHANGED };
    }
  }
}

const THERE = 'something is there already';
const CHANGED = 'it has changed meanwhile';
