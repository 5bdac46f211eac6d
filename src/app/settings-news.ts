import { keyOf } from './keys/key-of.ts';
import type { Model } from './model/model.ts';
import { noted } from './model/notice.ts';

/** The model with what is wrong in the settings as news; where that is more than a line holds, with where to read it. */
export function withSettingsNews(model: Model): Model {
  const [problem, ...others] = model.surroundings.settingsProblems;
  if (problem === undefined) return model;
  const words = `${others.length + 1} settings are wrong: ${keyOf(model, 'everywhere.problems')} says which`;
  return noted(model, others.length === 0 ? problem : words, 'bad');
}
