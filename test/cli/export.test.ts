import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { FORMATS, type Source } from '../../src/core/definition/agent-definition.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = {
  'reader.md':
    '---\nname: reader\ndescription: Use it to read\ntools: Read, Bash(git log:*)\ncolor: blue\n---\nRead with care, please.\n',
  'lenient.md': '---\nname: lenient\ndescription: Use it: always\n---\nBe kind to everybody.\n',
  'open.md': '---\nname: open\ndescription: Use it often\n\nBe open to everybody.\n',
  'other/reader.md': '---\nname: Reader\ndescription: Use it too\n---\nAnother reader of things.\n',
};
const run = (folder: string, ...args: readonly string[]) => runAgents(folder, ['export', ...args]);

describe('agents export', () => {
  test('writes a definition where the harness looks, and says what is left out', async () => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, 'reader.md', '--to', 'gemini')).toEqual({
      code: 0,
      out: '',
      err: [
        'reader: Gemini CLI cannot limit a tool to Bash(git log:*); it is left out',
        'reader: Gemini CLI has no field color; it is left out',
        'Wrote .gemini/agents/reader.md',
        '',
      ].join('\n'),
    });
    expect(readFileSync(join(folder, '.gemini/agents/reader.md'), 'utf8')).toBe(
      '---\nname: reader\ndescription: Use it to read\ntools:\n  - read_file\n---\n\nRead with care, please.\n',
    );
  });

  test('prints a definition where it is to go to standard output', async () => {
    const folder = temporaryFolder(FILES);
    const args = ['--to', 'claude', '-o', '-'];
    expect(await run(folder, 'reader.md', ...args)).toEqual({ code: 0, out: FILES['reader.md'], err: '' });
    expect((await run(folder, 'reader.md', 'open.md', ...args)).code).toBe(2);
    expect((await run(folder, 'reader.md', ...args, '--json')).code).toBe(2);
    expect(existsSync(join(folder, '-'))).toBe(false);
  });

  test('stays in the project where no folder is named, and in the folder where one is', async () => {
    const [folder, outside] = [temporaryFolder(FILES), temporaryFolder({ 'reader.md': 'mine' })];
    mkdirSync(join(folder, '.claude'));
    symlinkSync(outside, join(folder, '.claude/agents'));
    mkdirSync(join(folder, 'out'));
    symlinkSync(join(outside, 'reader.md'), join(folder, 'out/reader.md'));
    for (const args of [[], ['-o', 'out']]) {
      const { code, err } = await run(folder, 'reader.md', '--to', 'claude', '--force', ...args);
      expect([code, err]).toEqual([1, expect.stringContaining('a link leads out of the folder')]);
    }
    expect(readdirSync(outside)).toEqual(['reader.md']);
    expect(readFileSync(join(outside, 'reader.md'), 'utf8')).toBe('mine');
    expect((await run(folder, 'open.md', '--to', 'claude', '-o', '.claude/agents')).code).toBe(0);
    expect(existsSync(join(outside, 'open.md'))).toBe(true);
  });

  test('says once of a folder that the harness never looks there, and which agent of a name it loads instead', async () => {
    const folder = temporaryFolder({ ...FILES, '.claude/agents/reader.md': FILES['reader.md'] });
    const project: Source = {
      id: 'project',
      scope: 'project',
      folder: join(folder, '.claude/agents'),
      format: 'claude',
      project: { stepsUp: 0, isRoot: true },
    };
    const said = async (...args: readonly string[]) =>
      (await runAgents(folder, ['export', ...args], { sources: [project], home: join(folder, 'home') })).err;
    const out = await said('lenient.md', 'open.md', '--to', 'claude', '-o', 'out');
    expect(out.match(/never looks there, but in \.claude\/agents and ~\/\.claude\/agents/g)).toHaveLength(1);
    expect(await said('reader.md', '--to', 'claude', '-o', 'home/.claude/agents')).toContain(
      'home/.claude/agents/reader.md: Claude Code loads .claude/agents/reader.md instead: the project wins over the user',
    );
    expect(await said('lenient.md', '--to', 'gemini')).not.toContain('never looks');
  });

  test('is read by that harness afterwards, without a problem', async () => {
    const folder = temporaryFolder(FILES);
    for (const to of ['opencode', 'copilot', 'codex', 'cursor', 'gemini', 'qwen', 'factory', 'claude']) {
      expect(await run(folder, 'reader.md', 'lenient.md', '--to', to)).toMatchObject({ code: 0 });
      const where = { opencode: '.opencode/agents', copilot: '.github/agents', factory: '.factory/droids' }[to];
      const lint = await runAgents(folder, ['lint', where ?? `.${to}/agents`]);
      expect([to, lint.code, lint.out]).toEqual([to, 0, expect.stringContaining('2 files: no problems')]);
    }
  });

  test.each([
    ['opencode', '.opencode/agents/mute.md', 'mode: subagent\npermission:\n  "*": deny', ''],
    ['copilot', '.github/agents/mute.agent.md', 'tools: []', 'gives every agent skill and sql, this one too'],
    ['gemini', '.gemini/agents/mute.md', 'tools: []', ''],
    ['qwen', '.qwen/agents/mute.md', 'tools:\n  - ask_user_question', 'the agent gets ask_user_question alone'],
    ['factory', '.factory/droids/mute.md', 'tools:\n  - LS', 'the agent gets LS alone'],
  ])('gives an agent without tools none in %s, or the least there is', async (to, path, lines, words) => {
    for (const tools of ['tools:', 'tools: []', 'tools: ""', "tools: ['']"]) {
      const text = `---\nname: mute\ndescription: Use it\n${tools}\n---\nSay nothing to anybody.\n`;
      const folder = temporaryFolder({ 'mute.md': text });
      const { code, err } = await run(folder, 'mute.md', '--to', to);
      expect([tools, code, err]).toEqual([tools, 0, expect.stringContaining(words)]);
      const expected = `---\nname: mute\ndescription: Use it\n${lines}\n---\n\nSay nothing to anybody.\n`;
      expect(readFileSync(join(folder, path), 'utf8')).toBe(expected);
    }
  });

  test.each(['codex', 'cursor'])('refuses an agent without tools for %s, and goes on with the others', async (to) => {
    const text = '---\nname: mute\ndescription: Use it\ntools:\n---\nSay nothing to anybody.\n';
    const folder = temporaryFolder({ ...FILES, 'mute.md': text });
    const one = await run(folder, 'mute.md', '--to', to, '-o', 'out');
    expect({ code: one.code, lines: one.err.split('\n').length }).toEqual({ code: 1, lines: 2 });
    expect(one.err).toMatch(/^mute: \w+ cannot take tools away, and this one is to have none/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(await run(folder, 'mute.md', '--to', to, '-o', 'out', '--dry-run')).toMatchObject({ code: 1, out: '' });
    const json = await run(folder, 'mute.md', 'reader.md', '--to', to, '-o', 'out', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out).files).toMatchObject([
      { agent: 'added:mute', written: false, refused: expect.stringContaining('cannot take tools away') },
      { agent: 'added:reader', written: true },
    ]);
  });

  test.each([
    ['codex', 'starts a role in the sandbox of the session, whatever its sandbox_mode says; this one gets all'],
    ['cursor', 'cannot limit an agent to certain tools'],
    ['kimi', 'only chooses by a list which tools the model is told of, and keeps it from none'],
    ['qwen', null],
  ])('with --strict refuses what %s would give more than it has', async (to, words) => {
    const folder = temporaryFolder({
      'reader.md': '---\nname: reader\ndescription: Use it\ntools: Read, Grep\n---\nRead with care, please.\n',
    });
    const { code, err } = await run(folder, 'reader.md', '--to', to, '-o', 'out', '--strict');
    expect([code, existsSync(join(folder, 'out'))]).toEqual(words === null ? [0, true] : [1, false]);
    expect(err).toContain(words ?? 'Wrote out/reader.md');
    const loose = await run(folder, 'reader.md', '--to', to, '-o', 'out', '--json', '--force');
    const [file] = JSON.parse(loose.out).files;
    expect(file).toMatchObject(words === null ? { warnings: [] } : { widens: [expect.stringContaining(words)] });
  });

  test('never writes a file that keeps the harness from starting, even from one of its own', async () => {
    const lines = ['tools: Read, Grep', 'tools:', 'color: blue', 'color: #ff8800', 'mode: helper', 'permission: maybe'];
    const names = lines.map((_, at) => `agent-${at}`);
    const files = lines.map((line, at) => [
      `.opencode/agents/agent-${at}.md`,
      `---\nname: agent-${at}\ndescription: Use it\n${line}\n---\nBe kind to everybody.\n`,
    ]);
    const folder = temporaryFolder(Object.fromEntries(files));
    const sources = [
      { id: 'p', scope: 'project', folder: join(folder, '.opencode/agents'), format: 'opencode' } as const,
    ];
    const args = ['export', ...names, '--to', 'opencode', '-o', 'out/.opencode/agents'];
    expect((await runAgents(folder, args, { sources })).code).toBe(0);
    const lint = (where: string) => runAgents(folder, ['lint', where, '--severity', 'error']);
    expect((await lint('out/.opencode/agents')).out).toContain('6 files: no problems');
    const before = await lint('.opencode/agents');
    expect(before.out.match(/OpenCode passes over the file and does not even start/g)).toHaveLength(lines.length);
  });

  test('copies a file of the same format to the byte, unless it is flawed', async () => {
    const folder = temporaryFolder(FILES);
    await run(folder, 'reader.md', 'lenient.md', 'open.md', '--to', 'claude', '-o', 'out/');
    expect(readFileSync(join(folder, 'out/reader.md'), 'utf8')).toBe(FILES['reader.md']);
    expect(readFileSync(join(folder, 'out/lenient.md'), 'utf8')).toBe(
      '---\nname: lenient\ndescription: "Use it: always"\n---\n\nBe kind to everybody.\n',
    );
    expect(readFileSync(join(folder, 'out/open.md'), 'utf8')).toBe(
      '---\nname: open\ndescription: Use it often\n---\n\nBe open to everybody.\n',
    );
  });

  test('replaces a file only when told to, keeps a backup, and goes on with the others', async () => {
    const folder = temporaryFolder({ ...FILES, 'out/reader.toml': 'mine' });
    const args = ['reader.md', 'lenient.md', '--to', 'codex', '-o', 'out'];
    const first = await run(folder, ...args);
    expect(first.code).toBe(1);
    expect(first.err).toContain('out/reader.toml exists; --force replaces it and keeps a backup\n');
    expect(first.err).toContain('Wrote out/lenient.toml\n');
    expect(readFileSync(join(folder, 'out/reader.toml'), 'utf8')).toBe('mine');
    const second = await run(folder, ...args, '--force');
    expect(second.code).toBe(0);
    const backup = /reader\.toml; the version before is in (.*)\n/.exec(second.err)?.[1] ?? '';
    expect(readFileSync(join(folder, backup), 'utf8')).toBe('mine');
  });

  describe('again', () => {
    test('by its name, which is that of the agent and not of what was exported of it', async () => {
      const folder = temporaryFolder({ '.claude/agents/reader.md': FILES['reader.md'] });
      const sources = () => defaultSources({ cwd: folder, home: null, bundled: '/nowhere' });
      const byName = () => runAgents(folder, ['export', 'reader', '--to', 'all'], { sources: sources() });
      expect((await byName()).code).toBe(0);
      expect(await byName()).toMatchObject({
        code: 0,
        err: expect.stringContaining('.gemini/agents/reader.md is up to date'),
      });
      writeFileSync(join(folder, '.codex/agents/reader.toml'), 'name = "reader"\ndeveloper_instructions = "x"\n');
      const shown = await runAgents(folder, ['show', 'reader', '--json'], { sources: sources() });
      expect(JSON.parse(shown.out)).toMatchObject([{ path: join(folder, '.claude/agents/reader.md') }]);
    });

    const target = (folder: string) => join(folder, '.gemini/agents/lenient.md');
    const again = (folder: string, ...args: string[]) => run(folder, 'lenient.md', '--to', 'gemini', ...args);
    async function exported(): Promise<string> {
      const folder = temporaryFolder(FILES);
      expect((await again(folder)).code).toBe(0);
      return folder;
    }
    const change = (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('kind', 'polite'));

    test('writes nothing where nothing changed', async () => {
      const folder = await exported();
      expect(await again(folder)).toEqual({ code: 0, out: '', err: '.gemini/agents/lenient.md is up to date\n' });
    });

    test('updates what was exported before, and keeps a backup', async () => {
      const folder = await exported();
      change(join(folder, 'lenient.md'));
      const { code, err } = await again(folder);
      expect([code, err]).toEqual([0, expect.stringContaining('the version before is in')]);
      expect(readFileSync(target(folder), 'utf8')).toContain('Be polite to everybody.');
    });

    test('leaves alone what a person changed, until told to replace it', async () => {
      const folder = await exported();
      writeFileSync(target(folder), 'mine');
      change(join(folder, 'lenient.md'));
      expect(await again(folder)).toMatchObject({ code: 1, err: expect.stringContaining('--force replaces it') });
      expect(readFileSync(target(folder), 'utf8')).toBe('mine');
      expect((await again(folder, '--force')).code).toBe(0);
      change(join(folder, 'lenient.md'));
      expect((await again(folder)).code).toBe(0);
    });

    test('asks for --force where it is not known what was exported', async () => {
      const folder = await exported();
      writeFileSync(join(folder, 'data/exports.json'), '{"files": 3');
      change(join(folder, 'lenient.md'));
      expect((await again(folder)).code).toBe(1);
      expect((await again(folder, '--force')).code).toBe(0);
    });

    test('with --check fails where a file is stale or missing, and changes nothing', async () => {
      const folder = await exported();
      expect(await again(folder, '--check')).toMatchObject({ code: 0, out: '' });
      change(join(folder, 'lenient.md'));
      const before = readFileSync(target(folder), 'utf8');
      const stale = await again(folder, '--check');
      expect([stale.code, stale.err]).toEqual([1, '.gemini/agents/lenient.md is not what agents would write now\n']);
      expect(readFileSync(target(folder), 'utf8')).toBe(before);
      expect((await run(folder, 'lenient.md', '--to', 'codex', '--check')).code).toBe(1);
      expect(existsSync(join(folder, '.codex'))).toBe(false);
      const json = await again(folder, '--check', '--json');
      expect(JSON.parse(json.out).files).toMatchObject([{ written: false, current: false }]);
      expect((await again(folder, '--check', '--force')).code).toBe(2);
      expect((await again(folder, '--check', '--dry-run')).code).toBe(2);
    });

    test('never takes the file of an agent for an export of it', async () => {
      const folder = temporaryFolder({ '.claude/agents/reader.md': FILES['reader.md'] });
      const own = () => run(folder, '.claude/agents/reader.md', '--to', 'claude');
      expect((await own()).err).toBe('.claude/agents/reader.md is up to date\n');
      expect(existsSync(join(folder, 'data/exports.json'))).toBe(false);
    });
  });

  test('takes folders and several harnesses, each with its own place', async () => {
    const folder = temporaryFolder({ 'team/a.md': FILES['reader.md'], 'team/agents/b.md': FILES['lenient.md'] });
    expect((await run(folder, 'team', '--to', 'gemini,opencode')).code).toBe(0);
    expect(readdirSync(join(folder, '.gemini/agents'))).toEqual(['lenient.md', 'reader.md']);
    expect(readdirSync(join(folder, '.opencode/agents'))).toEqual(['lenient.md', 'reader.md']);
    expect((await run(folder, 'team', '--to', 'gemini, opencode', '-o', 'there')).code).toBe(0);
    expect(readdirSync(join(folder, 'there'))).toEqual(['.gemini', '.opencode']);
    const all = await run(folder, 'team', '--to', 'all', '--json', '-o', 'all');
    const harnesses = new Set(JSON.parse(all.out).files.map(({ to }: { to: string }) => to));
    expect([...harnesses].sort()).toEqual(FORMATS.filter((format) => format !== 'claude').sort());
    expect((await run(folder, 'team', '--to', 'all', '-o', 'all', '--check')).code).toBe(all.code);
    const mixed = temporaryFolder({ '.claude/agents/r.agent.md': FILES['reader.md'] });
    for (const _ of [1, 2]) expect((await run(mixed, '.claude/agents', '--to', 'all', '--json')).code).toBe(0);
    expect(readdirSync(join(mixed, '.claude/agents'))).toEqual(['r.agent.md']);
    expect(await run(folder, 'team', '--to', 'gemini,emacs')).toMatchObject({ code: 2 });
    expect(await run(folder, 'nothing', '--to', 'gemini')).toMatchObject({ code: 1 });
  });

  test('prints instead of writing', async () => {
    const folder = temporaryFolder(FILES);
    const { code, out } = await run(folder, 'lenient.md', '--to', 'codex', '--dry-run');
    expect(code).toBe(0);
    expect(out).toBe(
      "name = \"lenient\"\ndescription = \"Use it: always\"\ndeveloper_instructions = '''\nBe kind to everybody.\n'''\n",
    );
    expect(existsSync(join(folder, '.codex'))).toBe(false);
  });

  test('reports as JSON what it did', async () => {
    const folder = temporaryFolder(FILES);
    const { out, err } = await run(folder, 'reader.md', '--to', 'cursor', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      to: 'cursor',
      files: [
        {
          agent: 'added:reader',
          to: 'cursor',
          path: join(folder, '.cursor/agents/reader.md'),
          written: true,
          backup: null,
          warnings: [
            'Cursor cannot limit an agent to certain tools; readonly keeps this one from changing files, and no more',
            'Cursor has no field color; it is left out',
          ],
          widens: [
            'Cursor cannot limit an agent to certain tools; readonly keeps this one from changing files, and no more',
          ],
        },
      ],
    });
  });

  test.each([
    [['nobody', '--to', 'codex'], 1, 'No agent is called nobody'],
    [['reader.md', 'other/reader.md', '--to', 'copilot'], 1, 'would both become'],
    [['reader.md'], 2, 'required option'],
    [['reader.md', '--to', 'emacs'], 2, 'Allowed choices are claude, opencode'],
  ])('%j writes nothing', async (args, code, words) => {
    const folder = temporaryFolder(FILES);
    const result = await run(folder, ...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });
});
