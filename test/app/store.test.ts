import { expect, test } from 'vitest';
import type { Effect } from '../../src/app/model/effects.ts';
import { createStore } from '../../src/app/store.ts';
import { aModel } from '../support/a-model.ts';

test('listeners see each new model, until they leave', () => {
  const store = createStore(aModel(), () => {});
  const seen: number[] = [];
  const leave = store.subscribe(() => seen.push(store.model().browse.cursor));

  store.dispatch({ type: 'moved', unit: 'line', direction: 1 });
  leave();
  store.dispatch({ type: 'moved', unit: 'line', direction: 1 });

  expect(seen).toEqual([1]);
  expect(store.model().browse.cursor).toBe(2);
});

test('nobody is told of what changed nothing', () => {
  const store = createStore(aModel(), () => {});
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });

  store.dispatch({ type: 'wentBack' });

  expect(told).toBe(0);
});

test('effects are performed after listeners have seen the model that asks for them', () => {
  const order: string[] = [];
  const store = createStore(aModel(), (effect: Effect) => order.push(effect.type));
  store.subscribe(() => order.push(store.model().library.loading ? 'loading' : 'read'));

  store.dispatch({ type: 'reloadRequested' });

  expect(order).toEqual(['loading', 'readLibrary']);
});

test('an effect may dispatch in its turn', () => {
  const store = createStore(aModel(), (_, { dispatch }) => dispatch({ type: 'keyRefused', reason: 'done' }));
  store.dispatch({ type: 'copyRequested' });
  expect(store.model().notice?.text).toBe('done');
});
