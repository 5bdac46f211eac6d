import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import { addedSources } from '../../src/core/library/added-source.ts';
import type { Library } from '../../src/core/library/library.ts';
import { libraryReader, type ReadLibrary, readLibrary } from '../../src/usecases/load-library.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const definition = (name: string) => `---\nname: ${name}\ndescription: Does ${name}\n---\nYou are brief.\n`;
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`agent-${at}.md`, definition(`agent-${at}`)]));

describe('loading a library', () => {
  test('gives something to see early, and everything at the end', async () => {
    const sources = addedSources([temporaryFolder(many(300))]);
    const steps = [];
    for await (const { library, complete } of libraryReader(nodeFileSystem, sources).load()) {
      steps.push({ count: library.definitions.length, complete });
    }
    expect(steps).toEqual([
      { count: 32, complete: false },
      { count: 128, complete: false },
      { count: 300, complete: true },
    ]);
  });

  test('reads Markdown and the TOML files of Codex, and passes over files about the folder', async () => {
    const folder = temporaryFolder({
      'one.md': definition('one'),
      'no-frontmatter.md': '# Helper\n\nYou help.\n',
      'README.md': '# All agents\n',
      'deep/two.toml': 'name = "two"\ndescription = "d"\ndeveloper_instructions = "Be brief"\n',
      'Cargo.toml': '[package]\nname = "x"\n',
      'notes.txt': 'x',
    });
    const { definitions, problems } = await readLibrary(nodeFileSystem, addedSources([folder]));
    expect(definitions.map(({ name, format }) => `${name} ${format}`)).toEqual([
      'no-frontmatter claude',
      'one claude',
      'two codex',
    ]);
    expect(problems).toEqual([]);
  });

  test('takes files that cannot be read for problems, which hide no others', async () => {
    const folder = temporaryFolder({
      'good.md': definition('good'),
      'binary.md': 'a\0b',
      'bytes.md': Buffer.from([0xff]),
    });
    makePipe(join(folder, 'pipe.md'));
    symlinkSync('gone.md', join(folder, 'dangling.md'));
    const { definitions, problems } = await readLibrary(nodeFileSystem, addedSources([folder]));
    expect(definitions.map(({ name }) => name)).toEqual(['good']);
    expect(problems).toEqual([
      { path: join(folder, 'dangling.md'), code: 'file/dead-link', reason: 'a link, and there: no such file' },
      { path: join(folder, 'pipe.md'), code: 'file/no-file', reason: 'not a regular file' },
      { path: join(folder, 'binary.md'), code: 'file/not-text', reason: 'a binary file, not text' },
      { path: join(folder, 'bytes.md'), code: 'file/not-text', reason: 'not UTF-8 text' },
    ]);
  });

  test('what no prompt can be is a problem where agents lie, and none among other documents', async () => {
    const folder = temporaryFolder({
      'docs/tree.md': Buffer.from([0xff, 0xfe, 0x61, 0x00]),
      'docs/log.md': 'x'.repeat(2 * 1024 * 1024 + 1),
      'agents/kite.md': Buffer.from([0xff, 0xfe, 0x61, 0x00]),
    });
    const { problems } = await readLibrary(nodeFileSystem, addedSources([folder]));
    expect(problems.map(({ path }) => path)).toEqual([join(folder, 'agents/kite.md')]);
  });

  test('says which source is missing and reads the others', async () => {
    const folder = temporaryFolder({ 'good.md': definition('good') });
    const missing = join(folder, 'missing');
    const { definitions, problems } = await readLibrary(nodeFileSystem, addedSources([missing, folder]));
    expect(definitions).toHaveLength(1);
    expect(problems).toEqual([{ path: missing, code: 'file/unreadable', reason: 'no such folder' }]);
  });

  test('reads a file once when sources lie inside each other', async () => {
    const folder = temporaryFolder({ 'deep/a.md': definition('a') });
    const { definitions } = await readLibrary(nodeFileSystem, addedSources([folder, join(folder, 'deep')]));
    expect(definitions.map(({ id }) => id)).toEqual(['added:a']);
  });

  test('reads of a source what its harness would', async () => {
    const folder = temporaryFolder({
      'a.md': definition('a'),
      '_b.md': definition('b'),
      'deep/c.md': definition('c'),
    });
    const names = async (format: Format) => {
      const { definitions } = await readLibrary(nodeFileSystem, [{ id: 'project', scope: 'project', folder, format }]);
      return definitions.map(({ name }) => name);
    };
    expect(await names('claude')).toEqual(['a', 'b', 'c']);
    expect(await names('cursor')).toEqual(['a', 'b', 'c']);
    expect(await names('qwen')).toEqual(['a', 'b']);
    expect(await names('gemini')).toEqual(['a']);
    expect(await names('codex')).toEqual([]);
  });

  test('takes a single file for a source, even a README', async () => {
    const folder = temporaryFolder({ 'README.md': '# Helper\n', 'b.md': definition('b') });
    const { definitions } = await readLibrary(nodeFileSystem, addedSources([join(folder, 'README.md')]));
    expect(definitions.map(({ path }) => path)).toEqual([join(folder, 'README.md')]);
  });
});

