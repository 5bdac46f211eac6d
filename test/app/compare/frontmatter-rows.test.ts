import { expect, test } from 'vitest';
import { frontmatterRows } from '../../../src/app/compare/frontmatter-rows.ts';
import { INHERIT, type Tools, toolList } from '../../../src/core/definition/tools.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { aDefinition } from '../../support/a-definition.ts';

const picture = (...parts: Parameters<typeof aDefinition>[0][]) =>
  frontmatterRows(
    parts.map((part) => aDefinition({ description: 'Forges', ...part })),
    { widths: parts.map(() => 40), isMarked: true, folded: null },
  ).map(({ columns }) => columns.map((cell) => cell.map((line) => lineText(line).trim()).join(' / ')).join(' | '));

test('says of every field of the others how it stands to that of the base', () => {
  expect(picture({ model: 'opus', color: 'red' }, { model: 'sonnet' })).toEqual([
    'description Forges | = description Forges',
    'model opus | ~ model sonnet',
    '+ color red | – color',
    'tools inherits all tools | = tools inherits all tools',
  ]);
});

test('sets off the tools that the base does not grant, and those that it alone does', () => {
  const marked = (...tools: readonly Tools[]) =>
    frontmatterRows(
      tools.map((own) => aDefinition({ tools: own })),
      { widths: tools.map(() => 40), isMarked: true, folded: null },
    )
      .flatMap(({ columns }) => columns.map((lines) => lines.flatMap(({ spans }) => spans)))
      .flatMap((spans) => spans.filter(({ role }) => role.endsWith('-word')).map(({ text }) => text));

  expect(marked(toolList(['Read', 'Bash']), toolList(['Read', 'Write']))).toEqual(['Bash', 'Write']);
  expect(marked(toolList(['Bash']), INHERIT)).toEqual([]);
});

test('shows other fields as they are written', () => {
  expect(picture({ frontmatter: { name: 'x', maxTurns: 3, hooks: { Stop: [] } } }, {}).slice(2)).toEqual([
    '+ maxTurns 3 | – maxTurns',
    '+ hooks {"Stop":[]} | – hooks',
  ]);
});

test('folds a long description to three lines that say how to see it whole, within the column', () => {
  const layout = { widths: [30], isMarked: true, folded: 'whole: z' };
  const [row] = frontmatterRows([aDefinition({ description: 'hammer and tongs '.repeat(40) })], layout);
  const [cell = []] = row?.columns ?? [];
  expect(row?.isFolded).toBe(true);
  expect(cell).toHaveLength(3);
  expect(Math.max(...cell.map(lineWidth))).toBeLessThanOrEqual(30);
  expect(cell.map(lineText).at(-1)).toMatch(/… whole: z$/);
});

test('leaves out the prompt where it is a field too', () => {
  const body = 'You forge.\n';
  const frontmatter = { developer_instructions: '\nYou forge.\n', sandbox_mode: 'read-only' };
  expect(picture({ body, frontmatter }, {}).slice(2)).toEqual(['+ sandbox_mode read-only | – sandbox_mode']);
});
