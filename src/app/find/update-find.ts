import { comparisonGrid } from '../compare/comparison-grid.ts';
import { atPlaceInCompare, foldToggled, topicShown } from '../compare/update-compare.ts';
import type { Action, Direction } from '../model/actions.ts';
import { findOf, withFind } from '../model/focused-field.ts';
import { type Model, screenOf } from '../model/model.ts';
import { textField } from '../model/text-field.ts';
import { atSection, scrolledInReader } from '../reader/update-reader.ts';
import { places } from './places-found.ts';

type FindAction = Extract<Action, { type: 'findOpened' | 'findDone' | 'findLeft' | 'hitChanged' }>;

/** Update for finding inside the texts on the screen. Pure. */
export function updateFind(model: Model, action: FindAction): Model {
  const find = findOf(model);
  switch (action.type) {
    case 'findOpened':
      return withFind(unfolded(model), { words: find?.words ?? textField(), isTyped: true, hit: find?.hit ?? 0 });
    case 'findDone':
      return withFind(model, places(model).length > 0 && find ? { ...find, isTyped: false } : null);
    case 'findLeft':
      return withFind(model, null);
    case 'hitChanged':
      return hitChanged(model, action.direction);
  }
}

/** The model at the next or previous place found, from the last on at the first again. */
function hitChanged(model: Model, direction: Direction): Model {
  const find = findOf(model);
  const count = places(model).length;
  if (!find || count === 0) return model;
  return atHit(model, (find.hit + direction + count) % count);
}

/** The model after other words were typed to be found: at the first place from the top of the screen on. */
export function followingFind(model: Model): Model {
  const found = findOf(model)?.isTyped ? places(model) : [];
  if (found.length === 0) return model;
  const from = firstLine(model);
  return atHit(
    model,
    Math.max(
      0,
      found.findIndex(([{ line }]) => line >= from),
    ),
  );
}

function firstLine({ compare, reader, ...model }: Model): number {
  if (screenOf({ compare, reader, ...model }) !== 'compare') return reader.scroll;
  return compare.isMatrix ? compare.topic : compare.scroll;
}

function atHit(model: Model, hit: number): Model {
  const find = findOf(model);
  const place = places(model)[hit];
  if (!find || !place) return model;
  const next = withFind(model, { ...find, hit });
  const [{ line, column }] = place;
  if (screenOf(model) !== 'compare') return scrolledInReader(next, line);
  return model.compare.isMatrix ? topicShown(next, line) : atPlaceInCompare(next, line, column);
}

/** Nothing is folded while something is looked for: it may stand anywhere. */
function unfolded(model: Model): Model {
  const { reader } = model;
  if (screenOf(model) === 'compare')
    return !model.compare.isMatrix && model.compare.isFolded && comparisonGrid(model).hasFolds
      ? foldToggled(model)
      : model;
  return reader.folded.length === 0
    ? model
    : atSection({ ...model, reader: { ...reader, folded: [] } }, reader.section);
}
