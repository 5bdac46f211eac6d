import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOADED_SCRIPTS = fileURLToPath(new URL('../support/loaded-scripts.cjs', import.meta.url));

const agent = (prompt: string) => `---\nname: hull-surveyor\ndescription: Use it for hulls\n---\n${prompt}\n`;

/** Runs the program until what it read is old enough to be kept. */
async function keptBy(run: () => unknown, folder: string): Promise<readonly string[]> {
  await expect
    .poll(
      () => {
        run();
        return existsSync(folder) ? readdirSync(folder) : [];
      },
      { timeout: 60_000, interval: 250 },
    )
    .toHaveLength(3);
  return readdirSync(folder).map((name) => join(folder, name));
}

describe('what was read is kept in the cache folder', () => {
  test('and whatever becomes of it or of the files, the same is printed', { timeout: 180_000 }, async () => {
    const folder = temporaryFolder({ 'agents/hull-surveyor.md': agent('You look for rot.') });
    const path = join(folder, 'agents/hull-surveyor.md');
    const run = builtProgram(folder);
    const without = builtProgram(folder, { NODE_DISABLE_COMPILE_CACHE: '1' });
    const commands = [
      ['list', '--source', 'agents'],
      ['search', 'rot', '--source', 'agents'],
      ['complete', '--', 'show', '--source', 'agents', ''],
    ];
    const isSame = (): void => {
      for (const args of commands) expect(run(args), args.join(' ')).toEqual(without(args));
    };
    const kept = await keptBy(() => run(commands[0] ?? []), join(folder, 'home/.cache/agents/libraries'));
    isSame();
    const told = builtProgram(folder, { NODE_OPTIONS: `--require ${LOADED_SCRIPTS}` });
    const scriptsOf = (...args: readonly string[]) => /scripts: (.*)/.exec(told(args).err)?.[1];
    // What reads definitions is not even loaded.
    expect(scriptsOf('list', '--source', 'agents')).toBe('agents.js main.js');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, agent('You look for rat.'));
    utimesSync(path, atime, mtime);
    isSame();
    expect(run(['search', 'rot', '--source', 'agents']).out).toBe('');
    await keptBy(() => run(commands[0] ?? []), join(folder, 'home/.cache/agents/libraries'));
    for (const one of kept) {
      const bytes = readFileSync(one);
      bytes[bytes.length >> 2] = (bytes[bytes.length >> 2] ?? 0) ^ 1;
      writeFileSync(one, bytes);
    }
    isSame();
    for (const one of kept) writeFileSync(one, '');
    isSame();
  });

  test('but nothing where that is turned off', () => {
    const folder = temporaryFolder({ 'agents/hull-surveyor.md': agent('You look for rot.') });
    builtProgram(folder, { NODE_DISABLE_COMPILE_CACHE: '1' })(['list', '--source', 'agents']);
    expect(existsSync(join(folder, 'home/.cache/agents/libraries'))).toBe(false);
  });
});
