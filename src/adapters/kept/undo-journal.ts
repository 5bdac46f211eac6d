import { join } from 'node:path';
import { addAll } from '../../kit/long-lists.ts';
import type { ClosedAction, Journal, JournalAction, Planned, Recovered, UndoOutcome } from '../../ports/journal.ts';
import { errorCode, plainReason } from '../plain-reason.ts';
import { NO_HOME } from '../user-folders.ts';
import {
  closeAction,
  closeAgain,
  closedActions,
  cutShort,
  forgetOldest,
  type KeptAction,
  type KeptChange,
  noteChange,
  openAction,
  saveBytes,
  savedBytes,
} from './journal-folder.ts';
import { reasonOf } from './kept-file.ts';
import { underLock } from './lock-file.ts';
import { isSameState, missingFolders, restoreState, stateOf } from './path-state.ts';

/**
 * The actions that can be undone, each in a folder of its own: `undo/<number>` in the state folder, with `action.json`
 * and the bytes of all that it changed as they were before. While it is under way the folder ends in `.open`, and what is
 * about to be changed is noted there first.
 *
 * An undo is an action too, so that it can be cut short, and undone, like any other.
 *
 * @param stateFolder Absolute path; `null` for nowhere, as noting then says.
 */
export function undoJournal(stateFolder: string | null): Journal {
  const all = join(stateFolder ?? '', 'undo');
  let words: string | null = null;
  let action: KeptAction | null = null;
  let changes = new Map<string, KeptChange>();

  const start = async (name: string, undoes: string | null): Promise<KeptAction> => {
    const opened = await openAction(all, name, undoes);
    changes = new Map();
    action = opened;
    return opened;
  };

  const noted = async (path: string, planned: Planned): Promise<void> => {
    if (words === null) return;
    const { id } = action ?? (await start(words, null));
    const known = changes.get(path);
    const change = known ? { ...known, after: planned } : await newChange(all, id, path, planned, changes.size);
    await noteChange(all, id, change);
    changes.set(path, change);
  };

  const close = async (): Promise<ClosedAction> => {
    const open = action;
    words = null;
    action = null;
    if (open === null) return { id: null, problem: null };
    let id: string | null = null;
    const reason = await reasonInWords(async () => {
      const made = await changesMade([...changes.values()]);
      if (made.length > 0) id = open.id;
      const closed = await closeAction(all, { ...open, changes: made });
      await forgetOldest(all);
      return closed;
    });
    return reason === null ? { id, problem: null } : { id: null, problem: `What was done cannot be undone: ${reason}` };
  };

  const putBack = async (): Promise<readonly string[]> => {
    const open = action;
    words = null;
    action = null;
    if (open === null) return [];
    const left = await restored(all, open.id, [...changes.values()].reverse(), true);
    await closeAction(all, { ...open, changes: await changesMade([...changes.values()]) });
    return left;
  };

  /** Put back what an action changed, as an action of its own. */
  const reverse = async (target: KeptAction, name: string, force: boolean): Promise<UndoOutcome> => {
    const changed = force ? [] : await changedSince(target.changes);
    const told = toldOf(target, false);
    if (changed.length > 0) return { kind: 'changed', action: told, paths: changed };
    const reason = await reasonInWords(async () => {
      await start(name, target.id);
      words = name;
      // The last first, so that a folder made for the first of several is empty when that goes; and never less than one copy
      // of anything: what goes, goes last.
      const order = [...target.changes]
        .reverse()
        .sort((a, b) => Number(a.before.kind === 'absent') - Number(b.before.kind === 'absent'));
      for (const { path, before } of order) await noted(path, before.kind === 'other' ? null : before);
      const left = await restored(all, target.id, order, false);
      if (left.length === 0) return (await close()).problem;
      await putBack();
      return `${left[0]} could not be restored`;
    });
    return reason === null ? { kind: 'undone', action: told } : { kind: 'failed', reason };
  };

  const locked = async (task: () => Promise<UndoOutcome>): Promise<UndoOutcome> => {
    if (stateFolder === null) return { kind: 'failed', reason: NO_HOME };
    let outcome: UndoOutcome = { kind: 'none' };
    const reason = await underLock(join(stateFolder, 'undo.lock'), async () => {
      outcome = await task();
      return null;
    });
    return reason === null ? outcome : { kind: 'failed', reason };
  };

  return {
    begin: (name) => {
      words = name;
      action = null;
    },
    note: (path, planned) => {
      if (words === null) return Promise.resolve(null);
      return stateFolder === null ? Promise.resolve(NO_HOME) : reasonOf(() => noted(path, planned));
    },
    close,
    putBack,
    list: async () => {
      const kept = await closedActions(all);
      const undone = undoneIds(kept);
      return kept
        .filter(({ undoes }) => undoes === null)
        .map((one) => toldOf(one, undone.has(one.id)))
        .reverse();
    },
    undo: (id, force) =>
      locked(async () => {
        const kept = await closedActions(all);
        const undone = undoneIds(kept);
        const own = kept.filter(({ undoes }) => undoes === null);
        const target = id === null ? own.findLast((one) => !undone.has(one.id)) : own.find((one) => one.id === id);
        if (!target) return { kind: 'none' };
        if (undone.has(target.id)) return { kind: 'undone before', action: toldOf(target, true) };
        return reverse(target, `undo ${target.words}`, force);
      }),
    redo: (force) =>
      locked(async () => {
        const kept = await closedActions(all);
        const undone = undoneIds(kept);
        const undos = kept.filter((one) => one.undoes !== null && undone.get(one.undoes) === one.id);
        const target = undos.at(-1);
        const isLast = target && !kept.some((one) => one.undoes === null && Number(one.id) > Number(target.id));
        const first = kept.find(({ id }) => id === target?.undoes);
        if (!target || !isLast || !first) return { kind: 'none' };
        const outcome = await reverse(target, `redo ${first.words}`, force);
        return 'action' in outcome ? { ...outcome, action: toldOf(first, false) } : outcome;
      }),
    recover: async () => {
      const recovered: Recovered[] = [];
      for (const cut of await cutShort(all)) {
        await reasonOf(async () => {
          if (await closeAgain(all, cut.id)) recovered.push({ words: cut.words, isFinished: true, left: [] });
          else if (cut.changes.length > 0) recovered.push(await recover(all, cut));
          else await closeAction(all, cut);
        });
      }
      return recovered;
    },
  };
}

