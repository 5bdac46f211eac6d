import { expect, test } from 'vitest';
import type { AgentDefinition } from '../../../../src/core/definition/agent-definition.ts';
import { byScopeThenName } from '../../../../src/core/library/library.ts';
import { lineText } from '../../../../src/text/styled-text.ts';
import { type DefinitionListState, definitionListLines } from '../../../../src/ui/views/browse/definition-list.ts';
import { aDefinition } from '../../../support/a-definition.ts';

const hitsOf = (...definitions: readonly AgentDefinition[]) =>
  definitions.map((definition) => ({ definition, score: 1, matches: { name: [], description: [], prompt: null } }));

/** The list as it would be printed, with the ends of its lines marked. */
function picture(definitions: readonly AgentDefinition[], columns: number, parts: Partial<DefinitionListState> = {}) {
  const state = {
    columns,
    judged: { recent: new Set(definitions), before: new Set<AgentDefinition>() },
    library: definitions.toSorted(byScopeThenName),
    rows: 10,
    top: 0,
    cursor: 0,
    marked: new Set<string>(),
    twins: new Set<string>(),
    ...parts,
  };
  const lines = definitionListLines({ ...state, hits: hitsOf(...definitions) });
  return lines.map((line) => `${lineText(line)}|`).join('\n');
}

const FOUR = [
  aDefinition({ name: 'reviewer', model: 'opus' }),
  aDefinition({ name: 'reviewer', scope: 'user', model: 'sonnet', shadowedBy: 'project:reviewer' }),
  aDefinition({
    name: 'tester',
    scope: 'added',
    origin: 'a-very-long-source',
    diagnostics: [{ code: 'x', severity: 'error', message: '', line: 1, column: 1 }],
  }),
  aDefinition({ name: 'a-name-that-goes-on-and-on-and-on-and-on' }),
];

test('a row tells what is marked, whether a harness loads it, where it comes from and its model', () => {
  expect(picture(FOUR, 60, { cursor: 1, marked: new Set(['project:reviewer']) })).toMatchInlineSnapshot(`
    " ✓ reviewer                        project          opus    |
    ❯  reviewer                        user, shadowed   sonnet  |
       tester                       ✗  a-very-…g-source –       |
       a-name-that-goes-on-and-on-…    project          –       |"
  `);
});

test('a narrow list leaves the model out; the name gives way to where it comes from', () => {
  expect(picture(FOUR, 36)).toMatchInlineSnapshot(`
    "❯  reviewer         project         |
       reviewer         user, shadowed  |
       tester        ✗  a-very-…g-source|
       a-name-that-…    project         |"
  `);
});

test('only the rows on the screen are made', () => {
  expect(picture(FOUR, 40, { top: 2, rows: 1 }).split('\n')).toHaveLength(1);
});

test('wide names keep the columns straight', () => {
  expect(picture([aDefinition({ name: '代码审查员' }), aDefinition({ name: 'x' })], 44)).toMatchInlineSnapshot(`
    "❯  代码审查员                     !  project|
       x                                 project|"
  `);
});

test('what was found is set off', () => {
  const [hit] = hitsOf(aDefinition({ name: 'reviewer' }));
  const state = {
    columns: 40,
    library: [],
    rows: 5,
    top: 0,
    cursor: 1,
    focused: true,
    marked: new Set<string>(),
    twins: new Set<string>(),
    judged: { recent: new Set<AgentDefinition>(), before: new Set<AgentDefinition>() },
  };
  const matches = { name: [[2, 4]] as const, description: [], prompt: null };
  const [line] = hit ? definitionListLines({ ...state, hits: [{ ...hit, matches }] }) : [];
  expect(line?.spans.filter(({ role }) => role === 'match').map(({ text }) => text)).toEqual(['vi']);
});
