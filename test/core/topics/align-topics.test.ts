import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/core/definition/agent-definition.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { flattenSections, isClosingTag } from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import type { Comparand, Topic } from '../../../src/core/topics/comparison.ts';
import { termStatistics } from '../../../src/core/topics/term-statistics.ts';
import { largeComparands } from '../../bench/large-definitions.ts';
import { aDefinition } from '../../support/a-definition.ts';

const comparand = (body: string, name = 'agent'): Comparand => ({
  definition: aDefinition({ body, name, id: `project:${name}` }),
  sections: splitSections(body),
});

/** Each row as its title and a mark per column. */
const shape = (...bodies: readonly string[]) =>
  alignTopics(bodies.map((body) => comparand(body))).map(
    ({ title, cells }) => `${title} ${cells.map((cell) => (cell ? '+' : '-')).join('')}`,
  );

/** The ids of the sections that stand in a row together. */
const meetings = (...bodies: readonly string[]) =>
  alignTopics(bodies.map((body) => comparand(body)))
    .filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1)
    .map(({ cells }) => cells.map((cell) => cell?.id ?? '-').join(' = '));

const columnOf = (topics: readonly Topic[], column: number) => topics.flatMap(({ cells }) => cells[column] ?? []);

const pickable = ({ sections }: Comparand) => flattenSections(sections).filter((section) => !isClosingTag(section));

describe('sections that meet', () => {
  test.each([
    ['the same title', '## Security\n', '## Security\n'],
    ['another case', '## SECURITY\n', '## security\n'],
    ['another marker', '**Security:**\n- a\n', '## 1. Security\n'],
    ['filler words', '## Security of the API\n', '## Your API security\n'],
    ['another order', '## Tests and code\n', '## Code, tests\n'],
    ['another form of the word', '## Testing\n', '## Tests\n'],
    ['another word for what a section is for', '## Core Competencies\n', 'Your expertise includes:\n- a\n'],
    ['an announcing line', '## Deliverables\n', 'For each finding, provide:\n- a\n'],
    ['a tag in snake case', '<output_format>\nText.\n</output_format>\n', '## Output Format\n'],
    ['Russian titles in other cases', '## Ключевые задачи\n', '## Ключевая задача\n'],
    ['Chinese titles', '## 安全审查重点\n', '## 安全审查\n'],
  ])('%s makes one row', (_, one, two) => {
    expect(shape(one, two)).toHaveLength(1);
  });

  test.each([
    ['other titles', '## Security\n', '## Communication style\n'],
    ['one word in common beside two others', '## Infrastructure issues\n', '## Infrastructure code\n'],
    ['a purpose with a subject of its own', '## Expertise\n', '## Golang compiler expertise\n'],
    ['two occasions', 'When planning:\n- a\n', 'When building:\n- b\n'],
    ['other Chinese titles', '## 安全审查\n', '## 性能分析\n'],
    ['other Russian titles', '## Стиль общения\n', '## Метрики успеха\n'],
  ])('%s make two', (_, one, two) => {
    expect(shape(one, two)).toHaveLength(2);
  });

  test('texts of the same content meet under other titles', () => {
    const text = '- Rotate leaked credentials\n- Pin container digests\n- Sign release artefacts\n';
    expect(shape(`## Hygiene\n${text}`, `## Supply chain\n${text}`)).toHaveLength(1);
  });

  test('openings meet, whatever form they have, and closing words meet', () => {
    expect(meetings('Hi.\n\n**A:**\n- x\n\nBye.\n', '# Bot\nYou are a bot.\n\n**B:**\n- z\n\nEnd.\n')).toEqual([
      'preamble = bot',
      'closing = bot/closing',
    ]);
  });

  test('texts without a title meet when they say the same', () => {
    const body = '**Tools:**\n- a\n\nAnswer in plain words and quote the failing assertion.\n\n## End\n';
    expect(shape(body, body).every((row) => row.endsWith('++'))).toBe(true);
  });

  test('a title that one agent has twice takes two rows', () => {
    expect(shape('# A\nx\n# A\ny\n', '# A\n')).toHaveLength(2);
  });

  test('a heading over titled items meets a plain list, and its items keep their own', () => {
    const parent = '## Scaling\n- **Caching**: keep hot rows in memory\n- **Sharding**: split tables by tenant\n';
    const flat =
      '## Caching\nKeep hot rows in memory, with an expiry.\n\n## Scaling\n- keep hot rows in memory\n- split tables by tenant\n';
    expect(meetings(parent, flat)).toEqual(['scaling = scaling', 'scaling/caching = caching']);
  });

  test('of two sections with one title, the one under a like title is met', () => {
    const both = '## Rollback\n- **Logs**: read them\n\n## Deployment\n- **Logs**: read them\n';
    expect(meetings(both, '## Rollback\n- **Logs**: read them\n')).toContain('rollback/logs = rollback/logs');
  });

  test('of two sections with one title, what an agent does meets what another does, not what it knows', () => {
    const both = '## Skills\n- **Security**: threats\n\n## Steps\n- **Security**: threats\n';
    expect(meetings(both, '## Duties\n- **Security**: threats\n')).toContain('steps/security = duties/security');
  });

  test('two sections never meet with those inside them the other way round', () => {
    const one = '## Alpha\n### Beta\nx\n';
    const two = '## Beta\n### Alpha\nx\n';
    expect(meetings(one, two)).toHaveLength(1);
  });

  test('what most agents are named by tells nothing', () => {
    const [one, two] = ['## Gardening roses\nPrune.\n', '## Gardening tools\nSharpen.\n'];
    const rows = (name: string) => alignTopics([comparand(one, name), comparand(two, name)]).length;
    expect(rows('gardening-helper')).toBe(2);
  });

  test('closing tags stand in no row', () => {
    expect(shape('<role>\n## Part\nx\n</role>\n')).toEqual(['role +', 'Part +']);
  });

  test('what tags hold everything is one of the openings, and its parts are at the top', () => {
    const rows = alignTopics([comparand('<agent>\n## Part\n### Inner\nx\n</agent>\n')]);
    expect(rows.map(({ title, depth }) => `${depth} ${title}`)).toEqual(['0 agent', '0 Part', '1 Inner']);
  });

  test('nothing to compare is no rows', () => {
    expect(alignTopics([])).toEqual([]);
    expect(shape('', '')).toEqual([]);
  });
});

