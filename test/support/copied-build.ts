import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.ts';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A copy of the built program for the running test, to change.
 *
 * @returns The folder of its scripts.
 */
export function copiedBuild(): string {
  const folder = temporaryFolder();
  for (const part of ['dist', 'package.json', 'agents'])
    cpSync(join(PACKAGE, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  return join(folder, 'dist');
}
