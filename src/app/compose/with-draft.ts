import type { Draft } from '../../core/draft/draft.ts';
import { type ComposeState, type Model, screenOf } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';
import { withStep } from './draft-history.ts';
import { resultStops } from './result-stops.ts';

/** The model with a step of the draft; the result's cursor stays inside it. */
export function withDraft(model: Model, draft: Draft): Model {
  const { ids } = model.compose;
  const isChanged = draft !== model.draft.present && screenOf(model) === 'compose';
  return withHistory(model, withStep(model.draft, isChanged ? { ...draft, from: ids } : draft));
}

/** The model with another history of the draft; the result's cursor stays inside the present one. */
export function withHistory(model: Model, draft: Model['draft']): Model {
  const last = resultStops(draft.present.picks).length - 1;
  return withCompose({ ...model, draft }, { stop: clamped(model.compose.stop, 0, Math.max(0, last)) });
}

/** The model with other cursors on the compose screen. */
export function withCompose(model: Model, changes: Partial<ComposeState>): Model {
  return { ...model, compose: { ...model.compose, ...changes } };
}
