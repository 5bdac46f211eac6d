import { inNaturalOrder, type PlaceOf, placesAmong } from '../../core/compose/natural-order.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { memoLast } from '../../kit/memo.ts';
import { shownTopics } from '../compare/topics.ts';
import { type Model, screenOf } from '../model/model.ts';

/** Where what can be taken on a screen stands among its topics; while these are lined up still, nothing has a place. */
export function pickPlaces(model: Model): PlaceOf {
  const ids = screenOf(model) === 'compare' ? model.compare.all : model.compose.ids;
  const { topics, definitions } = shownTopics(model, ids);
  return placesOf(topics, definitions);
}

const placesOf = memoLast(placesAmong);

/** The draft in the order of the topics: the same one if it is. */
export function draftInOrder(model: Model): Draft {
  return inOrder(model.draft.present, pickPlaces(model));
}

const inOrder = memoLast(inNaturalOrder);
