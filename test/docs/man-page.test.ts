import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/run-cli.ts';
import { runAgents } from '../support/run-agents.ts';

const PAGE = fileURLToPath(new URL('../../man/agents.1', import.meta.url));

/** `npm run docs` writes the page anew when a command has changed. */
test('man/agents.1 is made of the commands', async () => {
  const { code, out, err } = await runAgents('/', ['help', '--man']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  await expect(out).toMatchFileSnapshot(PAGE);
  for (const { name, isHidden } of COMMANDS) expect(out.includes(`\n.SS ${name}\n`)).toBe(isHidden !== true);
  for (const title of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'OPTIONS', 'EXIT STATUS', 'ENVIRONMENT', 'FILES'])
    expect(out).toContain(`\n.SH ${title}\n`);
});

test('every line is text, or a request of the macros for manuals', async () => {
  const { out } = await runAgents('/', ['help', '--man']);
  for (const line of out.trimEnd().split('\n')) {
    expect(line).toMatch(/^(?:\.(?:TH|SH|SS|PP|TP|B|nf|fi|RS|RE)\b|[^.'])/);
    expect(line).toMatch(/^[ -~]+$/);
  }
});

/** Readers of manuals that are on this machine. */
const READERS = [
  ['groff', '-man', '-Tutf8', '-ww', '-z'],
  ['mandoc', '-Tlint', '-Wwarning'],
].filter(([program = '']) => spawnSync(program, ['--version']).error === undefined);

test('is read without a warning by what is there to read it', () => {
  for (const [program = '', ...options] of READERS) {
    const { stdout, stderr } = spawnSync(program, [...options, PAGE], { encoding: 'utf8' });
    expect({ program, told: stdout + stderr }).toEqual({ program, told: '' });
  }
});
