import { type Step, step } from '../model/effects.ts';
import { screenOf } from '../model/model.ts';
import { isLaborious } from './topics.ts';

/** Ask for topics that take long to line up, so that the screen that shows them comes first. */
export function withTopicsAsked({ model, effects }: Step): Step {
  const screen = screenOf(model);
  if (model.aligning || (screen !== 'compare' && screen !== 'compose')) return { model, effects };
  const all = model.library.definitions;
  const { ids } = model[screen];
  if (!isLaborious(all, ids)) return { model, effects };
  return step({ ...model, aligning: true }, ...effects, { type: 'alignTopics', all, ids });
}
