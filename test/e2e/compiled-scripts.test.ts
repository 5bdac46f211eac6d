import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

const [node = '', program = ''] = AGENTS;

describe('compiled scripts', () => {
  const run = (home: string, ...args: readonly string[]) =>
    spawnSync(node, [program, ...args, '--source', definitionFolder()], {
      env: { PATH: process.env.PATH, HOME: home },
      encoding: 'utf8',
    });
  const list = (home: string) => run(home, 'list');
  const folder = (home: string) => join(home, '.cache/agents/compiled');
  const kept = (home: string) => readdirSync(folder(home)).sort();

  test('are kept after the first run, once, and change nothing that is printed', () => {
    const home = temporaryFolder({});
    const [first, second] = [list(home), list(home)];
    expect(first.status).toBe(0);
    expect(second.stdout.replace(/agents-test-\w+/g, '')).toBe(first.stdout.replace(/agents-test-\w+/g, ''));
    expect(kept(home)).toEqual([expect.stringMatching(/^main\+.*\+list$/)]);
  });

  test('are kept for each command by itself, which needs others of their functions', () => {
    const home = temporaryFolder({});
    list(home);
    run(home, 'twins');
    expect(kept(home).map((name) => name.replace(/\+.*\+/, ' for '))).toEqual([
      'authoring for twins',
      'main for list',
      'main for twins',
    ]);
  });

  test('of another build are thrown away', () => {
    const home = temporaryFolder({});
    run(home, 'twins');
    const [authoring = '', main = ''] = kept(home);
    renameSync(join(folder(home), main), join(folder(home), main.replace('+', '+1')));
    list(home);
    expect(kept(home)).toEqual([authoring, expect.stringMatching(/^main\+.*\+list$/)]);
  });

  test('are not kept for any number of words', () => {
    const home = temporaryFolder({});
    for (let word = 0; word < 24; word += 1) run(home, `no${String.fromCharCode(97 + word)}`);
    expect(kept(home)).toHaveLength(20);
  });

  test('that are damaged are made again', () => {
    const home = temporaryFolder({});
    list(home);
    const [name = ''] = kept(home);
    const path = join(folder(home), name);
    writeFileSync(path, 'damaged');
    const { status, stderr } = list(home);
    expect([status, stderr]).toEqual([0, '']);
    expect(kept(home)).toEqual([name]);
  });

  test('need no folder that can be written', () => {
    const { status, stderr } = list(temporaryFolder({ '.cache': 'a file' }));
    expect([status, stderr]).toEqual([0, '']);
  });
});
