import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import { knownDefinitions } from '../model/known-definitions.ts';
import { type Model, screenOf } from '../model/model.ts';
import { ALIGNING, askedRows, shownTopics } from './topics.ts';

/** Ask for topics that take long to line up, so that the screen that shows them comes first. */
export function withTopicsAsked({ model, effects }: Step): Step {
  const ids = idsOnScreen(model);
  if (ids === null || model.topics.isAsked || shownTopics(model, ids).lack !== ALIGNING) return { model, effects };
  const all = knownDefinitions(model.library);
  const { statistics } = model.topics;
  const counted = statistics?.all === all ? statistics.counted : null;
  const next = { ...model, topics: { ...model.topics, isAsked: true } };
  return step(next, ...effects, { type: 'alignTopics', all, ids, rows: askedRows(model), statistics: counted });
}

/** The topics that were asked for are there; others may be wanted by now. */
export function topicsAligned(model: Model, action: Extract<Action, { type: 'topicsAligned' }>): Model {
  const { all, ids, rows, definitions, topics, statistics } = action;
  const aligned = { all, ids, rows, definitions, topics };
  return { ...model, topics: { ...model.topics, aligned, statistics: { all, counted: statistics }, isAsked: false } };
}

/** Ids of what the screen shows the topics of; `null` where it shows none. */
function idsOnScreen(model: Model): readonly string[] | null {
  const screen = screenOf(model);
  if (screen === 'compare') return model.compare.all;
  return screen === 'compose' || screen === 'ledger' ? model.compose.ids : null;
}
