import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const BODY = (word: string) =>
  `## Duties\n\n- **Heat**: ${word} iron\n- **Strike**: ${word} iron\n\n## Style\n\nBe ${word}.\n`;

test('items below each other stand close, sections apart', () => {
  const library = libraryFrom({ a: `---\nname: a\n---\n${BODY('hot')}`, b: `---\nname: b\n---\n${BODY('cold')}` });
  const grid = comparisonGrid(afterKeys(aModel({ library }), 'tab tab d v'));
  const [, first = 0] = grid.starts;
  expect(grid.lines.slice(first).map(({ cells }) => cells.map(lineText).join(' | ').trim())).toEqual([
    'Duties |   Duties',
    '|',
    '• Heat: hot iron |    • Heat: cold iron',
    '• Strike: hot iron |    • Strike: cold iron',
    '|',
    'Style |   Style',
    '|',
    'Be hot. |   Be cold.',
    '|',
  ]);
});

test('what is too long to be lined up is told in place of the topics', () => {
  const long = (name: string) => `---\nname: ${name}\n---\n${'- **A**: b\n'.repeat(10_001)}`;
  const library = libraryFrom({ a: long('a'), b: long('b') });
  const grid = comparisonGrid(afterKeys(aModel({ library }), 'tab tab d'));
  const shown = grid.lines.map(({ cells: [first] }) => first && lineText(first).trim()).join(' ');
  expect(grid.topics.map(({ title }) => title)).toEqual(['Frontmatter']);
  expect(shown).toContain('too much to compare: 20,002 lines of text');
});

describe('lines that are the same in all', () => {
  const rules = (count: number) => Array.from({ length: count }, (_, at) => `- Rule number ${at}\n`).join('');
  const comparing = (one: string, other: string) =>
    afterKeys(aModel({ library: libraryFrom({ a: `## Rules\n\n${one}`, b: `## Rules\n\n${other}` }) }), 'tab tab d n');
  const lines = (model: Model) => {
    const { lines: all, starts } = comparisonGrid(model);
    return all.slice(starts[1]).map(({ cells }) =>
      cells
        .map(lineText)
        .map((text) => text.trim())
        .join(' | '),
    );
  };

  test('are folded from the fourth on into a count, and unfolded by a key', () => {
    const model = comparing(`${rules(4)}- Be kind\n`, `${rules(4)}- Be quick\n`);
    expect(lines(model).filter((line) => line.includes('…'))).toEqual(['… 4 lines the same | … 4 lines the same']);
    const whole = afterKeys(model, 'z');
    expect(whole.notice?.text).toBe('All lines are shown');
    expect(lines(whole)).toContain('• Rule number 3 | = Rule number 3');
    expect(lines(afterKeys(whole, 'z'))).toEqual(lines(model));
  });

  test('stay where they are few, and where not all columns have them', () => {
    expect(lines(comparing(rules(3), rules(3))).join()).not.toContain('…');
    expect(lines(comparing(rules(9), rules(2))).join()).not.toContain('…');
  });

  test('z says so where nothing is folded', () => {
    expect(afterKeys(comparing(rules(1), rules(1)), 'z').notice?.text).toBe('Nothing is folded');
  });
});

test('a long description is folded to three lines that name the key, and read whole to its last word', () => {
  const long = `---\nname: NAME\ndescription: ${'hammer and tongs '.repeat(60)}LASTWORD\n---\n# Forge\n\nHeat it.\n`;
  const library = libraryFrom({ a: long.replace('NAME', 'a'), b: long.replace('NAME', 'b') });
  const folded = afterKeys(aModel({ library }), 'tab tab d');
  const text = (model: Model) =>
    comparisonGrid(model)
      .lines.flatMap(({ cells }) => cells.map(lineText))
      .join('\n');
  expect(text(folded)).toContain('… whole: z');
  expect(text(folded)).not.toContain('LASTWORD');
  expect(text(afterKeys(folded, 'z')).match(/LASTWORD/g)).toHaveLength(2);
  expect(text(afterKeys(folded, 'v v z')).match(/LASTWORD/g)).toHaveLength(2);
});
