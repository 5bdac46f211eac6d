import { unitedPassage, withPassageWords, withPickEdited, withPickRenamed } from '../../core/compose/arrange-draft.ts';
import type { Pick, UnionPassage } from '../../core/draft/draft.ts';
import { bulletOf } from '../../core/sections/line-shapes.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { isWording, type WordingDialog } from '../model/dialog.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { textField } from '../model/text-field.ts';
import { currentPickIndex, currentStop } from './compose-topics.ts';
import { pickText } from './composed-result.ts';
import { nameOf, short, shortWords } from './passage-words.ts';
import { stoppedPassage } from './result-stops.ts';
import { withAct } from './with-draft.ts';

type WordingAction = Extract<Action, { type: 'renameOpened' | 'pickRenamed' | 'rewordOpened' | 'passageReworded' }>;

/** Update for titles and words of the draft that are changed on a line of their own. Pure. */
export function updateWording(model: Model, action: WordingAction): Step {
  const { present } = model.draft;
  switch (action.type) {
    case 'renameOpened': {
      const index = currentPickIndex(model);
      const pick = present.picks[index ?? -1];
      if (index === null || !pick) return step(model);
      return step({ ...model, dialog: { kind: 'rename', pick: index, words: textField(pick.title), asked: null } });
    }

    case 'pickRenamed': {
      if (model.dialog?.kind !== 'rename') return step(model);
      const { pick, words } = model.dialog;
      const renamed = withPickRenamed(present, pick, words.text);
      const closed = { ...model, dialog: null };
      const [before, after] = [present.picks[pick], renamed.picks[pick]];
      if (renamed === present || !before || !after || before.title === after.title) return step(closed);
      const news = `Renamed: ${nameOf(before)} → ${nameOf(after)}`;
      return step(withAct(closed, renamed, { act: `rename ${nameOf(before)}`, news }));
    }

    case 'rewordOpened':
      return step(withRewordOpened(model));

    case 'passageReworded':
      return step(withReworded(model));
  }
}

function withReworded(model: Model): Model {
  if (model.dialog?.kind !== 'reword') return model;
  const { of, words } = model.dialog;
  const { present } = model.draft;
  const closed = { ...model, dialog: null };
  const text = words.text.trim() || null;
  if (typeof of !== 'number') {
    const before = unitedPassage(present.picks, of);
    return before ? withAct(closed, withPassageWords(present, of, text), rewording(shortWords(before))) : closed;
  }
  const own = lineOf(present.picks, of);
  if (own === null || own.words === text) return closed;
  return withAct(closed, withPickEdited(present, of, text === null ? null : own.bullet + text), rewording(own.words));
}

function rewording(words: string): { readonly act: string; readonly news: string } {
  const name = short(words);
  return { act: `reword ${name}`, news: `Reworded: ${name}` };
}

/** The passage of a union that the result's cursor is on, or the pick where it is one line. */
function withRewordOpened(model: Model): Model {
  const { picks } = model.draft.present;
  const edit = keyOf(model, 'compose.edit');
  const passage = stoppedPassage(picks, currentStop(model));
  if (passage) {
    const words = wordsOf(passage);
    if (words.includes('\n'))
      return noted(model, `It has more than one line: ${edit} edits the whole section`, 'plain');
    return { ...model, dialog: { kind: 'reword', of: passage, words: textField(words), asked: null } };
  }
  const index = currentPickIndex(model);
  const line = index === null ? null : lineOf(picks, index);
  if (index === null || line === null) {
    const what = 'a merged passage, or one taken by itself';
    const words =
      model.compose.pane === 'result'
        ? `Only ${what}, can be reworded: ${edit} edits the whole section`
        : `In the result ${what}, can be reworded: ${keyOf(model, 'compose.pane')} leads there`;
    return noted(model, words, 'plain');
  }
  return { ...model, dialog: { kind: 'reword', of: index, words: textField(line.words), asked: null } };
}

/**
 * The box left: at once where its words are as they were, else the first time it is said that they are not kept yet.
 *
 * @param isSure Whether to leave again is to discard them.
 * @param others What other keys do, said behind those that close it.
 */
export function wordingLeft(model: Model, dialog: WordingDialog, isSure: boolean, others = ''): Model {
  const { text } = dialog.words;
  if (text === wordsBefore(model, dialog) || (isSure && text === dialog.asked)) return { ...model, dialog: null };
  return noted(
    { ...model, dialog: { ...dialog, asked: text } },
    `Not kept yet: ${wordingKeys(model, dialog)}${others}`,
    'plain',
  );
}

/** The keys that close a box with words. */
export function wordingKeys(model: Model, { kind }: WordingDialog): string {
  return `${keyOf(model, `${kind}.done`)} keeps the words, ${keyOf(model, `${kind}.close`)} discards them`;
}

/** Whether the open box has other words than it came with. */
export function hasOwnWords(model: Model): boolean {
  const { dialog } = model;
  return isWording(dialog) && dialog.words.text !== wordsBefore(model, dialog);
}

/** What the box held when it was opened. */
function wordsBefore({ draft }: Model, dialog: WordingDialog): string {
  const { picks } = draft.present;
  if (dialog.kind === 'new') return '';
  if (dialog.kind === 'name') return dialog.definition.name;
  if (dialog.kind === 'rename') return picks[dialog.pick]?.title ?? '';
  if (typeof dialog.of === 'number') return lineOf(picks, dialog.of)?.words ?? '';
  const passage = unitedPassage(picks, dialog.of);
  return passage ? wordsOf(passage) : '';
}

function wordsOf({ edited, text }: UnionPassage): string {
  return edited ?? withoutBullet(text.trim()).words;
}

/** The words of a pick that is one line, and its bullet; `null` for any other. */
function lineOf(picks: readonly Pick[], index: number): ReturnType<typeof withoutBullet> | null {
  const text = pickText(picks, index).trim();
  return text === '' || text.includes('\n') || picks[index]?.kind === 'union' ? null : withoutBullet(text);
}

function withoutBullet(text: string): { readonly bullet: string; readonly words: string } {
  const width = bulletOf(text)?.width ?? 0;
  return { bullet: text.slice(0, width), words: text.slice(width) };
}
