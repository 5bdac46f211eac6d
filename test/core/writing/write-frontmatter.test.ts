import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { toolList } from '../../../src/core/definition/tools.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { serialiseFrontmatter } from '../../../src/core/writing/write-frontmatter.ts';

const inner = (text: string): string => text.slice(4, -4);

describe('serialiseFrontmatter', () => {
  test('writes a field per line, in order, and leaves out what is undefined', () => {
    const fields = {
      name: 'planner',
      description: 'Use when: always',
      model: undefined,
      level: 3,
      hidden: false,
      color: null,
    };

    expect(serialiseFrontmatter(fields)).toBe(
      '---\nname: planner\ndescription: "Use when: always"\nlevel: 3\nhidden: false\ncolor: null\n---\n',
    );
  });

  test('writes lists and maps as blocks', () => {
    const fields = { tags: ['a', 'b: c'], hooks: { start: [{ run: 'x', args: [] }], stop: {} }, grid: [['a'], [[]]] };

    expect(serialiseFrontmatter(fields)).toBe(
      [
        ...[
          '---',
          'tags:',
          '  - a',
          '  - "b: c"',
          'hooks:',
          '  start:',
          '    - run: x',
          '      args: []',
          '  stop: {}',
        ],
        ...['grid:', '  - - a', '  - - []', '---', ''],
      ].join('\n'),
    );
  });

  test.each([
    [
      'a text with commas where that is the same list',
      ['Read', 'Bash(git log:*)', 'Agent(a, b)'],
      'tools: Read, Bash(git log:*), Agent(a, b)',
    ],
    ['a list where a comma would split an item', ['Read', 'a,b'], 'tools:\n  - Read\n  - a,b'],
    ['a list where an item is empty', ['Read', ''], 'tools:\n  - Read\n  - ""'],
    ['an empty list', [], 'tools: []'],
    ['a star in quotation marks', ['*'], 'tools: "*"'],
  ])('writes tools as %s', (_name, tools, expected) => {
    expect(inner(serialiseFrontmatter({ tools }))).toBe(`${expected}\n`);
  });

  test.each([
    ['two lines', 'a\nb', '"a\\nb"'],
    ['a quotation mark at the start', '"a"', '"\\"a\\""'],
    ['a quotation mark inside', 'say "a"', 'say "a"'],
    ['a literal backslash', 'a\\nb', 'a\\nb'],
    ['a number', '1.10', '"1.10"'],
    ['a boolean of YAML 1.1', 'Yes', '"Yes"'],
    ['a comment sign', 'C # code', '"C # code"'],
    ['a hex colour', '#ff0000', '"#ff0000"'],
    ['a trailing colon', 'note:', '"note:"'],
    ['an escape sequence', '\u001b[31m', '"\\u001B[31m"'],
    ['a C1 control', 'a\u009bb', '"a\\u009Bb"'],
    ['a bidi control', 'a\u202eb', '"a\\u202Eb"'],
    ['a zero-width space', 'a\u200bb', '"a\\u200Bb"'],
    ['a tag character', 'a\u{e0041}b', '"a\\U000E0041b"'],
    ['half a surrogate pair', 'a\ud800', '"a\\uD800"'],
    ['an emoji', 'Plan ✅', 'Plan ✅'],
    ['another script', 'Планы', 'Планы'],
  ])('writes %s so that every reader gets the same', (_name, value, expected) => {
    expect(serialiseFrontmatter({ v: value })).toBe(`---\nv: ${expected}\n---\n`);
  });

  test('writes every kind of number', () => {
    const numbers = { a: -0, b: 1e21, c: Number.NaN, d: -Infinity, e: Infinity, f: 0.1 };
    expect(load(inner(serialiseFrontmatter(numbers)), { schema: CORE_SCHEMA })).toEqual(numbers);
  });

  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          ': ',
          ' #',
          '\n',
          '---',
          '"',
          "'",
          '\\n',
          '*',
          '&a',
          '- ',
          '? ',
          '{',
          '[',
          '<<',
          '\t',
          '\u2028',
          'x',
          '\ufeff',
          '\ud800',
        ),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      'null',
      '~',
      'yes',
      'Off',
      '0x1f',
      '1_000',
      '.inf',
      '2024-01-01',
      '12:30',
      '=',
      '<<',
      '__proto__',
      'a'.repeat(3000),
    ),
  );
  const key = fc.oneof(fc.constantFrom('name', 'description', 'model', 'color', 'hooks', 'instructions'), nasty);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      nasty,
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(nasty, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const record = fc.dictionary(key, value, { maxKeys: 6 });

  test('law: js-yaml reads back equal values', () => {
    fc.assert(
      fc.property(record, (fields) => {
        const block = inner(serialiseFrontmatter(fields));
        const read = block === '' ? {} : load(block, { schema: CORE_SCHEMA });
        expect(read).toEqual({ ...fields });
        expect(Object.keys(read as object)).toEqual(Object.keys(fields));
      }),
      { numRuns: 1000 },
    );
  });

  test('law: a definition written so is read back without repairs', () => {
    fc.assert(
      fc.property(record, fc.array(nasty), nasty, (fields, tools, body) => {
        const definition = parseDefinition(serialiseFrontmatter({ ...fields, tools }) + body, 'x.md');
        const items = tools.map((tool) => tool.trim());
        expect(definition.repairs).toEqual([]);
        expect(definition.diagnostics.filter(({ code }) => /^frontmatter\//.test(code))).toEqual([]);
        expect(definition.body).toBe(body);
        if (items.every((item) => /^\w+$/.test(item))) expect(definition.tools).toEqual(toolList(items));
      }),
      { numRuns: 1000 },
    );
  });

  test('law: text fields come back as the text they were', () => {
    fc.assert(
      fc.property(nasty, nasty, (name, model) => {
        const definition = parseDefinition(serialiseFrontmatter({ name, model }), 'x.md');
        if (name.trim() !== '') expect(definition.name).toBe(name.trim());
        expect(definition.model).toBe(model.trim() || null);
      }),
    );
  });
});
