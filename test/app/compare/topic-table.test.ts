import { describe, expect, test } from 'vitest';
import { comparisonGrid, firstColumn } from '../../../src/app/compare/comparison-grid.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { topicMatrixLines } from '../../../src/ui/views/compare/topic-matrix.ts';
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

  test('shows who speaks of what, and how alike they are', () => {
    const lines = topicMatrixLines(model, 80, 20).map(lineText);
    expect(lines.find((line) => line.includes('Forge'))).toMatch(/^❯ Forge +❯ █+\S* +█+\S* +\d+ %$/);
    expect(lines.find((line) => line.includes('Quench'))).toMatch(/^ {2}Quench +█+\S* +– *$/);
  });

  test('takes the cursor along and goes back to the text there', () => {
    const below = afterKeys(model, 'down');
    expect(below.compare).toMatchObject({ isMatrix: true, topic: 1 });
    const back = afterKeys(below, 'enter');
    expect(back.compare).toMatchObject({ isMatrix: false, topic: 1 });
    expect(afterKeys(back, 'escape').trail).toEqual(['browse']);
  });

  test('picks the section of its cell', () => {
    const picked = afterKeys(model, 'right space');
    expect(picked.draft.present.picks.map(pickWords)).toEqual(['b Forge']);
    expect(topicMatrixLines(picked, 80, 20).map(lineText).join('\n')).toContain('● █');
  });

  test.each([20, 40, 80, 200])('fits into %d columns', (columns) => {
    const widths = topicMatrixLines(model, columns, 12).map(lineWidth);
    if (columns >= 40) expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    expect(topicMatrixLines(model, columns, 12).length).toBeLessThanOrEqual(12);
  });
});

describe('the next difference', () => {
  test('passes over topics in which all say the same', () => {
    const model = comparing({ a: FORGE, b: SAME.replace('in oil', 'in water') });
    const next = afterKeys(model, ']');
    expect(comparisonGrid(next).topics[next.compare.topic]?.title).toBe('Quench');
    expect(afterKeys(next, '[').notice?.text).toBe('No further difference');
  });
});

describe('columns that do not fit', () => {
  const model = comparing({ a: FORGE, b: OTHER, c: FORGE, d: OTHER }, 80);

  test('are scrolled to by going right, and back again', () => {
    expect(firstColumn(model)).toBe(0);
    expect(firstColumn(afterKeys(model, 'right'))).toBe(0);
    expect(firstColumn(afterKeys(model, 'right right'))).toBe(1);
    expect(firstColumn(afterKeys(model, 'right right right'))).toBe(2);
    expect(firstColumn(afterKeys(model, 'right right right left left left'))).toBe(0);
  });
});