describe('the rows', () => {
  test('what comes before a shared topic stays before it', () => {
    expect(shape('## A\n## C\n', '## B\n## C\n## D\n')).toEqual(['A +-', 'B -+', 'C ++', 'D -+']);
  });

  test('sections stand under what they stand in', () => {
    expect(shape('## Zebra\n### Stripes\n## Lion\n', '## Lion\n### Mane\n## Zebra\n### Hooves\n')).toEqual([
      'Zebra ++',
      'Stripes +-',
      'Hooves -+',
      'Lion ++',
      'Mane -+',
    ]);
  });

  test('closing words come last, wherever they stand', () => {
    expect(shape('## A\n- **x**: y\n\nBye.\n', '## B\n- z\n').at(-1)).toBe('closing +-');
  });

  test('a row is called by the title that is most like the others', () => {
    expect(shape('## Testing strategy notes\n', '## Testing\n', '## Testing strategy\n')).toEqual([
      'Testing strategy +++',
    ]);
  });

  test('texts with other numbers are not wholly alike, those of a list aside', () => {
    const alike = (one: string, other: string) => alignTopics([comparand(one), comparand(other)])[0]?.similarity;
    expect(alike('# Rules\n- Target Ruby 2.7\n', '# Rules\n- Target Ruby 3.3\n')).toBeLessThan(0.95);
    expect(alike('# Rules\n1. Rotate keys\n', '# Rules\n- Rotate keys\n')).toBeCloseTo(1);
  });

  test('equal texts are wholly alike, a lone one is like nothing', () => {
    const body = '## Part\n- Rotate leaked credentials\n';
    expect(alignTopics([comparand(body), comparand(body)])[0]?.similarity).toBeCloseTo(1);
    expect(alignTopics([comparand(body), comparand('')])[0]?.similarity).toBeNull();
  });
});

const line = fc.constantFrom(
  '# A',
  '## B',
  '## Security',
  '## Ensure security',
  '**Core skills:**',
  '- **D**: rotate leaked keys',
  '- **Security**: rotate keys',
  '- rotate leaked keys',
  '<f>',
  '</f>',
  'Text about keys.',
  'Your expertise includes:',
  '',
  '# 安全',
  '## Безопасность',
);
const body = fc.array(line, { maxLength: 16 }).map((lines) => `${lines.join('\n')}\n`);
const several = fc.array(body, { minLength: 1, maxLength: 5 });
const comparands = (bodies: readonly string[]) => bodies.map((one, at) => comparand(one, `agent-${at}`));

