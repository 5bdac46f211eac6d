import type { JournalAction, UndoOutcome } from '../../ports/journal.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { textColumns } from '../text-columns.ts';

/** Options of `agents undo` and `agents redo`. */
interface UndoOptions {
  readonly list: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/** `agents undo`: the files of an action as they were before it, or which actions there are. */
export async function undo(context: CommandContext, id: string | null, options: UndoOptions): Promise<number> {
  const journal = await context.openJournal();
  if (options.list) return list(context, await journal.list(), options);
  return told(context, 'undo', await journal.undo(id, options.force), id, options);
}

/** `agents redo`: what was undone last, done again. */
export async function redo(context: CommandContext, options: Omit<UndoOptions, 'list'>): Promise<number> {
  const journal = await context.openJournal();
  return told(context, 'redo', await journal.redo(options.force), null, options);
}

function list(context: CommandContext, actions: readonly JournalAction[], { json }: UndoOptions): number {
  if (json) context.printExact(jsonText(actions.map(actionJson), 2));
  else if (actions.length === 0) context.tell('Nothing to undo\n');
  else context.print(textColumns(actions.map(row), context.columns));
  return ExitCode.Done;
}

function row({ id, words, at, paths, isUndone }: JournalAction): readonly string[] {
  const time = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return [id, time, words, counted(paths.length, 'file'), isUndone ? 'undone' : ''].map(visibleText);
}

/** The shape is public: fields may be added, never renamed or removed. */
function actionJson({ id, words, at, paths, isUndone }: JournalAction): unknown {
  return { schema: 1, id, command: words, time: new Date(at).toISOString(), files: paths, undone: isUndone };
}

function told(
  context: CommandContext,
  action: 'undo' | 'redo',
  outcome: UndoOutcome,
  id: string | null,
  { json, force }: Omit<UndoOptions, 'list'>,
): number {
  const isDone = outcome.kind === 'undone';
  for (const line of outcomeLines(context, action, outcome, id, force)) context.tell(`${visibleText(line)}\n`);
  if (json) {
    const paths = isDone ? outcome.action.paths : [];
    const changes = paths.map((path) => ({ from: path, to: path, kind: action }));
    context.printExact(jsonText({ schema: 1, action, done: isDone, changes }, 2));
  }
  return isDone ? ExitCode.Done : ExitCode.Failed;
}

function outcomeLines(
  { program, shown }: CommandContext,
  action: 'undo' | 'redo',
  outcome: UndoOutcome,
  id: string | null,
  force: boolean,
): readonly string[] {
  switch (outcome.kind) {
    case 'undone': {
      const { words, paths } = outcome.action;
      const back = force && action === 'undo' ? `; ${program} redo brings back what was there` : '';
      return [`${action === 'undo' ? 'Undone' : 'Done again'}: ${words} (${counted(paths.length, 'file')})${back}`];
    }
    case 'none':
      return [id === null ? `Nothing to ${action}` : `No action is called ${id}; ${program} undo --list lists them`];
    case 'undone before':
      return [`${outcome.action.words} is undone already`];
    case 'changed': {
      const then = `; --force ${action === 'undo' ? 'undoes it' : 'does it again'} all the same, and keeps what is there`;
      return outcome.paths.map((path) => `${shown(path)} was changed since, and nothing is touched${then}`);
    }
    case 'failed':
      return [`Nothing is undone: ${outcome.reason}`];
  }
}
