import type { Model } from '../model/model.ts';

/** The model without help: at the box that help was asked for in, else on the screen. */
export function belowHelp(model: Model): Model {
  return { ...model, dialog: (model.dialog?.kind === 'help' && model.dialog.below) || null };
}
