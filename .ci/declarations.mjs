import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** What is public of `src/api`: the data, then the functions. */
const PUBLIC = ['types', 'api'];

/**
 * The types of what other programs import, as one text that leads to no other file.
 *
 * @returns {string}
 * @throws If a public file uses types of one that is not.
 */
export function declarations() {
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
  try {
    const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    const emit = [
      '--noEmit',
      'false',
      '--declaration',
      '--emitDeclarationOnly',
      '--rootDir',
      'src',
      '--outDir',
      folder,
    ];
    execFileSync(process.execPath, [compiler, '-p', 'src/pure.tsconfig.json', ...emit], { stdio: 'inherit' });
    const texts = PUBLIC.map((name) => readFileSync(join(folder, 'api', `${name}.d.ts`), 'utf8'));
    const all = texts.join('').replace(/^(?:import|export) type .* from '\.\/types\.ts';\n/gm, '');
    const [leading] = /^.*\bfrom '.*|^.*\bimport\(.*/m.exec(all) ?? [];
    if (leading !== undefined) throw new Error(`The types of src/api lead out of it: ${leading}`);
    return all;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
