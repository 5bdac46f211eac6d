import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = {
  'fire-keeper.md':
    '---\nname: fire-keeper\ndescription: Use fire-keeper for fires\n---\n## Work\n\n- You are fire-keeper\n- Ask @tool-maker\n',
  'tool-maker.md': '---\nname: tool-maker\ndescription: Makes tools\n---\n## Work\n\n- Sign as tool-maker\n',
};
const COMPOSE = ['compose', 'fire-keeper.md#*', 'tool-maker.md#*', '--merge', '--name', 'forge', '-o', 'out/forge.md'];

describe('agents compose where agents speak of themselves', () => {
  test('says what is left of their names', async () => {
    const { code, err } = await runAgents(temporaryFolder(FILES), COMPOSE);
    expect(code).toBe(0);
    expect(err).toContain(
      '2 mentions of fire-keeper, 1 mention of tool-maker left as they are: --replace-mentions writes forge there\n',
    );
  });

  test('writes its own name there with --replace-mentions, and again from its recipe', async () => {
    const folder = temporaryFolder(FILES);
    const { err } = await runAgents(folder, [...COMPOSE, '--replace-mentions', '--recipe', 'forge.yaml']);
    expect(err).not.toContain('mention');
    const text = readFileSync(join(folder, 'out/forge.md'), 'utf8');
    expect(text).toContain('description: Use forge for fires\n');
    expect(text).toContain('- You are forge\n- Ask @tool-maker\n- Sign as forge\n');
    expect((await runAgents(folder, ['compose', '--recipe', 'forge.yaml', '-o', '-'])).out).toBe(text);
    expect((await runAgents(folder, ['status', 'out/forge.md'])).out).toMatch(/up to date/);
  });
});
