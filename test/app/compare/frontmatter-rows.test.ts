import { expect, test } from 'vitest';
import { frontmatterRows } from '../../../src/app/compare/frontmatter-rows.ts';
import { INHERIT, toolList } from '../../../src/core/definition/tools.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { aDefinition } from '../../support/a-definition.ts';

const picture = (...parts: Parameters<typeof aDefinition>[0][]) =>
  frontmatterRows(
    parts.map((part) => aDefinition({ description: 'Forges', ...part })),
    40,
  ).map((row) => row.map((cell) => cell.map(lineText).join(' / ')).join(' | '));

test('says of every field whether it is the same, different, stated by one alone or not at all', () => {
  expect(picture({ model: 'opus', color: 'red' }, { model: 'sonnet' })).toEqual([
    '= description Forges | = description Forges',
    '~ model opus | ~ model sonnet',
    '+ color red | – color',
    '= tools inherits all tools | = tools inherits all tools',
  ]);
});

test('marks the tools that one alone grants', () => {
  const [, tools] = picture({ tools: toolList(['Read', 'Bash']) }, { tools: toolList(['Read']) });
  expect(tools).toBe('~ tools Read, +Bash | ~ tools Read');
});

test('no tool is granted by one alone where another inherits all', () => {
  const [, tools] = picture({ tools: toolList(['Bash']) }, { tools: INHERIT }, { tools: toolList([]) });
  expect(tools).toBe('~ tools Bash | ~ tools inherits all tools | ~ tools no tools');
});

test('shows other fields as they are written', () => {
  expect(picture({ frontmatter: { name: 'x', maxTurns: 3, hooks: { Stop: [] } } }, {}).slice(2)).toEqual([
    '+ maxTurns 3 | – maxTurns',
    '+ hooks {"Stop":[]} | – hooks',
  ]);
});

test('cuts a long description after three lines, within the column', () => {
  const [row] = frontmatterRows([aDefinition({ description: 'hammer and tongs '.repeat(40) })], 24);
  const [cell = []] = row ?? [];
  expect(cell).toHaveLength(3);
  expect(Math.max(...cell.map(lineWidth))).toBeLessThanOrEqual(24);
  expect(cell.map(lineText).at(-1)).toMatch(/…$/);
});
