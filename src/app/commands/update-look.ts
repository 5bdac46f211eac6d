import type { LookChange, SignSet } from '../../text/appearance.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import { type Step, step } from '../model/effects.ts';
import { type Model, type Screen, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';

/** What undoes on a screen, where something does. */
const UNDOING: { readonly [On in Screen]?: BindingId } = {
  browse: 'list.undo',
  compare: 'compare.undo',
  compose: 'compose.undo',
  ledger: 'ledger.undo',
};

const SIGN_WORDS: Readonly<Record<SignSet, string>> = { unicode: 'Unicode', ascii: 'ASCII' };

/** Another theme or other signs from now on, in later runs too. */
export function lookChosen(model: Model, look: LookChange): Step {
  const { theme, signs } = model.look;
  const words = 'theme' in look ? `Theme: ${look.theme}` : `Signs: ${SIGN_WORDS[look.signs]}`;
  const before: LookChange = 'theme' in look ? { theme } : { signs };
  const undo: Model['undo'] = [
    ...model.undo,
    {
      kind: 'look',
      words,
      look: before,
      draftSteps: model.draft.past.length,
      columnSteps: model.compare.past.length,
    },
  ];
  const next = { ...model, look: { ...model.look, ...look }, undo };
  return step(noted(next, words + undoWords(next), 'plain'), { type: 'rememberLook', look });
}

/** How to go back, where one is or in the list. Right after saving, the key of the list undoes that. */
function undoWords(model: Model): string {
  if (model.landed !== null) return '';
  const undoing = UNDOING[screenOf(model)];
  return undoing ? ` · ${keyOf(model, undoing)} undoes it` : ` · ${keyOf(model, 'list.undo')} in the list undoes it`;
}
