import { asksForSet } from '../../core/search/query/definition-sets.ts';
import type { Action } from '../model/actions.ts';
import type { Step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { readDefinitions } from './listed-definitions.ts';
import { followingCurrent } from './update-browse.ts';
import { askedQuery } from './update-search.ts';

/** The recipes are to be read where the query asks for what was composed and that is not known, or not as it is now. */
export function withComposedAsked({ model, effects }: Step): Step {
  const { composed } = model.browse;
  if (composed.isCurrent || model.library.loading || !asksForSet(askedQuery(model), 'composed'))
    return { model, effects };
  const { agents, others } = readDefinitions(model.library);
  const job = composed.job + 1;
  return {
    model: { ...model, browse: { ...model.browse, composed: { ...composed, job, isCurrent: true } } },
    effects: [...effects, { type: 'findComposed', job, definitions: [...agents, ...others] }],
  };
}

/** What a reading of the recipes found; one that a later one overtook says nothing any more. */
export function composedFound(model: Model, action: Extract<Action, { type: 'composedFound' }>): Model {
  const { composed } = model.browse;
  if (action.job !== composed.job) return model;
  const known: Model = { ...model, browse: { ...model.browse, composed: { ...composed, paths: action.paths } } };
  const followed = followingCurrent(model, known);
  const [problem] = action.problems;
  // It is told once, not after each change on disk.
  return problem === undefined || composed.paths !== null ? followed : noted(followed, problem, 'bad');
}

/** What reading the library leads to: whatever writes a recipe has it read, and then they are no longer as they were. */
export function withComposedOutdated({ model, effects }: Step): Step {
  if (model.library.loading) return { model, effects };
  const composed = { ...model.browse.composed, isCurrent: false };
  return { model: { ...model, browse: { ...model.browse, composed } }, effects };
}
