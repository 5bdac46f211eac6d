import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { addedSources } from '../../src/core/added-source.ts';
import type { Format } from '../../src/core/agent-definition.ts';
import { loadLibrary, readLibrary } from '../../src/usecases/load-library.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const definition = (name: string) => `---\nname: ${name}\ndescription: Does ${name}\n---\nBe brief.\n`;
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`agent-${at}.md`, definition(`agent-${at}`)]));

describe('loading a library', () => {
  test('gives something to see early, and everything at the end', async () => {
    const steps = [];
    for await (const { library, complete } of loadLibrary(nodeFileSystem, addedSources([temporaryFolder(many(300))]))) {
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
      { path: join(folder, 'binary.md'), reason: 'a binary file, not text' },
      { path: join(folder, 'bytes.md'), reason: 'not UTF-8 text' },
    ]);
  });

  test('says which source is missing and reads the others', async () => {
    const folder = temporaryFolder({ 'good.md': definition('good') });
    const missing = join(folder, 'missing');
    const { definitions, problems } = await readLibrary(nodeFileSystem, addedSources([missing, folder]));
    expect(definitions).toHaveLength(1);
    expect(problems).toEqual([{ path: missing, reason: 'no such folder' }]);
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
    expect(await names('cursor')).toEqual(['a', 'b']);
    expect(await names('gemini')).toEqual(['a']);
    expect(await names('codex')).toEqual([]);
  });

  test('takes a single file for a source, even a README', async () => {
    const folder = temporaryFolder({ 'README.md': '# Helper\n', 'b.md': definition('b') });
    const { definitions } = await readLibrary(nodeFileSystem, addedSources([join(folder, 'README.md')]));
    expect(definitions.map(({ path }) => path)).toEqual([join(folder, 'README.md')]);
  });
});
