import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutBlocks } from '../../../src/core/merging/cut-blocks.ts';
import { hasConflict, mergedText, mergeThreeWays } from '../../../src/core/merging/three-way.ts';
import { changed, GARDEN } from '../../support/garden.ts';

const HEAD = '---\nname: garden\n---\n\n';

type Edits = readonly (readonly [string, string])[];

const merged = (ours: Edits, theirs: Edits, base = GARDEN) =>
  mergeThreeWays(HEAD + base, HEAD + changed(base, ...ours), HEAD + changed(base, ...theirs));

const bodyOf = (ours: Edits, theirs: Edits, base = GARDEN) => mergedText(merged(ours, theirs, base)).slice(HEAD.length);

const ROOTS = '- Water at the roots in the morning\n';
const REWORDED = '- Water at the roots in the morning, with rain water\n';
const SPADE = '- Narrow spade for the roses\n';
const HOE = '- Long hoe between the rows\n';

describe('put in', () => {
  const PUT_IN: Edits = [[ROOTS, `${ROOTS}- Mulch where the sun burns\n`]];

  test('behind what was reworded by hand', () => {
    expect(bodyOf([[ROOTS, REWORDED]], PUT_IN)).toBe(
      changed(GARDEN, [ROOTS, `${REWORDED}- Mulch where the sun burns\n`]),
    );
  });

  test('behind what comes before, where that was taken out by hand', () => {
    expect(bodyOf([[ROOTS, '']], PUT_IN)).toBe(changed(GARDEN, [ROOTS, '- Mulch where the sun burns\n']));
  });

  test('at one place by both: yours, then theirs', () => {
    expect(bodyOf([[ROOTS, `${ROOTS}- Empty the saucers\n`]], PUT_IN)).toBe(
      changed(GARDEN, [ROOTS, `${ROOTS}- Empty the saucers\n- Mulch where the sun burns\n`]),
    );
    const prose = 'Take the tool that fits the bed.\n';
    expect(
      bodyOf([[prose, `${prose}\nClean it at night.\n`]], [[prose, `${prose}\nOil the handles in winter.\n`]]),
    ).toBe(changed(GARDEN, [prose, `${prose}\nClean it at night.\n\nOil the handles in winter.\n`]));
  });

  test('once where both put in the same', () => {
    expect(bodyOf([...PUT_IN, ['young', 'small']], PUT_IN)).toBe(changed(GARDEN, ...PUT_IN, ['young', 'small']));
  });

  test('with the bullets and levels that things have here', () => {
    const ours: Edits = [
      ['- Look', '* Look'],
      ['- Water', '* Water'],
      ['- Leave', '* Leave'],
      ['## Tools', '### Tools'],
      ['## Watering', '### Watering'],
      ['## Harvest', '### Harvest'],
    ];
    const theirs: Edits = [...PUT_IN, ['## Tools', '## Light\n\nTurn the pots.\n\n## Tools']];
    expect(bodyOf(ours, theirs)).toBe(
      changed(
        GARDEN,
        ...ours,
        ['### Tools', '### Light\n\nTurn the pots.\n\n### Tools'],
        ['* Water at the roots in the morning\n', '* Water at the roots in the morning\n* Mulch where the sun burns\n'],
      ),
    );
  });

  test('a section behind the one it follows, with all you put in there, wherever that stands', () => {
    const section = '## Compost\n\n- Turn it in March\n';
    const watering = GARDEN.slice(0, GARDEN.indexOf('## Tools'));
    const moved = `${GARDEN.replace(watering, '')}\n${watering}- Empty the saucers\n`;
    const theirs = changed(GARDEN, ['## Tools', `${section}\n## Tools`]);
    const text = mergedText(mergeThreeWays(HEAD + GARDEN, HEAD + moved, HEAD + theirs)).slice(HEAD.length);
    expect(text.replace(/\n+$/, '\n')).toBe(`${moved.trimEnd()}\n\n${section}`);
  });

  test('nothing into what you took out', () => {
    const harvest = GARDEN.slice(GARDEN.indexOf('\n## Harvest'));
    expect(
      bodyOf([[harvest, '']], [['young.\n', 'young.\n\n- Leave some for seed\n\n### Late\n\nCover them.\n']]),
    ).toBe(changed(GARDEN, [harvest, '']));
  });
});

