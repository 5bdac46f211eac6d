import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { lineagesOf } from '../../../src/core/lineage/lineage.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** Lines that nobody else has. */
const lines = (about: string, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `- Bring ${about}${at} from ${about}-hall by ${about}-door ${at * 7}, oiled`,
  );

const named = (name: string, ...body: readonly string[]) => aDefinition({ name, body: `${body.join('\n')}\n` });

const FORGE = named('forge', '## Fire', ...lines('forge', 8));
const ANVIL = named('anvil', '## Anvil', ...lines('anvil', 6));

const lineageOf = (text: AgentDefinition, ...definitions: readonly AgentDefinition[]) => {
  const [lineage] = lineagesOf([text], definitions);
  return {
    ancestors: lineage?.ancestors.map((one) => [one.definition.name, one.lines, one.equal.map(({ name }) => name)]),
    own: Number(lineage?.own.toFixed(2)),
  };
};

describe('what a text was made of', () => {
  test('is told by its lines, the ancestor with most first, and what is left is its own', () => {
    const mine = named('mine', ...lines('anvil', 3), ...lines('forge', 5), ...lines('kettle', 2));
    expect(lineageOf(mine, ANVIL, FORGE, named('other', ...lines('saddle', 9)))).toEqual({
      ancestors: [
        ['forge', 5, []],
        ['anvil', 3, []],
      ],
      own: 0.2,
    });
  });

  test('is not the text itself, nor what two lines are shared with', () => {
    const mine = named('mine', ...lines('anvil', 2), ...lines('kettle', 5));
    expect(lineageOf(mine, mine, ANVIL)).toEqual({ ancestors: [], own: 1 });
  });

  test('is of two the shorter one, and copies are named with it', () => {
    const longer = named('longer', ...lines('forge', 8), ...lines('saddle', 8));
    const copy = named(
      'copy',
      '# Another title of no length',
      ...lines('forge', 8),
      'One line that is new here, at the end',
    );
    const found = lineageOf(named('mine', ...lines('forge', 8)), longer, copy, FORGE);
    expect(found).toEqual({
      ancestors: [['forge', 8, ['longer', 'copy']]],
      own: 0,
    });
  });

  test.each<[string, (line: string) => string]>([
    ['other bullets', (line) => line.replace(/^- /, '* ')],
    ['numbers', (line) => line.replace(/^- /, '12. ')],
    ['emphasis', (line) => line.replace('oiled', '**oiled**!')],
    ['capitals', (line) => line.toUpperCase()],
    ['a word put in', (line) => line.replace(' by ', ' always by ')],
    ['a word taken out', (line) => line.replace(', oiled', '')],
    ['line ends of another system', (line) => `${line}\r`],
    ['lines broken elsewhere', (line) => line.replace(' by the', '\n  by the')],
  ])('is found in spite of %s', (_, change) => {
    const { ancestors } = lineageOf(named('mine', ...lines('forge', 8).map(change)), ANVIL, FORGE);
    expect(ancestors).toEqual([['forge', 8, []]]);
  });

  test('is the version that has the lines as they stand, not the one before they were edited', () => {
    const edited = lines('forge', 8).map((line) => line.replace('door', 'iron door'));
    const { ancestors } = lineageOf(
      named('mine', ...edited),
      named('old', ...lines('forge', 8)),
      named('new', ...edited),
    );
    expect(ancestors).toEqual([['new', 8, []]]);
  });

  test('is nobody where many have the lines that are no copies of each other', () => {
    const block = lines('rule', 6);
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => named(name, ...block, ...lines(name, 30)));
    const mine = named('mine', ...block, ...lines('kettle', 4));
    expect(lineageOf(mine, ...many)).toEqual({ ancestors: [], own: 1 });
    const copies = many.map(({ name }) => named(name, ...block, ...lines('a', 30)));
    expect(lineageOf(mine, ...copies).ancestors?.map(([name]) => name)).toEqual(['a']);
  });

  test('is told of texts without spaces, whose lines are short', () => {
    const rules = [
      'すべての炉を夜の前に必ず消すこと',
      '鉄を叩く前に色を確かめておくこと',
      '道具は使った後に油を塗って戻す',
    ];
    const smith = named('smith', ...rules.map((rule) => `- ${rule}`));
    expect(lineageOf(named('mine', ...rules.map((rule) => `* ${rule}。`)), ANVIL, smith).ancestors).toEqual([
      ['smith', 3, []],
    ]);
  });

  test('is its own where it says nothing', () => {
    expect(lineageOf(named('mine', '', '# Short'), FORGE)).toEqual({ ancestors: [], own: 1 });
  });
});

test('shares and what is its own make the whole, whatever the definitions are and in whatever order', () => {
  const anyLine = fc.constantFrom(...lines('forge', 9), ...lines('anvil', 9), 'short', '```', '');
  const anyBody = fc.array(anyLine, { maxLength: 30 });
  fc.assert(
    fc.property(anyBody, fc.array(anyBody, { maxLength: 6 }), (mine, others) => {
      const definitions = others.map((body, at) => named(`other-${at}`, ...body));
      const [lineage] = lineagesOf([named('mine', ...mine)], definitions);
      const [reversed] = lineagesOf([named('mine', ...mine)], definitions.toReversed());
      const shares = lineage?.ancestors.reduce((sum, { share }) => sum + share, lineage.own);
      expect(shares).toBeCloseTo(1);
      expect(reversed?.ancestors.map(({ definition, lines: count }) => [definition.name, count])).toEqual(
        lineage?.ancestors.map(({ definition, lines: count }) => [definition.name, count]),
      );
    }),
  );
});
