import type { Action } from './model/actions.ts';
import type { Effect } from './model/effects.ts';
import type { Model } from './model/model.ts';
import { update } from './update.ts';

/** Holds the model. The view subscribes to it; keys and the outside dispatch to it. */
export interface Store {
  readonly model: () => Model;
  readonly dispatch: (action: Action) => void;
  /**
   * @param listener Told what led to the new model.
   * @returns A function that ends the subscription.
   */
  readonly subscribe: (listener: (action: Action) => void) => () => void;
}

/**
 * A store over a first model.
 *
 * @param perform Does one effect and dispatches what came of it. It is called after listeners have seen the model
 *   that asked for it.
 * @param change What an action leads to; other than {@link update} only where that is watched.
 */
export function createStore(
  first: Model,
  perform: (effect: Effect, store: Store) => void,
  change: typeof update = update,
): Store {
  const listeners = new Set<(action: Action) => void>();
  let model = first;
  const store: Store = {
    model: () => model,
    dispatch: (action) => {
      const { model: next, effects } = change(model, action);
      const changed = next !== model;
      model = next;
      if (changed) for (const listener of listeners) listener(action);
      for (const effect of effects) perform(effect, store);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
