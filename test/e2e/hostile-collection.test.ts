import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { type HostileCollection, writeHostileCollection } from '../support/hostile/hostile-collection.ts';
import { AGENTS } from '../support/terminal-session.ts';
import { openWorkbench } from '../support/workbench.ts';

/** What no output may hold: controls but the line feed, bidi controls, zero-width and tag characters. */
const DANGEROUS =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

/** A command that takes longer hangs. */
const PATIENCE_MS = 120_000;

/** What lies where a harness looks is an agent if anything says so. */
const PLACE = '.claude/agents';

let folder = '';
let cache = '';
/** How many are listed. */
let count = 0;
let collection: HostileCollection;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'agents-hostile-')));
  cache = `${folder}-cache`;
  collection = await writeHostileCollection(join(folder, PLACE));
}, PATIENCE_MS);

afterAll(() => {
  collection.close();
  for (const made of [folder, cache]) rmSync(made, { recursive: true, force: true });
});

const agents = (...args: readonly string[]) => agentsOf(PLACE, ...args);

/** @param place The part of the collection that is read. */
function agentsOf(place: string, ...args: readonly string[]) {
  const [node = '', ...script] = AGENTS;
  const { status, signal, stdout, stderr } = spawnSync(node, [...script, ...args, '--source', join(folder, place)], {
    encoding: 'utf8',
    cwd: folder,
    env: compiledFor({ PATH: process.env.PATH, HOME: join(folder, 'home'), XDG_CACHE_HOME: cache }),
    maxBuffer: 2 ** 30,
    timeout: PATIENCE_MS,
  });
  return { status, signal, stdout, stderr };
}

describe('a folder of hundreds of hostile files', () => {
  test('is listed whole: every definition, good ones among them, and every obstacle by name', {
    timeout: PATIENCE_MS,
  }, () => {
    const { status, signal, stdout, stderr } = agents('list', '--json');

    expect({ status, signal }).toEqual({ status: 0, signal: null });
    const listed: readonly { readonly name: string; readonly path: string }[] = JSON.parse(stdout);
    // Most of them state a field or speak as prompts; the others are counted.
    expect(listed.length).toBeGreaterThan(collection.read / 2);
    count = listed.length;
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining([...collection.good]));
    const told = stderr.split('\n').slice(0, -1);
    expect(told.length).toBeGreaterThan(collection.special.length);
    for (const path of collection.special) expect(told.some((line) => line.includes(path))).toBe(true);
    expect(told.filter((line) => !/^\S.*: .+$/.test(line))).toEqual([]);
    expect(DANGEROUS.exec(stdout + stderr)).toBeNull();
  });

  test.each([
    ['lint', 1],
    ['twins', 0],
  ])('does nothing to the terminal through agents %s', { timeout: PATIENCE_MS }, (command, code) => {
    const { status, signal, stdout, stderr } = agents(...command.split(' '));

    expect({ status, signal }).toEqual({ status: code, signal: null });
    expect(DANGEROUS.exec(stdout + stderr)).toBeNull();
  });

  test('runs nothing and leaves every file as it is', { timeout: PATIENCE_MS }, () => {
    const before = everythingIn(folder);
    const program = join(folder, `${PLACE}/heads/language-0.md`);
    const text = readFileSync(program, 'utf8');

    agents('lint', '--fix', '--dry-run');
    // Beside its own kind: the others are of no use to a composition of this one.
    agentsOf(
      `${PLACE}/heads`,
      'compose',
      `${program}#*`,
      '--name',
      'n',
      '--description',
      'd',
      '-o',
      join(folder, 'n.md'),
      '--dry-run',
    );

    expect(text).toContain('writeFileSync');
    expect(readFileSync(program, 'utf8')).toBe(text);
    expect(everythingIn(folder)).toBe(before);
  });

  test('can be walked through, and a good one found, read and left', { timeout: PATIENCE_MS }, async () => {
    const session = await openWorkbench({
      folder: join(folder, PLACE),
      columns: 100,
      rows: 30,
      patience: PATIENCE_MS,
    });
    await session.sees(`${count.toLocaleString('en-US')} of ${count.toLocaleString('en-US')}`);
    session.press('Enter');
    await session.sees('enter read');
    for (let page = 0; page < 25; page += 1) {
      const before = session.screen().join('\n');
      session.press('PgDn');
      await session.until('another page', (screen) => screen.join('\n') !== before);
    }
    const modes = session.modes();
    session.press('/');
    session.type('good-7');
    await session.sees('Rules of good-7');

    expect(session.modes()).toEqual(modes);
    expect([...session.titles, ...session.copied]).toEqual([]);
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });
});

/** Names, sizes and times of everything in a folder, whatever the names are. */
function everythingIn(place: string): string {
  return spawnSync('find', [place, '-printf', '%p %s %T@\\n'], { encoding: 'latin1', maxBuffer: 2 ** 30 }).stdout;
}
