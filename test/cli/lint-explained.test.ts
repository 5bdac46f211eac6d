import { describe, expect, test } from 'vitest';
import { LINT_CODES } from '../../src/core/lint/lint-codes.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('agents lint --list and --explain', () => {
  test('lists every code in a line, and for programs', async () => {
    const folder = temporaryFolder({});
    const { code, out } = await runAgents(folder, ['lint', '--list']);
    const codes = Object.keys(LINT_CODES);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(codes);
    expect(out).toMatch(/^tools\/retired +doubtful +Retired tools \(--fix\)$/m);
    const listed = JSON.parse((await runAgents(folder, ['lint', '--list', '--json'])).out);
    expect(listed.codes.map(({ code: one }: { code: string }) => one)).toEqual(codes);
    expect(listed.codes[0]).toMatchObject({ severity: 'error', fixable: false });
  });

  test('explains a code with a bad and a good example', async () => {
    const { code, out } = await runAgents(temporaryFolder({}), ['lint', '--explain', 'tools/retired']);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "tools/retired: Retired tools (doubtful)

      The name may grant nothing any more. The message says what takes its place. agents lint --fix puts it right.

      Bad file:
        ---
        name: reviewer
        description: Use it for reviews
        tools: Read, MultiEdit
        ---

        You review changes.

      Good file:
        ---
        name: reviewer
        description: Use it for reviews
        tools: Read, Edit
        ---

        You review changes.
      "
    `);
  });

  test.each(Object.keys(LINT_CODES))('explains %s, hidden text as marks', async (one) => {
    const { code, out } = await runAgents(temporaryFolder({}), ['lint', '--explain', one]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Bad[\s\S]*^Good/m);
    expect(out).not.toMatch(/[\u0007\u200b\u202a-\u202e\u{e0000}-\u{e007f}]/u);
  });

  test.each([
    ['tools/unknwon', 'tools/unknown'],
    ['open-fence', 'body/open-fence'],
    ['Hidden/Coment', 'hidden/comment'],
  ])('names the nearest of %s, which is none', async (one, nearest) => {
    expect(await runAgents(temporaryFolder({}), ['lint', '--explain', one])).toEqual({
      code: 2,
      out: '',
      err: `There is no code ${one}; the nearest is ${nearest} (agents lint --list has all); see agents help lint\n`,
    });
  });

  test.each([[['--list', 'x.md']], [['--list', '--explain', 'name/form']], [['--explain', 'name/form', '--fix']]])(
    'stands alone: %j',
    async (args) => {
      const { code, err } = await runAgents(temporaryFolder({}), ['lint', ...args]);
      expect([code, err.split(';')[0]]).toEqual([2, '--list and --explain stand alone']);
    },
  );
});
