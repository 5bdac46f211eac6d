import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';

/** Real definitions, where they lie beside the repository; other people's text, so none of it is kept here. */
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const corpus = join(shared, 'corpus');
const seeds = join(shared, 'seeds');

const FRONTMATTER = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/;

function bodiesIn(folder: string): readonly { readonly path: string; readonly body: string }[] {
  // The runner collects tests even of a suite it will not run.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .map((path) => ({ path, body: readFileSync(join(folder, path), 'utf8').replace(FRONTMATTER, '') }));
}

const share = <T>(all: readonly T[], holds: (each: T) => boolean) => all.filter(holds).length / all.length;

describe.runIf(existsSync(corpus))('real definitions', () => {
  const bodies = bodiesIn(corpus).map(({ path, body }) => ({
    path,
    body,
    sections: flattenSections(splitSections(body)),
  }));

  test('come back byte for byte', () => {
    const lossy = bodies.filter(({ body, sections }) => sections.map(({ raw }) => raw).join('') !== body);
    expect(lossy.map(({ path }) => path)).toEqual([]);
  });

  test('have unique ids and a title for every marker', () => {
    const bad = bodies.filter(
      ({ sections }) =>
        new Set(sections.map(({ id }) => id)).size !== sections.length ||
        sections.some(({ title, kind }) => (title === '') !== (kind === 'preamble' || kind === 'untitled')),
    );
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  test('over 600 characters have two titled sections or more, in 99 of 100', () => {
    const long = bodies.filter(({ body }) => body.length > 600);
    expect(share(long, ({ sections }) => sections.filter(({ title }) => title !== '').length >= 2)).toBeGreaterThan(
      0.99,
    );
  });

  test('of 2,000 characters and more are not one lump, in 98 of 100', () => {
    const long = bodies.filter(({ body }) => body.length >= 2000);
    const isSpread = ({ body, sections }: (typeof long)[number]) =>
      sections.every(({ raw }) => raw.length <= 0.6 * body.length);
    expect(share(long, isSpread)).toBeGreaterThan(0.98);
  });
});

describe.runIf(existsSync(seeds))('the five definitions the product started from', () => {
  const ids = existsSync(seeds)
    ? bodiesIn(seeds).map(({ body }) => flattenSections(splitSections(body)).map(({ id }) => id))
    : [];

  test.each([
    [0, ['core-expertise-areas/api-design', 'code-review-methodology', 'when-reviewing-code-you-will', 'closing']],
    [1, ['your-expertise-includes/security', 'your-communication-style', 'closing']],
    [2, ['preamble', 'when-approaching-backend-development-tasks-you-will/ensure-security', 'closing']],
    [
      3,
      [
        'backend-architect-agent/technology-stack-considerations/databases',
        'backend-architect-agent/core-expertise/api-design',
      ],
    ],
    [
      4,
      [
        'your-primary-responsibilities/api-design-implementation',
        'technology-stack-expertise',
        'best-practices',
        'closing',
      ],
    ],
  ])('number %i is cut where a person would', (index, expected) => {
    expect(ids[index]).toEqual(expect.arrayContaining(expected));
  });
});
