import type { Look } from '../../text/appearance.ts';
import type { Model } from '../model/model.ts';
import { chosenCommand } from './update-dialog.ts';

/** The look on the screen. */
export interface ShownLook {
  readonly look: Look;
  /** Whether it is one that the palette offers, to be seen before it is chosen. */
  readonly isTried: boolean;
}

/** The look that was chosen, or the one that the cursor of the palette is on: leaving the palette is all it takes to go back. */
export function shownLook(model: Model): ShownLook {
  const action = model.dialog?.kind === 'palette' ? chosenCommand(model)?.binding?.action : undefined;
  if (action?.type !== 'lookChosen') return { look: model.look, isTried: false };
  return { look: { ...model.look, ...action.look }, isTried: true };
}
