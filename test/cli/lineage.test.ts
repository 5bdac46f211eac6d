import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RULES = [
  'Keep the coal dry through the winter',
  'Light the fire slowly in the morning',
  'Watch the colour of the iron',
];
const STEPS = ['Draw the bar out over the horn', 'Quench the blade in the warm oil', 'File the edge by the last light'];

const agent = (name: string, ...lines: readonly string[]) =>
  `---\nname: ${name}\ndescription: Speaks of ${name}\n---\n${lines.map((line) => `- ${line}\n`).join('')}`;

const FILES = {
  'theirs/LICENSE.md': 'You may.\n',
  'theirs/license-checker.md': agent('license-checker', 'Reads what a licence says of copies'),
  'theirs/agents/forge.md': agent('forge', ...RULES, 'Sweep the floor in the evening'),
  'copies/forge.md': agent('forge-copy', ...RULES, 'Sweep the floor in the evening'),
  'others/bench.md': agent('bench', ...STEPS),
  'mine.md': agent(
    'mine',
    ...RULES,
    ...STEPS,
    'Greet whoever comes in at the door',
    'Close the gate behind the last guest',
  ),
};

const run = (args: readonly string[], folder = temporaryFolder(FILES)) => {
  const source = (id: string): Source => ({ id, scope: 'added', folder: join(folder, id), format: 'claude' });
  return runAgents(folder, args, { sources: [source('theirs'), source('copies'), source('others')] });
};

describe('agents lineage', () => {
  test('tells what a file was made of, with copies, and what is its own', async () => {
    expect(await run(['lineage', 'mine.md'])).toEqual({
      code: 0,
      err: '',
      out: [
        'mine.md',
        '   38%  3 lines        bench       others/bench.md',
        '   38%  3 lines        forge-copy  copies/forge.md',
        '          or its twin  forge       theirs/agents/forge.md',
        '   25%  of its own',
        '',
      ].join('\n'),
    });
  });

  test('names source and licence of each with --credits', async () => {
    const { out } = await run(['lineage', 'mine.md', '--credits']);
    expect(out.slice(out.indexOf('Credits'))).toEqual(
      [
        'Credits',
        '  bench       others  no licence file    others/bench.md',
        '  forge-copy  copies  no licence file    copies/forge.md',
        '  forge       theirs  theirs/LICENSE.md  theirs/agents/forge.md',
        '',
      ].join('\n'),
    );
  });

  test('gives JSON, looking in some folders only', async () => {
    const folder = temporaryFolder(FILES);
    const { out } = await run(['lineage', 'mine.md', '--json', '--credits', '--in', 'theirs', 'others'], folder);
    expect(JSON.parse(out)).toEqual([
      {
        schema: 1,
        path: join(folder, 'mine.md'),
        ancestors: [
          { id: 'added:bench', path: join(folder, 'others/bench.md'), share: 0.375, lines: 3, equal: [] },
          { id: 'added:forge', path: join(folder, 'theirs/agents/forge.md'), share: 0.375, lines: 3, equal: [] },
        ],
        own: 0.25,
        credits: [
          { name: 'bench', path: join(folder, 'others/bench.md'), by: 'lines', source: 'others', licence: null },
          {
            name: 'forge',
            path: join(folder, 'theirs/agents/forge.md'),
            by: 'lines',
            source: 'theirs',
            licence: join(folder, 'theirs/LICENSE.md'),
          },
        ],
      },
    ]);
  });

  test('credits what the recipe names, and holds nothing made of a file for what it was made of', async () => {
    const folder = temporaryFolder(FILES);
    const made = join(folder, 'others/made.md');
    expect((await run(['compose', 'forge#*', '--name', 'made', '-o', made], folder)).code).toBe(0);
    const { out } = await run(['lineage', made, 'forge', '--json', '--credits'], folder);
    const [ofMade, ofForge] = JSON.parse(out);
    expect(ofMade.credits[0]).toMatchObject({ name: 'forge', source: 'theirs', by: 'recipe' });
    expect(ofForge.ancestors.map(({ path }: { path: string }) => path)).toEqual([join(folder, 'copies/forge.md')]);
  });

  test('says which file it cannot find, and fails', async () => {
    const { code, err } = await run(['lineage', 'gone.md']);
    expect({ code, err }).toEqual({ code: 1, err: 'gone.md: no such file, and no agent is called that\n' });
  });
});

describe('agents shared', () => {
  test('lists the lines that several agents have', async () => {
    const about = (name: string, ...lines: readonly string[]) =>
      agent(
        name,
        ...lines,
        ...Array.from({ length: 9 }, (_, at) => `${name} keeps ${at} ${name}s for ${name} day ${at}`),
      );
    const folder = temporaryFolder({
      'others/anvil.md': about('anvil', 'Never leave the fire alone', 'Sweep the floor in the evening'),
      'others/bellows.md': about('bellows', 'Never leave the fire alone'),
      'others/copy.md': about('bellows', 'Never leave the fire alone'),
      'others/tongs.md': about('tongs', 'Never leave the fire alone', 'Sweep the floor in the evening'),
      'others/vice.md': about('vice', 'Never leave the fire alone'),
    });
    expect(await run(['shared', '--source', 'others'], folder)).toEqual({
      code: 0,
      err: '',
      out: '   4  - Never leave the fire alone\n      others/anvil.md\n      others/bellows.md\n      others/tongs.md\n      and 1 more\n',
    });
    const { out } = await run(['shared', '--source', 'others', '--min', '2', '--json'], folder);
    expect(JSON.parse(out)[1]).toEqual({
      text: '- Sweep the floor in the evening',
      in: [join(folder, 'others/anvil.md'), join(folder, 'others/tongs.md')],
    });
  });

  test('says that there are none, and refuses to count what stands in one', async () => {
    expect(await run(['shared'])).toMatchObject({ code: 0, out: '', err: 'No line stands in 3 agents\n' });
    expect(await run(['shared', '--min', '1'])).toMatchObject({ code: 2, out: '' });
  });
});
