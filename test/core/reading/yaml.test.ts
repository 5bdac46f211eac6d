import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/core/reading/yaml.ts';

const fieldsOf = (source: string): unknown => {
  const reading = readYaml(source);
  return reading.kind === 'map' ? reading.fields : reading.kind;
};

describe('readYaml', () => {
  test.each([
    ['strings', 'name: a\ndescription: "b: c"', { name: 'a', description: 'b: c' }],
    ['lists and maps', 'tools: [A, B]\nhooks:\n  on: [x]', { tools: ['A', 'B'], hooks: { on: ['x'] } }],
    ['numbers of unknown fields', 'level: 1.50', { level: 1.5 }],
    ['text fields as written', 'name: 1.10\nmodel: 007\ncolor: true', { name: '1.10', model: '007', color: 'true' }],
    ['a date as text', 'name: 2024-01-02', { name: '2024-01-02' }],
    ['a name without a value as null', 'name:', { name: null }],
    ['a quoted tab', 'a: "x\\ty"', { a: 'x\ty' }],
    ['an alias', 'a: &x y\nb: *x', { a: 'y', b: 'y' }],
    ['a list closed in column 1', 'a: [\n  b,\n  c\n]\nd: e', { a: ['b', 'c'], d: 'e' }],
    ['a list in column 1', 'a: [\nb,\nc\n]\nd: e', { a: ['b', 'c'], d: 'e' }],
    ['a map closed too early', 'a:\n  b: {\n    c: d\n  }\ne: f', { a: { b: { c: 'd' } }, e: 'f' }],
    ['quotes that go on in column 1', 'a: "b\nc"\nd: e', { a: 'b c', d: 'e' }],
  ])('reads %s', (_name, source, expected) => {
    expect(fieldsOf(source)).toEqual(expected);
  });

  test.each([
    ['blanks', '  \n\n', 'empty'],
    ['a comment', '# nothing', 'empty'],
    ['a list', '- a', 'other'],
    ['a sentence', 'Just words', 'other'],
    ['a colon inside a value', 'a: b: c', 'refused'],
    ['text that goes on in column 1', 'a: b\nc\nd: e', 'refused'],
    ['many lines in column 1', `a: [\n${'b,\n'.repeat(5000)}]`, 'refused'],
    ['a duplicate key', 'a: 1\na: 2', 'refused'],
    ['a custom tag', 'a: !run x', 'refused'],
    ['a key that is a list', '? [a]\n: b', 'refused'],
    ['a line of dashes inside', 'a: b\n---foo', 'refused'],
    ['a value that contains itself', 'a: &x [*x]', 'refused'],
    ['deep nesting', `a: ${'['.repeat(5000)}`, 'refused'],
    ['many aliases', `a: &x y\nb: [${'*x,'.repeat(20)}]`, 'refused'],
    ['aliases of aliases', `a: &a [${'x,'.repeat(20_000)}]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]`, 'refused'],
    ['more than 64 KiB', `a: ${'x'.repeat(70_000)}`, 'refused'],
    ['a long run of blank lines', `a: b${'\n'.repeat(50_000)}c: d`, 'refused'],
    ...['\u00a0', '\u1680', '\u2003', '\u2028', '\u2029', '\u202f', '\u3000', '\ufeff'].map((blank) => [
      `a long run of the blank ${blank.codePointAt(0)?.toString(16)}`,
      `a: b\n${blank.repeat(20_000)}x`,
      'refused',
    ]),
  ])('answers for %s', (_name, source, kind) => {
    expect(readYaml(source).kind).toBe(kind);
  });

  test('gives the place of what it refuses', () => {
    expect(readYaml('name: x\ndescription: one: two')).toMatchObject({ kind: 'refused', line: 2, column: 17 });
  });

  test('answers the same twice for a text it refuses', () => {
    expect(readYaml('a: b: c')).toEqual(readYaml('a: b: c'));
  });

  test('keeps prototype names as data', () => {
    const fields = fieldsOf('__proto__: {polluted: 1}\nconstructor: c\ntoString: t');

    expect(Object.keys(fields as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
