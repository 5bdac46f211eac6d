import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { queryOf } from './browse-results.ts';
import { withQuerySortLeft } from './list-order.ts';
import { followingCurrent, withKindsListed, withMarkedOnlyLeft } from './update-browse.ts';

/** What is searched for: in the search line, or in the box over a comparison. */
export function askedQuery(model: Model): string {
  return model.dialog?.kind === 'column' ? model.dialog.query.text.trim() : queryOf(model);
}

/** Ask for the work that the query needs, or give up the work for what was asked before. */
export function withSearchAsked(before: Model, { model: updated, effects }: Step): Step {
  const model = withQuerySortLeft(withKindsListed(before, withMarkedOnlyLeft(before, updated)));
  const { definitions, search } = model.library;
  const query = askedQuery(model);
  if (definitions === before.library.definitions && query === askedQuery(before)) return step(model, ...effects);
  const kind = search.nextWork(query);
  if (kind === null) {
    if (model.browse.work === null) return step(model, ...effects);
    return step({ ...model, browse: { ...model.browse, work: null } }, ...effects);
  }
  const job = model.browse.jobs + 1;
  const work = { job, kind, share: 0 };
  const next = { ...model, browse: { ...model.browse, work, jobs: job } };
  return step(next, ...effects, { type: 'workOnSearch', job, search, query });
}

/** What the work has found so far is shown; work that nobody waits for any more says nothing. */
export function searchWorked(model: Model, { job, work, search }: Extract<Action, { type: 'searchWorked' }>): Model {
  if (model.browse.work?.job !== job) return model;
  const browse = { ...model.browse, work: work && { ...work, job } };
  return followingCurrent(model, { ...model, library: { ...model.library, search }, browse });
}
