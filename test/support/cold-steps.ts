import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { queryOf, resultsOf } from '../../src/app/browse/browse-results.ts';
import type { Action } from '../../src/app/model/actions.ts';
import type { Effect, Step } from '../../src/app/model/effects.ts';
import type { Model } from '../../src/app/model/model.ts';
import { update } from '../../src/app/update.ts';
import { forgetAll } from '../../src/kit/memo.ts';

/** Steps of the app as they were taken one after the other, with every memo table as the ones before had left it. */
export interface WatchedSteps {
  /** `update`, watched. */
  readonly take: (model: Model, action: Action) => Step;
  /** Take every step again with all memo tables empty: each must lead where it led before. */
  readonly expectSameCold: () => void;
}

/** Laws press thousands of keys; as many steps of a file of tests are watched sparingly, from the first on. */
const SPARINGLY = 500;
let watched = 0;

/**
 * No steps yet.
 *
 * @param isSparing Whether to let steps go unwatched once many of the same file of tests were.
 */
export function watchedSteps(isSparing = false): WatchedSteps {
  const taken: { readonly before: Model; readonly action: Action; readonly led: unknown }[] = [];
  return {
    take: (before, action) => {
      const step = update(before, action);
      watched += 1;
      if (isSparing && watched > SPARINGLY) return step;
      taken.push({ before, action, led: comparable(before, step) });
      return step;
    },
    expectSameCold: () => {
      for (const { before, action, led } of taken) {
        forgetAll();
        const leads = comparable(before, update(before, action));
        // Quicker than the other, which says what differs.
        if (!isDeepStrictEqual(leads, led)) expect(leads, `cold, ${action.type}`).toStrictEqual(led);
      }
    },
  };
}

/** A search holds functions: what it finds stands in its place. */
function comparable(before: Model, { model, effects }: Step): unknown {
  const { search, ...library } = model.library;
  return {
    isUnchanged: model === before,
    model: { ...model, library },
    nextWork: search.nextWork(queryOf(model)),
    found: resultsOf(model)
      .slice(0, MOST_COMPARED)
      .map(({ definition, score, matches: { name, description } }) => [definition.id, score, name, description]),
    effects: effects.map(comparableEffect),
  };
}

/** Of a library that goes out with an effect, how many definitions it has: a failure prints what it compares. */
function comparableEffect(effect: Effect): unknown {
  switch (effect.type) {
    case 'workOnSearch':
      return { ...effect, search: null };
    case 'alignTopics':
      return { ...effect, all: effect.all.length };
    case 'findComposed':
    case 'findTwins':
    case 'findRivals':
      return { ...effect, definitions: effect.definitions.length };
    default:
      return effect;
  }
}

/** More than a screen has. */
const MOST_COMPARED = 70;
