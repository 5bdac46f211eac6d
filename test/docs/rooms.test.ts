import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHECK = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

describe('the check of the floors', () => {
  test('fails on an import that goes up, sideways or past its wing, and names both', async () => {
    const planted = [
      ['core/sections/up.ts', 'core/library/one.ts', 'core/sections must not import core/library'],
      ['core/reading/aside.ts', 'core/sections/two.ts', 'core/reading must not import core/sections'],
      ['kit/helper.ts', 'core/definition/three.ts', 'kit must not import core/definition'],
      ['core/formats/loading/out.ts', 'core/formats/four.ts', 'core/formats/loading must not import core/formats'],
      ['app/browse/screen.ts', 'app/loop.ts', 'app/browse must not import app'],
      ['app/disk.ts', 'adapters/five.ts', 'app must not import adapters'],
      ['ui/views/view.ts', 'app/save/update-save.ts', 'views must not import reducers'],
      ['core/compose/loose.ts', 'core/six.ts', 'a file without a room is imported'],
      ['ui/root.ts', 'seven.ts', 'only roots import roots'],
    ] as const;
    const files = planted.flatMap(([from, to]) => [
      [from, importing(from, to)],
      [to, 'export const planted = 1;\n'],
    ]);
    const { code, words } = await checked(Object.fromEntries(files));
    expect(code).not.toBe(0);
    for (const [from, to, message] of planted) {
      const lines = words.split('\n').filter((line) => line.includes(`src/${from} → src/${to}`));
      expect(lines.join('\n'), from).toContain(message);
    }
  });

  test('passes an import that goes down', async () => {
    const [from, to] = ['core/library/down.ts', 'core/sections/one.ts'];
    const { code, words } = await checked({ [from]: importing(from, to), [to]: 'export const planted = 1;\n' });
    expect(code, words).toBe(0);
  });
});

describe('the rooms', () => {
  const folders = foldersIn(join(ROOT, 'src'));

  test('no file lies loose in core, and few do in app', () => {
    expect(filesIn('core')).toEqual([]);
    expect(filesIn('app').length).toBeLessThanOrEqual(8);
  });

  test('no room has more files than one can overlook', () => {
    expect(folders.filter((folder) => filesIn(folder).length > 26)).toEqual([]);
  });

  test('a room of more than ten files says what comes in, what goes out and what to open first', () => {
    const large = folders.filter((folder) => filesIn(folder).length > 10);
    expect(large.filter((folder) => !existsSync(join(ROOT, 'src', folder, 'README.md')))).toEqual([]);
  });

  test('every file that a map names is there', () => {
    const maps = ['', ...folders].filter((folder) => existsSync(join(ROOT, 'src', folder, 'README.md')));
    const missing = maps.flatMap((folder) => {
      const text = readFileSync(join(ROOT, 'src', folder, 'README.md'), 'utf8');
      return [...text.matchAll(/`([a-z0-9/-]+\.tsx?|[a-z/-]+\/)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !existsSync(join(ROOT, path)) && !isNamedIn(folder, path, text))
        .map((path) => `${folder}: ${path}`);
    });
    expect(missing).toEqual([]);
  });
});

/** A name in a map is that of a file of its room, of `src`, or of the folder of the path before it in the line. */
function isNamedIn(folder: string, path: string, text: string): boolean {
  const line = text.split('\n').find((one) => one.includes(`\`${path}\``)) ?? '';
  const before = [...line.matchAll(/`([a-z0-9/-]+)\/[a-z0-9-]+\.tsx?`/g)].map(([, place = '']) => place);
  return [folder, '', ...before].some((place) => existsSync(join(ROOT, 'src', place, path)));
}

function importing(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1) || './';
  return `import { planted } from '${up}${to}';\nexport const imported = planted;\n`;
}

/** What the check says of a house with nothing in it but some files. */
async function checked(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly words: string }> {
  const inSrc = Object.fromEntries(Object.entries(files).map(([path, text]) => [`src/${path}`, text]));
  const cwd = temporaryFolder({ ...inSrc, 'tsconfig.json': readFileSync(join(ROOT, 'tsconfig.json'), 'utf8') });
  return new Promise((resolve) => {
    const given = [CHECK, '--config', join(ROOT, '.dependency-cruiser.cjs'), 'src'];
    execFile(process.execPath, given, { cwd }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, words: out + err });
    });
  });
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(join(ROOT, 'src', folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map(({ name }) => name);
}

function foldersIn(path: string, above = ''): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [above + name, ...foldersIn(join(path, name), `${above}${name}/`)]);
}
