import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, description: string, ...body: readonly string[]) =>
  `${['---', `name: ${name}`, `description: ${description}`, '---', ...body].join('\n')}\n`;

const FILES = {
  'own/keeper.md': agent(
    'gate-keeper',
    'Keeps the castle gate closed at night',
    '## Rules',
    '',
    '- Always log refusals',
  ),
  'team/warden.md': agent(
    'gate-warden',
    'Keeps the castle gate closed at night, and guards it',
    '## Rules',
    '',
    '- Never log refusals',
    '- Check every badge',
  ),
  'team/porter.md': agent(
    'porter',
    'Keeps the castle gate closed at night, opens it by day',
    '## Rules',
    '',
    '- Check each badge',
    '- Greet guests',
  ),
  'team/cook.md': agent('cook', 'Prepares soup', '## Rules', '', '- Salt the water'),
};

const run = (args: readonly string[], folder = temporaryFolder(FILES)) => {
  const source = (id: string): Source => ({ id, scope: 'added', folder: join(folder, id), format: 'claude' });
  return runAgents(folder, ['gaps', ...args], { sources: [source('own'), source('team')] });
};

describe('agents gaps', () => {
  test('tells by topic what others say, how many, where, and against what', async () => {
    const { code, out, err } = await run(['own/keeper.md', 'gate-warden', 'porter']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'Beside gate-keeper:',
      '1  gate-warden  team/warden.md',
      '2  porter       team/porter.md',
      '3 things that gate-keeper does not say',
      '',
      'Rules · 2 of 2 speak of it',
      '  + 2 of 2  Check every badge',
      '            (1, line 8; also 2)',
      '  ≠ 1 of 2  Never log refusals',
      '            (1, line 7)',
      '            gate-keeper: Always log refusals',
      '            (negation: –, there Never)',
      '  + 1 of 2  Greet guests',
      '            (2, line 8)',
      '',
    ]);
  });

  test('looks for others in the library, in a source or in a folder, and says which it took', async () => {
    const searched = await run(['gate-keeper']);
    expect(searched.out).toMatch(
      /^For the same job as gate-keeper:\n1 {2}gate-warden {2}\d+% {2}team\/warden\.md\n2 {2}porter {7}\d+% {2}team\/porter\.md\n3 things/,
    );
    // How rare a word is depends on where one looks, and so do the shares.
    const withoutShares = (text: string) => text.replace(/\d+%/g, '%');
    for (const place of ['team', './team']) {
      const { out } = await run(['gate-keeper', '--with', place]);
      expect(withoutShares(out)).toBe(withoutShares(searched.out));
    }
    expect(await run(['gate-keeper', '--with', 'own'])).toEqual({
      code: 0,
      out: '',
      err: 'No agent for the same job as gate-keeper was found; name some behind it\n',
    });
  });

  test('prints JSON with what compose takes', async () => {
    const folder = temporaryFolder(FILES);
    const { out } = await run(['gate-keeper', '--json'], folder);
    const { definition, others, topics, picks } = JSON.parse(out);
    expect(definition.name).toBe('gate-keeper');
    expect(others.map(({ name }: { name: string }) => name)).toEqual(['gate-warden', 'porter']);
    expect(topics).toMatchObject([{ title: 'Rules', others: 2, isSpokenOf: true, gaps: [{ count: 2 }, {}, {}] }]);
    expect(topics[0].gaps[1]).toMatchObject({
      text: 'Never log refusals',
      pick: `${folder}/team/warden.md#rules:1`,
      against: { text: 'Always log refusals', passage: 'rules:1', line: 7, differs: { kind: 'negation' } },
    });
    expect(picks).toEqual([`${folder}/team/warden.md#rules:2`, `${folder}/team/porter.md#rules:2`]);
    const composed = await runAgents(folder, ['compose', ...picks, '--name', 'whole', '-o', '-']);
    expect(composed.out).toContain('- Check every badge\n');
    expect(composed.out).toContain('- Greet guests\n');
    const alone = await run(['cook', '--json'], folder);
    expect(JSON.parse(alone.out)).toMatchObject({ others: [], topics: [], picks: [] });
  });

  test('an agent that says all is told so', async () => {
    const { code, out } = await run(
      ['porter', 'porter.md'],
      temporaryFolder({ ...FILES, 'porter.md': FILES['team/porter.md'] }),
    );
    expect(code).toBe(0);
    expect(out).toContain('porter says all that they say\n');
  });

  test.each([
    [
      'both others and where to look',
      ['cook', 'porter', '--with', 'team'],
      'name other agents, or --with where to look, not both',
    ],
    ['the same one twice', ['cook', 'cook'], 'cook is named twice'],
    ['more than can be lined up', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], 'gaps takes up to 7 others, not 8'],
    ['a folder that is not there', ['cook', '--with', 'nowhere'], 'nowhere: no such folder'],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${message}; see agents help gaps\n`);
  });

  test('says who is not found', async () => {
    const { code, err } = await run(['nobody', 'porter']);
    expect(code).toBe(1);
    expect(err).toMatch(/^No agent is called nobody/);
  });
});