describe('moved', () => {
  const ON_TOP: Edits = [
    [SPADE, ''],
    ['- Small fork', `${SPADE}- Small fork`],
  ];

  test('goes there, beside what was reworded by hand', () => {
    const ours: Edits = [['for the herbs', 'for the herbs and the salad']];
    expect(bodyOf(ours, ON_TOP)).toBe(changed(GARDEN, ...ON_TOP, ...ours));
  });

  test('goes there once, in your words', () => {
    const ours: Edits = [['for the roses', 'for the old roses']];
    expect(bodyOf(ours, ON_TOP)).toBe(changed(GARDEN, ...ON_TOP, ...ours));
  });

  test('by hand stays there, with their words', () => {
    expect(bodyOf(ON_TOP, [['for the roses', 'for all roses']])).toBe(
      changed(GARDEN, ...ON_TOP, ['for the roses', 'for all roses']),
    );
  });

  test('by both stays where you have it', () => {
    const first: Edits = [
      [SPADE, ''],
      [HOE, SPADE + HOE],
    ];
    expect(bodyOf(first, ON_TOP)).toBe(changed(GARDEN, ...first));
  });

  test('into what you took out stays', () => {
    const harvest = GARDEN.slice(GARDEN.indexOf('\n## Harvest'));
    const theirs: Edits = [
      [SPADE, ''],
      ['young.\n', `young.\n\n${SPADE}`],
    ];
    expect(bodyOf([[harvest, '']], theirs)).toContain(SPADE);
  });
});

describe('renamed', () => {
  test('above, where something below was changed by hand', () => {
    const theirs: Edits = [['## Watering', '## The water and when it is good']];
    const ours: Edits = [['the drizzle', 'the drizzle alone']];
    expect(bodyOf(ours, theirs)).toBe(changed(GARDEN, ...theirs, ...ours));
  });

  test('a title you gave stays', () => {
    const text = bodyOf(
      [['## Watering', '## My cans']],
      [
        ['## Watering', '## The water'],
        ['young', 'small'],
      ],
    );
    expect(text).toBe(changed(GARDEN, ['## Watering', '## My cans'], ['young', 'small']));
  });
});

describe('taken out', () => {
  const harvest = GARDEN.slice(GARDEN.indexOf('\n## Harvest'));

  test('by hand stays out, whatever becomes of it', () => {
    expect(bodyOf([[harvest, '']], [['young', 'small']])).toBe(changed(GARDEN, [harvest, '']));
  });

  test('by theirs goes, unless you reworded it', () => {
    expect(bodyOf([['young', 'small']], [[ROOTS, '']])).toBe(changed(GARDEN, ['young', 'small'], [ROOTS, '']));
    const conflict = merged([[ROOTS, REWORDED]], [[ROOTS, '']]);
    expect(conflict.filter(({ kind }) => kind === 'conflict')).toEqual([
      { kind: 'conflict', ours: REWORDED, base: ROOTS, theirs: '' },
    ]);
  });
});

describe('numbers', () => {
  const STEPS = '## Steps\n\n1. Dig the bed\n2. Rake it level\n3. Sow in rows\n\n## End\n\nRest.\n';

  test('are counted again, and are no words', () => {
    const theirs: Edits = [
      ['1. Dig the bed\n2. Rake it level\n3. Sow', '1. Pull the weeds\n2. Dig the bed\n3. Rake it level\n4. Sow'],
    ];
    const ours: Edits = [['Rake it level', 'Rake it level and fine']];
    const text = bodyOf(ours, theirs, STEPS);
    expect(text).toBe(changed(STEPS, ...theirs, ...ours));
    expect(hasConflict(merged([['3. Sow in rows', '4. Sow in rows']], theirs, STEPS))).toBe(false);
  });

  test('begin where your list begins, and stay all the same where they are', () => {
    const ours: Edits = [
      ['1. Dig', '5. Dig'],
      ['2. Rake', '6. Rake'],
      ['3. Sow', '7. Sow'],
    ];
    expect(bodyOf(ours, [['1. Dig the bed\n2. Rake', '1. Rake']], STEPS)).toContain(
      '\n\n5. Rake it level\n6. Sow in rows\n\n',
    );
    const ones = STEPS.replace('2. ', '1. ').replace('3. ', '1. ');
    expect(bodyOf([['Rest.', 'Sleep.']], [['1. Sow', '1. Water it\n1. Sow']], ones)).toContain(
      '1. Rake it level\n1. Water it\n1. Sow in rows\n',
    );
  });

  test('that you gave stay where nothing of the list changed', () => {
    const ours: Edits = [['3. Sow in rows', '9. Sow in rows']];
    expect(bodyOf(ours, [['Rest.', 'Sleep.']], STEPS)).toBe(changed(STEPS, ...ours, ['Rest.', 'Sleep.']));
  });
});

