import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedRows, NOTHING_ASKED, type SectionAt } from '../../../src/core/sections/asked-rows.ts';
import { flattenSections, isClosingTag } from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import type { Comparand, Topic } from '../../../src/core/topics/comparison.ts';
import { NO_STATISTICS } from '../../../src/core/topics/term-statistics.ts';
import { aDefinition } from '../../support/a-definition.ts';

const comparand = (body: string, at: number): Comparand => ({
  definition: aDefinition({ body, name: `agent-${at}`, id: `d${at}` }),
  sections: splitSections(body),
});

const rowsOf = (bodies: readonly string[], asked: Partial<AskedRows>) =>
  alignTopics(bodies.map(comparand), NO_STATISTICS, { ...NOTHING_ASKED, ...asked });

const at = (name: string): SectionAt => {
  const [definition = '', section = ''] = name.split('#');
  return { definition, section };
};

const rowWith = (rows: readonly Topic[], name: string): readonly string[] =>
  rows
    .map(({ cells }) => cells.flatMap((cell, column) => (cell ? [`d${column}#${cell.id}`] : [])))
    .find((row) => row.includes(name)) ?? [];

const ONE = '## Guards\nNever print a token.\n\n## Tone\nBe brief.\n\n## Roses\n- Prune in spring\n';
const TWO = '## Guards\nNever print a token.\n\n## Voice\nShort words.\n\n## Herbs\n- Water daily\n';
const THREE = '## Guards\nNever print a token.\n\n## Sound\nQuiet.\n';

describe('what the user says about the rows', () => {
  test('brings together what shares nothing, whatever fits better', () => {
    const rows = rowsOf([ONE, TWO], { together: [[at('d0#guards'), at('d1#herbs')]] });
    expect(rowWith(rows, 'd0#guards')).toEqual(['d0#guards', 'd1#herbs']);
    expect(rowWith(rows, 'd1#guards')).toEqual(['d1#guards']);
    expect(rows.find(({ why }) => why?.by === 'asked')?.cells.map((cell) => cell?.id)).toEqual(['guards', 'herbs']);
  });

  test('brings together three, two by two', () => {
    const together = [
      [at('d2#sound'), at('d1#voice')],
      [at('d0#tone'), at('d1#voice')],
    ] as const;
    expect(rowWith(rowsOf([ONE, TWO, THREE], { together }), 'd0#tone')).toEqual(['d0#tone', 'd1#voice', 'd2#sound']);
  });

  test('puts a section into a row that goes by its own name, however long that is', () => {
    const long = '## Perennial Herbs of the Kitchen Garden\n- Water daily\n';
    const nameOf = (one: string, other: string) =>
      rowsOf([ONE, long], { together: [[at(one), at(other)]] }).find(({ why }) => why?.by === 'asked')?.title;
    const herbs = 'd1#perennial-herbs-of-the-kitchen-garden';
    expect(nameOf('d0#tone', herbs)).toBe('Perennial Herbs of the Kitchen Garden');
    expect(nameOf(herbs, 'd0#tone')).toBe('Tone');
  });

  test('holds two apart, and lets each meet others', () => {
    const rows = rowsOf([ONE, TWO, THREE], { apart: [[at('d0#guards'), at('d1#guards')]] });
    expect([rowWith(rows, 'd0#guards'), rowWith(rows, 'd1#guards')].map(({ length }) => length).sort()).toEqual([1, 2]);
  });

  test('holds one apart from everything', () => {
    const rows = rowsOf([ONE, TWO, THREE], { apart: [[at('d0#guards')]] });
    expect(rowWith(rows, 'd0#guards')).toEqual(['d0#guards']);
    expect(rowWith(rows, 'd1#guards')).toEqual(['d1#guards', 'd2#guards']);
  });

  test('turns nesting around if that is wanted', () => {
    const nested = '## Care\n\n### Roses\n- Prune in spring\n\n### Herbs\n- Water daily\n';
    const turned = '## Roses\n- Prune in spring\n\n### Care\n- Herbs and roses\n';
    const rows = rowsOf([nested, turned], {
      together: [
        [at('d0#care'), at('d1#roses/care')],
        [at('d0#care/roses'), at('d1#roses')],
      ],
    });
    expect([rowWith(rows, 'd0#care'), rowWith(rows, 'd0#care/roses')]).toEqual([
      ['d0#care', 'd1#roses/care'],
      ['d0#care/roses', 'd1#roses'],
    ]);
  });

  test('says nothing of what is not there, and of two in one definition', () => {
    const asked = {
      together: [
        [at('d0#gone'), at('d1#guards')],
        [at('d0#guards'), at('d0#tone')],
      ] as const,
      apart: [[at('d9#guards'), at('d1#gone')]],
    };
    expect(rowsOf([ONE, TWO], asked)).toEqual(rowsOf([ONE, TWO], {}));
  });

  test('holds for any texts, in any order of the definitions', () => {
    const line = fc.constantFrom('## Rules', '### Tools', '- **Cache**: keep keys', '- read the diff', 'Be brief.', '');
    const body = fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(body, body, body, fc.nat(), fc.nat(), fc.boolean(), (one, two, three, p, q, isTogether) => {
        const all = [one, two, three].map(comparand);
        const [a, b] = [all[0], all[1]].map((which) =>
          flattenSections(which?.sections ?? []).filter((section) => !isClosingTag(section)),
        );
        const [x, y] = [a?.[p % (a.length || 1)], b?.[q % (b.length || 1)]];
        if (!x || !y) return;
        const pair = [
          { definition: 'd0', section: x.id },
          { definition: 'd1', section: y.id },
        ] as const;
        const asked = isTogether ? { together: [pair], apart: [] } : { together: [], apart: [pair] };
        for (const order of [all, [...all].reverse()]) {
          const rows = alignTopics(order, NO_STATISTICS, asked);
          const row = rows.find(({ cells }) => cells.includes(x));
          expect(row?.cells.includes(y)).toBe(isTogether);
          const sections = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
          expect(new Set(sections).size).toBe(sections.length);
        }
      }),
    );
  });
});
