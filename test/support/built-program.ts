import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compiledFor } from './compiled-once.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/agents.js', import.meta.url));

/** What the built program did. */
interface BuiltRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * The built program in a folder, which is its home too, with nothing in the environment but what is given.
 *
 * @param folder An absolute path.
 */
export function builtProgram(folder: string, env: Readonly<Record<string, string>> = {}) {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const whole = compiledFor({ HOME: home, PATH: process.env.PATH ?? '', ...env });
  return (args: readonly string[], input = ''): BuiltRun => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: whole,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return { code: status, out: stdout, err: stderr };
  };
}
