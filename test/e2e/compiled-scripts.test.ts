import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMPILED, compiledFiles, compiledHashes, NODE_KEEPS } from '../support/compiled-files.ts';
import { copiedBuild } from '../support/copied-build.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

const [node = '', program = ''] = AGENTS;
const DEFINITIONS = fileURLToPath(new URL('../fixtures/definitions', import.meta.url));

describe('compiled scripts', () => {
  const run = (home: string, command = 'twins', start = program, env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(node, [start, command, '--source', DEFINITIONS], {
      env: { PATH: process.env.PATH, HOME: home, ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const kept = (home: string) => readdirSync(join(home, COMPILED)).sort();
  const files = (home: string) => compiledFiles(join(home, COMPILED));
  const hashes = (home: string) => compiledHashes(join(home, COMPILED));
  const shortNames = (home: string) => kept(home).map((name) => name.replace(/\+.*\+/, ' for '));

  test('are kept after the first run, once, and change nothing that is printed', () => {
    const home = temporaryFolder();
    const first = run(home);
    const before = hashes(home);
    expect(first.status).toBe(0);
    expect(run(home)).toEqual(first);
    expect(hashes(home)).toEqual(before);
    const by = NODE_KEEPS ? 'node' : 'twins';
    expect(shortNames(home)).toEqual([`authoring for ${by}`, `main for ${by}`]);
  });

  test('are kept for each command by itself, which needs others of their functions, where Node leaves it to us', () => {
    const home = temporaryFolder();
    run(home);
    run(home, 'list');
    const ours = ['authoring for twins', 'main for list', 'main for twins', 'reading for list'];
    expect(shortNames(home)).toEqual(NODE_KEEPS ? ['authoring for node', 'main for node'] : ours);
  });

  test('of two builds are kept side by side', () => {
    const home = temporaryFolder();
    const build = copiedBuild();
    utimesSync(join(build, 'main.js'), 1, 1);
    const other = join(build, 'agents.js');
    for (const start of [program, other]) run(home, 'twins', start);
    const before = hashes(home);
    for (const start of [program, other]) run(home, 'twins', start);
    expect(hashes(home)).toEqual(before);
    expect(kept(home).filter((name) => name.startsWith('main'))).toHaveLength(2);
  });

  test('are not kept in any number: the oldest go', () => {
    const home = temporaryFolder();
    run(home);
    const [name = ''] = kept(home);
    renameSync(join(home, COMPILED, name), join(home, COMPILED, 'oldest'));
    utimesSync(join(home, COMPILED, 'oldest'), 1, 1);
    for (let number = 0; number < 50; number += 1) writeFileSync(join(home, COMPILED, `old-${number}`), '');
    run(home);
    expect(kept(home)).toHaveLength(40);
    expect(kept(home)).toContain(name);
    expect(kept(home)).not.toContain('oldest');
  });

  test('of a script that was changed since are not used, even if size and date are as they were', () => {
    const [home, build] = [temporaryFolder(), copiedBuild()];
    const [script, start] = [join(build, 'main.js'), join(build, 'agents.js')];
    const listNothing = () =>
      spawnSync(node, [start, 'list', '--source', temporaryFolder()], { env: { HOME: home }, encoding: 'utf8' }).stderr;
    expect(listNothing()).toMatch(/No agents found/);
    const { atime, mtime } = statSync(script);
    writeFileSync(script, readFileSync(script, 'latin1').replaceAll('No agents found', 'No Agents found'), 'latin1');
    utimesSync(script, atime, mtime);
    expect(listNothing()).toMatch(/No Agents found/);
  });

  test('with a bit that has changed are made again', () => {
    const home = temporaryFolder();
    const first = run(home);
    const whole = files(home);
    const random = seededRandom(5);
    for (let flip = 0; flip < 10; flip += 1) {
      const [path = '', bytes = Buffer.alloc(0)] = [...whole][flip % whole.size] ?? [];
      const changed = Buffer.from(bytes);
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      writeFileSync(path, changed);
      expect(run(home)).toEqual(first);
      expect(readFileSync(path).equals(changed)).toBe(false);
    }
  }, 120_000);

  test.each([
    ['nothing', ''],
    ['a word', 'damaged'],
    ['a page of zeros', '\0'.repeat(4096)],
  ])('that hold %s are made again', (_, text) => {
    const home = temporaryFolder();
    const first = run(home);
    for (const path of files(home).keys()) writeFileSync(path, text);
    expect(run(home)).toEqual(first);
    for (const bytes of files(home).values()) expect(bytes.length).toBeGreaterThan(100_000);
  });

  test('need no folder that can be written', () => {
    const home = temporaryFolder({ '.cache': 'a file' });
    expect(run(home, 'list')).toMatchObject({ status: 0, stderr: '' });
  });

  test('are for their owner alone, whatever others may do with new files', () => {
    const home = temporaryFolder();
    spawnSync('sh', ['-c', 'umask 0; exec "$@"', 'sh', node, program, 'list', '--source', DEFINITIONS], {
      env: { PATH: process.env.PATH, HOME: home },
    });
    for (const path of [
      join(home, '.cache'),
      join(home, COMPILED),
      ...kept(home).map((name) => join(home, COMPILED, name)),
    ])
      expect(statSync(path).mode & 0o077).toBe(0);
    const before = hashes(home);
    run(home, 'list');
    expect(hashes(home)).toEqual(before);
  });

  test('are neither kept nor used with NODE_DISABLE_COMPILE_CACHE', () => {
    const home = temporaryFolder();
    expect(run(home, 'list', program, { NODE_DISABLE_COMPILE_CACHE: '1' })).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(home)).toEqual([]);
  });
});
