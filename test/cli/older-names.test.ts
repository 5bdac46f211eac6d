import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FIELDS = ['--name', 'n', '--description', 'Use for n', '-o', '-'];
const FILES = {
  'a.md':
    '---\nname: a\ndescription: Use for a\ncolor: Blue\ntools: Read, Grep\n---\n\n## Security\n\n- Check tokens\n',
  'b.md':
    '---\nname: b\ndescription: Use for b\ntools: Read, Edit\n---\n\n## Security\n\n- Check tokens\n- Rotate keys\n',
};

describe('what was called otherwise before', () => {
  test.each([
    [
      ['compose', 'a.md#*', 'b.md#*', ...FIELDS, '--merge'],
      ['compose', 'a.md#*', 'b.md#*', ...FIELDS, '--union'],
    ],
    [
      ['compose', 'a.md#*', 'b.md#*', ...FIELDS, '--tools', 'merged'],
      ['compose', 'a.md#*', 'b.md#*', ...FIELDS, '--tools', 'union'],
    ],
    [
      ['compose', 'a.md#*', 'b.md#*', ...FIELDS, '--tools', 'fewest'],
      ['compose', 'a.md#*', 'b.md#*', ...FIELDS, '--tools', 'intersection'],
    ],
    [
      ['update', 'a.md'],
      ['recompose', 'a.md'],
    ],
    [
      ['--source', '.', 'update', 'a.md'],
      ['--source', '.', 'recompose', 'a.md'],
    ],
    [
      ['lint', '.', '--severity', 'doubtful'],
      ['lint', '.', '--severity', 'warning'],
    ],
    [
      ['search', 'problem:doubtful', '--source', '.'],
      ['search', 'problem:warning', '--source', '.'],
    ],
  ])('%j is the same as %j', async (now, before) => {
    const folder = temporaryFolder(FILES);
    const done = await runAgents(folder, now);
    expect(done.code).not.toBe(2);
    expect(await runAgents(folder, before)).toEqual(done);
  });

  test.each([[[]], [['compose']], [['lint']], [['update']]])('is not in the help of %j', async (command) => {
    const { code, out } = await runAgents(temporaryFolder({}), ['help', ...command]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/recompose|union|intersection|warning/);
  });

  test('a severity that there is not is wrong usage', async () => {
    const { code, err } = await runAgents(temporaryFolder({}), ['lint', '--severity', 'grave']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('error, doubtful, info') });
  });
});
