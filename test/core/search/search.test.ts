import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { NO_MATCHES } from '../../../src/core/search/scoring/hit-matches.ts';
import { createSearch } from '../../../src/core/search/search.ts';
import { aDefinition } from '../../support/a-definition.ts';

const COLLECTION = [
  ['backend-architect', 'Designs services and PostgreSQL schemas'],
  ['backend-developer', 'Writes endpoints'],
  ['api-backend-reviewer', 'Reviews endpoints for mistakes'],
  ['blockchain-archivist', 'Keeps ledgers'],
  ['code-reviewer', 'Reads changes before they are merged'],
  ['security-auditor', 'Looks for holes in authentication'],
  ['database-optimizer', 'Makes queries quick'],
  ['test-engineer', 'Writes tests for the backend'],
  ['C#/.NET Helper', 'Knows the runtime'],
].map(([name = '', description = '']) => aDefinition({ name, description }));

const search = createSearch(COLLECTION);
const names = (query: string) =>
  search
    .search(query)
    .slice()
    .map(({ definition }) => definition.name);

describe('searching', () => {
  test.each([
    ['a name in full', 'backend-architect', 'backend-architect'],
    ['a name with spaces', 'code reviewer', 'code-reviewer'],
    ['the beginning of a name', 'backend ar', 'backend-architect'],
    ['an abbreviation across words', 'bkarch', 'backend-architect'],
    ['beginnings of words', 'bac arc', 'backend-architect'],
    ['initials', 'sa', 'security-auditor'],
    ['words in another order', 'optimizer database', 'database-optimizer'],
    ['swapped letters', 'secruity', 'security-auditor'],
    ['a letter left out', 'optimzer', 'database-optimizer'],
    ['a word of the description', 'authentication', 'security-auditor'],
    ['a word of the name and an unfinished one of the description', 'backend schem', 'backend-architect'],
    ['part of a word in camel case', 'sql', 'backend-architect'],
    ['a name with signs', 'c#', 'C#/.NET Helper'],
  ])('finds first by %s', (_how, query, expected) => {
    expect(names(query)[0]).toBe(expected);
  });

  test('puts names that begin so before names that hold it, and these before descriptions', () => {
    expect(names('backend')).toEqual([
      'backend-architect',
      'backend-developer',
      'api-backend-reviewer',
      'test-engineer',
    ]);
  });

  test('puts the name with the least besides the words first', () => {
    const names = ['cloud-database-migration-optimizer', 'x-database-optimizer'];
    const hits = createSearch(names.map((name) => aDefinition({ name }))).search('optimizer database');
    expect(hits.slice().map(({ definition }) => definition.name)).toEqual([...names].reverse());
  });

  test('finds only definitions that have every word', () => {
    expect(names('writes endpoints')).toEqual(['backend-developer']);
  });

  test('finds the most fitting ones if none has every word', () => {
    expect(names('backend zzzzzz')).toContain('backend-architect');
    expect(names('zzzzzz')).toEqual([]);
  });

  test('gives everything in name order for an empty query, with the best score', () => {
    expect(names('  ')).toEqual([...names('')].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(
      search
        .search('')
        .slice()
        .map(({ score }) => score),
    ).toEqual(COLLECTION.map(() => 1));
  });

  test('finds nothing for a query without letters', () => {
    expect(names('--- …')).toEqual([]);
  });

  test('lists same names by scope', () => {
    const twins = createSearch([
      aDefinition({ scope: 'added' }),
      aDefinition({ scope: 'user' }),
      aDefinition({ scope: 'project' }),
    ]);
    expect(
      twins
        .search('reviewer')
        .slice()
        .map(({ definition }) => definition.scope),
    ).toEqual(['project', 'user', 'added']);
  });

  test.each([
    [
      'backend ar',
      {
        name: [
          [0, 7],
          [8, 10],
        ],
        description: [],
      },
    ],
    [
      'bkarch',
      {
        name: [
          [0, 1],
          [3, 4],
          [8, 12],
        ],
        description: [],
      },
    ],
    ['schemas', { name: [], description: [[32, 39]] }],
  ])('says where %s was found', (query, matches) => {
    const { name, description, prompt } = search.search(query).at(0)?.matches ?? NO_MATCHES;
    expect({ name, description, prompt }).toEqual({ ...matches, prompt: null });
  });

  test('takes no word for letters that a thousand definitions have as it was typed, but two letters', () => {
    const many = Array.from({ length: 1_001 }, (_, at) =>
      aDefinition({ name: `worker-${at}`, description: 'Secures and sees to it' }),
    );
    const named = aDefinition({ name: 'storage-event-counter', description: 'Tidies' });
    const found = (definitions: readonly AgentDefinition[], query: string) =>
      createSearch([...definitions, named])
        .search(query)
        .placeOf(named.id) >= 0;

    expect(found(many, 'sec')).toBe(false);
    expect(found(many.slice(1), 'sec')).toBe(true);
    expect(found(many, 'se')).toBe(true);
    expect(found(many, 'stevco')).toBe(true);
  });

  test('scores a full name 1 and everything else below', () => {
    const [first, ...others] = search.search('backend-architect').slice();
    expect(first?.score).toBe(1);
    for (const { score } of others) expect(score).toBeLessThan(1);
  });

  test('does not change what it searches', () => {
    const frozen = Object.freeze([...COLLECTION]);
    expect(createSearch(frozen).search('code')).not.toHaveLength(0);
  });

  test('tells the place of each definition it found, and of no other', () => {
    for (const query of ['', 'backend', 'reviewer', 'zzz']) {
      const hits = search.search(query);
      const ids = hits.slice().map(({ definition }) => definition.id);
      expect(COLLECTION.map(({ id }) => hits.placeOf(id))).toEqual(COLLECTION.map(({ id }) => ids.indexOf(id)));
    }
  });

  test('law: any definition is first or tied when its name is typed in full', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLLECTION), ({ name }) => {
        expect(search.search(name).at(0)?.definition.name).toBe(name);
      }),
    );
  });

  test('law: any query on any text gives scores from 1 down to 0 and ranges inside the texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, description: text }), { maxLength: 6 }), text, (parts, query) => {
        const hits = createSearch(parts.map(aDefinition)).search(query).slice();
        let above = 1;
        for (const { score, matches, definition } of hits) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(above);
          above = score;
          for (const [start, end] of matches.name) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(definition.name.length);
          }
          for (const [, end] of matches.description) expect(end).toBeLessThanOrEqual(definition.description.length);
        }
      }),
    );
  });
});
