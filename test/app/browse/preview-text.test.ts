import { expect, test } from 'vitest';
import { previewText } from '../../../src/app/browse/preview-text.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { toolList } from '../../../src/core/definition/tools.ts';
import { markdownLines } from '../../../src/core/rendering/markdown-lines.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { aDefinition } from '../../support/a-definition.ts';

const hit = (parts: Partial<AgentDefinition>) => ({
  definition: aDefinition(parts),
  score: 1,
  matches: { name: [], description: [], prompt: null },
});

const SMITH = hit({
  name: 'api-smith',
  model: 'opus',
  color: 'blue',
  tools: toolList(['Read', 'Grep']),
  description: 'Forges interfaces that last',
  body: '## Security\n\n- Check every token\n',
});

const picture = (given: typeof SMITH, columns: number, rows: number) =>
  previewText(given, 'agents/api-smith.md', columns, rows)
    .lines.map((line) => lineText(line).trimEnd())
    .join('\n');

test('says what it is, where it is, what it is set to and how it begins', () => {
  expect(picture(SMITH, 48, 9)).toMatchInlineSnapshot(`
    "opus · blue · Read, Grep · ~9 tokens
    agents/api-smith.md

    Forges interfaces that last

    Security

     • Check every token"
  `);
});

test('is made whole, but of a long prompt no more than is looked at', () => {
  const long = hit({ body: 'Say it again.\n\n'.repeat(5_000) });
  expect(previewText(long, 'agents/long.md', 60, 12)).toMatchObject({ lines: { length: 12 }, isWhole: false });
  const short = hit({ body: 'Say it again.\n\n'.repeat(50) });
  const { lines, isWhole } = previewText(short, 'agents/short.md', 60, 12);
  expect([lines.length > 99, isWhole]).toEqual([true, true]);
});

test('says what is not stated', () => {
  const facts = picture(hit({ tools: toolList([]) }), 60, 9).split('\n')[0];
  expect(facts).toBe('model not stated · no tools · ~0 tokens');
  expect(picture(hit({}), 60, 9)).toContain('inherits all tools');
});

test('an inferred description is not told twice', () => {
  const body = 'You read what others wrote.\n';
  const given = hit({ description: 'You read what others wrote.', descriptionInferred: true, body });
  expect(picture(given, 60, 12).split('You read')).toHaveLength(2);
});

test('tells the worst problem and how many more there are', () => {
  const diagnostics = [
    { code: 'a', severity: 'info', message: 'Fine', line: 1, column: 1 },
    { code: 'b', severity: 'warning', message: 'Odd', line: 1, column: 1 },
    { code: 'c', severity: 'error', message: 'Bad', line: 1, column: 1 },
  ] as const;
  expect(picture(hit({ diagnostics }), 60, 9)).toContain('✗ Bad (and 1 more)');
});

test('no line is wider than the pane, and what a stranger wrote is safe to show', () => {
  const hostile = hit({
    name: '\u001b[31m名前',
    description: '日本語 '.repeat(80),
    model: '\u202e',
    body: '日本 '.repeat(99),
  });
  for (const columns of [10, 25, 80]) {
    const lines = previewText(hostile, '/very/long/path/日本.md', columns, 30).lines;
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(columns);
    expect(lines.map(lineText).join('')).not.toMatch(/[\u001b\u202e]/);
  }
});

test('shows of a large body what rendering all of it shows', () => {
  const sections = Array.from(
    { length: 2_000 },
    (_, at) => `## Part ${at}\n\nForge *it* well, ${'and again '.repeat(at % 9)}\n\n- one\n- two`,
  );
  const body = sections.join('\n\n');
  const whole = markdownLines(body, 60).map((line) => lineText(line).trimEnd());
  const shown = picture(hit({ body }), 60, 40).split('\n');
  expect(shown.slice(5)).toEqual(whole.slice(0, 35));
});

test('shows the beginning of a body of one endless line, and all of one with little to show', () => {
  expect(picture(hit({ body: 'word '.repeat(20_000) }), 60, 40).split('\n')).toHaveLength(40);
  expect(picture(hit({ body: `${'\n'.repeat(30_000)}The end.` }), 60, 40)).toContain('The end.');
});
