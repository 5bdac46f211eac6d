import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

const [node = '', program = ''] = AGENTS;

describe('compiled scripts', () => {
  const list = (home: string, env: Readonly<Record<string, string>> = {}) =>
    spawnSync(node, [program, 'list', '--source', definitionFolder()], {
      env: { PATH: process.env.PATH, HOME: home, ...env },
      encoding: 'utf8',
    });
  const kept = (home: string) => readdirSync(join(home, '.cache/agents/compiled'));

  test('are kept after the first run, once, and change nothing that is printed', () => {
    const home = temporaryFolder({});
    const [first, second] = [list(home), list(home)];
    expect(first.status).toBe(0);
    expect(second.stdout.replace(/agents-test-\w+/g, '')).toBe(first.stdout.replace(/agents-test-\w+/g, ''));
    expect(kept(home)).toEqual([expect.stringMatching(/^main-v\d+/)]);
  });

  test('that are damaged are made again', () => {
    const home = temporaryFolder({});
    list(home);
    const [name = ''] = kept(home);
    const path = join(home, '.cache/agents/compiled', name);
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
