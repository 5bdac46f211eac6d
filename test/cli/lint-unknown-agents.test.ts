import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, prompt = 'You work with care.') =>
  `---\nname: ${name}\ndescription: Use it for ${name}\n---\n${prompt}\n`;

const CALLER = agent('smith', 'Hand the coal to the `fire-keeper` agent.');

const codesIn = async (folder: string, target: string, sources: readonly Source[] = []) => {
  const { out } = await runAgents(folder, ['lint', target, '--json'], { sources });
  const { files } = JSON.parse(out) as { files: readonly { diagnostics: readonly { code: string }[] }[] };
  return files
    .flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
    .filter((code) => /^reference/.test(code));
};

const UNKNOWN = ['reference/unknown-agent'];

describe('agents lint tells of calls of agents that there are not', () => {
  test('in a folder that is looked at as a whole', async () => {
    expect(await codesIn(temporaryFolder({ 'team/smith.md': CALLER }), 'team')).toEqual(UNKNOWN);
    const whole = temporaryFolder({ 'team/smith.md': CALLER, 'team/fire/fire-keeper.md': agent('fire-keeper') });
    expect(await codesIn(whole, 'team')).toEqual([]);
  });

  test('not in a file of which nobody knows what it is part of', async () => {
    expect(await codesIn(temporaryFolder({ 'team/smith.md': CALLER }), 'team/smith.md')).toEqual([]);
  });

  test.each([
    ['repository', '.git/HEAD', 'ref: refs/heads/main\n'],
    ['marketplace', '.claude-plugin/marketplace.json', '{ "plugins": [] }\n'],
  ])('going by the whole %s around what is looked at', async (_, path, text) => {
    const folder = temporaryFolder({
      [`team/${path}`]: text,
      'team/a/agents/smith.md': CALLER,
      'team/b/agents/fire-keeper.md': agent('fire-keeper'),
    });
    expect(await codesIn(folder, 'team/a/agents')).toEqual([]);
    expect(await codesIn(folder, 'team/a/agents/smith.md')).toEqual([]);
    const without = temporaryFolder({ [`team/${path}`]: text, 'team/a/agents/smith.md': CALLER });
    expect(await codesIn(without, 'team/a/agents/smith.md')).toEqual(UNKNOWN);
  });

  test('and by every source, whoever is called there', async () => {
    const folder = temporaryFolder({ 'team/smith.md': CALLER, 'home/fire-keeper.md': agent('fire-keeper') });
    const home: Source = { id: 'user', scope: 'user', folder: join(folder, 'home'), format: 'claude' };
    expect(await codesIn(folder, 'team', [home])).toEqual([]);
    const project: Source = { id: 'project', scope: 'project', folder: join(folder, 'team'), format: 'claude' };
    expect(await codesIn(folder, 'team/smith.md', [project])).toEqual(UNKNOWN);
  });
});
