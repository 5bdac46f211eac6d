import { expect, test } from 'vitest';
import { lineText } from '../../../../src/text/styled-text.ts';
import { definitionListLines } from '../../../../src/ui/views/browse/definition-list.ts';
import { aDefinition } from '../../../support/a-definition.ts';

const DEFINITIONS = [
  aDefinition({ name: 'reviewer', model: 'opus' }),
  aDefinition({ name: 'reviewer', scope: 'user', shadowedBy: 'project:reviewer' }),
  aDefinition({
    name: 'tester',
    diagnostics: [{ code: 'x', severity: 'warning', message: '', line: 1, column: 1 }],
  }),
  aDefinition({ name: 'writer-with-a-long-name' }),
];

const lines = (columns: number, twins: readonly string[]) =>
  definitionListLines({
    columns,
    library: DEFINITIONS,
    rows: 10,
    hits: DEFINITIONS.map((definition) => ({
      definition,
      score: 1,
      matches: { name: [], description: [], prompt: null },
    })),
    top: 0,
    cursor: 3,
    marked: new Set(),
    twins: new Set(twins),
    judged: { recent: new Set(DEFINITIONS), before: new Set() },
  });

test('a row says that another says the same, unless it is shadowed, which weighs more', () => {
  const picture = lines(50, ['project:reviewer', 'user:reviewer', 'project:tester']).map(
    (line) => `${lineText(line)}|`,
  );
  expect(picture.join('\n')).toMatchInlineSnapshot(`
    "   reviewer                         project, twin |
       reviewer                         user, shadowed|
       tester                        !  project, twin |
    ❯  writer-with-a-long-name          project       |"
  `);
});

test('every row keeps to the width, with the word or without', () => {
  for (const columns of [24, 36, 50, 80]) {
    for (const line of lines(columns, ['project:reviewer', 'project:writer-with-a-long-name'])) {
      expect(lineText(line)).toHaveLength(columns);
    }
  }
});
