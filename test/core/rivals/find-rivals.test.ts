import { describe, expect, test } from 'vitest';
import { findRivals, newRivals, wayOut } from '../../../src/core/rivals/find-rivals.ts';
import { withoutExamples } from '../../../src/core/rivals/routing-profile.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** Others that are loaded too, so that words are rare or common. */
const OTHERS = [
  ['shoe-maker', 'Cuts leather and sews soles.'],
  ['bread-baker', 'Kneads dough and watches the oven.'],
  ['boat-builder', 'Bends planks and caulks hulls.'],
  ['roof-thatcher', 'Lays straw and ties bundles.'],
];

const agents = (...rows: readonly (readonly string[])[]) =>
  rows.map(([name = '', description = '', body = name]) => aDefinition({ id: name, name, description, body }));
const names = (...rows: readonly (readonly string[])[]) =>
  findRivals(agents(...rows, ...OTHERS)).map(({ members }) => members.map(({ name }) => name));

describe('rivals', () => {
  test('are agents of one subject whose descriptions are for one request', () => {
    expect(
      names(
        ['bell-pro', 'Use this agent when bells have to be cast or tuned.'],
        ['bell-expert', 'Expert in bells: casts and tunes them. Use PROACTIVELY.'],
      ),
    ).toEqual([['bell-pro', 'bell-expert']]);
  });

  test('a name is read in words however it is written', () => {
    const rows = [
      ['bellCastingPro', 'Casts bells in bronze.'],
      ['Bell Casting Expert', 'Casts bells in iron.'],
    ];
    expect(names(...rows)).toEqual([['bellCastingPro', 'Bell Casting Expert']]);
  });

  test.each([
    ['who makes and who judges', 'bell-founder', 'Casts bells and tunes them.', 'bell-reviewer', 'Reviews cast bells.'],
    ['two kinds of judging and mending', 'bell-reviewer', 'Reviews bells.', 'bell-fixer', 'Mends bells.'],
    [
      'boilerplate',
      'bell-pro',
      'Use this agent when you need help.',
      'clock-pro',
      'Use this agent when you need help.',
    ],
  ])('are not: %s', (_, one, first, other, second) => {
    expect(names([one, first], [other, second])).toEqual([]);
  });

  test.each([
    [
      'one thing by two names',
      ['k8s-expert', 'Expert in K8s clusters: rollouts and scaling.'],
      ['kubernetes-pro', 'Runs Kubernetes: clusters, rollouts, scaling.'],
    ],
    [
      'two scripts',
      ['code-reviewer', 'Reviews code for quality, security and performance.'],
      ['代码评审', '代码审查专家：审查代码的安全和性能。'],
    ],
    [
      'a name with the name of its collection before it',
      ['bell-tuner', 'Tunes bells to a chord.'],
      ['guild-of-the-north-bell-tuner', 'Tunes bells of every size to a chord.'],
    ],
  ])('are the same by %s', (_, one, other) => {
    expect(names(one, other)).toHaveLength(1);
  });

  test.each([
    [
      'a family that shares out its work',
      ['bell-bronze-founder', 'Casts bells of bronze with guidance for moulds.'],
      ['bell-iron-founder', 'Casts bells of iron with guidance for moulds.'],
    ],
    [
      'two versions of one thing',
      ['bell-7-expert', 'Casts bells in new moulds.'],
      ['bell-5.1-expert', 'Casts bells in old moulds.'],
    ],
    [
      'what a user asks for, and what another agent calls',
      ['bell-tuner', 'Tunes bells to a chord.'],
      ['peal-tuner', 'Tunes bells. Spawned by /peal, writes PEAL.md.'],
    ],
    [
      'a technology that the other never speaks of',
      ['api-developer', 'Builds interfaces for services.'],
      ['django-api-developer', 'Builds interfaces in Django for shops.'],
    ],
  ])('are not: %s', (_, one, other) => {
    expect(names(one, other)).toEqual([]);
  });

  /** How much the first two of some agents compete: what speaks for it, without an end. */
  const pointsOf = (library: ReturnType<typeof agents>): number => {
    const [one, other] = library;
    const found = findRivals(library, 0).find(
      ({ members }) => members.some((member) => member === one) && members.some((member) => member === other),
    );
    const score = found?.score ?? 0;
    return Math.log(score / (1 - score));
  };

  test('one that says by its name when to take the other has told them apart; of two of one name it has not', () => {
    const points = (name: string, said: string) =>
      pointsOf(
        agents(
          ['bell-pro', `Casts bells and hangs them. For carillons ask ${said}.`],
          [name, 'Casts carillons.'],
          ...OTHERS,
        ),
      );
    expect(points('bell-expert', 'bell-expert') - points('bell-expert', 'bell expert')).toBeCloseTo(-3);
    expect(points('bell-pro', 'bell-pro') - points('bell-pro', 'bell pro')).toBeCloseTo(0);
  });

  test('in one collection what is of a thing and of more is meant for that; of two authors both are for the thing', () => {
    const rows = [
      ['bell-pro', 'Casts bells in bronze.'],
      ['bell-frame', 'Casts bells in bronze, with a frame.'],
    ];
    const from = (...collections: readonly string[]) =>
      agents(...rows, ...OTHERS).map((one, at) => {
        const origin = collections[at] ?? 'others';
        return { ...one, scope: 'added' as const, source: '/lib', path: `/lib/${origin}/${one.name}.md`, origin };
      });
    expect(pointsOf(from('ann', 'ann')) - pointsOf(from('ann', 'bob'))).toBeCloseTo(-1.2);
  });

  test('a word of a name that the description does not say sets it apart, but for the name of its collection', () => {
    const both = (first: string, second: string) =>
      names([first, 'Casts bells and tunes them.'], [second, 'Casts bells and tunes them.']);
    expect(both('bell-tower', 'bell-carillon')).toEqual([]);
    const fronted = ['Sews.', 'Bakes.', 'Binds.'].map((does, at) => [
      `acme-${['tailor', 'baker', 'binder'][at]}`,
      does,
    ]);
    expect(names(['acme-bell', 'Casts bells.'], ['bell-pro', 'Casts bells.'], ...fronted)).toEqual([
      ['acme-bell', 'bell-pro'],
    ]);
  });

  test('a name with capitals in it is one word where the description writes it so', () => {
    const rows = [
      ['BellWorks Engineer', 'Casts for bellworks, and tunes for bellworks.'],
      ['bellworks-engineer', 'Casts for bellworks, and tunes for bellworks.'],
    ];
    const [group] = findRivals(agents(...rows, ...OTHERS));
    expect(group?.score).toBeGreaterThan(0.95);
    expect(names(['DevOps Engineer', 'Ships releases.'], ['devops-engineer', 'Ships releases.'])).toHaveLength(1);
  });

  test('of names in two scripts only what both can write counts', () => {
    const points = (name: string) =>
      pointsOf(
        agents(
          [name, '鐘を鋳造し調律する職人 Kubernetes Docker'],
          ['bell-founder', 'Casts bells with Docker.'],
          ...OTHERS,
        ),
      );
    // A name in the other script says nothing against it, one in Latin letters does.
    expect(points('鐘職人') - points('Clock職人')).toBeGreaterThan(1);
  });

  test('going to market is no language', () => {
    expect(names(['go-to-market-planner', 'Plans going to market.'], ['golang-planner', 'Plans Go modules.'])).toEqual(
      [],
    );
  });

  test('examples do not count', () => {
    const example = '<example>user: cast a bell of bronze and tune it to F sharp</example>';
    expect(names(['clock-pro', `Winds clocks. ${example}`], ['sail-pro', `Sews sails. ${example}`])).toEqual([]);
    expect(withoutExamples(`Winds clocks.\n${example}\nAnd watches.`)).toBe('Winds clocks.\n \nAnd watches.');
    expect(withoutExamples('Winds clocks every day. Examples: a bell')).toBe('Winds clocks every day. ');
    expect(withoutExamples('Examples: winds clocks')).toBe('Examples: winds clocks');
  });

  test('three that all compete are one group', () => {
    const rows = ['pro', 'expert', 'specialist'].map((end) => [
      `bell-${end}`,
      'Casts bells and tunes bells in bronze.',
    ]);
    expect(names(...rows)).toEqual([['bell-pro', 'bell-expert', 'bell-specialist']]);
  });

  test('tell what they share, what each alone says, and how alike the prompts are', () => {
    const prompt = 'Heat the bronze until it runs, pour it in one go, and let it cool for a day. '.repeat(4);
    const [found] = findRivals(
      agents(
        ['bell-pro', 'Casts bells and tunes them to a chord.', prompt],
        ['bell-expert', 'Casts bells and tunes them for a tower.', prompt],
        ...OTHERS,
      ),
    );
    expect(found?.shared).toEqual(expect.arrayContaining(['bell', 'casts', 'tunes']));
    expect(found?.apart).toEqual(
      new Map([
        ['bell-pro', ['chord']],
        ['bell-expert', ['tower']],
      ]),
    );
    expect(found?.prompts).toBe(1);
    expect(found && wayOut(found)).toBe('drop');
  });
});

test('new rivals are those of which some two did not compete before, each once', () => {
  const smith = ['bell-pro', 'Casts and tunes bells.'];
  const expert = ['bell-expert', 'Expert in bells: casts and tunes them.'];
  const third = ['bell-master', 'Master of bells: casts them and tunes them.'];
  const bakers = [
    ['rye-pro', 'Bakes rye loaves.'],
    ['rye-expert', 'Expert in rye loaves: bakes them.'],
  ];
  const before = agents(smith, expert, ...OTHERS);
  const paths = (groups: ReturnType<typeof newRivals>) => groups.map(({ members }) => members.map(({ name }) => name));
  expect(newRivals([before], [before])).toEqual([]);
  expect(paths(newRivals([before], [agents(smith, expert, third, ...OTHERS)]))).toEqual([
    ['bell-pro', 'bell-expert', 'bell-master'],
  ]);
  const after = agents(smith, expert, ...bakers, ...OTHERS);
  expect(newRivals([before, before], [after, after])).toEqual(
    findRivals(after).filter(({ members }) => members.some(({ name }) => name.startsWith('rye'))),
  );
});
