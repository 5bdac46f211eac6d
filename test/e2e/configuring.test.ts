import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTING_KEYS } from '../../src/ports/setting-table.ts';
import { builtProgram } from '../support/built-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

const fileIn = (folder: string): string => join(folder, 'home/.config/agents/config.json');

/** A home with these settings. */
function withSettings(text: string): string {
  const folder = temporaryFolder();
  mkdirSync(dirname(fileIn(folder)), { recursive: true });
  writeFileSync(fileIn(folder), text);
  return folder;
}

describe('agents config', () => {
  test('lists every key, and makes no file for that', () => {
    const folder = temporaryFolder();
    const { code, out, err } = builtProgram(folder)(['config']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s+/)[0]),
    ).toEqual(SETTING_KEYS.map(({ name }) => name));
    expect(existsSync(fileIn(folder))).toBe(false);
  });

  test('sets, tells and takes away again', () => {
    const folder = temporaryFolder();
    const run = builtProgram(folder);
    const done = { code: 0, out: '', err: '' };
    expect(run(['config', 'set', 'theme', 'light'])).toEqual(done);
    expect(run(['config', 'set', 'colors.accent', 'bright-blue'])).toEqual(done);
    expect(run(['config', 'set', 'keys.list.compare', 'd', '='])).toEqual(done);
    expect(run(['config', 'set', 'keys.list.quit'])).toEqual(done);
    expect(run(['config', 'set', 'sources', 'a', '/b'])).toEqual(done);
    expect(run(['config', 'set', 'shares.list', '62.5'])).toEqual(done);
    expect(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).toEqual({
      theme: 'light',
      colors: { accent: 'bright-blue' },
      keys: { 'list.compare': ['d', '='], 'list.quit': [] },
      sources: [join(folder, 'a'), '/b'],
      shares: { list: 62.5 },
    });
    expect(run(['config', 'get', 'theme']).out).toBe('light\n');
    expect(run(['config', 'get', 'keys.list.compare']).out).toBe('["d","="]\n');
    expect(run(['config', 'list']).out).toMatch(/^colors\.accent +bright-blue +file$/m);
    for (const key of ['theme', 'colors.accent', 'keys.list.compare', 'keys.list.quit', 'sources', 'shares'])
      expect(run(['config', 'unset', key])).toEqual(done);
    expect(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).toEqual({});
  });

  test('a variable comes before the file, and says so', () => {
    const folder = withSettings('{ "theme": "dark", "bundled": false }');
    const run = builtProgram(folder, { AGENTS_THEME: 'ansi', AGENTS_BUNDLED: '', AGENTS_MOUSE: '0' });
    const settings = JSON.parse(run(['config', '--json']).out) as readonly { key: string }[];
    const one = (key: string) => settings.find((setting) => setting.key === key);
    expect(one('theme')).toMatchObject({ value: 'ansi', origin: 'AGENTS_THEME' });
    expect(one('bundled')).toMatchObject({ value: false, origin: 'file' });
    expect(one('mouse')).toMatchObject({ value: false, origin: 'AGENTS_MOUSE' });
    expect(one('signs')).toMatchObject({ value: 'unicode', origin: 'default' });
    expect(run(['config', 'set', 'theme', 'light']).err).toBe(
      'AGENTS_THEME is set, and comes before the settings file\n',
    );
  });

  test('a variable that cannot be is told, and the file is in force', () => {
    const folder = withSettings('{ "theme": "dark" }');
    const { code, out, err } = builtProgram(folder, { AGENTS_THEME: 'drak' })(['config', 'get', 'theme']);
    expect({ code, out }).toEqual({ code: 0, out: 'dark\n' });
    expect(err).toMatch(/^AGENTS_THEME: theme is none of auto, dark/);
  });

  test('looks in the folders of AGENTS_SOURCE alone, and --source comes before it', () => {
    const agent = (name: string) => `---\nname: ${name}\ndescription: Use for ${name}\n---\nBe it.\n`;
    const folder = temporaryFolder({
      'a/one.md': agent('one'),
      'b/two.md': agent('two'),
      'c/three.md': agent('three'),
    });
    const run = builtProgram(folder, { AGENTS_SOURCE: 'a:b' });
    const names = (...args: readonly string[]) =>
      (JSON.parse(run(['list', '--json', ...args]).out) as readonly { name: string }[]).map(({ name }) => name);
    expect(names()).toEqual(['one', 'two']);
    expect(names('--source', 'c')).toEqual(['three']);
  });

  test('goes without settings where AGENTS_CONFIG lies in a folder that is gone', () => {
    const folder = temporaryFolder({ 'a/one.md': '---\nname: one\ndescription: Use it\n---\nx\n' });
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@" list --source "$0/a"';
    const env = { PATH: process.env.PATH, HOME: folder, AGENTS_CONFIG: 'own.json' };
    const run = spawnSync('bash', ['-c', script, folder, ...AGENTS], { cwd: folder, env, encoding: 'utf8' });
    expect({ status: run.status, out: run.stdout, err: run.stderr }).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^one /),
      err: expect.not.stringContaining('    at '),
    });
  });

  test('keeps its settings where AGENTS_CONFIG says', () => {
    const folder = temporaryFolder();
    const run = builtProgram(folder, { AGENTS_CONFIG: 'mine/own' });
    expect(run(['config', 'path']).out).toBe(`${join(folder, 'mine/own')}\n`);
    expect(run(['config', 'set', 'mouse', 'false']).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'mine/own'), 'utf8'))).toEqual({ mouse: false });
    expect(run(['config', 'get', 'mouse']).out).toBe('false\n');
  });

  test.each([
    [['set', 'theem', 'dark'], 'There is no key theem; did you mean theme?'],
    [['get', 'colors.acent'], 'There is no key colors.acent; did you mean colors.accent?'],
    [['set', 'keys.list.compar', 'd'], 'There is no key keys.list.compar; did you mean keys.list.compare?'],
    [['set', 'mouse.x', 'true'], 'There is no key mouse.x'],
    [['set', 'theme', 'ligth'], 'theme is auto, dark, light, high-contrast or ansi, not ligth; did you mean light?'],
    [['set', 'mouse', 'yes'], 'mouse is true or false, not yes'],
    [['set', 'colors.accent', 'blueish'], 'colors.accent is a name, or #rrggbb, not blueish'],
    [['set', 'shares.list', '140'], 'shares.list is a per cent, not 140'],
    [['set', 'colors', 'blue'], 'colors is set by its parts: colors.ROLE VALUE'],
    [['set', 'theme'], 'Say what theme is to be'],
    [['set', 'theme', 'dark', 'light'], 'theme is one value'],
    [['set', 'keys.list.compare', 'q'], 'list.compare: “q” is a key of'],
    [['set'], 'Say which key to set'],
    [['get', 'theme', 'more'], 'config get takes nothing more'],
    [['sett', 'theme', 'dark'], 'did you mean set?'],
  ])('%j is wrong usage, and changes nothing', (words, message) => {
    const folder = withSettings('{ "mouse": false }');
    const { code, out, err } = builtProgram(folder)(['config', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
    expect(readFileSync(fileIn(folder), 'utf8')).toBe('{ "mouse": false }');
  });

  test.each([
    ['{\n  "theme": "dark",\n}', ':3:1: it is not valid JSON'],
    ['[]', ': it does not hold settings'],
  ])('never writes over %j, and says where it is wrong', (text, message) => {
    const folder = withSettings(text);
    const run = builtProgram(folder);
    for (const words of [['set', 'theme', 'light'], ['unset', 'theme'], ['list'], ['get', 'theme']]) {
      const { code, err } = run(['config', ...words]);
      expect(code).toBe(1);
      expect(err).toContain(`~/.config/agents/config.json${message}`);
      expect(readFileSync(fileIn(folder), 'utf8')).toBe(text);
    }
  });

  test('opens the file in the editor, and says afterwards what is wrong in it', () => {
    const folder = temporaryFolder({ 'ed.sh': '#!/bin/sh\nprintf \'{ "mice": 1 }\' > "$1"\n' });
    chmodSync(join(folder, 'ed.sh'), 0o755);
    const run = builtProgram(folder, { EDITOR: join(folder, 'ed.sh') });
    expect(run(['config', 'edit'])).toEqual({
      code: 1,
      out: '',
      err: '~/.config/agents/config.json:1:3: mice is no setting\n',
    });
    expect(builtProgram(folder)(['config', 'edit']).err).toContain('No editor is set');
  });
});
