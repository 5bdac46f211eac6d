import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/core/definition/agent-definition.ts';
import { looksLikePath, resolveReference, resolveSection, splitPick } from '../../../src/core/search/reference.ts';
import { aDefinition } from '../../support/a-definition.ts';

const LIBRARY = [
  aDefinition({ name: 'backend-architect', scope: 'project' }),
  aDefinition({ name: 'backend-architect', scope: 'user', shadowedBy: 'project:backend-architect' }),
  aDefinition({ name: 'reviewer', scope: 'added' }),
  aDefinition({ name: 'reviewer', scope: 'added', id: 'added:reviewer@more/reviewer.md' }),
  aDefinition({ name: 'C#/.NET Helper', scope: 'user' }),
];
const resolve = (reference: string) => {
  const resolution = resolveReference(LIBRARY, reference);
  return resolution.kind === 'found' ? resolution.found.id : resolution;
};

describe('resolveReference', () => {
  test.each([
    ['a name', 'C#/.NET Helper', 'user:C#/.NET Helper'],
    ['a name in other case', 'c#/.net helper', 'user:C#/.NET Helper'],
    ['a scope and a name', 'user:backend-architect', 'user:backend-architect'],
    ['an id with a path', 'added:reviewer@more/reviewer.md', 'added:reviewer@more/reviewer.md'],
    ['the id of the first of its name', 'added:reviewer', 'added:reviewer'],
  ])('finds by %s', (_how, reference, id) => {
    expect(resolve(reference)).toBe(id);
  });

  test.each([
    ['the user’s own before all others', ['bundled', 'added', 'plugin', 'user'], 'user:forge'],
    ['a plugin’s before a collection’s', ['bundled', 'added', 'plugin'], 'plugin:forge'],
    ['an added one before one that comes with the program', ['bundled', 'added'], 'added:forge'],
    ['the one that comes with the program where there is no other', ['bundled'], 'bundled:forge'],
  ] as const)('means %s', (_what, scopes, id) => {
    const library = scopes.map((scope) => aDefinition({ name: 'forge', scope }));
    for (const reference of ['forge', 'FORGE']) {
      expect(resolveReference(library, reference)).toMatchObject({ kind: 'found', found: { id } });
    }
  });

  test('means the one that the harness loads', () => {
    expect(resolve('backend-architect')).toBe('project:backend-architect');
  });

  test('asks where two harnesses load one each, naming all of that name', () => {
    const library = [
      aDefinition({ name: 'forge', scope: 'project' }),
      aDefinition({ name: 'forge', scope: 'user', format: 'opencode' }),
      aDefinition({ name: 'forge', scope: 'bundled' }),
    ];
    expect(resolveReference(library, 'forge')).toEqual({ kind: 'ambiguous', candidates: library });
  });

  test.each(['reviewer', 'Reviewer'])('%s could be either of two', (reference) => {
    expect(resolve(reference)).toMatchObject({ kind: 'ambiguous', candidates: [expect.anything(), expect.anything()] });
  });

  test('finds both of one name in two forms of Unicode, by either', () => {
    const forms = ['r\u00E9viseur', 're\u0301viseur'];
    const twins = forms.map((name) => aDefinition({ name, id: `user:${name}` }));
    for (const form of forms)
      expect(resolveReference(twins, form.toUpperCase())).toEqual({ kind: 'ambiguous', candidates: twins });
    for (const twin of twins) expect(resolveReference(twins, twin.id)).toEqual({ kind: 'found', found: twin });
  });

  test.each(['bakend-architect', 'user:bakend-architect', 'backendarchitect'])(
    'suggests the nearest for %s',
    (typed) => {
      expect(resolve(typed)).toEqual({ kind: 'unknown', suggestions: ['backend-architect'] });
    },
  );
});

test.each([
  ['reviewer', false],
  ['user:reviewer', false],
  ['./reviewer', true],
  ['reviewer.md', true],
  ['roles\\reviewer', true],
  ['reviewer.toml', true],
])('%s looks like a path: %s', (reference, expected) => {
  expect(looksLikePath(reference)).toBe(expected);
});

test.each([
  ['reviewer#security', { reference: 'reviewer', section: 'security' }],
  ['C# helper#*', { reference: 'C# helper', section: '*' }],
  ['reviewer', null],
  ['reviewer#', null],
  ['#security', null],
])('%s is split into a reference and a section', (pick, expected) => {
  expect(splitPick(pick)).toEqual(expected);
});

describe('resolveSection', () => {
  const section = (id: string, sections: readonly Section[] = []): Section => ({
    id,
    title: id,
    kind: 'heading',
    level: 2,
    line: 1,
    raw: '',
    items: [],
    sections,
  });
  const TREE = [
    section('core', [section('core/api-design'), section('core/rules')]),
    section('closing', [section('closing/rules')]),
    section('rules'),
  ];

  test.each([
    ['an id', 'core/api-design', 'core/api-design'],
    ['the end of an id', 'api-design', 'core/api-design'],
    ['an id that is also the end of others', 'rules', 'rules'],
  ])('finds by %s', (_how, id, expected) => {
    expect(resolveSection(TREE, id)).toMatchObject({ kind: 'found', found: { id: expected } });
  });

  test('names the candidates for an end that several have', () => {
    expect(resolveSection(TREE.slice(0, 2), 'rules')).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ id: 'core/rules' }, { id: 'closing/rules' }],
    });
  });

  test('suggests ids that share a word', () => {
    expect(resolveSection(TREE, 'design-of-apis')).toEqual({ kind: 'unknown', suggestions: ['core/api-design'] });
  });
});
