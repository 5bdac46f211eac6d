import { describe, expect, test } from 'vitest';
import { COLORS } from '../../src/core/compose/validate-draft.ts';
import type { ParsedDefinition, Section } from '../../src/core/definition/agent-definition.ts';
import { grantsNone, toolsJson } from '../../src/core/definition/tools.ts';
import { flattenSections, sectionText } from '../../src/core/sections/section-text.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { bundledLibrary, LIBRARY } from '../support/bundled-library.ts';
import { runAgents } from '../support/run-agents.ts';

const HARNESS_TOOLS = ['Read', 'Grep', 'Glob', 'Edit', 'Write', 'Bash', 'WebFetch', 'WebSearch'];
const KB = 1024;
const HARNESS_MODELS = ['sonnet', 'opus', 'haiku', 'inherit'];

/** The one that is made from others says what several of them do. */
const COMPOSED = 'backend-architect.md';
const bundled = bundledLibrary();

const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

describe.each(bundled)('$file', ({ file, text, definition, sections }) => {
  test('is strict YAML with nothing to complain about', () => {
    const complaints = definition.diagnostics.filter(({ severity }) => severity !== 'info');
    expect({ repairs: definition.repairs, complaints }).toEqual({ repairs: [], complaints: [] });
  });

  test('states the name of its file', () => {
    expect(definition.nameInferred).toBe(false);
    expect(`${definition.name}.md`).toBe(file);
  });

  test('says in one paragraph when to use it', () => {
    expect(definition.descriptionInferred).toBe(false);
    expect(definition.description).toMatch(/^Use this agent .{40,380}\.$/);
    expect(definition.description.length).toBeGreaterThanOrEqual(60);
    expect(definition.description.length).toBeLessThanOrEqual(400);
  });

  test('asks for a colour, and for a model and tools that the harness has', () => {
    expect([...HARNESS_MODELS, null]).toContain(definition.model);
    expect(COLORS).toContain(definition.color);
    const tools = toolsJson(definition.tools) ?? [];
    expect(tools.filter((tool) => !HARNESS_TOOLS.includes(tool))).toEqual([]);
    expect(new Set(tools).size).toBe(tools.length);
    expect(tools.length).toBeLessThanOrEqual(8);
    expect(grantsNone(definition.tools)).toBe(false);
  });

  test('is worth its tokens: neither a stub nor a book', () => {
    expect(wordCount(definition.body)).toBeGreaterThanOrEqual(350);
    expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(2 * KB);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual((file === COMPOSED ? 8 : 6) * KB);
  });

  test('shows in any terminal exactly as it is written', () => {
    expect(text.split('\n').filter((line) => visibleText(line) !== line)).toEqual([]);
    expect(text).toMatch(/[^\n]\n$/);
  });

  test('comes apart into sections that give the body back', () => {
    expect(sections.map(sectionText).join('')).toBe(definition.body);
    expect(flattenSections(sections).length).toBeGreaterThanOrEqual(6);
  });
});

describe('the bundled library', () => {
  test('has no name twice', () => {
    const names = bundled.map(({ definition }) => definition.name);
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect(new Set(names).size).toBe(names.length);
  });

  test('nearly always states which tools an agent may use, and rarely a model', () => {
    const share = (holds: (one: ParsedDefinition) => boolean) =>
      bundled.filter(({ definition }) => holds(definition)).length / bundled.length;
    expect(share(({ tools }) => toolsJson(tools) !== null)).toBeGreaterThanOrEqual(0.9);
    expect(share(({ model }) => model !== null)).toBeLessThanOrEqual(0.4);
  });

  test('has no two that compete for one request', async () => {
    const { out } = await runAgents(LIBRARY, ['rivals', '--source', '.', '--json']);
    expect(JSON.parse(out)).toEqual([]);
  });

  test('shows every way in which real prompts open a section', () => {
    const kinds = new Set(bundled.flatMap(({ sections }) => flattenSections(sections).map(({ kind }) => kind)));
    expect([...kinds]).toEqual(expect.arrayContaining(['tag', 'heading', 'bold', 'lead-in', 'item', 'preamble']));
  });
});

