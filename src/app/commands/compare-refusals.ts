import { chosenColumn } from '../compare/column-choices.ts';
import { columnsInView } from '../compare/columns-in-view.ts';
import { comparisonGrid } from '../compare/comparison-grid.ts';
import { keyOf } from '../keys/key-of.ts';
import { MAX_COLUMNS } from '../model/compare-state.ts';
import { knownDefinitions } from '../model/known-definitions.ts';
import { type Refusal, unless } from './movement-refusals.ts';

// Why commands of the comparison do nothing.

export const isBase: Refusal = ({ compare }) => unless(compare.pane > 0, 'It is the base already');
export const onlyTwo: Refusal = ({ compare }) => unless(compare.ids.length > 2, 'A comparison needs two columns');
export const allColumns: Refusal = (model) => {
  const { ids } = model.compare;
  if (knownDefinitions(model.library).length <= ids.length) return 'There is no other agent';
  const words = `At most ${MAX_COLUMNS} are compared: ${keyOf(model, 'compare.drop')} removes one`;
  return unless(ids.length < MAX_COLUMNS, words);
};
export const noColumnHere: Refusal = (model) => {
  const chosen = chosenColumn(model);
  if (chosen === null) return 'No agent here';
  return unless(!model.compare.ids.includes(chosen.id), 'It is a column already');
};
export const onlyTexts: Refusal = (model) =>
  unless(!model.compare.isMatrix, `This works on the texts: ${keyOf(model, 'compare.matrix')} shows them`);
/** What was looked for, and what was not: that nothing was found is no proof that there is nothing. */
const NO_CONFLICT = "No conflict in numbers, do and don't, opposites, order · meaning is not judged";
export const noConflict: Refusal = (model) =>
  onlyTexts(model) ??
  unless(
    model.compare.view === 'words',
    `Conflicts are shown where words that differ are: ${keyOf(model, 'compare.view')}`,
  ) ??
  unless(comparisonGrid(model).conflicts.length > 0, NO_CONFLICT);
export const nothingFolded: Refusal = (model) =>
  onlyTexts(model) ?? unless(!model.compare.isFolded || comparisonGrid(model).hasFolds, 'Nothing is folded');
export const allInView: Refusal = (model) =>
  onlyTexts(model) ?? unless(columnsInView(model).length < model.compare.ids.length, 'All columns are on the screen');
