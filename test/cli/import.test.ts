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
    [['gemini'], 2, 'required option'],
    [['gemini', '--from', 'emacs'], 2, 'Allowed choices are claude'],
  ])('%j writes nothing', async (args, code, words) => {
    const folder = temporaryFolder(FILES);
    const result = await run(folder, ...args);
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(words)]);
    expect(existsSync(join(folder, '.claude'))).toBe(false);
  });
});
