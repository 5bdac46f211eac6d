import { textWidth } from '../../text/text-cells.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';

/** The model with what is wrong in the settings as news, or where the line has no room for it, with where to read it. */
export function withSettingsNews(model: Model): Model {
  const [problem, ...others] = model.surroundings.settingsProblems;
  if (problem === undefined) return model;
  if (others.length === 0 && textWidth(problem) < model.size.columns) return noted(model, problem, 'bad');
  const count = others.length === 0 ? 'A setting is' : `${others.length + 1} settings are`;
  return noted(model, `${count} wrong: ${keyOf(model, 'everywhere.problems')} says which`, 'bad');
}
