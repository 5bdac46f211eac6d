import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toolList } from '../../../src/core/definition/tools.ts';
import { parseQuery } from '../../../src/core/search/query/parse-query.ts';
import type { OrderKey } from '../../../src/core/search/scoring/rank-hits.ts';
import { createSearch } from '../../../src/core/search/search.ts';
import { finish } from '../../../src/kit/run-steps.ts';
import { aDefinition } from '../../support/a-definition.ts';

const LIBRARY = [
  aDefinition({
    name: 'backend-architect',
    description: 'Plans services, reviews their code',
    model: 'claude-opus-4',
    tools: toolList(['Read', 'Bash(git diff:*)']),
    body: 'You plan services.\nA race\ncondition is a bug.\n',
  }),
  aDefinition({
    name: 'back-office',
    description: 'Answers mail; no code review',
    model: 'opus',
    tools: toolList([]),
    scope: 'user',
    body: 'You answer conditions.\n',
  }),
  aDefinition({
    name: 'code-reviewer',
    description: 'Reads changes in Go',
    model: 'sonnet',
    format: 'codex',
    scope: 'added',
    origin: 'team',
    source: 'x',
  }),
  aDefinition({
    name: 'go-tester',
    description: 'Tests what was built, from the back',
    tools: toolList(['mcp__github__search', 'ReadFile']),
    body: 'Une façade.\n',
    diagnostics: [{ code: 'frontmatter/not-yaml', severity: 'error', message: 'No.', line: 1, column: 1 }],
  }),
];

const search = createSearch(LIBRARY);
const found = (query: string) => finish(search.work(query)).search(query).slice();
const names = (query: string) => found(query).map(({ definition }) => definition.name);
const sorted = (query: string) => names(query).sort().join(' ');

