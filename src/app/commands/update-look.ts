import type { LookChange, PreviewPlace, SignSet } from '../../text/appearance.ts';
import { withCursor } from '../browse/update-browse.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import { type Step, step } from '../model/effects.ts';
import { BESIDE_COLUMNS, previewPlace } from '../model/layout.ts';
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
  const { theme, signs, preview } = model.look;
  const words = lookWords(look);
  const before: LookChange = 'theme' in look ? { theme } : 'signs' in look ? { signs } : { preview };
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

/** The preview of the list in its next place: beside it where there is room, below it, or off. */
export function previewPlaced(model: Model): Step {
  const places = model.size.columns < BESIDE_COLUMNS ? PLACES.filter((one) => one !== 'beside') : PLACES;
  const preview = places[(places.indexOf(previewPlace(model)) + 1) % places.length] ?? 'below';
  const { model: next, effects } = lookChosen(model, { preview });
  return step(withCursor(next, next.browse.cursor), ...effects);
}

const PLACES: readonly Exclude<PreviewPlace, 'auto'>[] = ['beside', 'below', 'off'];

function lookWords(look: LookChange): string {
  if ('theme' in look) return `Theme: ${look.theme}`;
  return 'signs' in look ? `Signs: ${SIGN_WORDS[look.signs]}` : `Preview: ${look.preview}`;
}

/** How to go back, where one is or in the list. Right after saving, the key of the list undoes that. */
function undoWords(model: Model): string {
  if (model.landed !== null) return '';
  const undoing = UNDOING[screenOf(model)];
  return undoing ? ` · ${keyOf(model, undoing)} undoes it` : ` · ${keyOf(model, 'list.undo')} in the list undoes it`;
}
