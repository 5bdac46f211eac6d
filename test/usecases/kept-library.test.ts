import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { libraryStore } from '../../src/adapters/kept-library/library-store.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { addedSources } from '../../src/core/library/added-source.ts';
import { problemCount } from '../../src/core/lint/lint-definition.ts';
import type { LibraryStore } from '../../src/ports/library-store.ts';
import { keptLibrary, keptNames } from '../../src/usecases/kept-library.ts';
import { changeOne, changes, FILES, ownSources, settled, store } from '../support/kept-files.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a library that is kept', () => {
  test('law: each command prints what it prints without one, whatever changed on the disk', async () => {
    const change = fc.record({ name: fc.constantFrom(...Object.keys(changes)), at: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (all) => {
        const folder = temporaryFolder(FILES);
        const kept = settled();
        const run = (args: readonly string[], one: LibraryStore | null) =>
          runAgents(folder, args, { openLibraryStore: async () => one, sources: ownSources(folder) });
        const isSame = async (): Promise<void> => {
          for (const args of COMMANDS) {
            const words = args(folder);
            expect(await run(words, kept), words.join(' ')).toEqual(await run(words, null));
          }
        };
        // Before the first change all runs are alike, and one of them is looked at.
        if (all.length === 0) await isSame();
        else for (const args of COMMANDS) await run(args(folder), kept);
        for (const one of all) {
          changeOne(folder, one);
          await isSame();
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  test('is not read again while nothing changed, and only looked into where a text is asked for', async () => {
    const folder = temporaryFolder(FILES);
    const sources = addedSources([folder]);
    const kept = settled();
    let read = 0;
    const files: typeof nodeFileSystem = {
      ...nodeFileSystem,
      read: (path) => {
        read += 1;
        return nodeFileSystem.read(path);
      },
    };
    const first = await keptLibrary(files, sources, kept);
    first.settle();
    expect(read).toBeGreaterThan(5);
    read = 0;
    let looked = 0;
    const again = await keptLibrary(files, sources, {
      ...kept,
      textOf: (path) => {
        looked += 1;
        return kept.textOf(path);
      },
    });
    const names = first.definitions.map(({ name }) => name);
    expect(again.definitions.map(({ name }) => name)).toEqual(names);
    expect(await keptNames(files, sources, kept)).toEqual(names);
    expect(looked).toBe(0);
    // With every text and field, as if it had been read.
    expect({ ...again, settle: null }).toEqual({ ...first, settle: null });
    expect(read).toBe(0);
    const [one] = again.definitions;
    expect(`${one?.frontmatterRaw}${one?.body}`).toBe(readFileSync(one?.path ?? '', 'utf8'));
  });

  test.each([
    ['added', (folder: string) => addedSources([folder])],
    ['its own', ownSources],
  ])('is read again where files say something else, and nowhere else, of %s sources', async (_, sourcesOf) => {
    const folder = temporaryFolder(FILES);
    const sources = sourcesOf(folder);
    const kept = settled();
    let read: string[] = [];
    const files: typeof nodeFileSystem = {
      ...nodeFileSystem,
      read: (path) => {
        read.push(path);
        return nodeFileSystem.read(path);
      },
    };
    const isAsRead = async (): Promise<void> => {
      read = [];
      const known = await keptLibrary(files, sources, kept);
      const opened = [...read];
      expect({ ...known, settle: null }).toEqual({ ...(await keptLibrary(files, sources, null)), settle: null });
      known.settle();
      read = opened;
    };
    await isAsRead();
    const everything = read.length;
    expect(everything).toBeGreaterThan(4);
    await isAsRead();
    expect(read).toEqual([]);

    const [surveyor, rigger] = ['surveyor', 'rigger'].map((name) => join(folder, 'agents', `${name}.md`));
    for (const path of [surveyor, rigger]) {
      writeFileSync(path ?? '', `${readFileSync(path ?? '', 'utf8')}Look at the bilge too.\n`);
    }
    await isAsRead();
    expect([...read].sort()).toEqual([rigger, surveyor]);
    await isAsRead();
    expect(read).toEqual([]);

    // What others have to do with: who has the name.
    writeFileSync(surveyor ?? '', readFileSync(surveyor ?? '', 'utf8').replace('name: surveyor', 'name: rigger'));
    await isAsRead();
    expect(read.length).toBeGreaterThanOrEqual(everything);
  });

  test('knows how many problems there are once they were counted', async () => {
    const folder = temporaryFolder(FILES);
    const sources = addedSources([folder]);
    const kept = settled();
    const first = await keptLibrary(nodeFileSystem, sources, kept);
    first.settle();
    const second = await keptLibrary(nodeFileSystem, sources, kept);
    const counts = second.definitions.map(problemCount);
    expect(counts).toEqual(first.definitions.map(problemCount));
    expect(counts.some(({ problems }) => problems > 0)).toBe(true);
    second.settle();
    const third = await keptLibrary(nodeFileSystem, sources, {
      ...kept,
      textOf: () => {
        throw new Error('looked into');
      },
    });
    expect(third.definitions.map(problemCount)).toEqual(counts);
  });

  test('is not kept while a file changed so short a time ago that it could change again unseen', async () => {
    const folder = temporaryFolder(FILES);
    const kept = store();
    const library = await keptLibrary(nodeFileSystem, addedSources([folder]), kept);
    library.settle();
    expect(kept.read(`answers ${JSON.stringify(addedSources([folder]))}`, '')).toBeNull();
    expect(await keptNames(nodeFileSystem, addedSources([folder]), kept)).toContain('surveyor');
  });

  test('is left where it was damaged, or is of other sources', async () => {
    const folder = temporaryFolder(FILES);
    const cache = temporaryFolder();
    const build = join(import.meta.dirname, '../../package.json');
    const kept = libraryStore(cache, build);
    if (kept === null) throw new Error('no store');
    kept.keep({ name: 'these', origin: 'of that', bytes: new Uint8Array([1, 2, 3]) });
    expect(kept.read('these', 'of that')).toEqual(Buffer.from([1, 2, 3]));
    expect(kept.read('those', 'of that')).toBeNull();
    expect(kept.read('these', 'of another')).toBeNull();
    expect(libraryStore(cache, join(folder, 'agents/rigger.md'))?.read('these', 'of that')).toBeNull();
    const [name = ''] = readdirSync(join(cache, 'libraries'));
    const path = join(cache, 'libraries', name);
    const bytes = readFileSync(path);
    bytes[0] = 9;
    writeFileSync(path, bytes);
    expect(kept.read('these', 'of that')).toBeNull();
    mkdirSync(join(cache, 'elsewhere'));
    expect(libraryStore(null, build)).toBeNull();
  });
});

const from =
  (...args: readonly string[]) =>
  (folder: string): readonly string[] => [...args, '--source', folder];
const COMMANDS: readonly ((folder: string) => readonly string[])[] = [
  () => ['list'],
  () => ['list', '--json'],
  () => ['search', 'look'],
  from('list'),
  from('list', '--kind', 'all'),
  from('list', '--json'),
  from('list', '--paths'),
  from('search', 'look'),
  from('search', 'rigger', '--json'),
  (folder) => ['complete', '--', 'show', '--source', folder, ''],
  (folder) => ['complete', '--', 'show', 'surveyor', '--source', folder, '--section', ''],
];
