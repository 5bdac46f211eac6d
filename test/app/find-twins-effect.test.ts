import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { screenOf } from '../../src/app/model/model.ts';
import { effectRunner } from '../../src/app/run-effect.ts';
import { createStore } from '../../src/app/store.ts';
import { aModel, libraryFrom, PROJECT, THREE_AGENTS } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';

const library = libraryFrom({
  ...THREE_AGENTS,
  'api-copy': (THREE_AGENTS['api-smith'] ?? '').replace('name: api-smith', 'name: api-copy'),
});

test('a question is answered on the screen, after the key was', async () => {
  const store = createStore(aModel({ library }), effectRunner(fakePorts(), [PROJECT]).perform);

  store.dispatch({ type: 'twinsRequested' });
  expect(store.model()).toMatchObject({ notice: { text: 'Looking for twins …' }, twins: { groups: null } });
  while (store.model().twins.groups === null) await nextTurn();

  expect(screenOf(store.model())).toBe('compare');
  expect(store.model().compare.ids).toEqual(['project:api-copy', 'project:api-smith']);
});

test('a search that a later one overtook says nothing', async () => {
  const seen: string[] = [];
  const store = createStore(aModel({ library }), effectRunner(fakePorts(), [PROJECT]).perform);
  const { perform } = effectRunner(fakePorts(), [PROJECT]);
  const listening = { ...store, dispatch: ({ type }: { readonly type: string }) => void seen.push(type) };

  perform({ type: 'findTwins', definitions: library.definitions }, listening);
  perform({ type: 'findTwins', definitions: [] }, listening);
  while (seen.length === 0) await nextTurn();
  for (let turn = 0; turn < 20; turn++) await nextTurn();

  expect(seen).toEqual(['twinsFound']);
});
