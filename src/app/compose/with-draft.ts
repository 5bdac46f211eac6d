import { withNewPlaced } from '../../core/compose/natural-order.ts';
import { type Draft, isSamePassage, type PassageKey } from '../../core/draft/draft.ts';
import { keyOf } from '../keys/key-of.ts';
import type { ComposeState } from '../model/compose-state.ts';
import { type Model, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped } from '../model/scrolling.ts';
import { withStep } from './draft-history.ts';
import { pickPlaces } from './pick-places.ts';
import { resultStops, stoppedPassage } from './result-stops.ts';

/** A step of the draft. */
interface Act {
  /** What is done, as a command: `take Security`. Undoing names it so. */
  readonly act: string;
  /** What was done, for the line of news. */
  readonly news: string;
  /** What going back does. */
  readonly back?: 'takes it back' | 'takes it out again' | 'brings it back';
  /** The key of what it leaves out. */
  readonly left?: string;
  /** Whether it leaves out what nothing else says: then it is news, and no success. */
  readonly isLossy?: boolean;
}

/** The model with a step of the draft, told with the way back; the result's cursor stays inside it. */
export function withAct(
  model: Model,
  draft: Draft,
  { act, news, back = 'takes it back', left, isLossy = false }: Act,
): Model {
  const next = withDraft(model, draft, act, left);
  const way = draft === model.draft.present ? null : undoKey(next);
  return noted(next, way === null ? news : `${news} · ${way} ${back}`, isLossy ? 'plain' : 'good');
}

/** How to undo where one is; `null` where no key does. */
function undoKey(model: Model): string | null {
  switch (screenOf(model)) {
    case 'compose':
      return keyOf(model, 'compose.undo');
    case 'ledger':
      return keyOf(model, 'ledger.undo');
    default:
      return null;
  }
}

/**
 * The model with a step of the draft; the result's cursor stays inside it.
 *
 * @param act What is done, as a command.
 * @param left The key of what it leaves out.
 */
export function withDraft(model: Model, draft: Draft, act: string, left?: string): Model {
  const { ids } = model.compose;
  const { present } = model.draft;
  const isChanged = draft !== present && screenOf(model) === 'compose';
  const placed = withNewPlaced(present, draft, pickPlaces(model));
  return withHistory(model, withStep(model.draft, isChanged ? { ...placed, from: ids } : placed, act, left));
}

/** The model with another history of the draft; the result's cursor stays inside the present one. */
export function withHistory(model: Model, draft: Model['draft']): Model {
  const last = resultStops(draft.present.picks, null).length - 1;
  return withCompose({ ...model, draft }, { stop: clamped(model.compose.stop, 0, Math.max(0, last)) });
}

/** The result's cursor on a passage of a union, if that stands. */
export function withStopOn(model: Model, key: PassageKey): Model {
  const { picks } = model.draft.present;
  const stop = resultStops(picks, null).findIndex((one) => {
    const passage = stoppedPassage(picks, one);
    return passage !== null && isSamePassage(passage, key);
  });
  return stop < 0 ? model : withCompose(model, { stop });
}

/** The model with other cursors on the compose screen; the result follows them again, and holds nothing for them. */
export function withCompose(model: Model, changes: Partial<ComposeState>): Model {
  return { ...model, compose: { ...model.compose, resultTop: null, held: null, ...changes } };
}
