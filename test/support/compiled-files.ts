import { readdirSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { sha256 } from '../../src/adapters/sha256.ts';

/** Whether Node keeps compiled code itself, as from 22.1 on: for each script, whatever it is asked to do. */
export const NODE_KEEPS = 'enableCompileCache' in module;

/** Below the home folder. */
export const COMPILED = '.cache/agents/compiled';

/** Every file of compiled code below a folder, by its path. */
export function compiledFiles(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.sort().map((path) => [path, readFileSync(path)]));
}

/** The same, but of each only the hash. */
export function compiledHashes(folder: string): ReadonlyMap<string, string> {
  return new Map([...compiledFiles(folder)].map(([path, bytes]) => [path, sha256(bytes)]));
}
