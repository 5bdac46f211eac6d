import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../src/cli/command-context.ts';
import { gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const keeper = (fields: readonly string[], ...rules: readonly string[]) =>
  `${['---', 'name: keeper', 'description: Keeps the gate', ...fields, '---', 'You keep the gate.', '', '## Security', '', ...rules].join('\n')}\n`;

const BEFORE = keeper(
  ['tools: Read, Bash'],
  '- Let tokens expire after 5 minutes',
  '- Log each refusal with its reason',
  '- Close the door at night',
);
const NOW = keeper(
  ['tools: Read'],
  '- Let tokens expire after 30 minutes',
  '- Log each refusal with its full reason',
  '- Walk the round twice',
);
const ADDED = BEFORE.replace('- Close', '- Walk the round twice\n- Close');

const run = (folder: string, args: readonly string[], context: Partial<CommandContext> = {}) =>
  runAgents(folder, ['compare', ...args], context);

describe('agents compare --since', () => {
  test('tells topic by topic what changed in meaning', async () => {
    const folder = gitRepository({ 'agents/keeper.md': BEFORE }, { 'agents/keeper.md': NOW });
    const { code, out, err } = await run(folder, ['agents/keeper.md', '--since', 'HEAD']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'agents/keeper.md since HEAD: 1 in conflict, 1 gone, 1 in other words, 1 added',
      '  ~ was  tools Read, Bash',
      '    now  tools Read',
      '',
      'Security',
      '  ≠ was  Let tokens expire after 5 minutes',
      '    now  Let tokens expire after 30 minutes',
      '    (number: 5 minutes, now 30 minutes)',
      '  - Close the door at night',
      '  ~ was  Log each refusal with its reason',
      '    now  Log each refusal with its full reason',
      '  + Walk the round twice',
      '',
    ]);
  });

  test('--check fails where anything is gone or in conflict, and not where something is added', async () => {
    const folder = gitRepository(
      { 'a.md': BEFORE, 'b.md': BEFORE, 'c.md': BEFORE, 'd.md': BEFORE },
      { 'a.md': NOW, 'b.md': ADDED },
    );
    const codeOf = async (...args: readonly string[]) => (await run(folder, [...args, '--since', 'main'])).code;
    expect(await codeOf('a.md', 'b.md', 'c.md')).toBe(0);
    expect(await codeOf('b.md', 'c.md', '--check')).toBe(0);
    expect(await codeOf('a.md', 'b.md', '--check')).toBe(1);
    const { out } = await run(folder, ['c.md', 'd.md', 'b.md', '--since', 'main', '--check']);
    expect(out).toBe(
      'c.md since main: says the same\nd.md since main: says the same\n\nb.md since main: 1 added\n\nSecurity\n  + Walk the round twice\n',
    );
  });

  test('prints JSON and Markdown', async () => {
    const folder = gitRepository({ 'keeper.md': BEFORE }, { 'keeper.md': NOW, 'new.md': BEFORE });
    const { out } = await run(folder, ['keeper.md', 'new.md', '--since', 'HEAD', '--json']);
    const { definitions, ...rest } = JSON.parse(out);
    expect(rest).toEqual({ schema: 1, since: 'HEAD' });
    expect(definitions).toMatchObject([
      {
        name: 'keeper',
        isNew: false,
        counts: { conflict: 1, gone: 1, near: 1, added: 1 },
        frontmatter: [{ field: 'tools', before: ['Read', 'Bash'], now: ['Read'] }],
        topics: [{ title: 'Security' }],
      },
      { name: 'keeper', isNew: true, topics: [] },
    ]);
    expect(definitions[0].topics[0].changes[0]).toEqual({
      kind: 'conflict',
      before: { text: 'Let tokens expire after 5 minutes', section: 'security', passage: 'security:1', line: 10 },
      now: { text: 'Let tokens expire after 30 minutes', section: 'security', passage: 'security:1', line: 10 },
      differs: { kind: 'number', words: ['5 minutes', '30 minutes'] },
    });
    const markdown = await run(folder, ['keeper.md', '--since', 'HEAD', '--format', 'markdown']);
    expect(markdown.out).toContain(
      '### Security\n\nIn conflict:\n\n- was: Let tokens expire after 5 minutes\n  - now: ',
    );
    expect(markdown.out).toContain('Gone:\n\n- Close the door at night\n');
    expect(markdown.out).toContain('| tools | Read, Bash | Read |');
  });

  test('says what is new, and what git does not have, in a line each', async () => {
    const folder = gitRepository({ 'keeper.md': BEFORE }, { 'new.md': BEFORE });
    expect(await run(folder, ['new.md', '--since', 'HEAD', '--check'])).toEqual({
      code: 0,
      out: 'new.md since HEAD: all of it is new\n',
      err: '',
    });
    expect(await run(folder, ['keeper.md', '--since', 'nobody'])).toEqual({
      code: 1,
      out: '',
      err: 'keeper.md: git knows no revision nobody\n',
    });
    const loose = await run(temporaryFolder({ 'keeper.md': BEFORE }), ['keeper.md', '--since', 'HEAD']);
    expect({ code: loose.code, out: loose.out }).toEqual({ code: 1, out: '' });
    expect(loose.err).toMatch(/^keeper\.md: git: not a git repository[^\n]*\n$/);
    const missing = await run(folder, ['gone.md', 'keeper.md', '--since', 'HEAD']);
    expect(missing).toMatchObject({ code: 1, out: 'keeper.md since HEAD: says the same\n' });
    expect(missing.err).toMatch(/^gone\.md: no such file/);
  });

  test.each([
    [
      'an option in place of a revision',
      ['keeper.md', '--since', '--check'],
      '--since takes a git revision, not --check',
    ],
    ['--check without a revision', ['keeper.md', 'keeper.md', '--check'], '--check goes with --since'],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await run(gitRepository({ 'keeper.md': BEFORE }), args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${message}; see agents help compare\n`);
  });

  test('no line is wider than the terminal', async () => {
    const folder = gitRepository({ 'keeper.md': BEFORE }, { 'keeper.md': NOW });
    const { out } = await run(folder, ['keeper.md', '--since', 'HEAD'], { columns: 30 });
    expect(out.split('\n').filter((line) => line.length > 30)).toEqual([]);
  });
});
