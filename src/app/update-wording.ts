import { withPassageWords, withPickRenamed } from '../core/arrange-draft.ts';
import { bulletOf } from '../core/sections/line-shapes.ts';
import type { Action } from './actions.ts';
import { currentPickIndex, currentStop } from './compose-topics.ts';
import { type Step, step } from './effects.ts';
import type { Model } from './model.ts';
import { stoppedPassage } from './result-stops.ts';
import { textField } from './text-field.ts';
import { withDraft } from './with-draft.ts';

type WordingAction = Extract<Action, { type: 'renameOpened' | 'pickRenamed' | 'rewordOpened' | 'passageReworded' }>;

/** Update for titles and words of the draft that are changed on a line of their own. Pure. */
export function updateWording(model: Model, action: WordingAction): Step {
  const { present } = model.draft;
  switch (action.type) {
    case 'renameOpened': {
      const index = currentPickIndex(model);
      const pick = present.picks[index ?? -1];
      if (index === null || !pick) return step(model);
      return step({ ...model, dialog: { kind: 'rename', pick: index, title: textField(pick.title) } });
    }

    case 'pickRenamed': {
      if (model.dialog?.kind !== 'rename') return step(model);
      const { pick, title } = model.dialog;
      return step(withDraft({ ...model, dialog: null }, withPickRenamed(present, pick, title.text)));
    }

    case 'rewordOpened':
      return step(withRewordOpened(model));

    case 'passageReworded': {
      if (model.dialog?.kind !== 'reword') return step(model);
      const { passage, words } = model.dialog;
      return step(withDraft({ ...model, dialog: null }, withPassageWords(present, passage, words.text.trim() || null)));
    }
  }
}

function withRewordOpened(model: Model): Model {
  const passage = stoppedPassage(model.draft.present.picks, currentStop(model));
  if (!passage) return refused(model, 'Go to a passage of a union in the result; e edits a whole pick');
  const text = passage.text.trim();
  const words = passage.edited ?? text.slice(bulletOf(text)?.width ?? 0);
  if (words.includes('\n')) return refused(model, 'It has more than one line: e edits the whole pick');
  return { ...model, dialog: { kind: 'reword', passage, words: textField(words) } };
}

function refused(model: Model, text: string): Model {
  return { ...model, notice: { text, tone: 'plain' } };
}
