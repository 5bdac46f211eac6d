import assert from 'node:assert/strict';
import fc, { type IAsyncProperty } from 'fast-check';
import { definitionJson } from '../../src/cli/definition-json.ts';
import { jsonText } from '../../src/cli/json-text.ts';
import { composeFile } from '../../src/core/compose/compose.ts';
import type { AgentDefinition, Source } from '../../src/core/definition/agent-definition.ts';
import { EMPTY_DRAFT, pickOf, pickOfBody } from '../../src/core/draft/draft.ts';
import { buildLibrary } from '../../src/core/library/library-builder.ts';
import { fixDefinition } from '../../src/core/lint/fix-definition.ts';
import { lintDefinition } from '../../src/core/lint/lint-definition.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { markdownLines, sourceLines } from '../../src/core/rendering/markdown-lines.ts';
import { flattenSections } from '../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { alignTopics } from '../../src/core/topics/align-topics.ts';
import { lineWidth } from '../../src/text/styled-text.ts';
import { hostileBody, hostileFile } from './hostile-text.ts';
import { screenAround } from './screen-around.ts';

const SOURCE: Source = { id: 's', scope: 'added', folder: '/s', format: 'claude' };

/** A definition as the program has it, from a file's text. */
function definitionOf(text: string, path = '/s/hostile.md'): AgentDefinition {
  const [definition] = buildLibrary(
    [{ parsed: parseDefinition(text, path), path, source: SOURCE }],
    [SOURCE],
  ).definitions;
  assert(definition);
  return definition;
}

/** Reading is lossless, says something of everything, runs nothing and leaves prototypes alone. */
export function checkReading(text: string): void {
  const definition = definitionOf(text);
  assert.equal(definition.frontmatterRaw + definition.body, text);
  assert.equal(
    flattenSections(sectionsOf(definition))
      .map(({ raw }) => raw)
      .join(''),
    definition.body,
  );
  for (const { line, column } of lintDefinition(definition)) assert(line >= 1 && column >= 1);
  const sections = flattenSections(sectionsOf(definition));
  assert.equal(new Set(sections.map(({ id }) => id)).size, sections.length);
  assert.deepEqual(
    JSON.parse(jsonText(definitionJson(definition))),
    JSON.parse(JSON.stringify(definitionJson(definition))),
  );
  assert.deepEqual(Object.keys(Object.prototype), []);
  parseDefinition(text, '/s/hostile.toml');
}

/** Fixing twice is fixing once, and leaves the body, but that blank lines above a fence that was missing now lie under it. */
export function checkFixing(text: string): void {
  const once = fixDefinition(text, '/s/hostile.md').text;
  assert.equal(fixDefinition(once, '/s/hostile.md').text, once);
  const before = parseDefinition(text, '/s/hostile.md');
  const { body } = parseDefinition(once, '/s/hostile.md');
  const isClosed = before.diagnostics.every(({ code }) => code !== 'frontmatter/unclosed');
  const lead = body.slice(0, isClosed ? 0 : body.length - before.body.length);
  assert.equal(body, lead + before.body);
  assert.equal(lead.trim(), '');
}

/** Whatever the text, no line is wider than it may be. */
export function checkRendering(body: string, width: number): void {
  for (const render of [markdownLines, sourceLines]) {
    for (const line of render(body, width)) assert(lineWidth(line) <= width, `${lineWidth(line)} > ${width}`);
  }
}

/** Whatever the text, nothing but our rectangle changes. */
export async function checkScreen(text: string, width: number): Promise<void> {
  const around = screenAround(width);
  try {
    await around.show(text, [...markdownLines(text, width), ...sourceLines(text, width)]);
    assert.deepEqual(around.changes(), []);
  } finally {
    around.dispose();
  }
}

/** What is composed reads back as what was meant. */
export function checkComposing(texts: readonly string[], choice: readonly number[]): void {
  const definitions = texts.map((text, at) => definitionOf(text, `/s/${at}.md`));
  const picks = definitions.map((definition, at) => {
    const sections = flattenSections(sectionsOf(definition));
    const section = sections[(choice[at] ?? 0) % Math.max(1, sections.length)];
    return section ? pickOf(definition, section) : pickOfBody(definition);
  });
  const fields = { ...EMPTY_DRAFT.fields, name: 'new', description: texts[0] ?? '' };
  const draft = { ...EMPTY_DRAFT, picks, fields };
  const written = composeFile(draft);
  const read = parseDefinition(written, '/s/new.md');
  assert.equal(read.name, 'new');
  assert.deepEqual(read.repairs, []);
  assert(written.endsWith('\n'));
}

/** Each section stands in one row, and each row has one section of a definition at most. */
function checkComparing(texts: readonly string[]): void {
  const comparands = texts.map((text, at) => {
    const definition = definitionOf(text, `/s/${at}.md`);
    return { definition, sections: sectionsOf(definition) };
  });
  const topics = alignTopics(comparands);
  for (const at of comparands.keys()) {
    const cells = topics.flatMap(({ cells: row }) => row[at] ?? []);
    assert.equal(new Set(cells).size, cells.length);
  }
}

const widths = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 160 }));
const files = fc.array(hostileFile, { minLength: 2, maxLength: 4 });

/** What is fuzzed, by name. */
export const FUZZ_TARGETS: Readonly<Record<string, () => IAsyncProperty<unknown>>> = {
  reading: () => property1(hostileFile, checkReading),
  fixing: () => property1(hostileFile, checkFixing),
  rendering: () => fc.asyncProperty(hostileBody, widths, async (body, width) => checkRendering(body, width)),
  screen: () => fc.asyncProperty(hostileBody, fc.integer({ min: 1, max: 60 }), checkScreen),
  composing: () =>
    fc.asyncProperty(files, fc.array(fc.nat(), { maxLength: 4 }), async (texts, choice) =>
      checkComposing(texts, choice),
    ),
  comparing: () => property1(files, checkComparing),
};

function property1<Value>(arbitrary: fc.Arbitrary<Value>, check: (value: Value) => void): IAsyncProperty<[Value]> {
  return fc.asyncProperty(arbitrary, async (value) => check(value));
}
