import type { Action } from '../model/actions.ts';
import { type Model, screenOf } from '../model/model.ts';
import { routeText } from './route-key.ts';

/** Names that are typed, and letters of each. */
const NAMES = 12;
const LETTERS = 6;

/**
 * A model, and what it becomes when somebody types the beginnings of some names that are there, letter by letter. Nothing
 * where a letter is none of a query.
 *
 * @param change What an action makes of a model.
 */
export function* typedLetters(model: Model, change: (model: Model, action: Action) => Model): Generator<Model, void> {
  if (screenOf(model) !== 'browse' || routeText(model, 'a') === null) return;
  yield model;
  for (const { name } of model.library.definitions.slice(0, NAMES)) {
    let typed = model;
    for (const letter of name.slice(0, LETTERS)) {
      const action = routeText(typed, letter);
      if (action) typed = change(typed, action);
      yield typed;
    }
  }
}
