import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AGENTS = '.claude/agents';
const FILES = {
  [`${AGENTS}/smith.md`]:
    '---\nname: smith # of irons\ndescription: Use it to forge\n---\n\nYou are a smith. Say @smith to the smith agent.\n',
  [`${AGENTS}/planner.md`]:
    '---\nname: planner\ndescription: Plans\ntools: Read, Task(smith, other)\n---\n\nA smith needs iron. Ask `smith`, see [him](smith.md).\n',
  [`${AGENTS}/other.md`]: '---\nname: other\ndescription: Nothing of it\n---\n\nA smith, a@smith.org, smith-helper.\n',
  '.claude/commands/forge.md': '---\ndescription: Forge\n---\nGive it to @smith.\n',
};

/** A command line on the sources of a project without a home. */
const inProject = (folder: string, ...args: readonly string[]) =>
  runAgents(folder, args, { sources: defaultSources({ cwd: folder, home: null, bundled: '/nowhere' }) });
const rename = (folder: string, ...args: readonly string[]) => inProject(folder, 'rename', ...args);
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('agents rename', () => {
  test('changes the name, the file and all that speaks of it, and nothing else', async () => {
    const folder = temporaryFolder(FILES);
    const { code, out, err } = await rename(folder, 'smith', 'master-smith');
    expect([code, out]).toEqual([0, '']);
    expect(err.split('\n').map((line) => line.split(';')[0])).toEqual([
      `${AGENTS}/smith.md => ${AGENTS}/master-smith.md  2 mentions`,
      `${AGENTS}/planner.md  3 mentions`,
      '.claude/commands/forge.md  1 mention',
      '',
    ]);
    expect(readdirSync(join(folder, AGENTS)).sort()).toEqual(['master-smith.md', 'other.md', 'planner.md']);
    expect(read(folder, `${AGENTS}/master-smith.md`)).toBe(
      '---\nname: master-smith # of irons\ndescription: Use it to forge\n---\n\nYou are a smith. Say @master-smith to the master-smith agent.\n',
    );
    expect(read(folder, `${AGENTS}/planner.md`)).toContain('Task(master-smith, other)');
    expect(read(folder, `${AGENTS}/planner.md`)).toContain(
      'A smith needs iron. Ask `master-smith`, see [him](master-smith.md).',
    );
    expect(read(folder, `${AGENTS}/other.md`)).toBe(FILES[`${AGENTS}/other.md`]);
    expect(read(folder, '.claude/commands/forge.md')).toContain('@master-smith.');
  });

  test('shows what it would do, and does none of it', async () => {
    const folder = temporaryFolder(FILES);
    const { code, out } = await rename(folder, 'smith', 'master-smith', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain(`rename ${AGENTS}/smith.md => ${AGENTS}/master-smith.md\n`);
    expect(out).toContain('+name: master-smith # of irons\n');
    for (const [path, text] of Object.entries(FILES)) expect(read(folder, path)).toBe(text);
    expect(existsSync(join(folder, AGENTS, 'master-smith.md'))).toBe(false);
  });

  test('says in JSON where it speaks of it', async () => {
    const folder = temporaryFolder(FILES);
    const { out } = await rename(folder, 'smith', 'fire-smith', '--json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      action: 'rename',
      done: true,
      from: 'smith',
      to: 'fire-smith',
      path: join(folder, AGENTS, 'smith.md'),
      newPath: join(folder, AGENTS, 'fire-smith.md'),
      mentions: [
        { line: 6, column: 22, text: '@smith' },
        { line: 6, column: 36, text: 'smith' },
        { path: join(folder, AGENTS, 'planner.md'), line: 4, text: 'smith' },
        { line: 7, text: '`smith`' },
        { line: 7, text: 'smith.md' },
        { path: join(folder, '.claude/commands/forge.md') },
      ],
      problems: [],
    });
  });

  test.each([
    ['other', 'other is the name of '],
    ['Other', 'other is the name of ', 'smith'],
    ['../x', '../x is no name for a file'],
    ['smith', 'that is its name'],
    ['a:b', 'Claude Code refuses names with a colon', 'smith', true],
  ])('to %s is refused before anything is written', async (to, reason, from = 'smith', isAnyReason = false) => {
    const folder = temporaryFolder(FILES);
    const { code, err } = await rename(folder, from, to);
    expect(code).toBe(1);
    if (!isAnyReason) expect(err.toLowerCase()).toContain(reason.toLowerCase());
    for (const [path, text] of Object.entries(FILES)) expect(read(folder, path)).toBe(text);
  });

  test('writes through no link that leads out of where the agents lie', async () => {
    const outside = temporaryFolder({ 'other.md': FILES[`${AGENTS}/planner.md`] });
    const folder = temporaryFolder({ [`${AGENTS}/smith.md`]: FILES[`${AGENTS}/smith.md`] });
    symlinkSync(join(outside, 'other.md'), join(folder, AGENTS, 'other.md'));
    const { code, err } = await rename(folder, 'smith', 'forger');
    expect([code, err]).toEqual([1, expect.stringContaining('not written, a link leads out of the folder')]);
    expect(readFileSync(join(outside, 'other.md'), 'utf8')).toBe(FILES[`${AGENTS}/planner.md`]);
    expect(existsSync(join(folder, AGENTS, 'forger.md'))).toBe(true);
  });

  test('of a name that several have says which there are', async () => {
    const folder = temporaryFolder({ ...FILES, '.gemini/agents/smith.md': FILES[`${AGENTS}/smith.md`] });
    const { code, err } = await rename(folder, 'smith', 'x');
    expect([code, err]).toEqual([1, expect.stringContaining('smith is ambiguous; say which:')]);
    expect((await rename(folder, `${AGENTS}/smith.md`, 'x')).code).toBe(0);
    // Its own folder has a smith, of which it speaks.
    expect(existsSync(join(folder, '.gemini/agents/smith.md'))).toBe(true);
  });

  test('takes along a recipe, and those that are made from it', async () => {
    const folder = temporaryFolder(FILES);
    const fields = ['--description', 'd', '-o', `${AGENTS}/`];
    await inProject(folder, 'compose', 'planner#*', 'smith#*', '--name', 'both', ...fields);
    expect((await rename(folder, 'both', 'pair')).code).toBe(0);
    const status = await inProject(folder, 'status');
    expect(status.out).toContain(`${AGENTS}/pair.md`);
    expect(status.out).not.toContain('gone');
    expect((await rename(folder, 'smith', 'forger')).code).toBe(0);
    const after = await inProject(folder, 'status', '--json');
    // Its own mentions were changed with the others: nobody edited it.
    expect(JSON.parse(after.out)).toMatchObject([{ name: 'pair', states: ['ingredient-changed'] }]);
    expect((await inProject(folder, 'update', `${AGENTS}/pair.md`)).code).toBe(0);
    expect(JSON.parse((await inProject(folder, 'status', '--json')).out)).toMatchObject([
      { name: 'pair', states: ['up-to-date'] },
    ]);
  });
});
