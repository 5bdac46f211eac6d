import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CLEAN = '---\nname: clean\ndescription: Use it for reviews\n---\nLook at it.\n';
const LOUD = '---\nname: loud\ndescription: "Use it: now"\ncolor: Blue\n---\nLook.\n';
const LENIENT = '---\nname: lenient\ndescription: Use it: now\nmood: sunny\n---\nLook.\n';

describe('agents lint -', () => {
  const judged = (text: string, ...args: readonly string[]) =>
    runAgents(temporaryFolder({}), ['lint', '-', '--severity', 'info', ...args], { input: [text] });

  test('judges standard input as a file, by itself or as if it lay at a path', async () => {
    expect(await judged(CLEAN)).toEqual({ code: 0, out: '1 file: no problems\n', err: '' });
    expect((await judged(LOUD)).out).toMatch(/^<stdin>\n {2}4:8 {2}doubtful .* color\/case\n/);
    const gemini = await judged(LOUD, '--stdin-path', '.gemini/agents/other.md');
    expect(gemini.code).toBe(1);
    expect(gemini.out).toMatch(/^\.gemini\/agents\/other\.md\n/);
    expect(gemini.out).toMatch(/Gemini CLI knows no field "color".* field\/foreign|name\/unlike-file/);
    expect((await judged('Fix $ARGUMENTS.\n', '--stdin-path', '.claude/commands/fix.md')).code).toBe(0);
  });

  test('shows what would be fixed, and fixes nothing', async () => {
    expect((await judged(LENIENT, '--dry-run')).out).toContain('+description: "Use it: now"');
    expect((await judged(LENIENT, '--fix', '--yes')).err).toMatch(/^--fix writes files, and - is none/);
  });

  test('says what of it cannot be read, and what does not go together', async () => {
    const failing = {
      readInput: async () => ({ kind: 'failed', code: 'file/not-text', reason: 'not UTF-8 text' }) as const,
    };
    const { code, out } = await runAgents(temporaryFolder({}), ['lint', '-'], failing);
    expect([code, out.split('\n')[1]]).toEqual([
      1,
      '  1:1  error  The file cannot be read: not UTF-8 text.  file/not-text',
    ]);
    expect((await judged(CLEAN, 'other.md')).code).toBe(2);
    expect((await runAgents(temporaryFolder({}), ['lint', '--stdin-path', 'x.md'])).code).toBe(2);
  });
});