async function newChange(all: string, id: string, path: string, planned: Planned, at: number): Promise<KeptChange> {
  const { state, bytes } = await stateOf(path);
  const saved = bytes === null ? null : String(at);
  if (saved !== null && bytes !== null) await saveBytes(all, id, saved, bytes);
  return { path, before: state, after: planned, saved, folders: await missingFolders(path) };
}

/** The changes that were made, with what is there now. */
async function changesMade(planned: readonly KeptChange[]): Promise<readonly KeptChange[]> {
  const made: KeptChange[] = [];
  for (const change of planned) {
    const { state } = await stateOf(change.path);
    if (!isSameState(state, change.before)) made.push({ ...change, after: state });
  }
  return made;
}

/** The paths where there is not what an action left there. */
async function changedSince(changes: readonly KeptChange[]): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, after } of changes) {
    const { state } = await stateOf(path);
    if (after === null || !isSameState(state, after)) changed.push(path);
  }
  return changed;
}

/** Put paths back as they were before; those that could not be. */
async function restored(
  all: string,
  id: string,
  changes: readonly KeptChange[],
  isOpen: boolean,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { path, before, saved, folders } of changes) {
    const reason = await reasonOf(async () =>
      restoreState(path, before, await savedBytes(all, id, saved, isOpen), folders),
    );
    if (reason !== null) left.push(path);
  }
  return left;
}

/**
 * Put back what was cut short, but for what is neither as it was nor as it was to be: that is somebody else's. What was
 * done to its end and only not closed stays.
 */
async function recover(all: string, cut: KeptAction): Promise<Recovered> {
  const done: KeptChange[] = [];
  const left: string[] = [];
  for (const change of cut.changes) {
    const { state } = await stateOf(change.path);
    if (isSameState(state, change.before)) continue;
    if (change.after !== null && isSameState(state, change.after)) done.push(change);
    else left.push(change.path);
  }
  addAll(left, await restored(all, cut.id, done.reverse(), true));
  await closeAction(all, { ...cut, changes: await changesMade(cut.changes) });
  return { words: cut.words, isFinished: false, left };
}

/** The actions that are undone, each with the action that did so last. */
function undoneIds(kept: readonly KeptAction[]): ReadonlyMap<string, string> {
  const undone = new Map<string, string>();
  for (const { id, undoes } of kept) {
    if (undoes === null) continue;
    // Whoever undoes an undo brings back what that took.
    const first = [...undone].find(([, by]) => by === undoes);
    if (first === undefined) undone.set(undoes, id);
    else undone.delete(first[0]);
  }
  return undone;
}

function toldOf({ id, words, at, changes }: KeptAction, isUndone: boolean): JournalAction {
  return { id, words, at, paths: changes.map(({ path }) => path), isUndone };
}

async function reasonInWords(task: () => Promise<string | null>): Promise<string | null> {
  try {
    return await task();
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return plainReason(error);
  }
}