describe('laws', () => {
  const LINE = fc.constantFrom('# A', '## B', '- one', '  - two', '1. three', '', 'text', '```', '    x', '---', '> q');
  const TEXT = fc.array(LINE, { maxLength: 20 }).map((lines) => lines.map((line) => `${line}\n`).join(''));

  test('blocks joined are the text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const { lead, blocks } = cutBlocks(text);
        expect(lead + blocks.map(({ mark, words, gap }) => mark + words + gap).join('')).toBe(text);
      }),
    );
  });

  /** Sections of items, each line of words that no other has, as [title, items][]. */
  const GARDEN = fc
    .array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 5 })
    .map((sizes) => sizes.map((size, at) => [`Part ${word(at)}`, lines(at, size)] as const));
  type Garden = readonly (readonly [string, readonly string[]])[];
  const word = (at: number) => ['alder', 'birch', 'cedar', 'dogwood', 'elder', 'fir', 'gorse', 'hazel'][at % 8] ?? '';
  const lines = (section: number, size: number) =>
    Array.from(
      { length: size },
      (_, at) => `${word(section)}${at} ${word(at + 3)}${section} grows on hill ${section}${at}`,
    );
  const textOf = (garden: Garden) =>
    HEAD + garden.map(([title, items]) => `## ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`).join('\n');

  /** One change: of words, of place, put in, taken out; of an item or a section. */
  const EDIT = fc.record({
    kind: fc.constantFrom('reword', 'move', 'put in', 'take out', 'rename', 'split', 'section moved'),
    one: fc.nat(),
    other: fc.nat(),
  });

  function edited(
    garden: Garden,
    { kind, one, other }: { kind: string; one: number; other: number },
    who: string,
  ): Garden {
    const all = garden.map(([title, items]): [string, string[]] => [title, [...items]]);
    const [from, to] = [all[one % all.length], all[other % all.length]];
    if (!from || !to) return garden;
    const at = other % Math.max(1, from[1].length);
    switch (kind) {
      case 'reword':
        from[1] = from[1].map((item, index) => (index === at ? `${item} ${who}` : item));
        break;
      case 'move':
        to[1].splice(one % (to[1].length + 1), 0, ...from[1].splice(at, 1));
        break;
      case 'put in':
        from[1].splice(at, 0, `${who} ${who}${one} ${who}${other}`);
        break;
      case 'take out':
        from[1].splice(at, 1);
        break;
      case 'rename':
        from[0] = `${from[0]} ${who}`;
        break;
      case 'split':
        all.splice((one % all.length) + 1, 0, [`${who} ${one}`, from[1].splice(at)]);
        break;
      default:
        all.splice(other % all.length, 0, ...all.splice(one % all.length, 1));
    }
    return all;
  }

  const itemsOf = (garden: Garden) => new Set(garden.flatMap(([, items]) => items));

  test('what base and theirs both hold and you did not take out is there, and nothing twice', () => {
    fc.assert(
      fc.property(GARDEN, fc.array(EDIT, { maxLength: 4 }), fc.array(EDIT, { maxLength: 4 }), (base, mine, others) => {
        const ours = mine.reduce((garden, edit) => edited(garden, edit, 'mine'), base as Garden);
        const theirs = others.reduce((garden, edit) => edited(garden, edit, 'theirs'), base as Garden);
        const text = mergeThreeWays(textOf(base), textOf(ours), textOf(theirs))
          .map((chunk) => (chunk.kind === 'stable' ? chunk.text : chunk.ours))
          .join('');
        const [before, kept, now] = [itemsOf(base), itemsOf(ours), itemsOf(theirs)];
        for (const item of before)
          if (kept.has(item) && now.has(item)) expect(text.split(`- ${item}\n`)).toHaveLength(2);
        for (const item of kept) if (!before.has(item)) expect(text).toContain(item.replace(/ mine$/, ''));
      }),
      { numRuns: 400 },
    );
  });
});
