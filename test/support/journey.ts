import { setImmediate as nextTurn } from 'node:timers/promises';
import { pressedKeys, routeKey } from '../../src/app/commands/route-key.ts';
import type { Model } from '../../src/app/model/model.ts';
import { effectRunner } from '../../src/app/run-effect.ts';
import { createStore } from '../../src/app/store.ts';
import { update } from '../../src/app/update.ts';
import type { Ports } from '../../src/ports/ports.ts';

/**
 * What the app is like after some keys were pressed one by one, each when all that the one before led to was done.
 *
 * @param keys Key names with spaces between (`tab d ctrl+s`); text in double quotes is typed letter by letter.
 * @param ports In memory: what they promise must be kept within a few turns of the event loop.
 */
export async function journey(model: Model, keys: string, ports: Ports): Promise<Model> {
  const store = createStore(model, effectRunner(ports, model.library.sources));
  for (const key of keysOf(keys)) {
    for (const pressed of pressedKeys(store.model(), key)) {
      const action = routeKey(store.model(), pressed);
      if (action) store.dispatch(action);
    }
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
  }
  return store.model();
}

/** More turns than reading the few definitions of a test takes, which is done in slices. */
const TURNS = 8;

/** The model after some keys, what they ask of the outside left undone; for keys as {@link journey} has them. */
export function afterKeys(model: Model, keys: string): Model {
  return keysOf(keys).reduce((before, key) => pressedKeys(before, key).reduce(afterKey, before), model);
}

function afterKey(model: Model, key: string): Model {
  const action = routeKey(model, key);
  return action ? update(model, action).model : model;
}

function keysOf(keys: string): readonly string[] {
  return [...keys.matchAll(/"([^"]*)"|\S+/g)].flatMap(([key, typed]) =>
    typed === undefined ? [key] : [...typed].map((character) => (character === ' ' ? 'space' : character)),
  );
}