describe('laws of comparing', () => {
  test('each section stands in exactly one row, in the column of its agent', () => {
    fc.assert(
      fc.property(several, (bodies) => {
        const all = comparands(bodies);
        const topics = alignTopics(all);
        for (const { cells } of topics) expect(cells).toHaveLength(all.length);
        for (const [column, one] of all.entries()) {
          const placed = columnOf(topics, column);
          expect(placed).toHaveLength(pickable(one).length);
          expect(new Set(placed)).toEqual(new Set(pickable(one)));
        }
      }),
    );
  });

  test('the sections of the first agent keep their order, but for what goes on with one that stands above', () => {
    fc.assert(
      fc.property(several, (bodies) => {
        const all = comparands(bodies);
        const [first] = all;
        const topics = alignTopics(all);
        const further = topics.flatMap(({ goesOn, cells: [cell] }) => (goesOn && cell ? flattenSections([cell]) : []));
        const keptOrder = (sections: readonly Section[]) =>
          sections.flatMap((one) => (/(?:^|\/)closing$/.test(one.id) || further.includes(one) ? [] : [one.id]));
        expect(keptOrder(columnOf(topics, 0))).toEqual(first && keptOrder(pickable(first)));
      }),
    );
  });

  test('every row says something, and its similarity is a share', () => {
    fc.assert(
      fc.property(several, (bodies) => {
        for (const { cells, similarity } of alignTopics(comparands(bodies))) {
          const count = cells.filter((cell) => cell !== null).length;
          expect(count).toBeGreaterThan(0);
          if (count === 1) expect(similarity).toBeNull();
          else expect(similarity).toSatisfy((share: number) => share >= 0 && share <= 1);
        }
      }),
    );
  });

  test('the same agents give the same rows again', () => {
    fc.assert(
      fc.property(several, (bodies) => {
        expect(alignTopics(comparands(bodies))).toEqual(alignTopics(comparands(bodies)));
      }),
    );
  });

  test('which sections meet, and what a row is called, does not depend on the order of the agents', () => {
    fc.assert(
      fc.property(several, fc.infiniteStream(fc.nat()), (bodies, order) => {
        const all = comparands(bodies);
        const keys = all.map(() => order.next().value ?? 0);
        const shuffled = [...all.entries()].sort(([a], [b]) => (keys[a] ?? 0) - (keys[b] ?? 0)).map(([, one]) => one);
        expect(groupsOf(shuffled)).toEqual(groupsOf(all));
      }),
    );
  });

  test('any text at all is lined up', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 4 }), (bodies) => {
        alignTopics(comparands(bodies));
      }),
    );
  });
});

describe('eight large agents', () => {
  const all = largeComparands();

  test('have each section in exactly one row, and most in one with others', () => {
    const topics = alignTopics(all);
    for (const [column, one] of all.entries()) {
      const placed = columnOf(topics, column);
      expect(placed).toHaveLength(pickable(one).length);
      expect(new Set(placed)).toEqual(new Set(pickable(one)));
    }
    expect(topics.filter(({ cells }) => cells.filter((cell) => cell).length > 1).length).toBeGreaterThan(200);
  });

  test('meet in the same rows again, and in any other order', () => {
    expect(alignTopics(largeComparands())).toEqual(alignTopics(all));
    expect(groupsOf(all.toReversed())).toEqual(groupsOf(all));
  });
});

/** The rows as sets of agent and section, in no order. */
function groupsOf(all: readonly Comparand[]): ReadonlySet<string> {
  const rows = alignTopics(all).map(({ title, cells }) => {
    const members = cells.flatMap((cell, at) => (cell ? `${all[at]?.definition.id}#${cell.id}` : []));
    return `${title}: ${members.sort().join(' ')}`;
  });
  return new Set(rows);
}

const SEEDS = join('..', 'shared', 'seeds');

describe.runIf(existsSync(SEEDS))('five published backend architects', () => {
  const files = existsSync(SEEDS) ? readdirSync(SEEDS).sort() : [];
  const all = files.map((file): Comparand => {
    const parsed = parseDefinition(readFileSync(join(SEEDS, file), 'utf8'), file);
    return { definition: aDefinition({ ...parsed, id: file }), sections: splitSections(parsed.body) };
  });
  const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);

  test.each([
    ['nothing counted', undefined],
    ['their terms counted', termStatistics(all.map(({ definition }) => definition))],
  ])('meet where a person would put them together, with %s', (_, statistics) => {
    const rows = alignTopics(all, statistics).map(({ cells }) => cells.map((cell) => (cell ? lastPart(cell.id) : '-')));
    const rowOf = (column: number, id: string) => rows.findIndex((row) => row[column] === id);
    const expertise = rows[rowOf(0, 'core-expertise-areas')];
    expect(expertise?.slice(0, 4)).toEqual([
      'core-expertise-areas',
      'your-expertise-includes',
      'your-core-competencies-include',
      'core-expertise',
    ]);
    expect(rowOf(2, 'ensure-security')).toBe(rowOf(4, 'security-implementation'));
    expect(rowOf(0, 'code-review-methodology')).toBe(rowOf(3, 'code-review-focus'));
    expect(rowOf(0, 'your-responses-should-be')).toBe(rowOf(1, 'your-communication-style'));
    expect(rowOf(0, 'security')).not.toBe(rowOf(1, 'your-communication-style'));
    expect(rowOf(3, 'architectural-principles')).not.toBe(rowOf(4, 'architectural-patterns'));
  });
});
