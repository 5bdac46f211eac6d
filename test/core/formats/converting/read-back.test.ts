import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composedDefinition } from '../../../../src/core/compose/compose.ts';
import { FORMATS, type Format, type Source } from '../../../../src/core/definition/agent-definition.ts';
import { INHERIT } from '../../../../src/core/definition/tools.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../../../src/core/draft/draft.ts';
import { agentFolder } from '../../../../src/core/formats/agent-folder.ts';
import { convertDefinition } from '../../../../src/core/formats/converting/convert-definition.ts';
import type { WrittenDefinition } from '../../../../src/core/formats/converting/write-definition.ts';
import { harnessFormat } from '../../../../src/core/formats/harnesses/harnesses.ts';
import { judge } from '../../../../src/core/formats/loading/judge.ts';
import { lintDefinition } from '../../../../src/core/lint/lint-definition.ts';
import { parseDefinition } from '../../../../src/core/reading/parse-definition.ts';
import { aDefinition } from '../../../support/a-definition.ts';
import { definitionOf } from '../../../support/linted.ts';

/** Expect of a written file that its warnings, the judgement and lint say one thing, and that it stops no harness. */
function expectOneWord(written: WrittenDefinition, format: Format): void {
  const source: Source = { id: 'p', scope: 'project', folder: `/p/${agentFolder(format, 'project')}`, format };
  const path = `${source.folder}/${written.fileName}`;
  const parsed = parseDefinition(written.text, path);
  const [verdict] = judge(harnessFormat(format), { files: [{ parsed, path, source }], sources: [source] });
  const reason = verdict?.kind === 'refused' ? `does not load it: ${verdict.refusal.reason}` : null;
  expect([written.text, written.notLoaded]).toEqual([
    written.text,
    reason === null ? null : expect.stringContaining(reason),
  ]);
  if (written.notLoaded !== null) expect(written.warnings).toContain(written.notLoaded);
  const said = lintDefinition(definitionOf(written.text, format, { path })).filter(({ message }) =>
    message.includes('passes over the file'),
  );
  expect([written.text, said.length]).toEqual([written.text, reason === null ? 0 : 1]);
  if (verdict?.kind === 'refused' && verdict.refusal.stops) expect(written.refusal).toBe(written.notLoaded);
}

const TEXTS = [
  '',
  'x',
  '---',
  '- a',
  '> b',
  '"Quick" and more',
  'Use: it',
  'true',
  '42',
  '2026-01-02',
  '@a #b',
  '审查',
  "'",
];

test.each(FORMATS)('what is composed for %s is said to load where which and lint say so', (format) => {
  const draft = fc.record({
    name: fc.constantFrom('keeper', 'a', 'default', 'generalist', '审查', '-edge-', 'a:b', '__proto__'),
    description: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme' })),
    body: fc.constantFrom('Be careful with everything.\n', 'No.\n', '---\n\nA line before\n'),
    model: fc.constantFrom('', 'opus', 'x y', '42'),
    color: fc.constantFrom('', 'blue', '#ff8800', 'mauve'),
  });
  fc.assert(
    fc.property(draft, ({ body, ...fields }) => {
      const picks = [pickOfBody(aDefinition({ body }))];
      const all = { ...EMPTY_DRAFT, picks, fields: { ...fields, tools: INHERIT }, format };
      expectOneWord(composedDefinition(all), format);
    }),
    { numRuns: 200 },
  );
});

test.each(FORMATS)('what is exported to %s is said to load where which and lint say so', (to) => {
  const line = fc.constantFrom(
    'tools: Read, Grep',
    'tools:',
    'model:',
    'model: [a, b]',
    'color: blue',
    'color: #ff8800',
    'hooks: 3',
    'mode: helper',
    'temperature: warm',
    'permission: maybe',
    'nickname_candidates: []',
    'kind: remote',
    'steps: 0',
    'maxTurns: 0',
    'disable: yes',
  );
  const described = fc.constantFrom(...TEXTS).map((text) => `description: ${text}`);
  const file = fc.tuple(fc.constantFrom(...FORMATS), described, fc.uniqueArray(line, { maxLength: 4 }));
  fc.assert(
    fc.property(file, ([from, description, lines]) => {
      fc.pre(from !== 'codex');
      const text = `---\nname: keeper\n${[description, ...lines].join('\n')}\n---\nBe careful with everything.\n`;
      const written = convertDefinition(definitionOf(text, from, { path: '/p/keeper.md' }), to);
      expectOneWord(written, to);
      // Whatever stands in a file, what is made of it keeps no harness from starting.
      if (written.notLoaded !== null) expect(written.refusal).not.toBe(written.notLoaded);
    }),
    { numRuns: 300 },
  );
});
