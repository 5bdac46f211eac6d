import {
  DIVIDERS,
  type Divider,
  type Look,
  type LookChange,
  type PreviewPlace,
  type Shares,
  type SignSet,
} from '../../text/appearance.ts';
import { withCursor } from '../browse/update-browse.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import { type Step, step } from '../model/effects.ts';
import { BESIDE_COLUMNS, dividersOf, previewPlace } from '../model/layout.ts';
import { type Model, type Screen, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped } from '../model/scrolling.ts';

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
  return lookKept(model, look, partOf(model.look, look));
}

/** A look remembered, with how to go back to the one before. */
function lookKept(model: Model, look: LookChange, before: LookChange): Step {
  const words = lookWords(look, before);
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

/** The room of a screen divided another way: a half for what lies before the divider, then other shares, then as usual. */
export function shareChanged(model: Model): Step {
  const divider = dividerHere(model);
  if (divider === null) return step(model);
  const { shares } = model.look;
  const next = STEPS[STEPS.indexOf(shares[divider] ?? 0) + 1];
  return redivided(model, withShare(shares, divider, next), shares);
}

const STEPS: readonly number[] = [50, 67, 33];

/** The divider that the keys mean: the one behind the pane that has them, or before it where it is the last. */
function dividerHere(model: Model): Divider | null {
  const dividers = dividersOf(model);
  const isBehindAll = screenOf(model) === 'compose' && model.compose.pane !== 'topics';
  return dividers.at(isBehindAll ? -1 : 0)?.divider ?? null;
}

/** A divider where the pointer holds it. */
export function dividerDragged(model: Model, divider: Divider, cells: number): Model {
  const room = dividersOf(model).find((one) => one.divider === divider)?.room;
  if (room === undefined) return model;
  // To a tenth, so that it stands where it is put on the widest of screens.
  const share = clamped(Math.round((cells / room) * 1000) / 10, 1, 99);
  const look = { ...model.look, shares: withShare(model.look.shares, divider, share) };
  return withCursor({ ...model, look }, model.browse.cursor);
}

/** All panes that can be, as wide or as high as each other. */
export function dividersEvened(model: Model): Step {
  const dividers = dividersOf(model);
  const even = dividers.reduce<Shares>(
    (shares, { divider }, at) => withShare(shares, divider, Math.round(100 / (dividers.length + 1 - at))),
    model.look.shares,
  );
  return redivided(model, even, model.look.shares);
}

/** The room of the screen divided for good; said, undone and remembered. */
export function redivided(model: Model, shares: Shares, before: Shares): Step {
  if (DIVIDERS.every((divider) => shares[divider] === before[divider])) return step(model);
  const { model: next, effects } = lookKept(model, { shares }, { shares: before });
  return step(withCursor(next, next.browse.cursor), ...effects);
}

function withShare(shares: Shares, divider: Divider, share: number | undefined): Shares {
  const { [divider]: _, ...others } = shares;
  return share === undefined ? others : { ...others, [divider]: share };
}

function partOf({ theme, signs, preview, shares }: Look, look: LookChange): LookChange {
  if ('theme' in look) return { theme };
  if ('signs' in look) return { signs };
  return 'preview' in look ? { preview } : { shares };
}

function lookWords(look: LookChange, before: LookChange): string {
  if ('theme' in look) return `Theme: ${look.theme}`;
  if ('signs' in look) return `Signs: ${SIGN_WORDS[look.signs]}`;
  if ('preview' in look) return `Preview: ${look.preview}`;
  const old = 'shares' in before ? before.shares : {};
  const changed = DIVIDERS.filter((one) => look.shares[one] !== old[one]);
  return `Share of the screen: ${changed.map((one) => shareWords(one, look.shares[one])).join(', ')}`;
}

function shareWords(divider: Divider, share: number | undefined): string {
  return `${DIVIDER_WORDS[divider]} ${share === undefined ? 'as usual' : `${Math.round(share)} %`}`;
}

const DIVIDER_WORDS: Readonly<Record<Divider, string>> = {
  list: 'list',
  'list-above': 'list',
  outline: 'outline',
  topics: 'topics',
  versions: 'versions',
  form: 'form',
  'left-out': 'list',
};

/** How to go back, where one is or in the list. Right after saving, the key of the list undoes that. */
function undoWords(model: Model): string {
  if (model.landed !== null) return '';
  const undoing = UNDOING[screenOf(model)];
  return undoing ? ` · ${keyOf(model, undoing)} undoes it` : ` · ${keyOf(model, 'list.undo')} in the list undoes it`;
}