describe('keeping a library up to date', () => {
  /** A reader that has read a folder, and how often it reads each file from then on. */
  async function loaded(files: Readonly<Record<string, string>>) {
    const folder = temporaryFolder(files);
    const reads: string[] = [];
    const counting = {
      ...nodeFileSystem,
      read: (path: string) => {
        reads.push(path.slice(folder.length + 1));
        return nodeFileSystem.read(path);
      },
    };
    const reader = libraryReader(counting, addedSources([folder]));
    let library: Library = { definitions: [], others: [], problems: [] };
    for await (const step of reader.load()) library = step.library;
    const firstReads = reads.splice(0);
    const refresh = (...paths: readonly string[]) => reader.refresh(paths.map((path) => join(folder, path)));
    return { folder, library, firstReads, reads, refresh };
  }

  test('reads each file once, and after that only those that changed', async () => {
    const { folder, firstReads, reads, refresh } = await loaded(many(40));
    expect(firstReads.toSorted()).toEqual(Object.keys(many(40)).toSorted());
    writeFileSync(join(folder, 'agent-7.md'), definition('changed'));
    const library = await refresh('agent-7.md');
    expect(reads).toEqual(['agent-7.md']);
    expect(library?.definitions.map(({ name }) => name)).toContain('changed');
  });

  test('keeps the other definitions the same objects, so that what is known of them stays known', async () => {
    const { folder, library, refresh } = await loaded(many(3));
    writeFileSync(join(folder, 'agent-1.md'), definition('agent-1').replace('brief', 'long'));
    const after = await refresh('agent-1.md');
    const same = after?.definitions.filter((one) => library.definitions.includes(one)).map(({ name }) => name);
    expect(same).toEqual(['agent-0', 'agent-2']);
  });

  test('says nothing of a file that was written as it was', async () => {
    const { folder, refresh } = await loaded(many(2));
    writeFileSync(join(folder, 'agent-0.md'), definition('agent-0'));
    expect(await refresh('agent-0.md')).toBeNull();
  });

  test('finds what is new, and leaves out what is gone, folders too', async () => {
    const { folder, refresh } = await loaded({ 'a.md': definition('a'), 'deep/b.md': definition('b') });
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more/c.md'), definition('c'));
    writeFileSync(join(folder, 'notes.txt'), 'x');
    rmSync(join(folder, 'deep'), { recursive: true });
    const library = await refresh('more/c.md', 'notes.txt', 'deep');
    expect(library?.definitions.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(library?.problems).toEqual([]);
  });

  test('says of a file that it cannot be read any more', async () => {
    const { folder, refresh } = await loaded({ 'a.md': definition('a') });
    writeFileSync(join(folder, 'a.md'), 'a\0b');
    const library = await refresh('a.md');
    expect(library?.definitions).toEqual([]);
    expect(library?.problems).toMatchObject([{ path: join(folder, 'a.md'), reason: 'a binary file, not text' }]);
  });
});

describe('a repository', () => {
  const NOTE = '# Note\n\nSome words.\n';

  async function opened(files: Readonly<Record<string, string>>) {
    const folder = temporaryFolder(files);
    const reader = libraryReader(nodeFileSystem, addedSources([folder]));
    let library: ReadLibrary | null = null;
    for await (const step of reader.load()) library = step.library;
    return {
      folder,
      library,
      refresh: (...paths: readonly string[]) => reader.refresh(paths.map((one) => join(folder, one))),
    };
  }

  const shape = (library: ReadLibrary | null) => ({
    agents: library?.definitions.map(({ id }) => id),
    others: library?.others.map(({ id }) => id),
    aside: library?.aside,
  });

  test('has agents, skills and commands, and what is beside is counted', async () => {
    const { library } = await opened({
      'agents/a.md': definition('a'),
      'skills/s/SKILL.md': definition('s'),
      'skills/s/x.md': NOTE,
      'commands/c.md': NOTE,
      'README.md': NOTE,
    });
    expect(shape(library)).toEqual({ agents: ['added:a'], others: ['added:command/c', 'added:skill/s'], aside: 2 });
  });

  test('tells of what is named like an agent and is no file only where agents are', async () => {
    const folder = temporaryFolder({ 'agents/a.md': 'You look.', 'docs/b.md': 'Text.' });
    for (const path of ['agents/folder.md', 'docs/folder.md', 'loose.md']) mkdirSync(join(folder, path));
    for (const path of ['agents/gone.md', 'docs/gone.md']) symlinkSync('nowhere.md', join(folder, path));
    const { problems } = await readLibrary(nodeFileSystem, addedSources([folder]));
    expect(problems.map(({ path, code }) => `${relative(folder, path)} ${code}`).sort()).toEqual([
      'agents/folder.md file/no-file',
      'agents/gone.md file/dead-link',
      'loose.md file/no-file',
    ]);
  });

  test('is kept up to date: a new skill takes what lies beside it', async () => {
    const { folder, refresh } = await opened({ 'agents/a.md': definition('a'), 'kites/b.md': NOTE });
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new/SKILL.md'), definition('new'));
    writeFileSync(join(folder, 'new/helper.md'), definition('helper'));
    expect(shape(await refresh('new/helper.md', 'new/SKILL.md'))).toEqual({
      agents: ['added:a'],
      others: ['added:skill/new'],
      aside: 2,
    });
    rmSync(join(folder, 'kites/b.md'));
    expect(shape(await refresh('kites/b.md'))).toMatchObject({ aside: 1 });
  });

  test('with a folder of its own named too, that folder says what lies in it', async () => {
    const folder = temporaryFolder({ 'notes/a.md': '---\nname: a\ndescription: d\n---\nBe brief.\n' });
    const both = await readLibrary(nodeFileSystem, addedSources([folder, join(folder, 'notes')]));
    expect(shape(both)).toEqual({ agents: ['added:a'], others: [], aside: 0 });
  });
});
