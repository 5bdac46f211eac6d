import type { Action } from '../model/actions.ts';
import type { Dialog } from '../model/dialog.ts';
import { boxKind, dialogLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';
import { atFileLine } from '../reader/update-reader.ts';
import { judgedDefinition, ownProblems, type ProblemText, problemText } from './problem-rows.ts';

type ProblemsDialog = Extract<Dialog, { kind: 'problems' }>;

/**
 * The problems moved by keys: from one of the agent's to the next, as soon as all of it was on the screen; a line further
 * where there is none.
 */
export function movedInProblems(
  model: Model,
  dialog: ProblemsDialog,
  { unit, direction }: Extract<Action, { type: 'moved' }>,
): Model {
  const { columns, rows } = dialogLayout(model.size, boxKind('problems'));
  const text = problemText(model, dialog.cursor, columns);
  const last = Math.max(0, text.lines.length - rows);
  const withDialog = (cursor: number, scroll: number): Model => ({
    ...model,
    dialog: {
      ...dialog,
      cursor: clamped(cursor, 0, Math.max(0, text.rows.length - 1)),
      scroll: clamped(scroll, 0, last),
    },
  });
  if (unit === 'end') return direction > 0 ? withDialog(text.rows.length - 1, last) : withDialog(0, 0);
  if (unit === 'page') {
    const scroll = clamped(dialog.scroll + direction * Math.max(1, rows - 1), 0, last);
    return withDialog(cursorAt(text, scroll, direction > 0 && scroll === last), scroll);
  }
  const cursor = dialog.cursor + direction;
  const [start, end] = text.rows[dialog.cursor] ?? [0, 0];
  const isCut = direction > 0 ? end > dialog.scroll + rows : start < dialog.scroll;
  const next = text.rows[cursor];
  if (isCut || !next) return withDialog(dialog.cursor, dialog.scroll + direction);
  // Its beginning is in view, and of what stands over the first all that fits.
  const top = cursor === 0 ? 0 : next[0];
  const scroll = clamped(dialog.scroll, Math.min(next[0], next[1] - rows), top);
  return withDialog(cursor, scroll);
}

/** The first problem of which there is something on the screen; the last of all at the end. */
function cursorAt({ rows }: ProblemText, scroll: number, isEnd: boolean): number {
  if (isEnd) return rows.length - 1;
  const found = rows.findIndex(([, end]) => end > scroll);
  return found < 0 ? rows.length - 1 : found;
}

/** The line that the problem under the cursor is in, in the source of the agent. */
export function problemVisited(model: Model): Model {
  const definition = judgedDefinition(model);
  const problem = model.dialog?.kind === 'problems' ? ownProblems(model)[model.dialog.cursor] : undefined;
  if (!definition || !problem) return model;
  const isReading = model.trail.includes('reader');
  const trail = isReading
    ? model.trail.slice(0, model.trail.indexOf('reader') + 1)
    : [...model.trail, 'reader' as const];
  return atFileLine({ ...model, dialog: null, trail }, definition.id, problem.line);
}
