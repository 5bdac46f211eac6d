import { wordingLeft } from '../compose/update-wording.ts';
import { keyOf } from '../keys/key-of.ts';
import { isWording } from '../model/dialog.ts';
import { type Step, step } from '../model/effects.ts';
import { type Model, screenOf } from '../model/model.ts';
import { withFormKept } from '../save/update-save.ts';

/** The way out of the program: words of a box are asked about first, those of the form go into the draft. */
export function quitting(model: Model): Step {
  const { dialog } = model;
  const words = `, ${keyOf(model, 'everywhere.quit')} quits without them`;
  const left = isWording(dialog) ? wordingLeft(model, dialog, true, words) : model;
  if (isWording(left.dialog)) return step(left);
  return step(screenOf(model) === 'save' ? withFormKept(left) : left, { type: 'quit' });
}
