import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { Action } from '../../src/app/model/actions.ts';
import { effectRunner } from '../../src/app/run-effect.ts';
import { createStore } from '../../src/app/store.ts';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import type { FileSystem, ReadOutcome } from '../../src/ports/file-system.ts';
import { aModel, PROJECT } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { memoryFiles } from '../support/memory-files.ts';

test('a reading that a later one overtook says nothing any more', async () => {
  const waiting: ((text: string) => void)[] = [];
  const files: FileSystem = {
    ...fakePorts().files,
    list: async (folder, [ending = '']) => ({ kind: 'files', paths: [`${folder}/a${ending}`], skipped: [] }),
    read: (path) =>
      new Promise<ReadOutcome>((resolve) => waiting.push((text) => resolve({ kind: 'text', path, text }))),
  };
  const store = createStore(aModel(), effectRunner(fakePorts({ files }), [PROJECT]).perform);
  const names = () => store.model().library.definitions.map(({ name }) => name);
  store.dispatch({ type: 'reloadRequested' });
  await nextTurn();
  store.dispatch({ type: 'reloadRequested' });
  await nextTurn();

  waiting[1]?.('---\nname: new\ndescription: d\n---\n');
  await nextTurn();
  waiting[0]?.('---\nname: old\ndescription: d\n---\n');
  await nextTurn();

  expect(names()).toEqual(['new']);
  expect(store.model().library.loading).toBe(false);
});

test('a folder that was made since the start is read when all sources are, and watched', async () => {
  const made = { ...PROJECT, id: 'made', folder: '/made' };
  let there: readonly Source[] = [PROJECT];
  const watched: (readonly string[])[] = [];
  const files: FileSystem = {
    ...fakePorts().files,
    list: async (folder, [ending = '']) => ({ kind: 'files', paths: [`${folder}/a${ending}`], skipped: [] }),
    read: async (path) => ({ kind: 'text', path, text: `---\nname: of${path.slice(0, 5)}\ndescription: d\n---\n` }),
  };
  const watcher = { watch: (folders: readonly string[]) => watched.push(folders) };
  const { perform } = effectRunner({ ...fakePorts({ files }), watcher }, there, () => there);
  const store = createStore(aModel(), perform);
  const isRead = () => vi.waitUntil(() => !store.model().library.loading && watched.length > 0);
  store.dispatch({ type: 'reloadRequested' });
  await isRead();
  there = [PROJECT, made];
  store.dispatch({ type: 'reloadRequested' });
  await vi.waitUntil(() => watched.length > 1);

  expect(store.model().library.sources).toEqual([PROJECT, made]);
  expect(store.model().library.definitions.map(({ path }) => path)).toContain('/made/a.md');
  expect(watched.at(-1)).toEqual([PROJECT.folder, '/made']);
});

test('the terminal is lent to the editor, and no longer', async () => {
  const order: string[] = [];
  const ports = fakePorts();
  const lending = {
    ...ports,
    editor: {
      ...ports.editor,
      open: async (path: string) => {
        order.push(`edit ${path}`);
        return null;
      },
    },
    terminal: {
      ...ports.terminal,
      lend: async <Result>(task: () => Promise<Result>) => {
        order.push('lend');
        const result = await task();
        order.push('take back');
        return result;
      },
    },
  };
  const dispatch = ({ type }: Action) => order.push(type);
  const store = { ...createStore(aModel(), () => {}), dispatch };

  effectRunner(lending, []).perform({ type: 'openEditor', path: '/p/a.md', words: 'edit a.md', said: 'Edited' }, store);

  await nextTurn();
  expect(order).toEqual(['lend', 'edit /p/a.md', 'take back', 'editorClosed']);
});

test('what is hidden is not listed', async () => {
  const text = '---\ndescription: d\n---\n';
  const files = memoryFiles({ [`${PROJECT.folder}/a.md`]: text, [`${PROJECT.folder}/b.md`]: text });
  const id = `${PROJECT.scope}:a`;
  const store = createStore(aModel(), effectRunner(fakePorts({ files }), [PROJECT], undefined, [id]).perform);
  store.dispatch({ type: 'reloadRequested' });
  await vi.waitUntil(() => !store.model().library.loading);
  expect(store.model().library.definitions.map(({ name }) => name)).toEqual(['b']);
});
