import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The program as its source says: types taken out, and nothing else that the build does. Packages are loaded as they
 * come.
 *
 * @param folder A new folder, where it is put with links to all it needs.
 * @returns The script that starts it.
 */
export async function sourceProgram(folder: string): Promise<string> {
  for (const name of ['agents', 'node_modules', 'package.json']) symlinkSync(join(PROJECT, name), join(folder, name));
  await build({
    absWorkingDir: PROJECT,
    stdin: { contents: "import { start } from './src/main.ts'; start();", resolveDir: PROJECT, sourcefile: 'main.mjs' },
    entryNames: 'main',
    outdir: join(folder, 'source'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return join(folder, 'source', 'main.mjs');
}
