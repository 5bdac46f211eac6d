import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { topicTablePane } from '../../../src/ui/views/compare/topic-table.ts';
import { pickWords } from '../../support/a-draft.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const FORGE = '# Forge\n\nHeat the iron until it is white.\n\n# Quench\n\nCool it in oil.\n';
const SAME = FORGE;
const OTHER = '# Forge\n\nHeat the iron until it is red, no more.\n\n# Sharpen\n\nGrind the edge at twenty degrees.\n';

const comparing = (texts: Readonly<Record<string, string>>, columns = 120) => {
  const model = afterActions(aModel({ library: libraryFrom(texts) }), { type: 'resized', size: { columns, rows: 30 } });
  return afterKeys(model, `${'tab '.repeat(Object.keys(texts).length)}d`);
};

describe('the table of topics', () => {
  const model = afterKeys(comparing({ a: FORGE, b: OTHER }), 'm');

  const rows = (given: Model, columns = 80) => topicTablePane(given, columns, 20).lines.map(lineText);

  test('counts what each says of a topic, says how alike that is and who says most', () => {
    const lines = rows(model);
    expect(lines[0]).toMatch(/^ +1 a base +2 b +alike +says most *$/);
    expect(lines.find((line) => line.includes('Forge'))).toMatch(/^ {2}Forge +¶1 +¶1 +\d+ % *$/);
    expect(lines.find((line) => line.includes('Quench'))).toMatch(/^ {2}Quench +¶1 +– +only 1 *$/);
    expect(lines.find((line) => line.includes('Frontmatter'))).toMatch(/^❯ Frontmatter +\[\d\] +\d +\d+ % *$/);
  });

  test('names the agents over their columns where there is room, by their place where they are called alike', () => {
    const named = afterKeys(comparing({ 'forge-master': FORGE, 'quench-keeper': OTHER }), 'm');
    expect(rows(named, 120)[0]).toMatch(/1 forge-master base +2 quench-keeper +alike/);
    expect(rows(named)[0]).toMatch(/^ +1 base +2 +alike/);
    const alike = {
      ...named,
      library: { ...named.library, agents: named.library.agents.map((one) => ({ ...one, name: 'smith' })) },
    };
    expect(rows(alike, 120)[0]).not.toContain('smith');
  });

  test('counts items where there are some', () => {
    const items = (count: number) =>
      `# Rules\n\n${Array.from({ length: count }, (_, at) => `- Rule ${at}\n`).join('')}`;
    const table = rows(afterKeys(comparing({ a: items(2), b: items(5) }), 'm'));
    expect(table.find((line) => line.includes('Rules'))).toMatch(/Rules +2 +5 +\d+ % +2: \+3 items *$/);
  });

  test('is gone through by letters: the cursor follows what is typed, and no letter is a key', () => {
    const typed = afterKeys(model, '/ s h a');
    const { topics } = comparisonGrid(typed);
    expect(topics[typed.compare.topic]?.title).toBe('Sharpen');
    expect(typed.compare.isMatrix).toBe(true);
    expect(rows(typed).find((line) => line.includes('Sharpen'))).toMatch(/^❯/);
    const marked = topicTablePane(typed, 80, 20).lines.flatMap(({ spans }) =>
      spans.filter(({ role }) => role === 'match'),
    );
    expect(marked.map(({ text }) => text)).toEqual(['Sha']);
    const left = afterKeys(typed, 'escape');
    expect([left.compare.find, left.compare.isMatrix, left.compare.topic]).toEqual([null, true, typed.compare.topic]);
  });

  test('goes through all places found, round about', () => {
    const found = afterKeys(model, 'g / r enter');
    const titles = ['', 'n', 'n n', 'n n n'].map((keys) => {
      const after = afterKeys(found, keys);
      return comparisonGrid(after).topics[after.compare.topic]?.title;
    });
    expect(titles).toEqual(['Frontmatter', 'Frontmatter', 'Forge', 'Sharpen']);
  });

  test('shows what several speak of, what one alone does, and what two contradict each other in', () => {
    const agents = comparing({
      a: '# Forge\n\n- Heat for 5 minutes\n\n# Quench\n\n- Cool it in oil\n\n# Rest\n\n- Sleep\n',
      b: '# Forge\n\n- Heat for 9 minutes\n\n# Sharpen\n\n- Grind the edge\n\n# Rest\n\n- Sleep\n',
    });
    const titles = (keys: string) => comparisonGrid(afterKeys(agents, keys)).topics.map(({ title }) => title);
    expect(titles('m')).toEqual(['Frontmatter', 'Forge', 'Quench', 'Sharpen', 'Rest']);
    expect(titles('m o')).toEqual(['Frontmatter', 'Forge', 'Rest']);
    expect(titles('m o o')).toEqual(['Frontmatter', 'Quench', 'Sharpen']);
    expect(titles('o o o')).toEqual(['Frontmatter', 'Forge']);
    expect(titles('o o o o')).toEqual(titles('m'));
    expect(afterKeys(agents, 'm o').notice?.text).toBe('What several speak of: 2 of 4 topics');
    const rest = afterKeys(agents, 'm G o');
    expect(comparisonGrid(rest).topics[rest.compare.topic]?.title).toBe('Rest');
    expect(titles('o o n - u n -')).toEqual(titles('o o'));
  });

  test('what one alone speaks of is told once, and the parts of a form are not told', () => {
    const form = '## Output format\n\n### Sharpness\n\n[words for it]\n\n### Weight\n\n[grams of it]\n';
    const agents = comparing({
      a: `## Quench\n\n### Oil\n\n- Warm it\n\n### Water\n\n- Salt it\n\n${form}`,
      b: '## Forge\n\n- Heat it\n\n## Output format\n\nA line.\n',
    });
    const titles = comparisonGrid(afterKeys(agents, 'o o')).topics.map(({ title }) => title);
    expect(titles).toEqual(['Frontmatter', 'Quench', 'Forge']);
  });

  test('a sample of code is nothing that one alone says', () => {
    const agents = comparing({
      a: '## Forge\n\n- **Heat**: slowly\n- **Strike**: hard\n\n```\nheat(9)\n```\n\n- **Quench**: in oil\n',
      b: '## Forge\n\n- **Heat**: slowly\n- **Strike**: hard\n- **Quench**: in oil\n',
    });
    expect(rows(afterKeys(agents, 'm')).find((line) => line.includes('heat(9)'))).toMatch(/heat\(9\) +¶1 +– *$/);
    expect(comparisonGrid(afterKeys(agents, 'o o')).topics).toHaveLength(1);
    const signs = comparisonGrid(agents).lines.flatMap(({ cells }) => cells.flatMap(({ spans }) => spans));
    expect(signs.filter(({ sign }) => sign === 'only')).toEqual([]);
  });

  test('is gone through by clicks, and offers no keys of the texts', () => {
    const clicked = afterActions(model, { type: 'clicked', pane: 'topics', column: 5, row: 1 + 2, isDouble: false });
    expect(clicked.compare.topic).toBe(2);
    expect(afterKeys(model, 'v').notice?.text).toBe('This works on the texts: m shows them');
  });

  test('takes the cursor along and goes back to the text there', () => {
    const below = afterKeys(model, 'down');
    expect(below.compare).toMatchObject({ isMatrix: true, topic: 1 });
    const back = afterKeys(below, 'enter');
    expect(back.compare).toMatchObject({ isMatrix: false, topic: 1 });
    expect(afterKeys(back, 'escape').trail).toEqual(['browse']);
  });

  test('picks the section of its cell', () => {
    const picked = afterKeys(model, 'down right space');
    expect(picked.draft.present.picks.map(pickWords)).toEqual(['b Forge']);
    expect(rows(picked).find((line) => line.includes('Forge'))).toContain('●[¶1]');
  });

  test.each([20, 40, 80, 200])('fits into %d columns', (columns) => {
    const pane = topicTablePane(model, columns, 12);
    expect(Math.max(...pane.lines.map(lineWidth))).toBeLessThanOrEqual(Math.max(40, columns));
  });
});

describe('the next difference', () => {
  test('passes over topics in which all say the same', () => {
    const model = comparing({ a: FORGE, b: SAME.replace('in oil', 'in water') });
    const next = afterKeys(model, 'n ]');
    expect(comparisonGrid(next).topics[next.compare.topic]?.title).toBe('Quench');
    expect(afterKeys(next, '[').notice?.text).toBe('No further difference');
  });
});
