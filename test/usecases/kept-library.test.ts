import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { libraryStore } from '../../src/adapters/kept-library/library-store.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import { addedSources } from '../../src/core/library/added-source.ts';
import { problemCount } from '../../src/core/lint/lint-definition.ts';
import type { LibraryStore } from '../../src/ports/library-store.ts';
import { keptLibrary, keptNames } from '../../src/usecases/kept-library.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, prompt = 'You look at hulls.', more = '') =>
  `---\nname: ${name}\ndescription: Does ${name} — whenever it is asked to\n${more}---\n${prompt}\n`;

const FILES = {
  'agents/surveyor.md': agent(
    'surveyor',
    'You look for rot in a keel.',
    'tools: Read, Grep\nextra: {a: [1, null, 2.50]}\n',
  ),
  'agents/rigger.md': agent('rigger', 'You look at masts.', 'model: 4.10\n'),
  'agents/same.md': agent('rigger', 'You look at ropes.'),
  'agents/wordless.md': '# Caulker\n\nYou are a caulker. You fill seams.\n',
  'agents/broken.md': '---\nname: [\ndescription: x\n---\nYou are broken.\n',
  'codex/.codex/agents/stoker.toml': 'name = "stoker"\ndescription = "Fires"\ndeveloper_instructions = "Be brief"\n',
  'skills/sail/SKILL.md': agent('sail'),
  'notes/page.md': '# A page\n\nOf no interest.\n',
  'agents/latin.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]),
};

const store = (): LibraryStore => {
  const made = libraryStore(temporaryFolder(), join(import.meta.dirname, '../../package.json'));
  if (made === null) throw new Error('no store');
  return made;
};
/** As if all that is there had been there for long. */
const settled = (): LibraryStore => ({ ...store(), isSettled: () => true });

const changes: Readonly<Record<string, (path: string, folder: string) => void>> = {
  touch: (path) => utimesSync(path, new Date(), new Date()),
  edit: (path) => writeFileSync(path, `${readFileSync(path, 'latin1')}\nAnd at the bilge.\n`, 'latin1'),
  'edit of the same size': (path) =>
    writeFileSync(
      path,
      readFileSync(path, 'latin1')
        .replace(/[a-z](?=[^a-z]*$)/, 'q')
        .replace('look', 'took'),
      'latin1',
    ),
  'edit that hides when it was': (path) => {
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, 'latin1').replace('name: r', 'name: t').replace('look', 'hook'), 'latin1');
    utimesSync(path, atime, mtime);
  },
  delete: (path) => rmSync(path),
  'switch off or on': (path) =>
    renameSync(path, path.endsWith('.disabled') ? path.slice(0, -'.disabled'.length) : `${path}.disabled`),
  rename: (path) => renameSync(path, path.replace(/(\w+)\.(\w+)$/, 'new-$1.$2')),
  'replace by a link': (path, folder) => {
    writeFileSync(join(folder, 'aside.txt'), agent('linked', 'You look from elsewhere.'));
    rmSync(path);
    symlinkSync(join(folder, 'aside.txt'), path);
  },
  'exchange with another': (path, folder) => {
    const other = join(folder, 'notes/page.md');
    if (other === path) return;
    renameSync(other, `${other}.tmp`);
    renameSync(path, other);
    renameSync(`${other}.tmp`, path);
  },
  'come beside': (path, folder) => writeFileSync(join(folder, 'agents', `beside-${path.length}.md`), agent('newcomer')),
  'folder away': (_, folder) => renameSync(join(folder, 'skills'), join(folder, 'no-skills')),
};

const ownSources = (folder: string): readonly Source[] => [
  { id: 'project', scope: 'project', folder: join(folder, 'agents'), format: 'claude' },
];

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => isFile(path))
    .sort();

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
        for (const { name, at } of all) {
          const files = filesBelow(folder);
          const path = files[at % files.length];
          if (path === undefined) return;
          try {
            changes[name]?.(path, folder);
          } catch {
            // There is nothing left to change so.
          }
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
    kept.keep('these', 'of that', new Uint8Array([1, 2, 3]));
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
