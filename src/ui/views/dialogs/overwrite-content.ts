import { dialogLines } from '../../../app/commands/dialog-text.ts';
import type { Dialog } from '../../../app/model/dialog.ts';
import { ANSWER_ROWS } from '../../../app/model/layout.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { answerWords, REPLACE_ANSWERS } from '../../../app/save/replace-answers.ts';
import type { StyledLine } from '../../../text/styled-text.ts';
import { positionWords } from '../parts/panes.tsx';
import { answersLine } from './answers-line.ts';

/** What would be lost and what would come, over the answers. */
export function overwriteContent(
  model: Model,
  dialog: Extract<Dialog, { kind: 'overwrite' }>,
  { columns, rows }: Size,
): { readonly position: string; readonly lines: readonly StyledLine[] } {
  const height = Math.max(1, rows - ANSWER_ROWS);
  const all = dialogLines(model, dialog, columns);
  const top = scrolledTo(dialog.scroll, dialog.scroll, height, all.length);
  const words = REPLACE_ANSWERS.map((answer) => answerWords(model, answer));
  return {
    position: all.length > height ? positionWords(top, height, all.length) : '',
    lines: [...all.slice(top, top + height), { spans: [] }, answersLine(words, dialog.answer, columns)],
  };
}
