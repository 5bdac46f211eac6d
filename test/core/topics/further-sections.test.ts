import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedRows, NOTHING_ASKED } from '../../../src/core/sections/asked-rows.ts';
import { flattenSections, isClosingTag } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import type { Comparand } from '../../../src/core/topics/comparison.ts';
import { NO_STATISTICS } from '../../../src/core/topics/term-statistics.ts';
import { wholeTopicAt, wholeTopics } from '../../../src/core/topics/whole-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

const comparand = (body: string, at: number): Comparand => ({
  definition: aDefinition({ body, name: `agent-${at}`, id: `d${at}` }),
  sections: splitSections(body),
});

const aligned = (bodies: readonly string[], asked: Partial<AskedRows> = {}) =>
  alignTopics(bodies.map(comparand), NO_STATISTICS, { ...NOTHING_ASKED, ...asked });

/** The topics of several sections of some definition: one string a row, its cells with ` | ` between. */
const several = (bodies: readonly string[], asked: Partial<AskedRows> = {}) =>
  wholeTopics(aligned(bodies, asked))
    .filter(({ length }) => length > 1)
    .map((rows) => rows.map(({ cells }) => cells.map((cell) => cell?.id.split('/').at(-1) ?? '–').join(' | ')));

const GUARDS = '- Never print a token\n- Ask before deleting files\n';

describe('several sections of one definition on one topic', () => {
  test.each([
    [
      'of one purpose in other words',
      '## Key Capabilities\n- Find slow queries\n\n## Core Competencies\n- Review schemas\n',
      '## Capabilities\n- Find slow queries\n- Review schemas\n',
      ['key-capabilities | capabilities', 'core-competencies | –'],
    ],
    [
      'one title twice',
      `## Guards\n${GUARDS}\n## Guards\n- Keep secrets out of logs\n`,
      `## Guards\n${GUARDS}- Keep secrets out of logs\n`,
      ['guards | guards', 'guards-2 | –'],
    ],
    [
      'one part after the other, on both sides',
      '## Guards, part 1\n- Never print a token\n\n## Guards, part 2\n- Ask before deleting files\n',
      `## Guards\n${GUARDS}`,
      ['guards-part-1 | guards', 'guards-part-2 | –'],
    ],
  ])('%s', (_, one, two, expected) => {
    expect(several([one, two])).toEqual([expected]);
  });

  test('what fits much worse has a row of its own', () => {
    const one = `## Guards\n${GUARDS}\n## Guards of the garden gate\n- Water the roses daily\n`;
    expect(several([one, `## Guards\n${GUARDS}`])).toEqual([]);
  });

  test('two sections that each meet one of the same definition are two topics', () => {
    const one = '## Release guards\n- Run all tests\n\n## Release guards after it\n- Run all tests\n- Watch the logs\n';
    expect(several([one, one.replace('Watch', 'Read')])).toEqual([]);
  });

  test('a title that comes three times tells nothing', () => {
    const one = '<step>\nRun all tests\n</step>\n<step>\nTag the release\n</step>\n<step>\nWrite the notes\n</step>\n';
    expect(several([one, '<step>\nRun all tests, tag the release\n</step>\n'])).toEqual([]);
  });

  test('what stands in a section is no further section beside it', () => {
    const one = `## Capabilities\nMany.\n\n### Core capabilities\n- Find slow queries\n`;
    expect(several([one, '## Capabilities\n- Find slow queries\n'])).toEqual([]);
  });

  const BOTH = [
    '## Key Capabilities\n- Find slow queries\n\n## Core Competencies\n- Review schemas\n',
    '## Capabilities\n- Find slow queries\n- Review schemas\n',
  ];
  const CORE = { definition: 'd0', section: 'core-competencies' };

  test('held apart, a section has a row of its own; put with the other, it has that for itself', () => {
    expect(several(BOTH, { apart: [[CORE]] })).toEqual([]);
    expect(several(BOTH, { together: [[CORE, { definition: 'd1', section: 'capabilities' }]] })).toEqual([]);
  });

  test('are one topic to a union, called as the row is', () => {
    // What the first has in several sections a union keeps so.
    const definitions = BOTH.toReversed().map((body, at) => comparand(body, at).definition);
    const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
    const [tree, ...others] = topicTrees(topics, definitions);
    expect(others).toEqual([]);
    expect(tree?.versions.map(({ section }) => section.id)).toEqual([
      'capabilities',
      'key-capabilities',
      'core-competencies',
    ]);
    expect(wholeTopicAt(topics, 1)).toEqual(topics);
  });
});

test('law: every section stands in one row, a row has one of each definition, and only what has a row above goes on', () => {
  const title = fc.constantFrom('Capabilities', 'Key Capabilities', 'Core Competencies', 'Guards', 'Workflow');
  const section = fc.tuple(fc.constantFrom('##', '###'), title, fc.constantFrom('- Find slow queries\n', GUARDS));
  const body = fc
    .array(section, { maxLength: 6 })
    .map((all) => all.map(([level, name, text]) => `${level} ${name}\n${text}`).join('\n'));
  fc.assert(
    fc.property(fc.array(body, { minLength: 2, maxLength: 4 }), (bodies) => {
      const topics = aligned(bodies);
      const placed = topics.flatMap(({ cells }) =>
        cells.flatMap((cell, column) => (cell ? [`${column} ${cell.id}`] : [])),
      );
      const all = bodies.flatMap((text, column) =>
        flattenSections(splitSections(text)).flatMap((one) => (isClosingTag(one) ? [] : [`${column} ${one.id}`])),
      );
      expect([...placed].sort()).toEqual([...all].sort());
      for (const [first, ...further] of wholeTopics(topics)) {
        expect(first.goesOn).toBeUndefined();
        for (const { cells } of further)
          for (const [column, cell] of cells.entries()) if (cell) expect(first.cells[column]).not.toBeNull();
      }
    }),
  );
});