/** Agents of one family, with how many of the sections at the top stand in rows of all of them. */
const FAMILIES: readonly { names: readonly string[]; rows: number }[] = [
  { names: ['go-service-engineer', 'python-service-engineer', 'rust-service-engineer'], rows: 12 },
  { names: ['jvm-service-engineer', 'node-service-engineer', 'php-service-engineer'], rows: 12 },
  { names: ['realtime-messaging-engineer', 'integration-engineer', 'identity-and-access-engineer'], rows: 6 },
  { names: ['cloud-engineer', 'platform-engineer', 'observability-engineer'], rows: 4 },
  { names: ['data-store-chooser', 'cache-and-search-engineer', 'data-pipeline-engineer'], rows: 4 },
];

test.each(FAMILIES)('$names line up', async ({ names, rows }) => {
  const { out } = await runAgents(LIBRARY, ['compare', '--source', '.', ...names, '--json']);
  const topics: readonly { readonly depth: number; readonly cells: readonly unknown[] }[] = JSON.parse(out).topics;
  const ofAll = topics.filter(({ depth, cells }) => depth === 0 && cells.every((cell) => cell !== null));
  expect(ofAll.length).toBeGreaterThanOrEqual(rows);
});

/** One row a topic: what each of the three calls it, and how many items a person merging them would drop. */
const SHARED_TOPICS: readonly { titles: readonly (string | null)[]; repeated: number }[] = [
  { titles: ['API design', 'Contracts', null], repeated: 3 },
  { titles: ['Data', 'Persistence and consistency', 'Data safety'], repeated: 3 },
  { titles: ['Security', 'Protect the edges', 'Security review'], repeated: 5 },
  { titles: ['Scalability', 'Capacity', 'Capacity'], repeated: 3 },
  { titles: ['Observability', 'Monitoring', 'Running it'], repeated: 6 },
];
const BACKEND = ['backend-architect', 'api-platform-engineer', 'service-reliability-architect'];

describe('the three definitions that speak of backends', () => {
  const backend = BACKEND.map((name) => {
    const found = bundled.find(({ definition }) => definition.name === name);
    return flattenSections(found?.sections ?? []);
  });

  test.each(SHARED_TOPICS)('share the topic $titles.0, each with something of its own', ({ titles, repeated }) => {
    const cells = titles.map((title, index) => (title === null ? [] : itemsUnder(backend[index] ?? [], title)));

    expect(cells.map((items) => items.length > 0)).toEqual(titles.map((title) => title !== null));
    expect(
      cells.flatMap((items, index) => items.filter((item) => isRepeated(item, cells.slice(0, index)))),
    ).toHaveLength(repeated);
    for (const [index, items] of cells.entries()) {
      const others = cells.filter((_, other) => other !== index);
      if (items.length > 0) expect(items.some((item) => !isRepeated(item, others))).toBe(true);
    }
  });

  test('word some shared items alike and others exactly the same', () => {
    const items = backend.map((sections) => sections.flatMap((section) => section.items));
    const repeats = items.flatMap((own, index) => own.filter((item) => isRepeated(item, items.slice(0, index))));
    const exact = items.flatMap((own, index) => own.filter((item) => items.slice(0, index).flat().includes(item)));

    expect(exact.length).toBeGreaterThanOrEqual(5);
    expect(repeats.length - exact.length).toBeGreaterThanOrEqual(5);
  });
});

function itemsUnder(sections: readonly Section[], title: string): readonly string[] {
  const section = sections.find((candidate) => candidate.title === title);
  return section ? flattenSections([section]).flatMap(({ items }) => items) : [];
}

/** Whether one of the lists says nearly the same: at least six in ten of the words of both together. */
function isRepeated(item: string, lists: readonly (readonly string[])[]): boolean {
  const words = wordsOf(item);
  return lists.flat().some((other) => {
    const others = wordsOf(other);
    const common = [...words].filter((word) => others.has(word)).length;
    return common >= 0.6 * (words.size + others.size - common);
  });
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
