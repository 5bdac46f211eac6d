import { expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const BODY = (word: string) =>
  `## Duties\n\n- **Heat**: ${word} iron\n- **Strike**: ${word} iron\n\n## Style\n\nBe ${word}.\n`;

test('items below each other stand close, sections apart', () => {
  const library = libraryFrom({ a: `---\nname: a\n---\n${BODY('hot')}`, b: `---\nname: b\n---\n${BODY('cold')}` });
  const grid = comparisonGrid(afterKeys(aModel({ library }), 'tab tab d'));
  const [first = 0] = grid.starts;
  expect(grid.lines.slice(first).map(({ cells }) => cells.map(lineText).join(' | ').trim())).toEqual([
    'Duties | Duties',
    '|',
    '• Heat: hot iron |  • Heat: cold iron',
    '• Strike: hot iron |  • Strike: cold iron',
    '|',
    'Style | Style',
    '|',
    'Be hot. | Be cold.',
    '|',
  ]);
});

test('what is too long to be lined up is told in place of the topics', () => {
  const long = (name: string) => `---\nname: ${name}\n---\n${'- **A**: b\n'.repeat(10_001)}`;
  const library = libraryFrom({ a: long('a'), b: long('b') });
  const grid = comparisonGrid(afterKeys(aModel({ library }), 'tab tab d'));
  const shown = grid.lines.map(({ cells: [first] }) => first && lineText(first).trim()).join(' ');
  expect(grid.topics).toEqual([]);
  expect(shown).toContain('too much to compare: 20,002 lines of text');
});
