import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { terminalEditor } from '../../src/adapters/terminal-editor.ts';
import { FORMATS } from '../../src/core/definition/agent-definition.ts';
import { agentFolder } from '../../src/core/formats/agent-folder.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AGENTS = '.claude/agents';
const SMITH =
  '---\n# of the forge\nname: "smith" # of irons\ndescription: Use it to forge\n---\n\nYou are a smith, as smith says.\n';
const FILES = {
  [`${AGENTS}/smith.md`]: SMITH,
  'lib/baker.md': '---\nname: baker\ndescription: Bakes\n---\n\nBake bread.\n',
};

type Parts = Parameters<typeof runAgents>[2];

/** A command line on the sources of a project without a home, and a library that comes with the program. */
const run = (folder: string, args: readonly string[], parts: Parts = {}) =>
  runAgents(folder, args, {
    sources: defaultSources({ cwd: folder, home: null, bundled: join(folder, 'lib') }),
    ...parts,
  });
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('agents new', () => {
  test('writes an agent where the project has its agents, with the sections to be filled in', async () => {
    const folder = temporaryFolder(FILES);
    const { code, err } = await run(folder, ['new', 'log-reader', '--description', 'Use it to read logs']);
    expect([code, err]).toEqual([0, `Wrote ${AGENTS}/log-reader.md\n`]);
    const text = read(folder, `${AGENTS}/log-reader.md`);
    expect(text).toMatch(/^---\nname: log-reader\ndescription: Use it to read logs\n---\n/);
    expect(text.match(/^## .*/gm)).toEqual(['## Role', '## When invoked', '## Rules', '## Answer']);
  });

  test.each(FORMATS)('is clean for lint in the folder of %s', async (format) => {
    const folder = temporaryFolder(FILES);
    const made = await run(folder, [
      'new',
      'log-reader',
      '--description',
      'Use it to read the logs of a service',
      '--to',
      format,
    ]);
    expect(made.code).toBe(0);
    const lint = await run(folder, ['lint', '--severity', 'info', join(folder, agentFolder(format, 'project'))]);
    expect([lint.code, lint.out]).toEqual([0, expect.stringContaining('no problems')]);
  });

  test('takes tools and model, a prompt from standard input, or another agent', async () => {
    const folder = temporaryFolder(FILES);
    const piped = ['new', 'piped', '-', '--description', 'D', '--tools', 'Read, Grep', '--model', 'haiku'];
    expect((await run(folder, piped, { input: ['Say what you see.\n'] })).code).toBe(0);
    expect(read(folder, `${AGENTS}/piped.md`)).toBe(
      '---\nname: piped\ndescription: D\ntools: Read, Grep\nmodel: haiku\n---\n\nSay what you see.\n',
    );
    expect((await run(folder, ['new', 'pastry', '--from', 'baker'])).code).toBe(0);
    expect(read(folder, `${AGENTS}/pastry.md`)).toBe('---\nname: pastry\ndescription: Bakes\n---\n\nBake bread.\n');
  });

  test.each([
    [
      ['new', 'Log Reader', '--description', 'D'],
      'Log Reader is no name: lowercase letters, digits and hyphens; log-reader would do',
    ],
    [['new', '../x', '--description', 'D'], '../x is no name: lowercase letters, digits and hyphens; x would do'],
    [['new', 'x'], 'Say when it is to be used, with --description'],
    [
      ['new', 'x', '--description', 'D', '--to', 'gemni'],
      '--to gemni is neither project, user, a harness nor a folder',
    ],
    [['new', 'x', 'what it does'], 'too many arguments'],
  ])('%j is wrong usage', async (args, words) => {
    const folder = temporaryFolder(FILES);
    const { code, err } = await run(folder, args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });

  test('leaves what is there, unless it is to be replaced', async () => {
    const folder = temporaryFolder(FILES);
    const args = ['new', 'smith', '--description', 'D'];
    const { code, err } = await run(folder, args);
    expect([code, err]).toEqual([1, `${AGENTS}/smith.md exists; --force replaces it and keeps a backup\n`]);
    expect((await run(folder, [...args, '--force'])).code).toBe(0);
    expect(read(folder, `${AGENTS}/smith.md`)).not.toBe(SMITH);
    expect((await run(folder, ['undo'])).err).toBe('Undone: new smith (1 file)\n');
    expect(read(folder, `${AGENTS}/smith.md`)).toBe(SMITH);
  });
});

describe('agents copy', () => {
  test('takes the bytes as they are, and with a name changes that alone', async () => {
    const folder = temporaryFolder(FILES);
    const { code, err } = await run(folder, ['copy', 'baker']);
    expect([code, err]).toEqual([0, `Copied baker (bundled) to ${AGENTS}/baker.md\n`]);
    expect(read(folder, `${AGENTS}/baker.md`)).toBe(FILES['lib/baker.md']);
    expect((await run(folder, ['copy', 'smith', 'tinker'])).code).toBe(0);
    expect(read(folder, `${AGENTS}/tinker.md`)).toBe(SMITH.replace('"smith"', '"tinker"'));
  });

  test('refuses what is there, and the folder of another harness', async () => {
    const folder = temporaryFolder(FILES);
    expect((await run(folder, ['copy', 'smith'])).err).toBe(
      `${AGENTS}/smith.md is there already\n`.replace(
        ' is there already',
        ' exists; --force replaces it and keeps a backup',
      ),
    );
    const { code, err } = await run(folder, ['copy', 'smith', '--to', 'codex']);
    expect([code, err]).toEqual([1, expect.stringContaining('agents export project:smith --to codex writes it anew')]);
  });
});

describe('agents remove', () => {
  test('asks, and takes nothing away without a yes', async () => {
    const folder = temporaryFolder(FILES);
    expect((await run(folder, ['remove', 'smith'])).code).toBe(2);
    expect((await run(folder, ['remove', 'smith'], { interactive: true, input: ['n'] })).err).toContain(
      'Nothing removed',
    );
    expect(existsSync(join(folder, AGENTS, 'smith.md'))).toBe(true);
    expect((await run(folder, ['remove', 'smith'], { interactive: true, input: ['y'] })).code).toBe(0);
    expect(existsSync(join(folder, AGENTS, 'smith.md'))).toBe(false);
  });

  test('is undone with the rights of the file, and done again', async () => {
    const folder = temporaryFolder(FILES);
    const path = join(folder, AGENTS, 'smith.md');
    chmodSync(path, 0o640);
    const { err } = await run(folder, ['remove', 'smith', '--yes']);
    expect(err).toBe(`Removed smith (${AGENTS}/smith.md); agents undo brings it back\n`);
    expect((await run(folder, ['undo'])).err).toBe('Undone: remove smith (1 file)\n');
    expect([read(folder, `${AGENTS}/smith.md`), lstatSync(path).mode & 0o777]).toEqual([SMITH, 0o640]);
    expect((await run(folder, ['undo'])).err).toBe('Nothing to undo\n');
    expect((await run(folder, ['redo'])).err).toBe('Done again: remove smith (1 file)\n');
    expect(existsSync(path)).toBe(false);
    expect((await run(folder, ['undo'])).code).toBe(0);
    expect(read(folder, `${AGENTS}/smith.md`)).toBe(SMITH);
  });

  test('refuses what is not the user’s', async () => {
    const folder = temporaryFolder(FILES);
    const { code, err, out } = await run(folder, ['remove', 'baker', '--yes', '--json']);
    expect([code, err]).toEqual([1, 'baker comes with the program and is read only; agents disable hides it\n']);
    expect(JSON.parse(out)).toEqual({ schema: 1, action: 'remove', done: false, changes: [] });
  });

  test('takes of a link the link', async () => {
    const folder = temporaryFolder({ 'elsewhere/real.md': SMITH, ...FILES });
    const link = join(folder, AGENTS, 'linked.md');
    symlinkSync('../../elsewhere/real.md', link);
    expect((await run(folder, ['remove', link, '--yes'])).code).toBe(0);
    expect(existsSync(link)).toBe(false);
    expect(read(folder, 'elsewhere/real.md')).toBe(SMITH);
    await run(folder, ['undo']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('tells what it would do, and does not', async () => {
    const folder = temporaryFolder(FILES);
    const { code, out } = await run(folder, ['remove', 'smith', '-n', '--json']);
    const path = join(folder, AGENTS, 'smith.md');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { schema: 1, action: 'remove', done: false, changes: [{ from: path, to: null, kind: 'remove' }] },
    ]);
    expect(read(folder, `${AGENTS}/smith.md`)).toBe(SMITH);
  });
});

describe('agents move', () => {
  test('leaves nothing behind; a link leads where it led', async () => {
    const folder = temporaryFolder({ ...FILES, 'elsewhere/real.md': SMITH.replace('smith', 'real') });
    symlinkSync('../../elsewhere/real.md', join(folder, AGENTS, 'real.md'));
    mkdirSync(join(folder, 'team'));
    expect((await run(folder, ['move', 'smith', '--to', 'team'])).code).toBe(0);
    expect(existsSync(join(folder, AGENTS, 'smith.md'))).toBe(false);
    expect(read(folder, 'team/smith.md')).toBe(SMITH);
    expect((await run(folder, ['move', join(folder, AGENTS, 'real.md'), '--to', 'team'])).code).toBe(0);
    expect(lstatSync(join(folder, 'team/real.md')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'team/real.md')).toContain('"real"');
    await run(folder, ['undo']);
    await run(folder, ['undo']);
    expect([read(folder, `${AGENTS}/smith.md`), existsSync(join(folder, 'team/real.md'))]).toEqual([SMITH, false]);
  });
});

describe('agents undo', () => {
  test('touches nothing where a file was changed since, but by force, and keeps what is there', async () => {
    const folder = temporaryFolder(FILES);
    await run(folder, ['new', 'log-reader', '--description', 'D']);
    await run(folder, ['rename', 'smith', 'tinker']);
    writeFileSync(join(folder, AGENTS, 'tinker.md'), 'Mine now.');
    const { code, err } = await run(folder, ['undo']);
    expect([code, err]).toEqual([1, expect.stringMatching(/tinker\.md was changed since, and nothing is touched/)]);
    expect(existsSync(join(folder, AGENTS, 'smith.md'))).toBe(false);
    expect((await run(folder, ['undo', '--force'])).code).toBe(0);
    expect([read(folder, `${AGENTS}/smith.md`), existsSync(join(folder, AGENTS, 'tinker.md'))]).toEqual([SMITH, false]);
    expect((await run(folder, ['redo'])).code).toBe(0);
    expect(read(folder, `${AGENTS}/tinker.md`)).toBe('Mine now.');
  });

  test('lists what was done, and undoes any of it', async () => {
    const folder = temporaryFolder(FILES);
    await run(folder, ['new', 'one', '--description', 'D']);
    await run(folder, ['new', 'two', '--description', 'D']);
    const { out } = await run(folder, ['undo', '--list', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ command: 'new two' }, { command: 'new one', undone: false }]);
    const [, { id }] = JSON.parse(out);
    expect((await run(folder, ['undo', id])).code).toBe(0);
    expect([existsSync(join(folder, AGENTS, 'one.md')), existsSync(join(folder, AGENTS, 'two.md'))]).toEqual([
      false,
      true,
    ]);
    expect((await run(folder, ['undo', id])).err).toBe('new one is undone already\n');
    expect((await run(folder, ['undo', '99'])).err).toBe('No action is called 99; agents undo --list lists them\n');
  });

  test('keeps what other commands wrote', async () => {
    const folder = temporaryFolder(FILES);
    for (const args of [
      ['compose', 'smith#*', '--name', 'made', '-o', join(folder, AGENTS, 'made.md')],
      ['export', 'smith', '--to', 'codex'],
      ['import', '--from', 'codex', join(folder, '.codex/agents/smith.toml'), '-o', join(folder, 'team')],
    ]) {
      const { code, err } = await run(folder, args);
      expect([code, err]).toEqual([0, expect.stringContaining('Wrote')]);
    }
    const list = JSON.parse((await run(folder, ['undo', '--list', '--json'])).out);
    expect(list.map(({ command }: { command: string }) => command.split(' ')[0])).toEqual([
      'import',
      'export',
      'compose',
    ]);
    for (const _ of list) await run(folder, ['undo']);
    for (const path of [`${AGENTS}/made.md`, '.codex', 'team', `${AGENTS}/.recipes`])
      expect(existsSync(join(folder, path))).toBe(false);
  });
});

describe('agents disable and enable', () => {
  const OPENCODE = '.opencode/agents/cat.md';
  const CAT = '---\ndescription: Use it as cat\nmode: subagent\n---\n\nYou are cat.\n';

  test('take a file away from its harness and give it back as it was', async () => {
    const folder = temporaryFolder(FILES);
    const { code, err } = await run(folder, ['disable', 'smith']);
    expect([code, err]).toEqual([0, `smith is off (${AGENTS}/smith.md)\n`]);
    expect(read(folder, `${AGENTS}/smith.md.disabled`)).toBe(SMITH);
    expect((await run(folder, ['list'])).out).toMatch(/^smith .* off /m);
    const listed = JSON.parse((await run(folder, ['list', '--json'])).out);
    expect(listed.find(({ name }: { name: string }) => name === 'smith')).toMatchObject({ disabled: true });
    expect((await run(folder, ['which', 'smith'])).out).toContain(
      `not loaded ${AGENTS}/smith.md.disabled: switched off`,
    );
    expect(await run(folder, ['disable', 'smith'])).toMatchObject({ code: 0, err: 'smith is off already\n' });
    expect((await run(folder, ['enable', 'smith'])).code).toBe(0);
    expect(read(folder, `${AGENTS}/smith.md`)).toBe(SMITH);
    expect(await run(folder, ['enable', 'smith'])).toMatchObject({ code: 0, err: 'smith is on already\n' });
  });

  test.each([
    [CAT, '---\ndisable: true # switched off\ndescription'],
    [CAT.replaceAll('\n', '\r\n'), 'disable: true # switched off\r\n'],
    [CAT.replace('mode', 'disable: false # so far\nmode'), 'disable: true # so far'],
  ])('use the field of OpenCode', async (text, off) => {
    const folder = temporaryFolder({ [OPENCODE]: text });
    await run(folder, ['disable', 'cat']);
    expect(read(folder, OPENCODE)).toContain(off);
    expect((await run(folder, ['list'])).out).toMatch(/^cat .* off /m);
    expect((await run(folder, ['disable', 'cat'])).err).toBe('cat is off already\n');
    await run(folder, ['enable', 'cat']);
    expect(read(folder, OPENCODE)).toBe(text);
  });

  test('hide what is not the user’s, and undo brings it back', async () => {
    const folder = temporaryFolder(FILES);
    const { err } = await run(folder, ['disable', 'baker']);
    expect(err).toBe('baker is no longer listed; agents enable bundled:baker lists it\n');
    expect((await run(folder, ['list'])).out).not.toContain('baker');
    expect((await run(folder, ['search', 'bread'])).out).toBe('');
    await run(folder, ['undo']);
    expect((await run(folder, ['list'])).out).toContain('baker');
    await run(folder, ['disable', 'bundled:baker']);
    await run(folder, ['enable', 'bundled:baker']);
    expect((await run(folder, ['list'])).out).toContain('baker');
  });
});

describe('agents edit', () => {
  const editor = (script: string) => ({
    openEditor: async () => terminalEditor(`sh -c '${script}' sh`),
  });

  test('tells what is wrong afterwards, and undo knows the version before', async () => {
    const folder = temporaryFolder(FILES);
    const { code, err } = await run(folder, ['edit', 'smith'], editor('echo "Write it to /tmp. TODO" >> "$1"'));
    expect([code, err]).toEqual([0, expect.stringMatching(/smith\.md: (?:no problems|\d+ problems?)\n$/)]);
    await run(folder, ['undo']);
    expect(read(folder, `${AGENTS}/smith.md`)).toBe(SMITH);
  });

  test('offers to call the file by its new name', async () => {
    const folder = temporaryFolder(FILES);
    const parts = { ...editor('sed -i s/smith/tinker/ "$1"'), interactive: true, input: ['y'] };
    const { err } = await run(folder, ['edit', 'smith'], parts);
    expect(err).toContain(`Renamed ${AGENTS}/smith.md to ${AGENTS}/tinker.md\n`);
    expect(existsSync(join(folder, AGENTS, 'smith.md'))).toBe(false);
    await run(folder, ['undo']);
    expect(read(folder, `${AGENTS}/smith.md`)).toBe(SMITH);
  });

  test('needs an editor, and a file of one’s own', async () => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, ['edit', 'smith'])).toMatchObject({
      code: 1,
      err: 'No editor is set: set $VISUAL or $EDITOR\n',
    });
    expect((await run(folder, ['edit', 'baker'])).err).toContain('agents copy makes one of your own');
  });
});
