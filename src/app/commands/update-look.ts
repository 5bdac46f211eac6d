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
import { atSameHeight } from '../compare/columns.ts';
import { columnsInView } from '../compare/columns-in-view.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import { type Step, step } from '../model/effects.ts';
import { BESIDE_COLUMNS, previewPlace } from '../model/layout.ts';
import { type Model, type Screen, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped } from '../model/scrolling.ts';
import { mergeColumns } from '../recompose/merge-window.ts';
import { dividersOf } from './dividers.ts';

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
  const placed = dividerHere(model);
  if (placed === null) return step(model);
  const { divider, room, before } = placed;
  const { shares } = model.look;
  const later = STEPS.slice(STEPS.indexOf(shares[divider] ?? 0) + 1);
  // A step that moves nothing, as a half of two equal columns, is none.
  const next = later.find((share) => Math.abs(Math.round((room * share) / 100) - before) > 1);
  return redivided(model, withShare(shares, divider, next), shares);
}

const STEPS: readonly number[] = [50, 67, 33];

/** The divider that the keys mean: the one behind the pane that has them, or before it where it is the last. */
function dividerHere(model: Model): ReturnType<typeof dividersOf>[number] | null {
  const dividers = dividersOf(model);
  return dividers[Math.min(paneWithKeys(model), dividers.length - 1)] ?? null;
}

/** The pane that has the keys, of those that dividers part, from the left. */
function paneWithKeys(model: Model): number {
  switch (screenOf(model)) {
    case 'compose':
      return model.compose.pane === 'topics' ? 0 : 1;
    case 'compare':
      return Math.max(0, columnsInView(model).indexOf(model.compare.pane));
    case 'merge':
      return mergeColumns(model).inView.indexOf(model.merge?.side ?? 0);
    default:
      return 0;
  }
}

/** A divider where the pointer holds it. */
export function dividerDragged(model: Model, divider: Divider, cells: number): Model {
  const room = dividersOf(model).find((one) => one.divider === divider)?.room;
  if (room === undefined) return model;
  // To a tenth, so that it stands where it is put on the widest of screens.
  const share = clamped(Math.round((cells / room) * 1000) / 10, 1, 99);
  return dividedAs(model, withShare(model.look.shares, divider, share));
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
  return step(placesKept(model, next), ...effects);
}

/** The room divided another way, what the cursor is on at its height as before. */
function dividedAs(model: Model, shares: Shares): Model {
  return placesKept(model, { ...model, look: { ...model.look, shares } });
}

function placesKept(before: Model, next: Model): Model {
  const inList = withCursor(next, next.browse.cursor);
  return screenOf(next) === 'compare' ? atSameHeight(before, inList) : inList;
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
  return `${DIVIDER_WORDS[divider] ?? divider.replace('-', ' ')} ${share === undefined ? 'as usual' : `${Math.round(share)} %`}`;
}

/** What lies before a divider, where its name says that in other words. */
const DIVIDER_WORDS: { readonly [Name in Divider]?: string } = {
  'list-above': 'list',
  'left-out': 'list',
  'made-here': 'list',
};

/** How to go back, where one is or in the list. Right after saving, the key of the list undoes that. */
function undoWords(model: Model): string {
  if (model.landed !== null) return '';
  const undoing = UNDOING[screenOf(model)];
  return undoing ? ` · ${keyOf(model, undoing)} undoes it` : ` · ${keyOf(model, 'list.undo')} in the list undoes it`;
}
