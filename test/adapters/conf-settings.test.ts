import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSettings, readSettings } from '../../src/adapters/kept/conf-settings.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DEFAULTS = {
  saveFolder: null,
  recipes: null,
  sources: [],
  bundled: true,
  hidden: [],
  harness: 'claude',
  confirm: true,
  mouse: true,
  linear: false,
  editor: '',
  color: 'auto',
  hyperlink: 'auto',
  pager: 'less -FRX',
  shortForms: {},
  theme: 'auto',
  signs: 'unicode',
  preview: 'auto',
  shares: {},
  colors: {},
  keys: {},
};

describe('settings', () => {
  test('are the defaults when nothing is set, and no file is made for that', async () => {
    const folder = temporaryFolder();
    expect((await openSettings(folder)).read()).toMatchObject({ values: DEFAULTS, problems: [] });
    expect(existsSync(join(folder, 'config.json'))).toBe(false);
  });

  test('are there again the next time', async () => {
    const folder = temporaryFolder();
    const settings = await openSettings(folder);
    expect(await settings.change('saveFolder', () => '/home/me/agents')).toBeNull();
    expect(await settings.change('keys', () => ({ 'list.quit': ['x'] }))).toBeNull();
    expect((await openSettings(folder)).read()).toMatchObject({
      values: { ...DEFAULTS, saveFolder: '/home/me/agents', keys: { 'list.quit': ['x'] } },
      problems: [],
    });
  });

  test('leave a broken file as it is, and say so', async () => {
    const folder = temporaryFolder({ 'config.json': '{ "saveFolder": ' });
    const settings = await openSettings(folder);
    expect(settings.read()).toMatchObject({
      values: DEFAULTS,
      problems: [`${join(folder, 'config.json')}:1:17: it is not valid JSON; the defaults are in force`],
    });
    expect(await settings.change('saveFolder', () => '/x')).toMatch(/^Not kept: .*: it is not valid JSON$/);
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{ "saveFolder": ');
  });

  test('are not written through a link, though read through one', async () => {
    const folder = temporaryFolder({ mine: '{ "mouse": false }' });
    symlinkSync('mine', join(folder, 'config.json'));
    const settings = await openSettings(folder);
    expect(settings.read().values.mouse).toBe(false);
    expect(await settings.change('mouse', () => true)).toMatch(/^Not kept: .* is a link/);
    expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('{ "mouse": false }');
  });

  test('change what is there by then', async () => {
    const folder = temporaryFolder();
    const [one, other] = [await openSettings(folder), await openSettings(folder)];
    await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        (at % 2 ? one : other).change('sources', (sources) => [...sources, `/d${at}`]),
      ),
    );
    expect([...(await openSettings(folder)).read().values.sources].sort()).toHaveLength(12);
    expect(readdirSync(folder)).toEqual(['config.json']);
  });

  test.each([
    ['a pipe that nobody writes to', (path: string) => makePipe(path), 'not a regular file'],
    ['a folder', (path: string) => mkdirSync(path), 'a folder, not a file'],
    ['a link to what never ends', (path: string) => symlinkSync('/dev/zero', path), 'not a regular file'],
    ['a link in a circle', (path: string) => symlinkSync('config.json', path), 'symbolic links go in a circle'],
    ['larger than any settings', (path: string) => writeFileSync(path, ' '.repeat(3e6)), 'larger than 2 MiB'],
  ])('are the defaults where the file is %s, which stays', async (_name, make, reason) => {
    const folder = temporaryFolder();
    make(join(folder, 'config.json'));
    const before = lstatSync(join(folder, 'config.json'));
    const settings = await openSettings(folder);
    expect(settings.read()).toMatchObject({
      values: DEFAULTS,
      problems: [expect.stringContaining(`config.json: ${reason}`)],
    });
    expect(await settings.change('saveFolder', () => '/x')).toMatch(/^Not kept: /);
    expect(lstatSync(join(folder, 'config.json'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test.each([
    ['{"saveFolder": 7, "mouse": false}', { ...DEFAULTS, mouse: false }, [':1:2: saveFolder is no text']],
    [
      '{\n\t"mouse": "no",\n\t"sources": "/x",\n\t"saveFolder": "/x"\n}',
      { ...DEFAULTS, saveFolder: '/x' },
      [':3:2: sources is no list of folders', ':2:2: mouse is neither true nor false'],
    ],
    ['{"mice": true, "$schema": "x"}', DEFAULTS, [':1:2: mice is no setting']],
    [
      '{"theme": "light", "signs": "ascii", "colors": {"accent": "bright-blue", "row": "#F0F0e0"}}',
      { ...DEFAULTS, theme: 'light', signs: 'ascii', colors: { accent: 'bright-blue', row: '#F0F0e0' } },
      [],
    ],
    [
      '{"shares": {"list": 62.5,\n"outline": 140, "lists": 3}}',
      { ...DEFAULTS, shares: { list: 62.5 } },
      [
        ':2:1: shares.outline is no per cent between 0 and 100; the usual one is in force',
        ':2:17: shares.lists is none of list, list-above, outline, topics, versions, form, left-out, made-here, column-1, column-2, column-3, column-4, column-5, column-6, column-7, version-1 and version-2',
      ],
    ],
    [
      '{"theme": "drak",\n"signs": true,\n"colors": ["red"]}',
      DEFAULTS,
      [
        ':1:2: theme is none of auto, dark, light, high-contrast and ansi; the default is in force',
        ':2:1: signs is none of unicode and ascii; the default is in force',
        ':3:1: colors lists colours by what they are for',
      ],
    ],
    [
      '{"colors": {"accent": "blue", "good": "#fff", "bad": "red", "muted": 7, "toString": "red"}}',
      { ...DEFAULTS, colors: { accent: 'blue' } },
      [
        ':1:31: colors.good is no colour',
        ':1:47: colors.bad is none of accent, heading',
        ':1:61: colors.muted is no colour',
        ':1:73: colors.toString is none of',
      ],
    ],
    ['{"recipes": "docs/recipes"}', { ...DEFAULTS, recipes: 'docs/recipes' }, []],
    ['[]', DEFAULTS, [': it does not hold settings']],
  ])('use what is usable of %s, and say where the rest is', async (content, values, problems) => {
    const folder = temporaryFolder({ 'config.json': content });
    const outcome = (await openSettings(folder)).read();
    expect(outcome.values).toEqual(values);
    const file = join(folder, 'config.json');
    expect(outcome.problems).toEqual(problems.map((words) => expect.stringContaining(file + words)));
  });

  test.each(['/srv/recipes', '~/recipes', '../recipes', 'C:/recipes', '.', '', 'a//b', 'agents/.recipes'])(
    'keep recipes beside their agents where %j is no folder of every project',
    async (path) => {
      const folder = temporaryFolder({ 'config.json': JSON.stringify({ recipes: path }) });
      const { values, problems } = await readSettings(folder);
      expect(values.recipes).toBeNull();
      expect(problems).toEqual([expect.stringContaining(':1:2: recipes is no path that leads into the project')]);
    },
  );

  test('take the folder of recipes from its variable before the file', async () => {
    const folder = temporaryFolder({ 'config.json': '{"recipes": "docs/recipes"}' });
    const { values } = await readSettings(folder, { environment: { AGENTS_RECIPES: 'made/' } });
    expect(values.recipes).toBe('made');
  });

  test('hand on the keys as they are written, with their places', async () => {
    const folder = temporaryFolder({ 'config.json': '{\n  "keys": {\n    "list.quit": "x"\n  }\n}' });
    const { values, problems, placeOf } = (await openSettings(folder)).read();
    expect([values.keys, problems]).toEqual([{ 'list.quit': 'x' }, []]);
    expect(placeOf(['keys', 'list.quit'])).toBe(`${join(folder, 'config.json')}:3:5`);
  });
});
