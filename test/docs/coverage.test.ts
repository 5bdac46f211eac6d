import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { flattenSections, sectionText } from '../../src/core/sections/section-text.ts';
import { bundledLibrary } from '../support/bundled-library.ts';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Item {
  readonly item: string;
  /** Numbers of the published agents that have it. */
  readonly in: readonly number[];
  /** `agent#section-id`. */
  readonly at: readonly string[];
  /** How words begin of which each place has one. */
  readonly words: readonly string[];
  /** The same for the published agents, where they say it otherwise. */
  readonly theirs?: readonly string[];
}

interface Topic {
  readonly topic: string;
  readonly items: readonly Item[];
}

const { published, topics } = load(readFileSync(file('test/agents/coverage.yaml'), 'utf8')) as {
  readonly published: readonly string[];
  readonly topics: readonly Topic[];
};
const items = topics.flatMap((topic) => topic.items);

const places = new Map<string, string>(
  bundledLibrary().flatMap(({ definition, sections }) =>
    flattenSections(sections).map((section) => [`${definition.name}#${section.id}`, sectionText(section)] as const),
  ),
);

const hasOneOf = (text: string, words: readonly string[]): boolean =>
  words.some((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'iu').test(text),
  );

describe('what published agents speak of', () => {
  test('is labelled once each', () => {
    expect(published).toHaveLength(5);
    for (const names of [topics.map(({ topic }) => topic), items.map(({ item }) => item)])
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const one of items) expect(one.in.filter((number) => published[number] === undefined)).toEqual([]);
    expect(items.filter((one) => one.in.length === 0).map(({ item }) => item)).toEqual([]);
  });

  test('has a place in the library, and one that is there', () => {
    expect(topics.filter((topic) => topic.items.length === 0).map(({ topic }) => topic)).toEqual([]);
    expect(items.filter(({ at }) => at.length === 0).map(({ item }) => item)).toEqual([]);
    expect(items.flatMap(({ at }) => at).filter((place) => !places.has(place))).toEqual([]);
  });

  test('is spoken of at each place', () => {
    const silent = items.flatMap(({ item, at, words }) =>
      at.filter((place) => !hasOneOf(places.get(place) ?? '', words)).map((place) => `${item}: ${place}`),
    );
    expect(silent).toEqual([]);
  });

  /** `npm run docs` writes the page anew. */
  test('is told in docs/coverage.md', async () => {
    await expect(coveragePage()).toMatchFileSnapshot(file('docs/coverage.md'));
  });
});

/** The published agents, where they lie beside the repository. */
const SEEDS = file('../shared/seeds');

/** What is left of a sentence that is cut at its commas, and says nothing by itself. */
const NOTHING = /^(?:etc|where beneficial|(?:use|define) clear)$/i;

/** The things that the items of lists name, one by one. */
function thingsIn(text: string): readonly string[] {
  const lines = text.replace(/^---\n[\s\S]*?\n---\n/, '').match(/^\s*(?:[-*]|\d+\.)\s+.*$/gm) ?? [];
  return lines
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').replace(/^(?:\*\*[^*]+\*\*|\w+)?:\s*(?=\S)/, ''))
    .filter((line) => !/:\s*$/.test(line))
    .flatMap((line) => line.split(/[,;()/>*]/))
    .map((part) => part.replace(/^[\s.:]+|[\s.:]+$/g, ''))
    .filter((part) => part !== '' && !NOTHING.test(part));
}

describe.runIf(existsSync(SEEDS))('the published agents', () => {
  const texts = published.map((name) => (existsSync(SEEDS) ? readFileSync(join(SEEDS, name), 'utf8') : ''));
  const theirs = ({ theirs: said, words }: Item) => said ?? words;

  test('are all that there are', () => {
    expect(readdirSync(SEEDS).sort()).toEqual(published);
  });

  test('speak of what they are said to', () => {
    const silent = items.flatMap((one) =>
      one.in.filter((number) => !hasOneOf(texts[number] ?? '', theirs(one))).map((number) => `${number}: ${one.item}`),
    );
    expect(silent).toEqual([]);
  });

  test.each(published.map((name, number) => ({ name, number })))(
    '$name names nothing that is not covered',
    ({ number }) => {
      const things = thingsIn(texts[number] ?? '');
      const known = items.filter((one) => one.in.includes(number));
      expect(things.length).toBeGreaterThan(40);
      expect(things.filter((thing) => !known.some((one) => hasOneOf(thing, theirs(one))))).toEqual([]);
    },
  );
});

function coveragePage(): string {
  const link = (place: string): string => `[${place}](../agents/${place.replace(/#.*$/, '')}.md)`;
  const row = (one: Item): string => {
    return `| ${one.item} | ${one.in.join(', ')} | ${one.at.map(link).join(', ')} |`;
  };
  const sections = topics.map((topic) =>
    [`## ${topic.topic}`, '', '| | published | here |', '| --- | --- | --- |', ...topic.items.map(row)].join('\n'),
  );
  return `# What the bundled agents cover

Five published agents of back-end architects speak of ${items.length} things, in ${topics.length} topics. Each has a place in the
[bundled library](library.md) that says what to do about it. The labels are ours; none of their text is here. This page is
made from \`test/agents/coverage.yaml\` by \`npm run docs\`, and \`test/docs/coverage.test.ts\` fails where something has no place,
a place is not there, or does not speak of it.

| | published agent |
| --- | --- |
${published.map((name, number) => `| ${number} | \`${name}\` |`).join('\n')}

${sections.join('\n\n')}
`;
}
