import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { pressedKeys, routeKey } from '../../src/app/commands/route-key.ts';
import type { Model } from '../../src/app/model/model.ts';
import { effectRunner } from '../../src/app/run-effect.ts';
import { createStore } from '../../src/app/store.ts';
import { update } from '../../src/app/update.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { watchedSteps } from './cold-steps.ts';
import { promptsSearched } from './search-worked.ts';

/** The app while somebody presses keys. */
export interface Journey {
  /**
   * Press keys one by one, each when all that the one before led to was done.
   *
   * @param keys Key names with spaces between (`tab d ctrl+s`); text in double quotes is typed letter by letter.
   */
  readonly press: (keys: string) => Promise<void>;
  /** Wait for what takes longer than the others: until the model is as said. */
  readonly until: (holds: (model: Model) => boolean) => Promise<void>;
  /** What the app is like now. */
  readonly model: () => Model;
  /** Arrive: what the app is like. Each step of the way must have depended on its model and its action alone. */
  readonly end: () => Model;
}

/**
 * The app started on a model.
 *
 * @param ports In memory: what they promise must be kept within a few turns of the event loop.
 */
export function startJourney(model: Model, ports: Ports): Journey {
  const steps = watchedSteps();
  const store = createStore(model, effectRunner(ports, model.library.sources).perform, steps.take);
  return {
    press: async (keys) => {
      for (const key of keysOf(keys)) {
        for (const pressed of pressedKeys(store.model(), key)) {
          const action = routeKey(store.model(), pressed);
          if (action) store.dispatch(action);
        }
        for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      }
    },
    until: (holds) => vi.waitFor(() => expect(holds(store.model())).toBe(true), { timeout: 10_000, interval: 5 }),
    model: store.model,
    end: () => {
      steps.expectSameCold();
      return store.model();
    },
  };
}

/** What the app is like after some keys, pressed as in a {@link Journey}. */
export async function journey(model: Model, keys: string, ports: Ports): Promise<Model> {
  const { press, end } = startJourney(model, ports);
  await press(keys);
  return end();
}

/** More turns than reading the few definitions of a test takes, which is done in slices. */
const TURNS = 8;

/**
 * The model after some keys and what is found while they rest, what they ask of the outside left undone; for keys as a {@link Journey} has them. Each step
 * must depend on its model and its action alone.
 */
export function afterKeys(model: Model, keys: string): Model {
  const steps = watchedSteps(true);
  const after = keysOf(keys).reduce(
    (before, key) =>
      pressedKeys(before, key).reduce((at, pressed) => {
        const action = routeKey(at, pressed);
        return action ? steps.take(at, action).model : at;
      }, before),
    model,
  );
  steps.expectSameCold();
  const searched = promptsSearched(after);
  return searched ? update(after, searched).model : after;
}

function keysOf(keys: string): readonly string[] {
  return [...keys.matchAll(/"([^"]*)"|\S+/g)].flatMap(([key, typed]) =>
    typed === undefined ? [key] : [...typed].map((character) => (character === ' ' ? 'space' : character)),
  );
}