describe('the query language', () => {
  test.each([
    ['words exactly', '"code review"', 'back-office'],
    ['words exactly while the last is typed', '"code review', 'back-office code-reviewer'],
    ['a whole word only', '"back"', 'back-office go-tester'],
    ['what the name begins with', '^back', 'back-office backend-architect'],
    ['not what another word of it begins with', '^rev', ''],
    ['none with a word that begins so', '-back', 'code-reviewer'],
    ['none with the exact word', '-"back"', 'backend-architect code-reviewer'],
    ['words of the name', 'name:rev', 'code-reviewer'],
    ['words of the description', 'desc:rev', 'back-office backend-architect'],
    ['one or the other', 'mail | changes', 'back-office code-reviewer'],
    ['one or the other beside a word', 'code mail | changes', 'back-office code-reviewer'],
    ['one of two filters', 'model:sonnet | tool:bash', 'backend-architect code-reviewer'],
    ['a word or a filter', 'mail | model:sonnet', 'back-office code-reviewer'],
    ['a tool whatever it may do', 'tool:Bash', 'backend-architect'],
    ['what a tool may do', 'tool:"git diff"', 'backend-architect'],
    ['a tool by a word of it', 'tool:github', 'go-tester'],
    ['a tool by its beginning', 'tool:read', 'backend-architect go-tester'],
    ['a tool by its whole name', 'tool:"Read"', 'backend-architect'],
    ['those that inherit all tools', 'tool:all', 'code-reviewer'],
    ['those that inherit all tools, as they write it', 'tool:*', 'code-reviewer'],
    ['those without a tool', 'tool:none', 'back-office'],
    ['none with the tool', '-tool:bash', 'back-office code-reviewer go-tester'],
    ['a model by a word of its name', 'model:opus', 'back-office backend-architect'],
    ['a model by the beginning of its name', 'model:^opus', 'back-office'],
    ['those that state no model', 'model:none', 'go-tester'],
    ['where it comes from', 'source:team', 'code-reviewer'],
    ['a scope', 'scope:user', 'back-office'],
    ['a format', 'format:cod', 'code-reviewer'],
    ['a severity', 'problem:doubtful tester', 'go-tester'],
    ['a code', 'problem:not-yaml', 'go-tester'],
    ['a word of the body', 'body:condition', 'back-office backend-architect'],
    ['a phrase of the body across lines', 'body:"race condition"', 'backend-architect'],
    ['a whole word of the body', 'body:"condition"', 'backend-architect'],
    ['the beginning of the body', 'body:^"you answer"', 'back-office'],
    ['none with the word in the body', '-body:you', 'code-reviewer go-tester'],
    ['a word of the body without its accents', 'body:facade', 'go-tester'],
    ['what all of it asks for', 'code model:opus -scope:user', 'backend-architect'],
  ])('finds %s: %s', (_name, query, expected) => {
    expect(sorted(query)).toBe(expected);
  });

  test('a filter by itself keeps name order, and every one is as good', () => {
    expect(names('model:opus')).toEqual(['back-office', 'backend-architect']);
    expect(found('model:opus').map(({ score }) => score)).toEqual([1, 1]);
  });

  test('a query that is only begun finds everything', () => {
    for (const query of ['-', '"', 'model:', '|']) expect(names(query)).toHaveLength(LIBRARY.length);
  });

  test('a word that is nowhere is not made up for by a filter', () => {
    expect(names('zzzzzz model:opus')).toEqual([]);
  });

  test.each<[string, OrderKey, readonly string[]]>([
    ['numbers', ({ name }) => -name.length, ['backend-architect', 'code-reviewer', 'back-office']],
    ['texts', ({ name }) => name.at(-1) ?? '', ['back-office', 'code-reviewer', 'backend-architect']],
    ['the name where all are equal', () => 0, ['back-office', 'backend-architect', 'code-reviewer']],
  ])('another order goes by %s alone', (_what, keyOf, expected) => {
    const hits = search.search('code', keyOf).slice();
    expect(hits.map(({ definition }) => definition.name)).toEqual(expected);
    const best = search.search('code').at(0);
    expect(hits.find(({ definition }) => definition === best?.definition)?.score).toBe(best?.score);
  });

  test('in another order too, what comes with the program is last', () => {
    const withOurs = createSearch([...LIBRARY, aDefinition({ name: 'a-code', scope: 'bundled' })]);
    expect(
      withOurs
        .search('code', () => 0)
        .slice()
        .at(-1)?.definition.name,
    ).toBe('a-code');
    expect(
      withOurs
        .search('', ({ name }) => name.length)
        .slice()
        .at(-1)?.definition.name,
    ).toBe('a-code');
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['^back', ['back'], []],
    ['"code review"', [], ['code review']],
    ['name:back desc:review', ['back'], ['review']],
    ['desc:back', [], ['back']],
    ['backend model:opus', ['backend'], []],
    ['mail | office', ['office'], ['mail']],
  ])('says where %s was found', (query, inName, inDescription) => {
    const [hit] = found(query);
    const cut = (text = '', ranges: readonly (readonly [number, number])[] = []) =>
      ranges.map(([start, end]) => text.slice(start, end));
    expect(cut(hit?.definition.name, hit?.matches.name)).toEqual(inName);
    expect(cut(hit?.definition.description, hit?.matches.description)).toEqual(inDescription);
  });

  test('bodies are found as far as they were looked into', () => {
    const fresh = createSearch(LIBRARY);
    expect(fresh.nextWork('body:you')).not.toBeNull();
    expect(fresh.search('body:you')).toHaveLength(0);
    expect(fresh.search('-body:you')).toHaveLength(0);
    const work = fresh.work('body:you');
    const { value } = work.next();
    expect(value).toMatchObject({ kind: 'body', share: 0.25 });
    expect(value && 'kind' in value ? value.search().search('body:you') : []).toHaveLength(1);
    const looked = finish(work);
    expect(looked.nextWork('body:you')).toBeNull();
    expect(looked.search('body:you')).toHaveLength(2);
    expect(fresh.search('body:you')).toHaveLength(0);
  });

  test('law: what a query leaves out and what it keeps are the whole library', () => {
    const filter = fc.constantFrom(
      'tool:read',
      'model:opus',
      'scope:user',
      'name:back',
      '"code"',
      'desc:code',
      'body:you',
      'problem:error',
    );
    fc.assert(
      fc.property(filter, (one) => {
        expect([...names(one), ...names(`-${one}`)].sort()).toEqual(LIBRARY.map(({ name }) => name).sort());
      }),
    );
  });

  test('law: any text finds, and finds the same when it was read before', () => {
    const piece = fc.constantFrom(
      'tool:',
      'model:',
      'body:',
      'problem:',
      '"',
      '|',
      '-',
      '^',
      ' ',
      'back',
      'code',
      'op',
      '代',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const ready = finish(search.work(text));
        expect(ready.nextWork(text)).toBeNull();
        expect(ready.search(parseQuery(text)).slice()).toEqual(ready.search(text).slice());
      }),
    );
  });
});

test('where a definition lies and what it is are filters too', () => {
  const search = createSearch([
    aDefinition({ id: 'a', name: 'one', path: '/shelf/team/agents/one.md' }),
    aDefinition({ id: 'b', name: 'two', path: '/shelf/mine/two.md', shadowedBy: 'a' }),
    aDefinition({ id: 'c', name: 'three', path: 'C:\\work\\team-b\\three.md', scope: 'bundled' }),
    aDefinition({
      id: 'd',
      name: 'four',
      path: '/shelf/mine/four.md',
      passedOver: { code: 'frontmatter/missing', reason: 'it has none' },
    }),
  ]);
  const found = (query: string) =>
    search
      .search(query)
      .slice()
      .map(({ definition }) => definition.name);
  expect(found('path:team')).toEqual(['one', 'three']);
  expect(found('path:two.md')).toEqual(['two']);
  expect(found('is:shadowed')).toEqual(['two']);
  expect(found('-is:bundled -is:shadowed')).toEqual(['four', 'one']);
  expect(found('is:unloaded')).toEqual(['four', 'two']);
});
