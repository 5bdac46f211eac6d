import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { firstModel } from '../../src/app/model/first-model.ts';
import { effectRunner } from '../../src/app/run-effect.ts';
import { createStore } from '../../src/app/store.ts';
import type { FileSystem } from '../../src/ports/file-system.ts';
import type { KeptPart, LibraryStore } from '../../src/ports/library-store.ts';
import { SURROUNDINGS } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { agent, changeOne, changes, FILES, ownSources, settled } from '../support/kept-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/**
 * The app on a folder, from its start until all is listed.
 *
 * @param keeps Whether it keeps what it reads; who asks for that waits until it has, as the folder goes with the test.
 */
async function started(folder: string, libraries: LibraryStore | null, keeps = false, later = ownSources(folder)) {
  const sources = ownSources(folder);
  let opened = 0;
  const files: FileSystem = {
    ...nodeFileSystem,
    read: (path) => {
      opened += 1;
      return nodeFileSystem.read(path);
    },
  };
  let tell = (_: readonly string[]): void => {};
  const watcher = {
    watch: (_: readonly string[], __: number, handlers: { onChange: (paths: readonly string[]) => void }) => {
      tell = handlers.onChange;
    },
  };
  const kept = vi.fn();
  const store = libraries && {
    ...libraries,
    keepSoon: async (part: KeptPart) => {
      if (keeps) await libraries.keepSoon(part);
      kept(part.name.split(' ')[0]);
    },
  };
  const first = firstModel(SURROUNDINGS, { columns: 80, rows: 24 }, sources);
  const { perform } = effectRunner({ ...fakePorts({ files, libraries: store }), watcher }, sources, () => later);
  const app = createStore(first, perform);
  const isListed = () => vi.waitUntil(() => !app.model().library.loading, { timeout: 10_000, interval: 1 });
  app.dispatch({ type: 'started' });
  await isListed();
  return {
    opened: () => opened,
    isKept: () => vi.waitUntil(() => kept.mock.calls.flat().includes('answers'), { timeout: 10_000, interval: 1 }),
    tell: (paths: readonly string[]) => tell(paths),
    reload: () => app.dispatch({ type: 'reloadRequested' }),
    kept: () => kept.mock.calls.flat(),
    /** With every text. */
    listed: () => {
      const { definitions, agents, others, problems } = app.model().library;
      return structuredClone({ definitions, agents, others, problems });
    },
    names: () => app.model().library.agents.map(({ name }) => name),
  };
}

test('what was kept is there again without a file being opened, and is what was read', async () => {
  const folder = temporaryFolder(FILES);
  const kept = settled();
  const first = await started(folder, kept, true);
  await first.isKept();
  const again = await started(folder, kept);

  expect(first.opened()).toBeGreaterThan(3);
  expect(again.opened()).toBe(0);
  expect(again.names()).toEqual(first.names());
  expect(again.listed()).toEqual(first.listed());
});

test('law: the app lists what it lists with nothing kept, whatever changed since', async () => {
  const change = fc.record({ name: fc.constantFrom(...Object.keys(changes)), at: fc.nat() });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (all) => {
      const folder = temporaryFolder(FILES);
      const kept = settled();
      await (await started(folder, kept, true)).isKept();
      for (const one of all) changeOne(folder, one);

      expect((await started(folder, kept)).listed()).toEqual((await started(folder, null)).listed());
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('what says something else is read by itself, before the start and while the app is open', async () => {
  const folder = temporaryFolder(FILES);
  const kept = settled();
  await (await started(folder, kept, true)).isKept();
  const path = join(folder, 'agents/rigger.md');
  writeFileSync(path, agent('rigger', 'You look at sails.'));
  const app = await started(folder, kept);
  expect(app.opened()).toBe(1);
  expect(app.listed()).toEqual((await started(folder, null)).listed());

  writeFileSync(path, agent('rigger', 'You look at shrouds.'));
  const before = app.opened();
  app.tell([path]);
  await vi.waitUntil(() => app.opened() > before, { timeout: 10_000, interval: 1 });
  await vi.waitUntil(() => JSON.stringify(app.listed()).includes('shrouds'), { timeout: 10_000, interval: 1 });
  expect(app.opened()).toBe(before + 1);
  expect(app.listed()).toEqual((await started(folder, null)).listed());
});

test('what changes while the app is open is read, the first time and then', async () => {
  const folder = temporaryFolder(FILES);
  const kept = settled();
  await (await started(folder, kept, true)).isKept();
  const app = await started(folder, kept);
  const path = join(folder, 'agents/rigger.md');

  for (const name of ['bosun', 'cook']) {
    writeFileSync(path, agent(name));
    app.tell([path]);
    await vi.waitUntil(() => app.names().includes(name), { timeout: 10_000, interval: 1 });
    expect(app.listed()).toEqual((await started(folder, null)).listed());
  }
});

test('a text is read when it is looked at, and is whole where the file changed before anybody told of it', async () => {
  const folder = temporaryFolder(FILES);
  const kept = settled();
  await (await started(folder, kept, true)).isKept();
  const app = await started(folder, kept);
  const path = join(folder, 'agents/surveyor.md');
  const text = `---\nname: surveyor\ndescription: Longer than before, by far\ncolor: red\n---\n${readFileSync(path, 'utf8').split('---\n')[2]}`;
  writeFileSync(path, text);

  const changed = app.listed().definitions.find(({ name }) => name === 'surveyor');
  expect(`${changed?.frontmatterRaw}${changed?.body}`).toBe(text);
  expect(changed?.body).toContain('You look for rot in a keel.');
  expect(changed?.body).not.toContain('---');
});

test('of sources that came later nothing is kept with what others answered', async () => {
  const folder = temporaryFolder(FILES);
  const kept = settled();
  await (await started(folder, kept, true)).isKept();
  const skills = { id: 'more', scope: 'user', folder: join(folder, 'skills'), format: 'claude' } as const;
  const app = await started(folder, kept, false, [...ownSources(folder), skills]);
  const before = app.kept().length;
  app.reload();
  await vi.waitUntil(() => app.names().includes('sail'), { timeout: 10_000, interval: 1 });
  // What is kept of so little follows within a few slices.
  for (let slice = 0; slice < 50; slice += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }

  expect(app.kept().slice(before)).toEqual([]);
});
