import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/definitions', import.meta.url));

/** A copy, for the running test, of the six definitions that the end-to-end tests work on. */
export function definitionFolder(): string {
  const folder = join(temporaryFolder(), 'team');
  cpSync(FIXTURES, folder, { recursive: true });
  return folder;
}
