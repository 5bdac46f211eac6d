import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = (folder: string, ...args: readonly string[]) => runAgents(folder, ['import', ...args]);
const BODY = 'Read with care, please.\n';
const FILES = {
  'gemini/reader.md': `---\nname: reader\ndescription: Use it\ntools:\n  - read_file\n  - list_directory\nmax_turns: 4\n---\n${BODY}`,
  'codex/rev.toml': `name = "rev"\ndescription = "Use it"\nsandbox_mode = "read-only"\ndeveloper_instructions = "${BODY.trim()}"\n`,
  'codex/README.md': '# About\n',
  'list.json': '[]',
  'torn.json': '{"a',
  'silent.json': '{"mute":{"description":"Use it"}}',
  'opencode/mute.md': `---\nname: mute\ndescription: Use it\npermission: deny\n---\n${BODY}`,
};

describe('agents import', () => {
  test('writes a file of another harness for Claude Code, and says what is left out', async () => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, 'gemini/reader.md', '--from', 'gemini')).toEqual({
      code: 0,
      out: '',
      err: [
        'reader: The tool list_directory is left out: Claude Code has none that does no more',
        'Wrote .claude/agents/reader.md',
        '',
      ].join('\n'),
    });
    expect(readFileSync(join(folder, '.claude/agents/reader.md'), 'utf8')).toBe(
      `---\nname: reader\ndescription: Use it\ntools: Read\nmaxTurns: 4\n---\n\n${BODY}`,
    );
  });

  test.each([
    ['codex', 'rev', 'disallowedTools: Edit, Write, NotebookEdit, Bash, PowerShell'],
    ['opencode', 'mute', 'tools: []'],
  ])('takes a folder of %s, and keeps its limits', async (from, name, line) => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, from, '--from', from, '-o', 'out')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, `out/${name}.md`), 'utf8')).toContain(`\n${line}\n`);
    expect(existsSync(join(folder, 'out/README.md'))).toBe(false);
    expect(await run(folder, from, '--from', from, '-o', 'out', '--check')).toMatchObject({ code: 0 });
  });

  test.each([
    ['cursor', '.mdc'],
    ['cursor', '.markdown'],
    ['cline', '.yaml'],
    ['cline', '.yml'],
  ])('reads what %s reads, ending in %s, alone and in a folder', async (from, ending) => {
    const text = `---\nname: keeper\ndescription: Use it\n---\n${BODY}`;
    for (const path of ['theirs', `theirs/keeper${ending}`]) {
      const folder = temporaryFolder({ [`theirs/keeper${ending}`]: text, 'theirs/other.txt': text });
      expect(await run(folder, path, '--from', from)).toMatchObject({ code: 0 });
      expect(readFileSync(join(folder, '.claude/agents/keeper.md'), 'utf8')).toContain('name: keeper');
    }
  });

  test('takes no rule of Cursor for an agent, and no file that the harness does not read', async () => {
    const rule = `---\ndescription: Use it\nglobs: "*.ts"\nalwaysApply: false\n---\n${BODY}`;
    const folder = temporaryFolder({ 'rules/style.mdc': rule, 'keeper.yaml': rule });
    expect(await run(folder, 'rules/style.mdc', '--from', 'cursor')).toEqual({
      code: 1,
      out: '',
      err: [
        'rules/style.mdc is a rule of Cursor, no agent: it is left out',
        'No file there is an agent that Cursor reads (.md, .mdc or .markdown)',
        '',
      ].join('\n'),
    });
    expect(await run(folder, 'keeper.yaml', '--from', 'qwen')).toEqual({
      code: 1,
      out: '',
      err: 'No file there is an agent that Qwen Code reads (.md)\n',
    });
  });

  test('says of an agent that its own harness passes over it', async () => {
    const folder = temporaryFolder({ 'odd.md': `---\nname: odd\ndescription: Use it\nmood: calm\n---\n${BODY}` });
    const { code, err } = await run(folder, 'odd.md', '--from', 'gemini');
    expect(code).toBe(0);
    expect(err).toContain('odd: Gemini CLI does not load it: Gemini CLI does not know the field mood');
  });

  test('is the way back from an export', async () => {
    const text = `---\nname: reader\ndescription: "Use it: always"\ntools: Read, Grep\n---\n\n${BODY}`;
    for (const to of ['gemini', 'opencode', 'qwen', 'copilot', 'factory']) {
      const folder = temporaryFolder({ 'reader.md': text });
      expect((await runAgents(folder, ['export', 'reader.md', '--to', to, '-o', 'there'])).code).toBe(0);
      expect((await run(folder, 'there', '--from', to)).code).toBe(0);
      const back = readFileSync(join(folder, '.claude/agents/reader.md'), 'utf8');
      expect([to, back.replace('Grep, Glob', 'Grep')]).toEqual([to, text]);
    }
  });

  test.each([
    [['nowhere', '--from', 'gemini'], 1, 'no such'],
    [['gemini', '--from', 'codex'], 1, 'No file there is an agent that Codex reads'],
    [['gemini', '--to', 'user', '-o', 'x'], 2, '--to names a place and -o a folder: say one'],
    [['gemini', '--to', 'nowhere'], 2, '--to nowhere is neither project, user, a harness nor a folder'],
    [['list.json'], 1, 'list.json: it is no object of agents by name'],
    [['torn.json'], 1, 'torn.json: it is not valid JSON'],
    [['silent.json'], 1, 'silent.json: the agent mute in it has no prompt'],
    [['silent.json', '--from', 'codex'], 1, 'No file there is an agent that Codex reads'],
    [['gemini', '--from', 'emacs'], 2, 'Allowed choices are claude'],
  ])('%j writes nothing', async (args, code, words) => {
    const folder = temporaryFolder(FILES);
    const result = await run(folder, ...args);
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(words)]);
    expect(existsSync(join(folder, '.claude'))).toBe(false);
  });

  test('tells by each file what it is written for, and says so where nothing tells', async () => {
    const plain = `---\nname: plain\ndescription: Use it\n---\n${BODY}`;
    const folder = temporaryFolder({ ...FILES, 'plain.md': plain, '.git/HEAD': '' });
    const { code, err } = await run(folder, 'codex', 'plain.md', '--to', 'opencode');
    expect(code).toBe(0);
    expect(err).toContain('plain: It is read as a file of Claude Code; --from says another\n');
    expect(err).not.toContain('rev: It is read');
    expect(readFileSync(join(folder, '.opencode/agents/rev.md'), 'utf8')).toMatch(
      /^---\nname: rev\ndescription: Use it\nmode/,
    );
  });

  test('writes to a place as the other commands know it, from wherever it is called', async () => {
    const folder = temporaryFolder({ ...FILES, '.git/HEAD': '', 'deep/er/a.txt': '' });
    const inside = join(folder, 'deep/er');
    expect((await run(inside, '../../gemini', '--from', 'gemini', '--to', 'project')).code).toBe(0);
    expect(existsSync(join(folder, '.claude/agents/reader.md'))).toBe(true);
    expect((await run(inside, '../../gemini', '--from', 'gemini', '--to', './there')).code).toBe(0);
    expect(existsSync(join(inside, 'there/reader.md'))).toBe(true);
    const { out } = await run(inside, '../../gemini', '--from', 'gemini', '--to', 'copilot', '-o', '-');
    expect(out).toMatch(/^---\nname: reader\n/);
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  test('takes JSON as claude --agents does, every field of it, from a file and from standard input', async () => {
    const fields = {
      description: 'Use it: "always"',
      prompt: 'You are odd.\n\n---\n\n- a',
      model: 'opus',
      tools: ['Read'],
    };
    const json = JSON.stringify({ odd: fields, 'second one': { description: 'D', prompt: 'P', maxTurns: 3 } });
    const folder = temporaryFolder({ 'agents.json': json });
    expect((await run(folder, 'agents.json', '-o', 'one')).code).toBe(0);
    const input = async () => ({ kind: 'text', text: json }) as const;
    expect((await runAgents(folder, ['import', '-', '-o', 'two'], { readInput: input })).code).toBe(0);
    for (const at of ['one', 'two']) {
      expect(readFileSync(join(folder, at, 'odd.md'), 'utf8')).toBe(
        '---\nname: odd\ndescription: "Use it: \\"always\\""\nmodel: opus\ntools: Read\n---\n\nYou are odd.\n\n---\n\n- a\n',
      );
      expect(readFileSync(join(folder, at, 'second-one.md'), 'utf8')).toContain('\nmaxTurns: 3\n');
    }
  });
});
